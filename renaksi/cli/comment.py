"""`renaksi comment`: the second stage of a check, which answers on the pull request.

It runs on the code of the base branch, with a token that may write comments. Everything that it
reads of the proposal is data: its commit is fetched and read as objects, by our own rules; its
number comes from GitHub's API and not from anything that the proposal's own run has written.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renaksi import github
from renaksi.cli.common import add_root, both, complain, corpus_root, say
from renaksi.cli.review import read_review
from renaksi.github import GitHub, GitHubError
from renaksi.problem import Message
from renaksi.review import MARK, Links
from renaksi.revision import RevisionError, fetch_commit

PREVIEW = "preview"
_GONE = Message(
    id="Usulan ini sudah berubah atau ditutup; jawaban datang dari pemeriksaan berikutnya.",
    en="This proposal has changed or closed meanwhile; the next check will answer it.",
)


def add_comment(comment: argparse.ArgumentParser) -> None:
    """The options of `renaksi comment`."""
    add_root(comment)
    comment.set_defaults(run=_comment)


def _comment(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    try:
        hub, run = github.from_environment(), _Run.read(github.read_event())
        pull = _find_pull(hub, run)
        if pull is None:
            say(_GONE)
            return 0
        _answer(hub, root, run, github.number(pull["number"]))
    except (GitHubError, RevisionError) as error:
        complain(both(error.message))
        return 1
    return 0


@dataclass(frozen=True)
class _Run:
    """A finished run of the checks on a proposal, as GitHub tells of it."""

    id: int
    commit: str
    owner: str
    repository: str
    branch: str
    passed: bool

    @classmethod
    def read(cls, event: Any) -> "_Run":
        """The run in the payload of `workflow_run`. Raises GitHubError where it is none."""
        try:
            run = event["workflow_run"]
            name = github.repository(run["head_repository"]["full_name"])
            return cls(
                id=github.number(run["id"]),
                commit=github.commit(run["head_sha"]),
                owner=name.partition("/")[0],
                repository=name,
                branch=str(run["head_branch"]),
                passed=run["conclusion"] == "success",
            )
        except (KeyError, TypeError) as error:
            raise GitHubError(f"workflow_run: {error!r:.80}") from error


def _find_pull(hub: GitHub, run: _Run) -> Any:
    """The open pull request whose last commit was checked; a fork's run does not name it."""
    found = hub.list("/pulls", state="open", head=f"{run.owner}:{run.branch}")
    return next((pull for pull in found if pull["head"]["sha"] == run.commit), None)


def _answer(hub: GitHub, root: Path, run: _Run, number: int) -> None:
    fetch_commit(root, f"refs/pull/{number}/head", run.commit)
    page = f"{hub.server}/{hub.repository}/actions/runs/{run.id}"
    links = Links(
        server=hub.server,
        repository=run.repository,
        commit=run.commit,
        branch=run.branch,
        preview=_find_preview(hub, run, page),
        run=page,
    )
    text = read_review(root, "HEAD", run.commit, links, failed=not run.passed)
    github.put_comment(hub, number, MARK, text)


def _find_preview(hub: GitHub, run: _Run, page: str) -> str | None:
    """Where the built site can be downloaded. Of the artifact, only its number is used."""
    found = hub.get(f"/actions/runs/{run.id}/artifacts", name=PREVIEW)["artifacts"]
    ids = [github.number(each["id"]) for each in found if each["name"] == PREVIEW]
    return f"{page}/artifacts/{ids[0]}" if ids else None
