"""The one writer of files: all or none, never through a link, line ends as they were."""

from pathlib import Path

import pytest

from renaksi.cli.writing import encode, write_files
from tests import roots

Output = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/old.yaml").write_bytes(b"- a\n")
    (tmp_path / "file").write_bytes(b"")
    return tmp_path


def test_new_files_and_replaced_ones_are_written(root: Path) -> None:
    files = {"data/old.yaml": "- b\n", "content/deep/new.md": "x\n"}
    assert write_files(root, files, ["data/old.yaml"])
    assert roots.snapshot(root) == {
        "content/deep/new.md": b"x\n",
        "data/old.yaml": b"- b\n",
        "file": b"",
    }


@pytest.mark.parametrize(
    "stopping",
    ["file/below.yaml", "data/old.yaml/x.yaml", "link/x.yaml", "linked.yaml", "data/missing.yaml"],
)
def test_where_one_cannot_be_written_none_is(root: Path, capsys: Output, stopping: str) -> None:
    (root / "link").symlink_to(root / "data", target_is_directory=True)
    (root / "linked.yaml").symlink_to(root / "data/old.yaml")
    before = roots.snapshot(root)
    files = {"data/old.yaml": "- b\n", "data/new.yaml": "x\n", stopping: "y\n"}
    replaced = ["data/old.yaml", "linked.yaml", "data/missing.yaml"]
    assert not write_files(root, files, replaced)
    assert capsys.readouterr().err.startswith(f"{stopping}: tidak dapat ditulis")
    assert roots.snapshot(root) == before


def test_a_file_that_is_there_is_not_written_over(root: Path, capsys: Output) -> None:
    assert not write_files(root, {"data/new.yaml": "x\n", "data/old.yaml": "- b\n"})
    assert roots.snapshot(root) == {"data/old.yaml": b"- a\n", "file": b""}
    assert "File exists" in capsys.readouterr().err


def test_line_ends_stay_as_they_are(root: Path) -> None:
    (root / "data/windows.yaml").write_bytes(b"- a\r\n- b\r\n")
    assert encode(root, "data/windows.yaml", "- a\n- c\n") == b"- a\r\n- c\r\n"
    assert encode(root, "data/old.yaml", "- c\n") == encode(root, "x.yaml", "- c\n") == b"- c\n"
