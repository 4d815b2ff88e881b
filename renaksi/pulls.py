"""Proposals of our own on GitHub: one commit on a branch, and a pull request of it.

Everything goes through the API, so no credentials lie in the configuration of Git.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from renaksi import github
from renaksi.github import BOT, GitHub, GitHubError

_FILE = "100644"


class TouchedError(GitHubError):
    """Somebody has worked on the branch, so it is left alone."""


@dataclass(frozen=True)
class Proposal:
    """Files by path from the top of the repository, as they are to be after the commit `base`."""

    branch: str
    base: str
    files: Mapping[str, bytes]
    message: str


def push(hub: GitHub, proposal: Proposal) -> str:
    """Puts the branch where the proposal is, whatever it held before; returns the commit.

    Raises TouchedError where its last commit is not ours, and GitHubError.
    """
    place = f"heads/{proposal.branch}"
    tip = hub.find(f"/git/ref/{place}")
    if tip is not None and not _is_ours(hub, github.commit(tip["object"]["sha"])):
        raise TouchedError(place)
    commit = _commit(hub, proposal)
    if tip is None:
        hub.send("POST", "/git/refs", ref=f"refs/{place}", sha=commit)
    else:
        hub.send("PATCH", f"/git/refs/{place}", sha=commit, force=True)
    return commit


def _is_ours(hub: GitHub, commit: str) -> bool:
    return bool(hub.get(f"/git/commits/{commit}")["author"]["name"] == BOT)


def _commit(hub: GitHub, proposal: Proposal) -> str:
    """The commit, which GitHub signs as the workflow's, since no author is given."""
    before = github.commit(hub.get(f"/git/commits/{proposal.base}")["tree"]["sha"])
    entries = [
        {"path": path, "mode": _FILE, "type": "blob", "content": content.decode()}
        for path, content in proposal.files.items()
    ]
    tree = github.commit(hub.send("POST", "/git/trees", base_tree=before, tree=entries)["sha"])
    made = hub.send(
        "POST", "/git/commits", message=proposal.message, tree=tree, parents=[proposal.base]
    )
    return github.commit(made["sha"])


def find_pull(hub: GitHub, branch: str) -> Any:
    """The open pull request of a branch of this repository, or None."""
    owner = hub.repository.partition("/")[0]
    found = hub.list("/pulls", state="open", head=f"{owner}:{branch}")
    return next((each for each in found if each["head"]["ref"] == branch), None)


def open_pull(hub: GitHub, branch: str, into: str, title: str, body: str) -> int:
    """Opens the pull request of a branch, or brings the open one up to date; returns its number."""
    pull = find_pull(hub, branch)
    if pull is None:
        pull = hub.send("POST", "/pulls", title=title, head=branch, base=into, body=body)
    else:
        hub.send("PATCH", f"/pulls/{pull['number']}", title=title, body=body)
    return github.number(pull["number"])
