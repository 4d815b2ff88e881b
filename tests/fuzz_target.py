"""What `make fuzz` feeds with made-up files (`tests.fuzz`), and what must hold for each of them.

An input is one byte that picks a file of the invented corpus, and the text that takes the file's
place. Whatever it is, reading, checking, reporting and formatting end in problems or a corpus,
never in an exception. Inputs that once broke this are kept in `tests/crashes/`; the tests try them.
"""

import re
from pathlib import Path

from renaksi import report
from renaksi.compare import find_vanished, mark_new
from renaksi.manuals import all_manuals
from renaksi.problem import Place, Problem
from renaksi.reader import Document, read_front_matter, read_yaml
from renaksi.validate import validate
from renaksi.write.canonical import format_text
from tests import cases

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "crashes"
MAX_LENGTH = 6000
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
# The order is part of the kept inputs: new files come last.
SLOTS = (
    "content/commitments/2030-2031/01-foggy-roads.md",
    "content/commitments/2030-2031/01-foggy-roads.en.md",
    "content/updates/2030-2031/01-irm-end-of-term.yaml",
    "content/meetings/2030-2031/2030-roof-meeting.md",
    "content/stages/2030-2031/01-first-drops.md",
    "content/index.md",
    "data/renaksi.yaml",
    "data/organizations.yaml",
    "data/people.yaml",
    "data/sources.yaml",
    "data/glossary.yaml",
    "data/notes.yaml",
    "data/plans.yaml",
    "data/policy-areas.yaml",
    "data/exceptions.yaml",
    "data/redirects.yaml",
    "mkdocs.yml",
)


class Target:
    """A copy of the invented corpus in which one file after another is exchanged."""

    def __init__(self, folder: Path) -> None:
        self.root = cases.lay_out({}, folder)
        self.corpus, self.usual = validate(self.root)
        self.manuals = all_manuals()

    def try_input(self, data: bytes) -> None:
        """Raises whatever the program raises, and AssertionError where it breaks a promise."""
        if not data:
            return
        path = SLOTS[data[0] % len(SLOTS)]
        before = (self.root / path).read_bytes()
        try:
            (self.root / path).write_bytes(data[1:])
            self._check(path)
        finally:
            (self.root / path).write_bytes(before)

    def _check(self, path: str) -> None:
        corpus, problems = validate(self.root)
        text = (self.root / path).read_bytes().decode(errors="replace").replace("\r\n", "\n")
        compared = mark_new(self.usual, [*problems, *find_vanished(self.corpus, corpus)])
        self._report(compared, text)
        read = read_front_matter if path.endswith(".md") else read_yaml
        if isinstance(read(text, path), Document):
            formatted = format_text(text, path)
            assert isinstance(formatted, Problem) or format_text(formatted, path) == formatted

    def _report(self, problems: list[Problem], text: str) -> None:
        lines = text.split("\n")

        def line(place: Place) -> str | None:
            return lines[place.line - 1] if place.line <= len(lines) else None

        for problem in problems:
            assert problem.place.line >= 1
            assert problem.place.column >= 1
        for language in (None, "id", "en"):
            for printed in (
                report.render_text(problems, language),
                report.render_github(problems, language),
                report.render_terminal(problems, line, language=language, colour=False),
            ):
                assert not _CONTROL.search(printed), ascii(printed)
                printed.encode()
        report.render_terminal(problems, line).encode()
        report.render_json(problems).encode()
        report.render_sarif(problems, self.manuals, "0").encode()


def seeds() -> dict[str, bytes]:
    """The files of the invented corpus, and what the cases of the tests make of them."""
    found = {
        f"corpus-{slot}": (cases.CORPUS / path).read_bytes() for slot, path in enumerate(SLOTS)
    }
    found = {name: bytes([slot]) + text for slot, (name, text) in enumerate(found.items())}
    files = [
        path for name in ("checks", "loading") for path in (ROOT / "tests" / name).rglob("*.yaml")
    ]
    for file in sorted(files):
        for path, text in cases.contents(cases.read_case(file), cases.CORPUS).items():
            if path in SLOTS and len(text) < MAX_LENGTH:
                found[f"{file.parent.name}-{file.stem}"] = bytes([SLOTS.index(path)]) + text
    return found
