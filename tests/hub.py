"""A server that answers as GitHub's REST API does, for the few addresses that we ask.

GitHub itself cannot be asked in a test. What is sent to it is kept, and looked at; branches, pull
requests, issues and comments that are sent are there from then on.
"""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "renaksi-ogi/renaksi"
TOKEN = "a-token"
PREFIX = f"/repos/{REPOSITORY}"
BOT = "github-actions[bot]"


@dataclass
class Hub:
    """What stands on GitHub: lists and objects by path below the repository's.

    `refused` are the beginnings of paths that may only be read, as a setting can make them.
    """

    content: dict[str, Any] = field(default_factory=dict)
    sent: list[tuple[str, str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""
    refused: tuple[str, ...] = ()

    @property
    def environment(self) -> dict[str, str]:
        """What a runner tells its steps of it."""
        return {
            "GITHUB_API_URL": self.url,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_TOKEN": TOKEN,
        }

    def know_commit(self, commit: str, author: str = "Seseorang") -> None:
        """A commit that was pushed by Git, with a tree of its own."""
        made = {"sha": commit, "author": {"name": author}, "tree": {"sha": _sha(f"tree {commit}")}}
        self.content[f"/git/commits/{commit}"] = made

    def tip(self, branch: str) -> str:
        """The commit of a branch."""
        return str(self.content[f"/git/ref/heads/{branch}"]["object"]["sha"])

    def files(self, commit: str) -> dict[str, str]:
        """The files that a commit of the API changed, as they are in it."""
        tree = self.content[f"/git/commits/{commit}"]["tree"]["sha"]
        return {
            each["path"]: each["content"] for each in self.content[f"/git/trees/{tree}"]["tree"]
        }

    def take(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        """What becomes of something that was sent, and how it is answered."""
        if path.startswith(self.refused or "\0"):
            return 403, {"message": "not permitted"}
        if path.startswith("/git/"):
            return self._take_object(method, path, body)
        if method == "PATCH":
            return 200, self._change(path, body)
        if path.endswith("/labels"):
            return 200, body["labels"]
        found = self.content.setdefault(path, [])
        number = 1 + max((each.get("number", 0) for each in found), default=20)
        made = {"id": number, "number": number, "state": "open", **body, "user": {"login": BOT}}
        if path == "/pulls":
            if any(each["head"]["ref"] == body["head"] for each in found):
                return 422, {"message": "A pull request already exists"}
            made["head"] = {"ref": body["head"], "sha": self.tip(body["head"])}
        found.append(made)
        return 201, made

    def _change(self, path: str, body: Any) -> Any:
        place, _, id = path.rpartition("/")
        lists = [
            found
            for name, found in self.content.items()
            if isinstance(found, list)
            and (name == place or (place == "/issues/comments" and name.endswith("/comments")))
        ]
        for each in [each for found in lists for each in found]:
            if str(each.get("number")) == id or str(each.get("id")) == id:
                each.update(body)
                return each
        return body

    def _take_object(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        """Trees, commits and branches. A tree or parent that is not there is refused."""
        sha = _sha(json.dumps(body))
        if path == "/git/refs" or path.startswith("/git/refs/"):
            name = body.get("ref", path.removeprefix("/git/")).removeprefix("refs/")
            known = f"/git/ref/{name}" in self.content
            if known != (method == "PATCH") or f"/git/commits/{body['sha']}" not in self.content:
                return 422, {"message": "Reference does not fit"}
            self.content[f"/git/ref/{name}"] = {"object": {"sha": body["sha"]}}
            return 200 + (method == "POST"), self.content[f"/git/ref/{name}"]
        if path == "/git/trees":
            trees = {
                each["tree"]["sha"]
                for name, each in self.content.items()
                if "/git/commits/" in name
            }
            if body["base_tree"] not in trees:
                return 404, {"message": "No such tree"}
            self.content[f"/git/trees/{sha}"] = {**body, "sha": sha}
        else:
            if any(f"/git/commits/{each}" not in self.content for each in body["parents"]):
                return 404, {"message": "No such parent"}
            author = body.get("author", {"name": BOT})
            made = {**body, "sha": sha, "author": author, "tree": {"sha": body["tree"]}}
            self.content[f"/git/commits/{sha}"] = made
        return 201, {"sha": sha}


def _sha(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    hub: Hub

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path, query = address.path.removeprefix(PREFIX), parse_qs(address.query)
        self.hub.asked.append(self.path.removeprefix(PREFIX))
        found = self.hub.content.get(path)
        if isinstance(found, list):
            page, size = (int(query.get(name, ["1"])[0]) for name in ("page", "per_page"))
            found = found[(page - 1) * size : page * size]
        self._answer(404 if found is None else 200, found)

    def do_POST(self) -> None:
        self._take()

    def do_PATCH(self) -> None:
        self._take()

    def _take(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        path = self.path.removeprefix(PREFIX)
        self.hub.sent.append((self.command, path, body))
        self._answer(*self.hub.take(self.command, path, body))

    def _answer(self, status: int, content: Any) -> None:
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            status = 401
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """Quiet."""


@contextmanager
def serve(hub: Hub) -> Iterator[Hub]:
    """The hub with its address, until the block ends."""
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
