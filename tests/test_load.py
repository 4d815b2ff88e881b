"""Files become a corpus; whatever the files hold, loading ends with problems, not exceptions."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renaksi.corpus import Prose
from renaksi.load import load_corpus
from renaksi.vocabulary import Kind
from tests import cases

STAGE = "content/stages/2030-2031/01-first-drops.md"


def load_changed(folder: Path, **case: object) -> list[str]:
    return cases.problems_of(cases.lay_out(dict(case), folder))


def test_hash_of_a_text_is_short_and_blind_to_the_space_around_it() -> None:
    texts = ("Awan\n", "\n\n Awan", "awan")
    hashes = [Prose("x.md", text).hash for text in texts]
    assert hashes[0] == hashes[1] == "633624ddcf41" != hashes[2]


def test_windows_line_ends_give_the_same_text(tmp_path: Path) -> None:
    root = cases.lay_out({}, tmp_path)
    before, _ = load_corpus(root)
    (root / STAGE).write_bytes((root / STAGE).read_bytes().replace(b"\n", b"\r\n"))
    after, problems = load_corpus(root)
    assert problems == []
    key = (Kind.STAGE, "01-first-drops")
    assert after.prose[key] == before.prose[key]


def test_byte_order_mark_is_one_problem_and_not_many(tmp_path: Path) -> None:
    root = cases.lay_out({}, tmp_path)
    path = root / "content/index.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    problems = cases.problems_of(root)
    assert [text.splitlines()[0].split(" ")[-1] for text in problems] == ["[hidden-character]"]


@pytest.mark.parametrize("head", ["- source_hash", "just text", "source_hash: [x]"])
def test_head_of_a_translation_that_holds_no_hash_is_reported(tmp_path: Path, head: str) -> None:
    path = "content/stages/2030-2031/03-last-thunder.en.md"
    problems = load_changed(tmp_path, files={path: f"---\n{head}\n---\n\nThunder.\n"})
    assert [problem for problem in problems if problem.startswith(path)]


def test_folder_in_place_of_a_file_is_reported(tmp_path: Path) -> None:
    root = cases.lay_out({"remove": ["data/notes.yaml"]}, tmp_path)
    (root / "data/notes.yaml").mkdir()
    assert [text for text in cases.problems_of(root) if text.startswith("data/notes.yaml:1:1: ")]


def test_loading_goes_on_after_the_first_problem(tmp_path: Path) -> None:
    problems = load_changed(tmp_path, remove=["data/notes.yaml", "data/glossary.yaml"])
    assert len(problems) == 2


def test_problems_come_sorted_by_place(tmp_path: Path) -> None:
    files = {"data/z.yaml": "", "content/a.txt": "", "content/updates/2030-2031/b.yaml": "x"}
    places = [text.split(":")[0] for text in load_changed(tmp_path, files=files)]
    assert places == sorted(files)


@given(content=st.binary(max_size=80))
@settings(max_examples=50, deadline=None)
def test_any_bytes_in_any_file_end_in_problems(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path in ("data/renaksi.yaml", "data/people.yaml", STAGE, f"{STAGE[:-3]}.en.md"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(b"---\n" + content + b"\n---\n" if "md" in path else content)
        assert cases.problems_of(root)
