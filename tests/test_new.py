"""`renaksi new`: files of real entries, from flags and from answers in a terminal."""

import io
import os
import pty
import select
import subprocess
import termios
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renaksi.cli import main
from renaksi.load import load_corpus
from renaksi.model import Commitment, Meeting, Stage, Update
from renaksi.reader import Document, read_front_matter
from renaksi.vocabulary import Kind
from renaksi.write import Draft
from tests import cases, roots

PLAN = "2030-2031"
TITLES = ["--title-id", "Jalan kabut", "--title-en", "Foggy lane"]
COMMITMENT = ["commitment", *TITLES, "--stream", "open-government"]
UPDATE = [
    *("update", "--commitment", "02-empty-sky", "--voice", "civil-society"),
    *("--reporting-period", "2031-S1", "--source", "cloud-page", "--progress-id", "Belum ada."),
]
FULL = {
    Kind.COMMITMENT: (
        [
            *(*COMMITMENT, "--title-source-id", "cloud-page", "--short-title-en", "Lane"),
            *("--lead-organizations", "ministry-of-mist,rain-watch", "--start-date", "2030"),
            *("--objective-id", "kata " * 40 + "akhir", "--objective-en", "word", "--end-date"),
            *("2030-12", "--source", "cloud-page", "--source", "rain-report"),
            *("--text-id", "Satu.\n\nDua.", "--text-en", "One.\n\nTwo."),
        ],
        ["commitments/2030-2031/04-lane.md", "commitments/2030-2031/04-lane.en.md"],
    ),
    Kind.MEETING: (
        [
            *("meeting", *TITLES, "--stage", "01-first-drops", "--start-date", "2030-02"),
            *("--venue-id", "Aula: lantai 1", "--venue-en", "no", "--total", "012"),
            *("--organizers", "rain-watch", "--commitments", "01-foggy-roads,02-empty-sky"),
            *("--source", "cloud-page"),
        ],
        ["meetings/2030-2031/2030-foggy-lane.md"],
    ),
    Kind.UPDATE: (
        [
            *(
                *UPDATE,
                "--completion",
                "limited",
                "--progress-id",
                "Ada.",
                "--progress-en",
                "Some.",
            ),
            *("--evidence", "https://example.org/a,b https://example.org/c", "--author"),
            *("rain-watch", "--date", "2031-02"),
        ],
        ["updates/2030-2031/02-civil-society-2031-s1.yaml"],
    ),
    Kind.STAGE: (
        [
            *("stage", *TITLES, "--purpose-id", "Awal.", "--purpose-en", "Start."),
            *("--source", "rain-report"),
        ],
        ["stages/2030-2031/04-foggy-lane.md"],
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return cases.lay_out({}, tmp_path)


@dataclass
class Done:
    """What the command said and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def new(root: Path, *flags: str) -> Done:
    """Runs the command where no one can be asked."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        status = main(["new", *flags, "--root", str(root)])
    return Done(status, out.getvalue(), err.getvalue())


def added(root: Path, before: dict[str, bytes]) -> list[str]:
    """What lies in the root now and did not before; nothing else may have changed."""
    after = roots.snapshot(root)
    assert {path: after.get(path) for path in before} == before
    return sorted(after.keys() - before.keys())


@pytest.mark.parametrize("kind", FULL)
def test_every_kind_from_flags_passes_the_check_and_is_canonical(root: Path, kind: Kind) -> None:
    flags, files = FULL[kind]
    before = roots.snapshot(root)
    done = new(root, *flags)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    paths = [f"content/{path}" for path in files]
    assert added(root, before) == sorted(paths)
    lines = done.stdout.splitlines()
    assert lines[-1 - len(paths) : -1] == paths
    assert "make check" in lines[-1]
    assert main(["check", "--root", str(root)]) == 0
    assert main(["fmt", "--check", "--root", str(root), *paths]) == 0


def test_program_names_the_files_it_wrote(root: Path) -> None:
    done = subprocess.run(
        roots.command("new", *COMMITMENT, "--title-en=-no", "--root", root),
        stdin=subprocess.DEVNULL,
        env=roots.ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert f"\ncontent/commitments/{PLAN}/04-no.md\n" in done.stdout


def test_files_hold_what_was_given_and_nothing_else(root: Path) -> None:
    assert new(root, *FULL[Kind.MEETING][0]).returncode == 0
    text = (root / "content" / FULL[Kind.MEETING][1][0]).read_text(encoding="utf-8")
    assert text == (
        "---\nid: 2030-foggy-lane\ntitle:\n  id: Jalan kabut\n  en: Foggy lane\n"
        "plan: 2030-2031\nstage: 01-first-drops\n"
        "start_date:\n  value: 2030-02\n  source: cloud-page\n"
        'venue:\n  value:\n    id: "Aula: lantai 1"\n    en: "no"\n  source: cloud-page\n'
        "organizers:\n  value:\n    - rain-watch\n  source: cloud-page\n"
        "attendance:\n  total:\n    value: 12\n    source: cloud-page\n"
        "commitments:\n  - 01-foggy-roads\n  - 02-empty-sky\n---\n"
    )


def test_long_texts_are_folded_and_narratives_lie_below(root: Path) -> None:
    assert new(root, *FULL[Kind.COMMITMENT][0]).returncode == 0
    path = root / "content" / FULL[Kind.COMMITMENT][1][0]
    text = path.read_text(encoding="utf-8")
    assert "    id: >-\n      kata kata" in text
    assert max(map(len, text.splitlines())) <= 100
    assert text.endswith("---\n\nSatu.\n\nDua.\n")
    assert path.with_suffix(".en.md").read_text(encoding="utf-8").endswith("---\n\nOne.\n\nTwo.\n")
    corpus, _ = load_corpus(root)
    entry = corpus.get(Kind.COMMITMENT, "04-lane")
    assert isinstance(entry, Commitment)
    assert entry.number == 4
    assert entry.objective is not None
    assert entry.objective.source == ("cloud-page", "rain-report")


def test_required_flags_that_are_missing_are_named(root: Path) -> None:
    before = roots.snapshot(root)
    done = new(root, "commitment", "--title-id", "x")
    assert done.returncode == 2
    assert done.stderr == (
        "Isian wajib belum ada / required flags are missing: --title-en, --stream\n"
    )
    assert new(root, "meeting", *TITLES, "--stage", "01-first-drops", "--men", "3").stderr == (
        "Isian wajib belum ada / required flags are missing: --source\n"
    )
    assert added(root, before) == []


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ([*COMMITMENT, "--plan", "2030-2032"], "There is no action plan with the id"),
        ([*COMMITMENT, "--number", "2"], "The number 2 is already used."),
        ([*COMMITMENT, "--number", "two"], "Must be a whole number"),
        ([*COMMITMENT, "--number", "9" * 5000], "This number is too large: "),
        ([*COMMITMENT, "--number", "9" * 26], "it must be at most 9999"),
        ([*COMMITMENT, "--id", "01-foggy-roads"], 'The id "01-foggy-roads" is already used.'),
        ([*COMMITMENT, "--id", "../../../etc/x"], "lower-case letters"),
        ([*COMMITMENT, "--id", "a/b"], "lower-case letters"),
        ([*COMMITMENT, "--id", "null\n"], "lower-case letters"),
        ([*COMMITMENT, "--plan", "../../.."], "There is no action plan"),
        ([*COMMITMENT, "--stream", "open-goverment"], 'Did you mean "open-government"?'),
        ([*COMMITMENT, "--start-date", "8/8/2018"], "YYYY-MM-DD"),
        ([*COMMITMENT, "--title-en", "a\x1b[31m"], "hidden character here (U+001B)"),
        ([*COMMITMENT, "--title-en", "a\u202eb"], "hidden character here (U+202E)"),
        ([*COMMITMENT, "--title-en", " "], "Must not be empty."),
        ([*COMMITMENT, "--title-en", "a" * 2001], "Too long; shorten it"),
        ([*COMMITMENT, "--title-en", os.fsdecode(b"\xff")], "Not UTF-8 text."),
        ([*COMMITMENT, "--source", "cloud-page"], "No fact that was given uses this source."),
        ([*COMMITMENT, "--lead-organizations", "rain-wach"], 'Did you mean "rain-watch"?'),
        ([*UPDATE, "--evidence", "example.org"], "must begin with http:// or https://"),
        ([*UPDATE, "--milestone", "m9"], 'There is no milestone with the id "m9".'),
    ],
)
def test_wrong_values_are_told_in_one_sentence(root: Path, flags: list[str], said: str) -> None:
    before = roots.snapshot(root)
    done = new(root, *flags)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr
    assert added(root, before) == []


@pytest.mark.parametrize(
    "flags",
    [
        [*UPDATE, "--completion", "complete"],
        [*UPDATE, "--early-results", "major"],
        [*COMMITMENT, "--text-id", "[x](gone.md)"],
        [*COMMITMENT, "--text-id", "a\x1bb"],
        [
            *("meeting", *TITLES, "--stage", "01-first-drops", "--source", "cloud-page"),
            *("--start-date", "2030-02", "--end-date", "2030-01"),
        ],
    ],
)
def test_nothing_is_written_when_the_check_finds_an_error(root: Path, flags: list[str]) -> None:
    before = roots.snapshot(root)
    done = new(root, *flags)
    assert done.returncode in (1, 2)
    assert "error: " in done.stdout or done.stderr
    assert added(root, before) == []


def test_errors_that_were_there_before_do_not_stand_in_the_way(root: Path) -> None:
    (root / "data" / "stray.yaml").write_text("", encoding="utf-8")
    done = new(root, *COMMITMENT)
    assert done.returncode == 0
    assert "stray" not in done.stdout


@pytest.mark.parametrize("language", ["", ".en"])
def test_nothing_is_overwritten(root: Path, language: str) -> None:
    folder = root / "content" / "commitments" / PLAN
    (folder / f"04-foggy-lane{language}.md").write_text("mine", encoding="utf-8")
    before = roots.snapshot(root)
    assert new(root, *COMMITMENT, "--id", "04-foggy-lane").returncode == 2
    assert added(root, before) == []
    assert new(root, *COMMITMENT).returncode == 0
    assert added(root, before) == [f"content/commitments/{PLAN}/04-foggy-lane-2.md"]


def test_nothing_is_written_through_a_link(root: Path) -> None:
    target = root.parent / "elsewhere"
    folder = root / "content" / "stages" / PLAN
    folder.rename(target)
    folder.symlink_to(target)
    before = roots.snapshot(target)
    (root / "content" / "dangling").symlink_to(root.parent / "none")
    done = new(root, "stage", *TITLES)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert added(target, before) == []


NASTY = st.one_of(
    st.sampled_from(["no", "012", "-x", "---", "# x", '"', "a: b", "🎉", "~", "'", "\\", "a\nb"]),
    st.text(min_size=1, max_size=30),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=NASTY, other=NASTY, text=NASTY)
def test_any_title_is_written_as_it_is_or_refused(
    tmp_path_factory: pytest.TempPathFactory, title: str, other: str, text: str
) -> None:
    corpus, _ = load_corpus(cases.CORPUS)
    draft = Draft(Kind.STAGE, corpus, lambda _: False)
    given_ = {"plan": PLAN, "title-id": title, "title-en": other, "number": "9", "id": "nine"}
    faults = [
        draft.take(question, [given_[question.flag]])
        for question in draft.questions
        if question.flag in given_
    ]
    draft.take(next(each for each in draft.questions if each.flag == "text-id"), [text])
    if any(faults):
        return
    path, content = next(iter(draft.files().items()))
    document = read_front_matter(content, path)
    assert isinstance(document, Document)
    assert draft.says(document)
    assert document.data["title"] == {"id": title, "en": other}
    narrative = draft.answer("text-id").strip("\n")
    assert document.body == (f"{narrative}\n" if narrative else "")


class Terminal:
    """The command in a terminal of its own."""

    def __init__(self, root: Path, *flags: str) -> None:
        self.mine, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (40, 250))
        self.process = subprocess.Popen(
            roots.command("new", *flags, "--root", root),
            env={**roots.ENVIRONMENT, "TERM": "xterm"},
            **dict.fromkeys(("stdin", "stdout", "stderr"), theirs),
        )
        os.close(theirs)
        self.seen = ""

    def wait_for(self, text: str) -> None:
        while text not in self.seen:
            ready, _, _ = select.select([self.mine], [], [], 30)
            if not ready:
                self.process.kill()
                self.end()
            assert ready, self.seen
            try:
                self.seen += os.read(self.mine, 65536).decode(errors="replace")
            except OSError:  # the other side was closed
                break
        assert text in self.seen, self.seen
        self.seen = self.seen.partition(text)[2]

    def answer(self, prompt: str, text: str) -> None:
        self.wait_for(prompt)
        os.write(self.mine, f"{text}\n".encode())

    def end(self) -> int:
        status = self.process.wait(timeout=30)
        os.close(self.mine)
        return status


