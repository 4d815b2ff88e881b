"""`renaksi check`, and how problems are shown by every command."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from renaksi import __version__, report
from renaksi.cli.common import add_root, both, complain, concerns, corpus_root, find_paths, regular
from renaksi.compare import find_renamed, find_vanished, mark_new
from renaksi.corpus import Corpus
from renaksi.layout import CONFIGURATION, LANGUAGES
from renaksi.load import read_text
from renaksi.manuals import all_manuals
from renaksi.problem import Message, Place, Problem
from renaksi.revision import RevisionError, corpus_of_revision
from renaksi.validate import has_errors, validate

FORMATS = ("text", "json", "github", "sarif")
_NO_MANUALS = Message(
    id="Dengan --list atau --explain, --format hanya boleh text atau json.",
    en="With --list or --explain, --format must be text or json.",
)


def add_check(check: argparse.ArgumentParser) -> None:
    """The options of `renaksi check`."""
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="laporkan ini saja / report on these only"
    )
    check.add_argument("--format", choices=FORMATS, help="bentuk laporan / form of the report")
    check.add_argument("--lang", choices=LANGUAGES, help="satu bahasa saja / one language only")
    check.add_argument(
        "--against",
        metavar="REVISION",
        help="bandingkan dengan revisi Git / compare with a Git revision",
    )
    manual = check.add_mutually_exclusive_group()
    manual.add_argument("--list", action="store_true", help="daftar aturan / list the rules")
    manual.add_argument("--explain", metavar="RULE", help="jelaskan aturan / explain a rule")
    add_root(check)
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    if options.list or options.explain is not None:
        return _explain(options.explain, options.format, options.lang)
    root = corpus_root(options)
    if root is None:
        return 2
    chosen = find_paths(root, options.paths)
    if chosen is None:
        return 2
    corpus, problems = validate(root)
    if options.against is not None:
        try:
            problems = _compared(root, options.against, corpus, problems)
        except RevisionError as error:
            complain(f"{error.message.id} / {error.message.en}")
            return 2
    problems = [each for each in problems if concerns(each.place.path, chosen)]
    return tell(root, corpus, problems, options.format, options.lang)


def _compared(root: Path, revision: str, corpus: Corpus, problems: list[Problem]) -> list[Problem]:
    """The problems, those of vanished ids among them, each with whether it is new."""
    with corpus_of_revision(root, revision) as folder:
        old, stood = validate(folder)
        found = [*problems, *find_vanished(old, corpus)]
        return mark_new(stood, found, find_renamed(old, corpus))


def gate(root: Path, otherwise: Message) -> int:
    """Lets a corpus without errors through; its warnings are only counted.

    `otherwise` says what does not happen where there are errors.
    """
    corpus, problems = validate(root)
    if has_errors(problems):
        status = tell(root, corpus, problems)
        complain(f"{otherwise.id} / {otherwise.en}")
        return status
    print(f"{report.count_line(problems)} (make check)" if problems else report.clean_line())
    return 0


def tell(
    root: Path,
    corpus: Corpus,
    problems: list[Problem],
    form: str | None = None,
    language: str | None = None,
) -> int:
    """Prints the problems in the form asked for and returns the exit status."""
    form = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if form == "json":
        print(report.render_json(problems))
    elif form == "sarif":
        print(report.render_sarif(problems, all_manuals(), __version__))
    elif not problems:
        print(report.clean_line(language))
    elif form == "github":
        print(report.render_github(problems, language))
    else:
        print(_text(root, corpus, problems, language))
    return 1 if has_errors(problems) else 0


def _text(root: Path, corpus: Corpus, problems: list[Problem], language: str | None) -> str:
    if not sys.stdout.isatty():
        return report.render_text(problems, language)
    return report.render_terminal(
        problems,
        _source_lines(root, corpus.paths | regular(root, CONFIGURATION)),
        language=language,
        colour="NO_COLOR" not in os.environ,
        width=shutil.get_terminal_size().columns,
    )


def _source_lines(root: Path, readable: frozenset[str]) -> Callable[[Place], str | None]:
    """Gives the line of a place; opens only what the loader found fit to be opened."""
    texts: dict[str, list[str]] = {}

    def line(place: Place) -> str | None:
        if place.path not in readable:
            return None
        if place.path not in texts:
            text = read_text(root, place.path)
            texts[place.path] = text.split("\n") if isinstance(text, str) else []
        lines = texts[place.path]
        return lines[place.line - 1] if place.line <= len(lines) else None

    return line


def _explain(rule: str | None, form: str | None, language: str | None) -> int:
    """Prints the manual of one rule, or the list of all; JSON always holds both languages."""
    known = {manual.id: manual for manual in all_manuals()}
    if form not in (None, "text", "json"):
        complain(both(_NO_MANUALS))
        return 2
    if rule is not None and rule not in known:
        message = Message(id=f'Aturan "{rule}" tidak ada.', en=f'There is no rule "{rule}".')
        complain(both(message.hint(rule, sorted(known))))
        return 2
    chosen = known.values() if rule is None else [known[rule]]
    if form == "json":
        print(report.render_json_manuals(chosen))
    elif rule is None:
        print(report.list_manuals(chosen, language))
    else:
        print(report.render_manual(known[rule], language))
    return 0
