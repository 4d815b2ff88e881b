"""The workflows: who may do what, what they run, and that a person can run the same."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

from renaksi.forms import APPROVED
from renaksi.publish.words import load_words
from tests import hub, roots, websites
from tests.repositories import commit_corpus, git
from tests.test_forms import UPDATE
from tests.test_propose import approval
from tests.test_setup import read, targets

WORKFLOWS = sorted((roots.ENGINE / ".github" / "workflows").glob("*.yml"))
EVERY = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
# What runs this test itself, or takes as long as it: `make workflows` runs these.
LONG = {"make test", "make fuzz", "make html", "make budget"}
# What asks other sites: tests let it ask one on this machine.
OUTSIDE = {"make links", "make archive"}
# Rights to change something, and the workflows that need them: none that runs a proposal's code.
WRITES = {
    "comment": {"pull-requests"},
    "forms": {"contents", "pull-requests", "issues"},
    "links": {"contents", "pull-requests", "issues"},
    "publish": {"pages", "id-token"},
    "codeql": {"security-events"},
}


def load(workflow: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return found


def jobs(workflow: Path) -> list[dict[str, Any]]:
    return list(load(workflow)["jobs"].values())


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(workflow) for step in job.get("steps", ())]


def triggers(workflow: Path) -> set[str]:
    return set(load(workflow)[True])  # YAML 1.1 reads `on` as true


@EVERY
def test_steps_run_make_targets_only(workflow: Path) -> None:
    for command in [step["run"] for step in steps(workflow) if "run" in step]:
        assert re.fullmatch(r"make [a-z-]+", command), command
        assert command.removeprefix("make ") in targets()


@EVERY
def test_actions_are_pinned_by_commit_with_their_version(workflow: Path) -> None:
    for use in re.findall(r"^ +(?:- )?uses: (.+)$", workflow.read_text("utf-8"), re.MULTILINE):
        local = use.startswith("./.github/workflows/")
        assert local or re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use), use


@EVERY
def test_rights_are_given_by_job_with_the_reason(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert "\npermissions: {}\n" in text
    for job in jobs(workflow):
        assert job["permissions"]
        assert "uses" in job or job["timeout-minutes"]
        written = {name for name, right in job["permissions"].items() if right == "write"}
        assert written <= WRITES.get(workflow.stem, set())
        for name, right in job["permissions"].items():
            assert re.search(rf"^ +{name}: {right} # [a-z]", text, re.MULTILINE), name


@EVERY
def test_checkouts_leave_no_token_behind(workflow: Path) -> None:
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@EVERY
def test_no_foreign_text_in_a_command(workflow: Path) -> None:
    assert not [step for step in steps(workflow) if "${{" in step.get("run", "")]


@EVERY
def test_what_a_fork_starts_has_no_secret_and_no_cache(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert "pull_request_target" not in triggers(workflow)
    assert "secrets." not in text
    if "pull_request" in triggers(workflow):
        assert "github.token" not in text
        assert "cache" not in text


def test_second_stage_checks_out_the_base_branch() -> None:
    [workflow] = [path for path in WORKFLOWS if "workflow_run" in triggers(path)]
    checkouts = [each["with"] for each in steps(workflow) if "checkout" in each.get("uses", "")]
    assert [each["ref"] for each in checkouts] == ["${{ github.event.repository.default_branch }}"]
    assert "download-artifact" not in workflow.read_text(encoding="utf-8")


def test_forms_run_the_main_branch_for_the_label_of_approval_alone() -> None:
    [workflow] = [path for path in WORKFLOWS if path.stem == "forms"]
    assert load(workflow)[True] == {"issues": {"types": ["labeled"]}}
    [job], every = jobs(workflow), steps(workflow)
    assert job["if"].startswith(f"github.event.label.name == '{APPROVED}' &&")
    assert every[0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert [step["run"] for step in every if "env" in step] == ["make propose"]
    assert "issue.body" not in workflow.read_text(encoding="utf-8")
    assert "issue.title" not in workflow.read_text(encoding="utf-8")


def test_only_what_was_checked_is_deployed() -> None:
    publish = load(next(path for path in WORKFLOWS if path.stem == "publish"))
    assert publish["concurrency"]["cancel-in-progress"] is False
    check, deploy = publish["jobs"]["check"], publish["jobs"]["deploy"]
    assert check["uses"] == "./.github/workflows/check.yml"
    assert deploy["needs"] == "check"
    assert deploy["environment"]["name"] == "github-pages"
    assert [step["uses"].partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert "pull_request" not in publish[True]


def test_the_guide_for_proposals_names_every_command_of_the_checks() -> None:
    indonesian, english = read("CONTRIBUTING.md").split("\n# How to propose a change")
    check = next(path for path in WORKFLOWS if path.stem == "check")
    for step in steps(check):
        if "run" in step:
            assert f"`{step['run']}" in indonesian, step
            assert f"`{step['run']}" in english, step


def test_each_way_into_the_data_has_its_owners() -> None:
    lines = [line.split() for line in read(".github/CODEOWNERS").splitlines() if line.strip()]
    owned = {line[0]: line[1:] for line in lines if not line[0].startswith("#")}
    assert next(iter(owned)) == "*"
    voices = [owned[f"/content/updates/*/*-{voice}*.yaml"] for voice in ("government", "irm")]
    voices += [owned["/content/updates/*/*-civil-society*.yaml"], owned["/content/"], owned["*"]]
    assert len({tuple(each) for each in voices}) == len(voices)
    assert owned["/content/"] == owned["/data/"]
    assert all(owner.startswith("@renaksi-ogi/") for owners in voices for owner in owners)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone of this repository as it is now, with a proposal on top of its main branch."""
    folder = tmp_path_factory.mktemp("workflows") / "renaksi"
    tracked = git(roots.ENGINE, "ls-files", "-z", "-co", "--exclude-standard").split("\0")
    for name in filter(None, tracked):
        source = roots.ENGINE / name
        if source.is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Main")
    git(folder, "checkout", "-q", "-b", "usul")
    [path] = folder.glob("content/commitments/*/06-*-legislation.md")
    roots.replace(path, "value: 2020-12-31", "value: 2020-12")
    git(folder, "commit", "-q", "-am", "Usulan")
    return folder