def test_questions_in_a_terminal(root: Path) -> None:
    before = roots.snapshot(root)
    terminal = Terminal(root, "stage")
    terminal.answer("Rencana aksi / Action plan [2030-2031]: ", "")
    terminal.answer("Judul (Indonesia) / Title (Indonesian): ", "")
    terminal.answer("Wajib diisi. / This is required.", 'Hujan: "lagi" 🎉')
    terminal.answer("Judul (Inggris) / Title (English): ", "Rain again")
    terminal.answer("optional) (pisahkan", "?")
    terminal.wait_for("1. cloud-page - Halaman Awan / Cloud page")
    terminal.answer("optional)", "cloud-pag")
    terminal.wait_for('Did you mean "cloud-page"?')
    terminal.answer("optional)", "1")
    terminal.answer("Sumber kata-kata judul (Inggris)", "")
    terminal.answer("Judul pendek (Indonesia)", "")
    terminal.answer("Judul pendek (Inggris)", "")
    terminal.answer("Nomor / Number [4]: ", "3")
    terminal.answer("The number 3 is already used.", "")
    terminal.answer("[04-rain-again]: ", "")
    terminal.answer("Tanggal mulai", "2030-02-30")
    terminal.answer("calendar", "2030-06")
    terminal.answer("Tanggal selesai", "2030-05")
    terminal.answer("Tujuan (Indonesia)", "")
    terminal.answer("Tujuan (Inggris)", "")
    terminal.answer("Sumber fakta-fakta di atas / Source of the facts above", "rain-report")
    terminal.answer("Narasi (Indonesia)", "Hujan turun lagi.")
    terminal.answer("Narasi (Inggris)", "")
    terminal.wait_for("[end-date-follows-start-date]")
    terminal.answer("Tanggal selesai", "2030-07")
    terminal.wait_for(f"content/stages/{PLAN}/04-rain-again.md")
    terminal.wait_for("make check")
    assert terminal.end() == 0
    assert added(root, before) == [f"content/stages/{PLAN}/04-rain-again.md"]
    corpus, _ = load_corpus(root)
    entry = corpus.get(Kind.STAGE, "04-rain-again")
    assert isinstance(entry, Stage)
    assert entry.title.by_language == {"id": 'Hujan: "lagi" 🎉', "en": "Rain again"}
    assert entry.end_date is not None
    assert (entry.end_date.value, entry.end_date.source) == ("2030-07", ("rain-report",))


