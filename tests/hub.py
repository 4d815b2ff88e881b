"""A server that answers as GitHub's REST API does, for the few addresses that we ask.

GitHub itself cannot be asked in a test. What is sent to it is kept, and looked at.
"""

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


@dataclass
class Hub:
    """What stands on GitHub: lists and objects by path below the repository's."""

    content: dict[str, Any] = field(default_factory=dict)
    sent: list[tuple[str, str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What a runner tells its steps of it."""
        return {
            "GITHUB_API_URL": self.url,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_TOKEN": TOKEN,
        }


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
        self._take(201)

    def do_PATCH(self) -> None:
        self._take(200)

    def _take(self, status: int) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        path = self.path.removeprefix(PREFIX)
        self.hub.sent.append((self.command, path, body))
        self._answer(status, {"number": 1, **body})

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
