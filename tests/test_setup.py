"""The set-up keeps its promises: the commands, the locks, the workflows and what is published."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import renaksi
from tests import browser

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("build", "test", "fuzz", "mutate")
REQUIRED = {"mkdocs": "1.6.1", "mkdocs-material": "9.8.1"}
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def make(*arguments: str) -> str:
    command = ["make", "--no-print-directory", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):(?!=)", read("Makefile"), re.MULTILINE))


def pins(lock: str) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", read(f"requirements/{lock}.txt"), re.MULTILINE)
    return dict(found)


def published_files() -> list[Path]:
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_every_make_command_in_the_readme_exists() -> None:
    named = set(re.findall(r"`make ([a-z-]+)`", read("README.md")))
    assert {"serve", "test"} <= named
    assert named <= targets()


def test_help_shows_every_documented_target() -> None:
    documented = set(re.findall(r"^([a-z-]+):.*## ", read("Makefile"), re.MULTILINE))
    shown = set(re.findall(r"^  make ([a-z-]+)", make("help"), re.MULTILINE))
    assert {"serve", "build", "check", "lint", "test", "bless", "help"} <= documented
    assert shown == documented


def test_build_and_check_take_another_root() -> None:
    printed = make("--dry-run", "build", "check", "ROOT=other plan", "OUT=out folder")
    assert 'build --root "other plan" --output "out folder"' in printed
    assert 'check --root "other plan"' in printed


def test_ci_runs_the_readme_command_alone() -> None:
    commands = [line for line in read(".ci/run").splitlines() if "make" in line]
    assert commands == ["exec make --no-print-directory test"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    entries = read(f"requirements/{lock}.txt").replace("\\\n", " ").splitlines()
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_host(lock: str) -> None:
    assert not re.search(r"://|--index|--find-links|--extra| @ ", read(f"requirements/{lock}.txt"))


def test_the_test_lock_holds_the_build_lock() -> None:
    assert pins("build").items() <= pins("test").items()


def test_locked_versions_are_the_required_ones() -> None:
    build = pins("build")
    assert build.items() >= REQUIRED.items()
    assert build["pydantic"].startswith("2.")
    assert {"jinja2", "pyyaml", "setuptools"} <= build.keys()


def test_the_package_asks_for_locked_packages_only() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    names = {re.split(r"[^a-z0-9.-]", each.lower())[0].replace(".", "-") for each in wanted}
    assert names <= pins("build").keys()


@pytest.mark.parametrize("name", ["CITATION.cff", "publiccode.yml"])
def test_descriptions_give_the_version_of_the_package(name: str) -> None:
    description = yaml.safe_load(read(name))
    assert renaksi.__version__ in (description.get("version"), description.get("softwareVersion"))


def test_public_code_descriptions_have_the_lengths_of_the_standard() -> None:
    descriptions = yaml.safe_load(read("publiccode.yml"))["description"]
    assert descriptions.keys() == {"id", "en"}
    for text in descriptions.values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_nothing_published_names_this_machine_or_a_registry() -> None:
    private = [f"{path}/" for path in (ROOT, Path.home()) if len(path.parts) > 1]
    fixed = ["/" + "work/main", "/" + "root/."]
    forbidden = [text.encode() for text in (*HOSTS, *fixed, *private)]
    for path in published_files():
        content = path.read_bytes()
        assert not [text for text in forbidden if text in content], path.relative_to(ROOT)


def test_a_chosen_browser_that_does_not_run_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    browser.find_browser.cache_clear()
    monkeypatch.setenv("CHROME_PATH", "/no/such/browser")
    assert browser.find_browser() != "/no/such/browser"


def test_without_a_browser_both_languages_say_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    browser.find_browser.cache_clear()
    monkeypatch.setattr(browser, "_candidates", lambda: iter(()))
    monkeypatch.setattr(browser, "_run", lambda *_: None)
    assert browser.main() == 1
    browser.find_browser.cache_clear()
    last = capsys.readouterr().err.splitlines()[-1]
    assert "Pasang Chrome" in last
    assert "Install Chrome" in last


@pytest.mark.parametrize("user", [0, 1000])
def test_the_sandbox_is_left_only_by_root(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert ("--no-sandbox" in browser.launch_arguments()) is (user == 0)


def test_the_dev_container_prepares_what_the_tests_need_and_names_schemas_that_exist() -> None:
    text = read(".devcontainer/devcontainer.json")
    settings = json.loads(
        "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    )
    script = settings["postCreateCommand"].removeprefix("sh ")
    assert "make test-tools" in read(script)
    assert subprocess.run(["sh", "-n", ROOT / script], check=False).returncode == 0
    for schema, files in settings["customizations"]["vscode"]["settings"]["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(files))
