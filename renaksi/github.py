"""GitHub's REST API, as far as the workflows need it (docs.github.com/rest)."""

import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from renaksi.problem import Message

_VERSION = "2022-11-28"
_SECONDS = 30
_MOST_BYTES = 5_000_000
_PAGE = 100
_REPOSITORY = re.compile(r"[A-Za-z0-9-]{1,39}/[A-Za-z0-9._-]{1,100}")
_MISSING = 404
# How what the token of a workflow does is signed.
BOT = "github-actions[bot]"
_LOGIN = re.compile(r"[A-Za-z0-9-]{1,39}(\[bot\])?")
_SHA = re.compile(r"[0-9a-f]{40}")


class GitHubError(Exception):
    """What GitHub did not give, or gave in a form that it never has; `message` says it twice.

    `status` is that of its answer, if it answered.
    """

    def __init__(self, what: str, status: int | None = None) -> None:
        super().__init__(what)
        self.status = status
        self.message = Message(id=f"GitHub: {what}", en=f"GitHub: {what}")


@dataclass(frozen=True)
class GitHub:
    """One repository, `owner/name`, seen with one token."""

    repository: str
    token: str
    api: str = "https://api.github.com"
    server: str = "https://github.com"

    def get(self, path: str, **query: str | int) -> Any:
        """What stands at a path below the repository's. Raises GitHubError."""
        return self._ask("GET", f"{path}?{urlencode(query)}" if query else path)

    def find(self, path: str) -> Any:
        """What stands at a path, or None where nothing does. Raises GitHubError."""
        try:
            return self.get(path)
        except GitHubError as error:
            if error.status == _MISSING:
                return None
            raise

    def list(self, path: str, **query: str | int) -> Iterator[Any]:
        """Every item of a list, page by page."""
        page = 1
        while items := self.get(path, **query, per_page=_PAGE, page=page):
            yield from items
            if len(items) < _PAGE:
                return
            page += 1

    def send(self, method: str, path: str, **body: Any) -> Any:
        """Makes (POST) or changes (PATCH) something. Raises GitHubError."""
        return self._ask(method, path, json.dumps(body).encode())

    def _ask(self, method: str, path: str, body: bytes | None = None) -> Any:
        request = urllib.request.Request(
            f"{self.api}/repos/{self.repository}{path}",
            data=body,
            method=method,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "X-GitHub-Api-Version": _VERSION,
                "User-Agent": "renaksi",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
                return json.loads(answer.read(_MOST_BYTES))
        except (urllib.error.URLError, TimeoutError, ValueError) as error:
            status = error.code if isinstance(error, urllib.error.HTTPError) else None
            raise GitHubError(f"{method} {quote(path)}: {error}", status) from error


def put_comment(hub: GitHub, number: int, mark: str, text: str) -> None:
    """One comment on an issue or pull request, the same one ever again; `text` begins with `mark`.

    One that somebody else wrote like it is not ours. Raises GitHubError.
    """
    for comment in hub.list(f"/issues/{number}/comments"):
        if comment["body"].startswith(mark) and comment["user"]["login"] == BOT:
            hub.send("PATCH", f"/issues/comments/{comment['id']}", body=text)
            return
    hub.send("POST", f"/issues/{number}/comments", body=text)


def from_environment(environment: Mapping[str, str] = os.environ) -> GitHub:
    """The repository of the runner. Raises GitHubError where this is none."""
    missing = [name for name in ("GITHUB_REPOSITORY", "GITHUB_TOKEN") if not environment.get(name)]
    if missing:
        raise GitHubError(f"{', '.join(missing)}: kosong / not set")
    return GitHub(
        repository(environment["GITHUB_REPOSITORY"]),
        environment["GITHUB_TOKEN"],
        environment.get("GITHUB_API_URL", GitHub.api),
        environment.get("GITHUB_SERVER_URL", GitHub.server),
    )


def read_event(environment: Mapping[str, str] = os.environ) -> Any:
    """What the workflow was started by. Raises GitHubError where this is no runner."""
    path = environment.get("GITHUB_EVENT_PATH")
    if not path:
        raise GitHubError("GITHUB_EVENT_PATH: kosong / not set")
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GitHubError(f"GITHUB_EVENT_PATH: {error}") from error


def repository(name: Any) -> str:
    """An `owner/name`. Raises GitHubError on anything else."""
    return _fitting(_REPOSITORY, name, "owner/name")


def commit(name: Any) -> str:
    """The full name of a commit. Raises GitHubError on anything else."""
    return _fitting(_SHA, name, "commit")


def login(name: Any) -> str:
    """The name of a user. Raises GitHubError on anything else."""
    return _fitting(_LOGIN, name, "login")


def number(value: Any) -> int:
    """A number as GitHub counts. Raises GitHubError on anything else."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise GitHubError(f"bukan nomor / no number: {value!r:.50}")


def _fitting(pattern: re.Pattern[str], value: Any, what: str) -> str:
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    raise GitHubError(f"bukan / no {what}: {value!r:.50}")