def commands() -> list[str]:
    found = [step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step]
    return sorted(set(found) - LONG - {"make comment"})  # tests/test_comment.py runs that


@pytest.fixture(scope="module")
def served(clone: Path) -> Iterator[hub.Hub]:
    """What the steps ask of GitHub, with an approved form in the event of the run."""
    words = load_words(clone / "theme" / "strings")[0]
    event = approval("update", UPDATE, words)
    (clone / "event.json").write_text(json.dumps(event), encoding="utf-8")
    content: dict[str, Any] = {
        "/collaborators/pengelola/permission": {"permission": "admin"},
        "/issues/12/comments": [],
        "/pulls": [],
    }
    content |= {"": {"default_branch": "main"}, "/issues": []}
    with hub.serve(hub.Hub(content)) as found:
        found.know_commit(git(clone, "rev-parse", "HEAD").strip())
        yield found


@pytest.fixture(scope="module")
def elsewhere(
    tmp_path_factory: pytest.TempPathFactory, served: hub.Hub
) -> Iterator[dict[str, str]]:
    """A corpus whose addresses lead to a site on this machine, which is an archive, too."""
    folder = tmp_path_factory.mktemp("elsewhere")
    root = commit_corpus(folder)
    with websites.serve() as site:
        websites.lead_here(root, site)
        site.copies = {
            f"{site.url}/ok": f"https://web.archive.org/web/20310601000000/{site.url}/ok"
        }
        git(folder, "commit", "-qam", "Second")
        served.know_commit(git(root, "rev-parse", "HEAD").strip())
        manners = f"--pause 0 --allow {websites.HERE}"
        archive = f"{manners} --availability {site.url} --saving {site.url}"
        yield {"ROOT": str(root), "LINKS": manners, "ARCHIVE": archive, "TURN": "3"}


def given(command: str) -> dict[str, str]:
    """What a workflow tells the step of a command, but for what only GitHub knows."""
    every = [step for path in WORKFLOWS for step in steps(path) if step.get("run") == command]
    told = {name: value for step in every for name, value in step.get("env", {}).items()}
    return {name: value for name, value in told.items() if "${{" not in value}


@pytest.mark.parametrize("command", commands())
def test_a_person_can_run_what_ci_runs(
    clone: Path, served: hub.Hub, elsewhere: dict[str, str], command: str
) -> None:
    summary = clone / "summary.md"
    environment = {
        **roots.ENVIRONMENT,
        **served.environment,
        "AGAINST": "main",
        "GITHUB_EVENT_PATH": str(clone / "event.json"),
        "GITHUB_STEP_SUMMARY": str(summary),
        **given(command),
        **(elsewhere if command in OUTSIDE else {}),
    }
    del environment["PYTHONPATH"]
    # The packages are those of this run: what installs them has been run by `make test` itself.
    installed = ["-o", "site-tools", "-o", "test-tools", f"PYTHON={sys.executable}"]
    done = subprocess.run(
        [*command.split(), *installed],
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    if command == "make review":
        text = summary.read_text(encoding="utf-8")
        assert "tanggal selesai diubah dari 31 Desember 2020 menjadi Desember 2020" in text
    if command == "make propose":
        pull = next(each for each in served.content["/pulls"] if "form/" in each["head"]["ref"])
        assert pull["title"] == "Kabar pelaksanaan: Komitmen 6 (“Portal e-legislasi daerah”)"
    if command == "make links":
        [issue] = served.content["/issues"]
        assert (issue["state"], issue["labels"]) == ("open", ["tautan"])
    if command == "make archive":
        assert "archive/copies" in [each["head"]["ref"] for each in served.content["/pulls"]]


def test_every_entry_of_the_ledger_falls_to_the_owners_of_its_voice() -> None:
    lines = [line.split() for line in read(".github/CODEOWNERS").splitlines()]
    owned = [(line[0], line[1:]) for line in lines if line and not line[0].startswith("#")]
    for path in (roots.ENGINE / "content" / "updates").rglob("*.yaml"):
        voice = yaml.safe_load(path.read_text(encoding="utf-8"))["voice"]
        name = f"/{path.relative_to(roots.ENGINE).as_posix()}"
        found = [who for pattern, who in owned if fnmatchcase(name, pattern)]
        assert found[-1] == [f"@renaksi-ogi/{voice}"], path
