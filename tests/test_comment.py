"""The second stage: it answers on the right pull request, by its own rules, and trusts nothing."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from renaksi.review import MARK
from tests import hub, roots
from tests.repositories import commit_corpus, git

COMMITMENT = "content/commitments/2030-2031/01-foggy-roads.md"
FORK = "warga/renaksi"
NUMBER = 7
BOT = {"login": "github-actions[bot]"}


@dataclass
class Stage:
    """The base branch as the second stage has checked it out, and what GitHub knows."""

    hub: hub.Hub
    root: Path
    proposal: Path
    event: Path

    def propose(self, **run: Any) -> str:
        """Commits the proposal, as a fork's pull request that was checked."""
        git(self.proposal, "add", "-A")
        git(self.proposal, "commit", "-q", "--allow-empty", "-m", "Usulan")
        commit = git(self.proposal, "rev-parse", "HEAD").strip()
        git(self.proposal, "push", "-q", "-f", "origin", f"HEAD:refs/pull/{NUMBER}/head")
        self.hub.content["/pulls"] = [
            {"number": 3, "head": {"sha": "0" * 40}},
            {"number": NUMBER, "head": {"sha": commit}},
        ]
        told = {
            "id": 99,
            "head_sha": commit,
            "head_branch": "usul/#1",
            "head_repository": {"full_name": FORK},
            "conclusion": "success",
            **run,
        }
        self.event.write_text(json.dumps({"workflow_run": told}), encoding="utf-8")
        return commit

    def run(self) -> subprocess.CompletedProcess[str]:
        environment = {
            **roots.ENVIRONMENT,
            **self.hub.environment,
            "GITHUB_EVENT_PATH": str(self.event),
        }
        command = roots.command("comment", "--root", self.root)
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    def answer(self) -> str:
        """The text of the only thing that was sent."""
        done = self.run()
        assert done.returncode == 0, done.stderr
        [(_, _, body)] = self.hub.sent
        return str(body["body"])


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    start = tmp_path / "start"
    start.mkdir()
    commit_corpus(start)
    git(tmp_path, "clone", "-q", "--bare", str(start), "origin.git")
    for name in ("base", "fork"):
        git(tmp_path, "clone", "-q", str(tmp_path / "origin.git"), name)
    content = {
        "/actions/runs/99/artifacts": {"artifacts": [{"id": 5, "name": "preview"}]},
        f"/issues/{NUMBER}/comments": [],
    }
    with hub.serve(hub.Hub(content)) as served:
        root, proposal = tmp_path / "base" / "corpus", tmp_path / "fork" / "corpus"
        yield Stage(served, root, proposal, tmp_path / "event.json")


def test_answer_is_posted_on_the_pull_request_that_was_checked(stage: Stage) -> None:
    roots.replace(stage.proposal / COMMITMENT, "value: 2030-12-31", "value: 31-12-2030")
    commit = stage.propose(conclusion="failure")
    text = stage.answer()
    assert stage.hub.sent[0][:2] == ("POST", f"/issues/{NUMBER}/comments")
    assert text.startswith(MARK)
    assert "❌ Ada 1 kesalahan" in text
    assert f"https://github.com/{FORK}/blob/{commit}/{COMMITMENT}#L" in text
    assert "https://github.com/renaksi-ogi/renaksi/actions/runs/99/artifacts/5" in text
    assert "head=warga%3Ausul%2F%231" in stage.hub.asked[0]


def test_answer_replaces_the_one_before_and_no_one_elses(stage: Stage) -> None:
    roots.replace(stage.proposal / COMMITMENT, "value: 2030-12-31", "value: 2030-12")
    stage.propose()
    stage.hub.content[f"/issues/{NUMBER}/comments"] = [
        *({"id": each, "body": "x", "user": BOT} for each in range(1, 150)),
        {"id": 200, "body": f"{MARK} palsu", "user": {"login": "warga"}},
        {"id": 201, "body": f"{MARK}\n\nlama", "user": BOT},
    ]
    text = stage.answer()
    assert stage.hub.sent[0][:2] == ("PATCH", "/issues/comments/201")
    assert "✅ Usulan ini lolos pemeriksaan." in text


def test_code_of_the_proposal_is_not_run_but_named(stage: Stage, tmp_path: Path) -> None:
    """A fork that changes the program, its hooks and its words answers itself nothing."""
    trap = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
    for name in ("renaksi/__init__.py", "hooks/site.py", "sitecustomize.py", "conftest.py"):
        path = stage.proposal / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(trap, encoding="utf-8")
    (stage.proposal / ".gitattributes").write_text("* filter=trap\n", encoding="utf-8")
    roots.replace(stage.proposal / COMMITMENT, "value: 2030-12-31", "value: 31-12-2030")
    stage.propose()
    text = stage.answer()
    assert "❌ Ada 1 kesalahan" in text  # whatever its own run has said
    assert "5 berkas di luar content/ dan data/" in text
    assert not (tmp_path / "ran").exists()
    assert git(stage.root, "status", "--porcelain") == ""


def test_other_checks_that_failed_are_told_with_their_log(stage: Stage) -> None:
    stage.propose(conclusion="failure")
    text = stage.answer()
    assert "pemeriksaan yang lain gagal" in text
    assert "](https://github.com/renaksi-ogi/renaksi/actions/runs/99)" in text


def test_proposal_that_moved_on_is_left_to_its_next_run(stage: Stage) -> None:
    stage.propose()
    stage.hub.content["/pulls"][1]["head"]["sha"] = "1" * 40
    done = stage.run()
    assert (done.returncode, stage.hub.sent) == (0, [])
    assert "pemeriksaan berikutnya" in done.stdout


def test_reference_that_names_another_commit_is_refused(stage: Stage) -> None:
    stage.propose()
    git(stage.proposal, "commit", "-q", "--allow-empty", "-m", "Lagi")
    git(stage.proposal, "push", "-q", "origin", f"HEAD:refs/pull/{NUMBER}/head")
    done = stage.run()
    assert (done.returncode, stage.hub.sent) == (1, [])
    assert "commit lain" in done.stderr


@pytest.mark.parametrize(
    "run",
    [
        {"head_sha": "main; id"},
        {"head_sha": None},
        {"head_repository": {"full_name": "a/b/../c"}},
        {"head_repository": {"full_name": "-- x"}},
        {"head_repository": None},
        {"id": "99/../../x"},
        {"id": True},
    ],
)
def test_odd_payload_is_refused(stage: Stage, run: dict[str, Any]) -> None:
    stage.propose(**run)
    done = stage.run()
    assert (done.returncode, stage.hub.sent, stage.hub.asked) == (1, [], [])
    assert done.stderr.startswith("GitHub: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["GITHUB_EVENT_PATH", "GITHUB_REPOSITORY", "GITHUB_TOKEN"])
def test_outside_of_a_runner_it_says_what_is_missing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    from renaksi.cli import main  # noqa: PLC0415

    stage.propose()
    for key, value in {**stage.hub.environment, "GITHUB_EVENT_PATH": str(stage.event)}.items():
        monkeypatch.setenv(key, "" if key == name else value)
    assert main(["comment", "--root", str(stage.root)]) == 1
    assert name in capsys.readouterr().err


def test_answer_that_github_refuses_is_told(stage: Stage) -> None:
    stage.propose()
    del stage.hub.content[f"/issues/{NUMBER}/comments"]
    done = stage.run()
    assert done.returncode == 1
    assert "404" in done.stderr
