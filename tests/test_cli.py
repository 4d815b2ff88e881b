"""The command line: what it prints and how it exits."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import renaksi
from renaksi import checks
from renaksi.cli import main
from tests import cases, roots

Output = pytest.CaptureFixture[str]
CLEAN = re.compile(
    r"Tidak ada masalah\. / No problems found\.\n|.*\n0 kesalahan, \d+ peringatan / 0 errors, .*\n",
    re.DOTALL,
)


def test_check_of_a_clean_corpus_exits_0(capsys: Output) -> None:
    assert main(["check", "--root", str(cases.CORPUS)]) == 0
    assert CLEAN.fullmatch(capsys.readouterr().out)


def test_check_of_a_broken_corpus_exits_1_and_names_the_file(
    tmp_path: Path, capsys: Output
) -> None:
    root = cases.lay_out({"files": {"data/stray.yaml": ""}}, tmp_path)
    assert main(["check", "--root", str(root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("data/stray.yaml:1:1: error: ")]
    assert lines[-1].startswith("1 kesalahan, ")


@pytest.mark.parametrize("missing", ["content", "data"])
def test_folder_that_is_no_corpus_exits_2_and_says_what_is_missing(
    tmp_path: Path, capsys: Output, missing: str
) -> None:
    root = cases.lay_out({}, tmp_path)
    (root / missing).rename(tmp_path / "elsewhere")
    assert main(["check", "--root", str(root)]) == 2
    line, remedy = capsys.readouterr().err.splitlines()
    assert line == f"{root}: tidak ada / missing: {missing}"
    assert "--root" in remedy


def test_corpus_without_a_configuration_has_a_problem(tmp_path: Path, capsys: Output) -> None:
    root = cases.lay_out({"remove": ["mkdocs.yml"]}, tmp_path)
    assert main(["check", "--root", str(root)]) == 1
    assert "mkdocs.yml:1:1: error: Berkas ini harus ada; kembalikan" in capsys.readouterr().out
    os.mkfifo(root / "mkdocs.yml")
    assert main(["check", "--root", str(root)]) == 1


@pytest.mark.parametrize("command", ["check", "build", "serve"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("file", "bukan folder / not a folder"),
        ("file/below", "tidak ada / does not exist"),
        ("none", "tidak ada / does not exist"),
        ("circle", "tidak "),
    ],
)
def test_root_that_is_no_folder_exits_2_and_says_so(
    tmp_path: Path, capsys: Output, command: str, name: str, said: str
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert main([command, "--root", str(tmp_path / name)]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "address", ["x", "8000", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:65536", "a.example:80", ":1"]
)
def test_address_that_is_none_exits_2_and_shows_how_one_looks(capsys: Output, address: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--root", str(cases.CORPUS), "--address", address])
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert f'"{address}" bukan IP:PORT' in error
    assert "such as 127.0.0.1:8001" in error


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--rooot", "."], ["build", "extra"]])
def test_wrong_usage_exits_2(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "Lihat / see: renaksi" in capsys.readouterr().err


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


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A corpus with two unread files and a key that is not known."""
    person = {"data/people.yaml": "- id: a\n  nmae: x\n"}
    return cases.lay_out(
        {"files": {"data/stray.yaml": "", "content/stages/stray.yaml": "", **person}}, tmp_path
    )


def paths(out: str) -> set[str]:
    """The files with errors; the invented corpus has warnings on purpose."""
    problems = json.loads(out)["problems"]
    return {problem["path"] for problem in problems if problem["severity"] == "error"}


