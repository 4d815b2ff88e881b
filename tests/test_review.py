"""The answer to a proposal: its verdict, its order, its bounds, and that nothing foreign runs."""

import re
from pathlib import Path

import markdown
import pytest

from renaksi.changes import find_changes
from renaksi.changes.render import Comparison
from renaksi.cli import main
from renaksi.problem import Message, Place, Problem, Severity
from renaksi.publish.words import Words, load_words
from renaksi.review import MARK, Links, Proposal, render_comment
from renaksi.review.fit import Item, Section, fit
from renaksi.validate import validate
from tests import cases, roots
from tests.repositories import commit_corpus, git
from tests.test_changes import EXTENSIONS, text_outside_code

STAGE = "content/stages/2030-2031/03-last-thunder.md"
COMMITMENT = "content/commitments/2030-2031/01-foggy-roads.md"
LINKS = Links(
    repository="warga/renaksi", commit="0a1b", branch="usul/#1", preview="https://p.test/1"
)
Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return load_words(roots.ENGINE / "theme" / "strings")[0]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The invented corpus on `main`, and a proposal on `usul` that is checked out."""
    root = commit_corpus(tmp_path)
    git(tmp_path, "checkout", "-q", "-b", "usul")
    return root


def answered(root: Path, capsys: Output, *options: str) -> str:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Usulan")
    assert main(["review", "--against", "main", "--root", str(root), *options]) == 0
    return capsys.readouterr().out


def titles(text: str) -> list[str]:
    return [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]


def test_good_proposal_is_told_what_it_would_change(repository: Path, capsys: Output) -> None:
    roots.replace(repository / COMMITMENT, "value: 2030-12-31", "value: 2030-12")
    lines = answered(repository, capsys).splitlines()
    assert lines[0] == MARK
    assert lines[2].startswith("**✅ Usulan ini lolos pemeriksaan.")
    assert "- tanggal selesai diubah dari 31 Desember 2030 menjadi Desember 2030" in lines
    assert "- end date changed from 31 December 2030 to December 2030" in lines
    assert titles("\n".join(lines)) == ["Yang akan berubah", "What would change"]


def test_errors_come_first_with_line_remedy_and_links(repository: Path, capsys: Output) -> None:
    roots.replace(repository / COMMITMENT, "value: 2030-12-31", "value: 31-12-2030")
    links = ["--repository", "warga/renaksi", "--commit", "0a1b", "--branch", "usul/#1"]
    text = answered(repository, capsys, *links, "--preview", "https://p.test/1")
    assert text.splitlines()[2].startswith("**❌ Ada 1 kesalahan")
    assert titles(text)[:2] == ["Yang perlu diperbaiki", "Pratinjau"]
    written = (repository / COMMITMENT).read_text(encoding="utf-8").splitlines()
    line = written.index("  value: 31-12-2030") + 1
    url = f"https://github.com/warga/renaksi/blob/0a1b/{COMMITMENT}#L{line}"
    assert f"- [baris {line}]({url}): `end_date.value`: `Tanggal harus ditulis" in text
    assert f"https://github.com/warga/renaksi/edit/usul/%231/{COMMITMENT}" in text
    assert "(https://p.test/1)" in text


def test_new_warnings_come_after_the_changes(repository: Path, capsys: Output) -> None:
    roots.replace(repository / COMMITMENT, "value: 2030-12-31", "value: 2035-12")
    text = answered(repository, capsys)
    assert text.splitlines()[2].startswith("**✅ Usulan ini lolos pemeriksaan, dengan 1 peringatan")
    assert titles(text)[:2] == ["Yang akan berubah", "Peringatan baru"]
    assert "date-inside-plan" in text
    assert "source-is-used" not in text  # stood before


def test_vanished_id_is_an_error(repository: Path, capsys: Output) -> None:
    (repository / STAGE).unlink()
    text = answered(repository, capsys)
    assert "published-id-stays" in text
    assert "**Tahap 3 (`Guntur terakhir`)**" in text


def test_what_came_to_main_meanwhile_is_not_the_proposals(repository: Path, capsys: Output) -> None:
    git(repository, "checkout", "-q", "main")
    added = STAGE.replace("03-last", "04-later")
    text = (repository / STAGE).read_text(encoding="utf-8")
    text = text.replace("03-last", "04-later").replace("number: 3", "number: 4")
    (repository / added).write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Meanwhile")
    git(repository, "checkout", "-q", "usul")
    roots.replace(repository / COMMITMENT, "value: 2030-12-31", "value: 2030-12")
    text = answered(repository, capsys)
    assert "published-id-stays" not in text
    assert "Tahap 4" not in text


def test_other_revision_is_read_without_a_checkout(repository: Path, capsys: Output) -> None:
    roots.replace(repository / COMMITMENT, "value: 2030-12-31", "value: 2030-12")
    expected = answered(repository, capsys)
    git(repository, "checkout", "-q", "main")
    assert main(["review", "--against", "main", "--head", "usul", "--root", str(repository)]) == 0
    assert capsys.readouterr().out == expected


def test_incomplete_history_is_refused_with_the_remedy(
    repository: Path, tmp_path: Path, capsys: Output
) -> None:
    roots.replace(repository / COMMITMENT, "value: 2030-12-31", "value: 2030-12")
    answered(repository, capsys)
    shallow = tmp_path / "shallow"
    source = f"file://{repository.parent}"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", source, str(shallow))
    root = str(shallow / "corpus")
    assert main(["review", "--against", "origin/main", "--root", root]) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_proposal_that_is_no_kin_is_refused(repository: Path, capsys: Output) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-q", "-m", "Other")
    assert main(["review", "--against", "main", "--root", str(repository)]) == 2
    assert "tidak mempunyai riwayat bersama" in capsys.readouterr().err


# Hostile proposals


def proposal(root: Path, words: dict[str, Words], extra: list[Problem]) -> Proposal:
    old, new = validate(cases.CORPUS)[0], validate(root)
    changes = tuple(find_changes(old, new[0]))
    return Proposal(Comparison(old, new[0], changes, words), [*new[1], *extra], LINKS)


NASTY = "@all #1 `x` ![i](https://e.test/i) <img src=x> </details> --> ](https://e.test) \n\n# H"


def test_nothing_of_a_proposal_runs(tmp_path: Path, words: dict[str, Words]) -> None:
    path = "content/@all](https://e.test)/<b>`x`.md"
    message = Message(id=NASTY, en=NASTY)
    extra = [Problem(Place(path, 3), NASTY, message, key=NASTY)]
    case = cases.read_case(cases.CORPUS.parent / "changes" / "hostile.yaml")
    text = render_comment(proposal(cases.lay_out(case, tmp_path), words, extra))
    body = text.removeprefix(MARK)
    assert body.count("<details>") == body.count("\n</details>\n") == 1
    before, _, after = body.partition("<details><summary>English</summary>")
    for part in (before, after.replace("\n</details>\n", "")):
        shown = text_outside_code(part, allowed=("a", "h3"))
        assert not any(sign in shown for sign in ("@", "#1", "<", "e.test")), shown
        found = re.findall(r'href="([^"]*)"', markdown.markdown(part, extensions=EXTENSIONS))
        assert found
        assert all(each.startswith(("https://github.com/warga/", LINKS.preview)) for each in found)


@pytest.mark.parametrize("number", [0, 40, 4000])
def test_answer_is_never_longer_than_github_allows(
    number: int, tmp_path: Path, words: dict[str, Words]
) -> None:
    message = Message(id="salah " * 200, en="wrong " * 200)
    found = [
        Problem(
            Place(f"content/{each % 7}.md", each), "some-rule", message, severity=severity, new=True
        )
        for each in range(number)
        for severity in Severity
    ]
    path = tmp_path / "organizations.yaml"
    root = cases.lay_out({"remove": [STAGE]}, path)
    text = render_comment(proposal(root, words, found))
    assert len(text) <= 65_536
    assert titles(text)[:2] == (
        ["Yang perlu diperbaiki", "Yang akan berubah"] if number else titles(text)[:2]
    )
    assert text.endswith("</details>\n")
    if number == 4000:
        assert "lagi tidak ditampilkan di sini." in text
        assert "Tahap 3" in text


def test_sections_share_the_room() -> None:
    long = Section("Long", tuple(Item(["x" * 99]) for _ in range(100)))
    short = Section("Short", (Item(["y"]),))
    text = fit([Section("First", ()), long, short, Section("None", ())], 2_300, str)
    assert text.startswith("First\n\n### Long\n\nxxx")
    assert text.endswith("### Short\n\ny")
    shown = text.count("x" * 99)
    assert str(100 - shown) in text
    assert 15 < shown < 25
    assert "None" not in text


def test_head_never_stands_last() -> None:
    items = (Item(["a"]), Item(["head"], heads=True), Item(["b" * 500]))
    text = fit([Section("First", ()), Section("S", items)], 300, lambda left: f"{left} left")
    assert "head" not in text
    assert text.endswith("1 left")
