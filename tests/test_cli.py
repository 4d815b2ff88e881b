"""The command line: what it prints and how it exits."""

import subprocess
import sys
from pathlib import Path

import pytest

import renaksi
from renaksi.cli import main
from tests import cases

Output = pytest.CaptureFixture[str]


def test_check_of_a_clean_corpus_exits_0(capsys: Output) -> None:
    assert main(["check", "--root", str(cases.CORPUS)]) == 0
    assert capsys.readouterr().out == "Tidak ada masalah. / No problems found.\n"


def test_check_of_a_broken_corpus_exits_1_and_names_the_file(
    tmp_path: Path, capsys: Output
) -> None:
    root = cases.lay_out({"files": {"data/stray.yaml": ""}}, tmp_path)
    assert main(["check", "--root", str(root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("data/stray.yaml:1:1: error: ")
    assert lines[-1] == "1 kesalahan, 0 peringatan / 1 errors, 0 warnings"


@pytest.mark.parametrize("missing", ["content", "data", "mkdocs.yml"])
def test_folder_that_is_no_corpus_exits_2_and_says_what_is_missing(
    tmp_path: Path, capsys: Output, missing: str
) -> None:
    root = cases.lay_out({}, tmp_path)
    (root / missing).rename(tmp_path / "elsewhere")
    assert main(["check", "--root", str(root)]) == 2
    assert capsys.readouterr().err == f"{root}: tidak ada / missing: {missing}\n"


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--rooot", "."], ["build", "extra"]])
def test_wrong_usage_exits_2(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: renaksi" in capsys.readouterr().err


def test_root_is_the_working_folder_unless_given(
    monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(cases.CORPUS)
    assert main(["check"]) == 0
    monkeypatch.chdir(cases.CORPUS / "data")
    assert main(["check"]) == 2
    capsys.readouterr()


def test_build_of_a_broken_corpus_exits_1_and_leaves_the_old_site(
    tmp_path: Path, capsys: Output
) -> None:
    root = cases.lay_out({"files": {"data/stray.yaml": ""}}, tmp_path)
    old = tmp_path / "site"
    old.mkdir()
    (old / "index.html").write_text("old", encoding="utf-8")
    assert main(["build", "--root", str(root), "--output", str(old)]) == 1
    assert [path.name for path in old.iterdir()] == ["index.html"]
    assert "data/stray.yaml" in capsys.readouterr().out


def test_version_is_that_of_the_package(capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"{renaksi.__version__}\n"


def test_package_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "renaksi", "check", "--root", str(cases.CORPUS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