def test_json_gives_place_rule_and_both_languages(broken: Path, capsys: Output) -> None:
    assert main(["check", "--root", str(broken), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report.keys() == {"problems", "counts"}
    found = next(each for each in report["problems"] if each["rule"] == "known-key")
    assert found == {
        "path": "data/people.yaml",
        "line": 2,
        "column": 3,
        "severity": "error",
        "rule": "known-key",
        "key": "nmae",
        "message": {
            "id": 'Isian "nmae" tidak dikenal. Mungkin maksudnya "name".',
            "en": 'The key "nmae" is not known. Did you mean "name"?',
        },
    }
    severities = [each["severity"] for each in report["problems"]]
    assert report["counts"] == {each: severities.count(each) for each in ("error", "warning")}


def test_json_of_a_chosen_file_without_errors_has_none(broken: Path, capsys: Output) -> None:
    chosen = ["content/about.md", "--root", str(broken), "--format", "json"]
    assert main(["check", *chosen]) == 0
    report = json.loads(capsys.readouterr().out)
    assert {problem["path"] for problem in report["problems"]} <= {"content/about.md"}
    assert report["counts"] == {"error": 0, "warning": len(report["problems"])}


@pytest.mark.parametrize(
    ("chosen", "reported"),
    [
        (["data/stray.yaml"], {"data/stray.yaml"}),
        (["data/stray.yaml", "content/stages/"], {"data/stray.yaml", "content/stages/stray.yaml"}),
        (["data/../content/stages"], {"content/stages/stray.yaml"}),
    ],
)
def test_paths_narrow_what_is_reported(
    broken: Path, capsys: Output, chosen: list[str], reported: set[str]
) -> None:
    assert main(["check", "--root", str(broken), "--format", "json", *chosen]) == 1
    assert paths(capsys.readouterr().out) == reported


def test_paths_are_taken_from_the_working_folder_first(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken / "content" / "stages")
    chosen = ["stray.yaml", str(broken / "data" / "stray.yaml")]
    assert main(["check", "--root", "../..", "--format", "json", *chosen]) == 1
    assert paths(capsys.readouterr().out) == {"content/stages/stray.yaml", "data/stray.yaml"}
    monkeypatch.chdir(broken)
    assert main(["check", "--format", "json", "."]) == 1
    assert "data/people.yaml" in paths(capsys.readouterr().out)


@pytest.mark.parametrize("path", ["data/none.yaml", "/", "..", "data/stray.yaml/x", "\x1b[31m"])
def test_path_that_is_not_in_the_corpus_exits_2(broken: Path, capsys: Output, path: str) -> None:
    assert main(["check", "--root", str(broken), "data/stray.yaml", path]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "tidak ada di folder data / not in the corpus root" in printed.err
    assert "\x1b" not in printed.err


@pytest.mark.parametrize(
    ("language", "there", "absent"),
    [("id", "tidak dikenal", "known"), ("en", "not known", "Isian")],
)
def test_one_language_alone(
    broken: Path, capsys: Output, language: str, there: str, absent: str
) -> None:
    assert main(["check", "--root", str(broken), "--lang", language, "data/people.yaml"]) == 1
    lines = capsys.readouterr().out.splitlines()
    found = next(line for line in lines if "nmae" in line)
    assert there in found
    assert absent not in found.replace("[known-key]", "")
    assert " / " not in lines[-1]
    assert not [line for line in lines if line.startswith(" ")]


def test_sarif_gives_every_rule_with_its_manual(broken: Path, capsys: Output) -> None:
    assert main(["check", "--root", str(broken), "--format", "sarif"]) == 1
    run = json.loads(capsys.readouterr().out)["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert checks.RULES.keys() <= rules.keys()
    assert all(rules[id]["help"]["text"] for id in checks.RULES)
    assert run["tool"]["driver"]["version"] == renaksi.__version__
    assert {"known-key", "known-file"} <= {result["ruleId"] for result in run["results"]}


def test_github_actions_get_annotations_by_themselves(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["check", "--root", str(broken), "data/people.yaml"]) == 1
    out = capsys.readouterr().out
    assert "::error file=data/people.yaml,line=2,col=3,title=known-key::nmae: Isian" in out
    assert main(["build", "--root", str(broken), "--output", str(broken / "site")]) == 1
    assert "::error file=data/stray.yaml,line=1,col=1,title=known-file::" in capsys.readouterr().out
    assert main(["check", "--root", str(broken), "--format", "text"]) == 1
    assert "::error" not in capsys.readouterr().out


@pytest.mark.parametrize("colour", [True, False])
def test_terminal_shows_the_line_and_a_caret(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    assert main(["check", "--root", str(broken), "data/people.yaml"]) == 1
    out = capsys.readouterr().out
    assert ("\x1b[" in out) is colour
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert "  2 |   nmae: x\n    |   ^\n" in plain


def test_excerpt_is_as_wide_as_the_terminal(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    (broken / "data/people.yaml").write_text(f"- id: Nimbus {'x' * 300}\n", encoding="utf-8")
    for columns in (60, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        main(["check", "--root", str(broken), "data/people.yaml"])
        shown = capsys.readouterr().out.splitlines()
        assert {len(line) for line in shown if "1 | - id" in line} == {columns - 1}


def test_terminal_shows_the_line_of_the_configuration(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = {"mkdocs.yml": {"name: material": "name: readthedocs"}}
    root = cases.lay_out({"replace": changes}, tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    assert main(["check", "--root", str(root), "mkdocs.yml"]) == 1
    assert " |   name: readthedocs\n" in capsys.readouterr().out


def test_terminal_never_opens_what_the_loader_refuses(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(broken / "data" / "pipe.yaml")
    (broken / "data" / "link.yaml").symlink_to("/etc/passwd")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    assert main(["check", "--root", str(broken), "data/pipe.yaml", "data/link.yaml"]) == 1
    out = capsys.readouterr().out
    assert out.count("regular-file") == 2
    assert "root:" not in out


@pytest.mark.parametrize(
    ("rule", "said"), [("end-date-folows-start-date", "end-date-follows-start-date"), ("x\x1b", "")]
)
def test_explain_of_an_unknown_rule_exits_2_and_names_the_nearest(
    capsys: Output, rule: str, said: str
) -> None:
    assert main(["check", "--explain", rule]) == 2
    err = capsys.readouterr().err
    assert (f'Did you mean "{said}"?' in err) is bool(said)
    assert "\x1b" not in err


def test_output_in_an_old_code_page_is_no_crash(broken: Path) -> None:
    (broken / "data" / "people.yaml").write_text("- id: é🎉\n", encoding="utf-8")
    command = [sys.executable, "-m", "renaksi", "check", "--root", str(broken)]
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:strict"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\\xe9" in done.stdout


@pytest.mark.parametrize("arguments", [["check", "--list"], ["check", "--format", "sarif"]])
def test_reader_that_has_enough_is_no_crash(broken: Path, arguments: list[str]) -> None:
    command = [*roots.command(*arguments), *(["--root", str(broken)] if len(arguments) > 2 else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device is one of Linux")
def test_full_disk_is_told_and_no_crash(broken: Path) -> None:
    command = roots.command("check", "--root", str(broken))
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    [said] = done.stderr.decode().splitlines()
    assert said.startswith("Tidak ada tempat lagi")


def test_comparison_shows_what_is_new_and_only_counts_the_rest(tmp_path: Path, capsys) -> None:
    root = cases.lay_out({}, tmp_path)
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "First"],
    ):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    (root / "content/stages/2030-2031/03-last-thunder.en.md").write_text("Said.\n", "utf-8")
    assert main(["check", "--root", str(root), "--against", "HEAD", "--lang", "en"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.rsplit(" ", 1)[1] for line in shown[:-3]] == ["[translation-missing]"]
    assert shown[-2] == "1 new warning from this change"
    assert shown[-1].startswith("Warnings block nothing")

    (root / "content/stages/2030-2031/03-last-thunder.md").unlink()
    (root / "content/stages/2030-2031/03-last-thunder.en.md").unlink()
    assert main(["check", "--root", str(root), "--against", "HEAD", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    new = {each["rule"] for each in found if each["new"]}
    assert new == {"published-id-stays", "reference-exists"}
    assert main(["check", "--root", str(root), "--against", "HEAD", "--format", "sarif"]) == 1
    [run] = json.loads(capsys.readouterr().out)["runs"]
    states = {each["baselineState"] for each in run["results"]}
    assert states == {"new", "unchanged"}


def test_comparison_with_an_unknown_revision_is_wrong_usage(tmp_path: Path, capsys) -> None:
    root = cases.lay_out({}, tmp_path)
    assert main(["check", "--root", str(root), "--against", "HEAD"]) == 2
    assert "repositori Git" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "harus ditulis juga: COMMAND. / the following arguments are required: COMMAND."),
        (["check", "--nope\x1b"], "tidak dikenal: --nope\\u001b. / unrecognized arguments: "),
        (["check", "--format", "xml"], "--format: 'xml' tidak dikenal; yang ada: "),
        (["build", "--output"], "--output: sesudahnya harus ada isinya. / expected one argument."),
        (["check", "--list", "--explain", "x"], "--explain: tidak boleh bersama --list. / not "),
        (["check", "--list=3"], "--list: tidak boleh diberi isi: '3'. / ignored explicit "),
        (["new"], "harus ditulis juga: KIND. / "),
    ],
)
def test_wrong_usage_is_told_in_both_languages(
    arguments: list[str], line: str, capsys: Output
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    said, help = capsys.readouterr().err.splitlines()
    assert line in said
    assert help.startswith("Lihat / see: renaksi")


@pytest.mark.parametrize("day", ["2020-12", "2020-13-01", "kemarin"])
def test_as_of_must_be_a_whole_date(day: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["build", "--as-of", day])
    assert caught.value.code == 2
    assert f'--as-of: "{day}" bukan tanggal TTTT-BB-HH' in capsys.readouterr().err
