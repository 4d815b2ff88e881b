"""Only regular, named, small files are opened, and never more than a bound of them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from renaksi import files
from renaksi.cli import main
from renaksi.load import read_text
from renaksi.problem import Problem
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


@contextmanager
def someone_else() -> Iterator[None]:
    """Gives up the superuser, whom no permission binds; anybody else stays who they are."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


@pytest.fixture
def open_root() -> Iterator[Path]:
    """A corpus that everybody can reach, unlike pytest's own folders."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield cases.lay_out({}, Path(name))


@pytest.mark.parametrize("path", [ENTRY, "data", "content/stages", "content/stages/2030-2031"])
@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_what_may_not_be_opened_is_a_problem(
    open_root: Path, capsys: pytest.CaptureFixture[str], path: str, mode: int
) -> None:
    (open_root / path).chmod(mode)
    with someone_else():
        status = main(["check", "--root", str(open_root), "--lang", "en"])
    (open_root / path).chmod(0o755)
    assert status == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if ": error: " in line]
    # Whether a link leads to a file in a closed folder nobody can tell.
    problems = [line for line in lines if "[link-leads-somewhere]" not in line]
    assert problems
    other = [
        line for line in problems if "[readable-file]" not in line or not line.startswith(path)
    ]
    assert other == []
    assert len(problems) == 1 or mode == 0o400


def test_file_that_is_gone_when_it_is_to_be_looked_at_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = cases.lay_out({"files": {"data/gone.yaml": "", "content/gone/x.md": ""}}, tmp_path)
    lstat = Path.lstat

    def delete_first(path: Path) -> os.stat_result:
        (root / "data/gone.yaml").unlink(missing_ok=True)
        shutil.rmtree(root / "content/gone", ignore_errors=True)
        return lstat(path)

    walk = files._walk(root)
    seen = [next(walk)[0]]
    monkeypatch.setattr(Path, "lstat", delete_first)
    seen += [path for path, _ in walk]
    assert not [path for path in seen if "gone" in path]


def test_file_that_is_gone_when_it_is_to_be_read_is_a_problem(tmp_path: Path) -> None:
    root = cases.lay_out({}, tmp_path)
    (root / ENTRY).unlink()
    problem = read_text(root, ENTRY)
    assert isinstance(problem, Problem)
    assert problem.rule == "readable-file"


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