def test_commitment_is_known_by_its_own_number_and_is_named(root: Path) -> None:
    roots.replace(root / "content/commitments/2030-2031/03-open-roof.md", "number: 3", "number: 7")
    terminal = Terminal(root, "update", "--voice", "civil-society")
    terminal.wait_for("7. 03-open-roof - ")
    terminal.answer("Komitmen / Commitment: ", "3")
    terminal.answer('There is no commitment with the id "3".', "07")
    terminal.wait_for("= 03-open-roof - ")
    terminal.wait_for("Masa laporan")
    os.write(terminal.mine, b"\x04")
    terminal.end()


def test_numbers_that_two_share_are_places_in_the_list(root: Path) -> None:
    roots.replace(root / "content/commitments/2030-2031/03-open-roof.md", "number: 3", "number: 1")
    terminal = Terminal(root, "update", "--voice", "civil-society")
    terminal.wait_for("3. 03-open-roof - ")
    terminal.answer("Komitmen / Commitment: ", "3")
    terminal.wait_for("= 03-open-roof - ")
    terminal.wait_for("Masa laporan")
    os.write(terminal.mine, b"\x04")
    terminal.end()


def test_title_without_latin_letters_needs_an_id_and_says_why(root: Path) -> None:
    flags = ["commitment", "--title-id", "雨", "--title-en", "雨", "--stream", "open-government"]
    done = new(root, *flags)
    assert done.returncode == 2
    assert "required flags are missing: --id" in done.stderr
    assert "No id can be made from a title without Latin letters" in done.stderr


