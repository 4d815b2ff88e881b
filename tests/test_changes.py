"""What is told of a change: in the plan's terms, in both languages, from real Git revisions."""

import json
import re
import shutil
from pathlib import Path

import html5lib
import markdown
import pytest

from renaksi.changes import Act, find_changes
from renaksi.changes.render import Comparison, render_json, render_markdown, render_text
from renaksi.changes.wording import find_spots
from renaksi.cli import main
from renaksi.layout import LANGUAGES
from renaksi.publish.words import Words, load_words
from renaksi.report import code, fence
from renaksi.validate import validate
from tests import cases, roots
from tests.repositories import commit_corpus, git

HERE = Path(__file__).resolve().parent
TOLD = sorted((HERE / "changes").glob("*.yaml"))
OTHERS = sorted([*HERE.glob("checks/*/*.yaml"), *HERE.glob("loading/*/*.yaml")])
COMMITMENT = "content/commitments/2030-2031/01-foggy-roads.md"
Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return load_words(roots.ENGINE / "theme" / "strings")[0]


def compared(old: Path, new: Path, words: dict[str, Words]) -> Comparison:
    first, second = (validate(folder)[0] for folder in (old, new))
    return Comparison(first, second, tuple(find_changes(first, second)), words)


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.stem)
def test_change_is_told_in_both_languages(
    path: Path, tmp_path: Path, words: dict[str, Words]
) -> None:
    case = cases.read_case(path)
    found = compared(cases.CORPUS, cases.lay_out(case, tmp_path), words)
    told = {each: render_text(found, each).splitlines() for each in LANGUAGES}
    assert told == case["told"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_unchanged_corpus_has_not_changed(language: str, words: dict[str, Words]) -> None:
    found = compared(cases.CORPUS, cases.CORPUS, words)
    assert found.changes == ()
    assert render_text(found, language) == words[language].t("change.none")


def test_other_form_is_no_change(tmp_path: Path, words: dict[str, Words]) -> None:
    """Line breaks, quotes, order of keys and comments are not what readers see."""
    changes = {"value: 2030-12-31": "# why\n  value: '2030-12-31'", "KK. `KK`": "KK.\n`KK`"}
    source = (cases.CORPUS / COMMITMENT).read_text(encoding="utf-8")
    kept = {old: new for old, new in changes.items() if old in source}
    root = cases.lay_out({"replace": {COMMITMENT: kept}}, tmp_path)
    text = (root / COMMITMENT).read_text(encoding="utf-8")
    text = text.replace("plan: 2030-2031\nnumber: 1\n", "number: 1\nplan: 2030-2031\n")
    (root / COMMITMENT).write_text(text.replace(", lalu KK", ",\nlalu   KK"), encoding="utf-8")
    assert compared(cases.CORPUS, root, words).changes == ()


def test_any_two_corpora_can_be_compared(tmp_path: Path, words: dict[str, Words]) -> None:
    """Whatever the checks refuse, and back again: every difference is told, in every form."""
    base = validate(cases.CORPUS)[0]
    for number, path in enumerate(OTHERS):
        folder = tmp_path / str(number)
        other = validate(cases.lay_out(cases.read_case(path), folder))[0]
        for old, new in ((base, other), (other, base)):
            found = Comparison(old, new, tuple(find_changes(old, new)), words)
            text = render_text(found)
            assert len(json.loads(render_json(found))["changes"]) == len(found.changes)
            assert render_markdown(found, "id"), path
            if old.entries != new.entries and not (old.unread or new.unread):
                assert found.changes, path
                assert words["id"].t("change.none") not in text
        shutil.rmtree(folder)


def test_what_could_not_be_read_is_not_said_to_be_gone(
    tmp_path: Path, words: dict[str, Words]
) -> None:
    root = cases.lay_out({"files": {COMMITMENT: "---\nid: [\n---\n"}}, tmp_path)
    assert compared(cases.CORPUS, root, words).changes == ()
    assert compared(root, cases.CORPUS, words).changes == ()


# GitHub


def text_outside_code(text: str, allowed: tuple[str, ...] = ()) -> str:
    """What a page shows of Markdown outside code, with everything that GitHub turns into more."""
    made = markdown.markdown(text, extensions=EXTENSIONS)
    tree = html5lib.parseFragment(made, namespaceHTMLElements=False)
    assert {each.tag for each in tree.iter()} <= {"DOCUMENT_FRAGMENT", *ALLOWED, *allowed}, made
    for parent in list(tree.iter()):
        for child in list(parent):
            if child.tag in ("code", "pre"):
                child.clear()
    return "".join(tree.itertext())


EXTENSIONS = ["pymdownx.superfences"]  # fences within lists, as on GitHub
ALLOWED = ("p", "ul", "li", "strong", "code", "pre", "div", "span")


@pytest.mark.parametrize("language", LANGUAGES)
def test_corpus_cannot_write_markdown(
    language: str, tmp_path: Path, words: dict[str, Words]
) -> None:
    root = cases.lay_out(cases.read_case(HERE / "changes" / "hostile.yaml"), tmp_path)
    text = render_markdown(compared(cases.CORPUS, root, words), language)
    assert "@everyone" in text
    shown = text_outside_code(text)
    assert not re.search(r"[@#<`]|://|example", shown), shown


@pytest.mark.parametrize("text", ["`", "``", "a`b", "`a", " ", "", "@x", "a\n\nb", "```\n", "\x1b"])
def test_code_stays_code(text: str) -> None:
    made = markdown.markdown(f"x {code(text)} y")
    shown = "".join(html5lib.parseFragment(made, namespaceHTMLElements=False).itertext())
    said = " ".join(text.split()).replace("\x1b", "\\u001b")
    assert shown.split() == f"x {said} y".split()
    assert made.count("<code>") == 1


def test_fence_is_longer_than_what_it_holds() -> None:
    assert fence(["````", "a\x00"]) == ["`````", "````", "a\\u0000", "`````"]


# Words


def test_only_the_words_around_a_difference_are_shown() -> None:
    before = " ".join(f"w{number}" for number in range(100))
    after = before.replace("w50", "other").replace("w99", "last")
    spots, more = find_spots(before, after)
    assert [spot.before for spot in spots] == [
        "... w46 w47 w48 w49 w50 w51 w52 w53 w54 ...",
        "... w95 w96 w97 w98 w99",
    ]
    assert [spot.after.count("other") + spot.after.count("last") for spot in spots] == [1, 1]
    assert more == 0


def test_many_differences_are_counted_and_long_ones_cut() -> None:
    before = " ".join(f"w{number}" for number in range(100))
    after = " ".join(f"x{n}" if n % 20 == 10 else f"w{n}" for n in range(100))
    spots, more = find_spots(before, after)
    assert (len(spots), more) == (3, 2)
    [spot], _ = find_spots(before, "y " * 200)
    assert len(spot.after.split()) == 61


# The command


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = commit_corpus(tmp_path)
    roots.replace(root / COMMITMENT, "value: 2030-12-31", "value: 2031-03")
    git(tmp_path, "commit", "-qam", "Second")
    return root


def test_two_revisions_a_revision_and_the_work_tree_and_two_folders(
    repository: Path, capsys: Output
) -> None:
    root = ["--root", str(repository), "--lang", "id"]
    said = (
        "Komitmen 1 (“Jalan berkabut”):\n"
        "  tanggal selesai diubah dari 31 Desember 2030 menjadi Maret 2031\n"
    )
    assert main(["diff", "HEAD~1", "HEAD", *root]) == 0
    assert capsys.readouterr().out == said
    assert main(["diff", "HEAD~1", *root]) == 0
    assert capsys.readouterr().out == said
    assert main(["diff", str(cases.CORPUS), str(repository), *root]) == 0
    assert capsys.readouterr().out == said
    assert main(["diff", "HEAD", *root]) == 0
    assert capsys.readouterr().out == "Isi data tidak berubah.\n"


def test_json_holds_the_values_and_the_sentences(repository: Path, capsys: Output) -> None:
    assert main(["diff", "HEAD~1", "--root", str(repository), "--format", "json"]) == 0
    [change] = json.loads(capsys.readouterr().out)["changes"]
    assert change == {
        "act": Act.CHANGED.value,
        "kind": "commitment",
        "id": "01-foggy-roads",
        "former": None,
        "path": ["end_date", "value"],
        "before": "2030-12-31",
        "after": "2031-03",
        "entry": {"id": "Komitmen 1 (“Jalan berkabut”)", "en": "Commitment 1 (“Foggy roads”)"},
        "sentence": {
            "id": "tanggal selesai diubah dari 31 Desember 2030 menjadi Maret 2031",
            "en": "end date changed from 31 December 2030 to March 2031",
        },
    }


def test_unknown_revision_is_wrong_usage(repository: Path, capsys: Output) -> None:
    assert main(["diff", "nowhere", "--root", str(repository)]) == 2
    assert "'nowhere'" in capsys.readouterr().err


def test_errors_on_one_side_are_told(repository: Path, capsys: Output) -> None:
    (repository / "data/stray.yaml").write_text("", encoding="utf-8")
    assert main(["diff", "HEAD", "--root", str(repository)]) == 0
    assert "berisi kesalahan" in capsys.readouterr().err
