"""Only regular, named, small files are opened, and never more than a bound of them."""

import os
from pathlib import Path

import pytest

from renaksi import files
from tests import cases

ENTRY = "data/people.yaml"


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in files.survey(root)[1]]


def test_allowed_files_come_sorted_and_without_problems() -> None:
    allowed, problems = files.survey(cases.CORPUS)
    expected = [
        path.relative_to(cases.CORPUS).as_posix()
        for folder in files.FOLDERS
        for path in (cases.CORPUS / folder).rglob("*.*")
    ]
    assert allowed == sorted(expected)
    assert problems == []


def test_link_to_a_file_outside_is_refused_unread(tmp_path: Path) -> None:
    root = cases.lay_out({"remove": [ENTRY]}, tmp_path)
    secret = tmp_path / "secret.yaml"
    secret.write_text("- id: secret\n", encoding="utf-8")
    (root / ENTRY).symlink_to(secret)
    assert rules(root) == ["regular-file"]
    assert ENTRY not in files.survey(root)[0]
    assert not [text for text in cases.problems_of(root) if "secret" in text]


@pytest.mark.parametrize("name", ["data", "content"])
def test_link_to_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    root = cases.lay_out({}, tmp_path)
    (root / name).rename(tmp_path / "elsewhere")
    (root / name).symlink_to(tmp_path / "elsewhere")
    assert rules(root) == ["regular-file"]


def test_link_that_leads_in_a_circle_ends(tmp_path: Path) -> None:
    root = cases.lay_out({}, tmp_path)
    (root / "content" / "circle").symlink_to(root / "content")
    assert rules(root) == ["regular-file"]


def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    root = cases.lay_out({}, tmp_path)
    os.mkfifo(root / "data" / "pipe.yaml")
    assert rules(root) == ["regular-file"]
    assert cases.problems_of(root)


def test_more_files_than_the_bound_are_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = cases.lay_out({}, tmp_path)
    monkeypatch.setattr(files, "MAX_FILES", 10)
    allowed, problems = files.survey(root)
    assert (allowed, [problem.rule for problem in problems]) == ([], ["file-count"])


def test_name_that_is_no_text_is_refused_and_can_be_printed(tmp_path: Path) -> None:
    root = cases.lay_out({}, tmp_path)
    Path(os.fsdecode(os.fsencode(root / "data") + b"/\xff.yaml")).write_bytes(b"")
    assert rules(root) == ["file-name"]
    assert "\n".join(cases.problems_of(root)).encode()