def test_update_that_says_nothing_is_not_written(root: Path) -> None:
    before = roots.snapshot(root)
    done = new(root, *UPDATE[:-2])
    assert done.returncode == 1
    assert "[update-says-something]" in done.stdout
    assert added(root, before) == []


def test_stopping_writes_nothing(root: Path) -> None:
    before = roots.snapshot(root)
    terminal = Terminal(root, "update", "--voice", "civil-society")
    terminal.answer("Komitmen / Commitment: ", "1")
    terminal.wait_for("Tonggak capaian / Milestone")
    os.write(terminal.mine, b"\x04")
    terminal.wait_for("Nothing was written.")
    assert terminal.end() == 1
    assert added(root, before) == []


def test_terminal_asks_nothing_when_all_that_is_required_was_given(root: Path) -> None:
    terminal = Terminal(root, *UPDATE)
    terminal.wait_for("02-civil-society-2031-s1.yaml")
    assert terminal.end() == 0
    corpus, _ = load_corpus(root)
    assert isinstance(corpus.get(Kind.UPDATE, "02-civil-society-2031-s1"), Update)
    assert all(isinstance(meeting, Meeting) for meeting in corpus.meetings)


def test_terminal_asks_again_for_a_wrong_flag_and_for_what_the_check_refuses(root: Path) -> None:
    flags = list(UPDATE)
    flags[flags.index("civil-society")] = "civil-socity"
    terminal = Terminal(root, *flags)
    terminal.wait_for('Did you mean "civil-society"?')
    terminal.answer("Siapa yang berbicara / Voice: ", "2")
    terminal.answer("[02-civil-society-2031-s1]: ", "")
    terminal.answer("Tanggal pernyataan", "")
    terminal.answer("Penyelesaian", "5")
    for _ in range(7):
        terminal.answer("optional)", "")
    terminal.wait_for("[update-needs-evidence]")
    terminal.answer("Tanggal pernyataan", "2031-02")
    terminal.answer("Penyelesaian", "complete")
    terminal.answer("Alamat web bukti", "")
    terminal.wait_for("make check")
    assert terminal.end() == 0
    corpus, _ = load_corpus(root)
    entry = corpus.get(Kind.UPDATE, "02-civil-society-2031-s1")
    assert isinstance(entry, Update)
    assert (entry.date, entry.completion) == ("2031-02", "complete")
