"""Serves a built site the way GitHub Pages does: `python -m tests.serving SITE [IP:PORT]`.

Under the sub-path of its address, compressed, with its 404 page, without lists of folders; a
folder without its slash is redirected. `make pages` runs it.
"""

import gzip
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SUB_PATH = "/renaksi/"
# What GitHub Pages compresses; images and compressed files it sends as they are.
_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


@dataclass(frozen=True)
class Answer:
    """What was sent for one request: its path below the site, and the bytes of head and body."""

    path: str
    status: int
    size: int


class _PagesHandler(SimpleHTTPRequestHandler):
    site: Path
    answers: list[Answer]
    base: str = SUB_PATH

    def do_GET(self) -> None:
        """Sends a file, compressed where the browser takes that and the type is worth it."""
        if f"{self.path}/" == self.base:
            self.send_response(301)
            self.send_header("Location", self.base)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        wanted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (wanted and file.is_file() and file.suffix in _COMPRESSED):
            super().do_GET()
            return
        body = _compress(file, file.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def translate_path(self, path: str) -> str:
        clean = urlsplit(path).path
        if not clean.startswith(self.base):
            return str(self.site / "outside-of-the-site")
        self.directory = str(self.site)
        return super().translate_path("/" + clean.removeprefix(self.base))

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, value)
        if keyword.lower() == "content-length":
            self.length = int(value)

    def end_headers(self) -> None:
        head = b"".join(getattr(self, "_headers_buffer", []))
        status = int(head.split(b" ", 2)[1])
        size = len(head) + 2 + getattr(self, "length", 0)
        self.answers.append(Answer(self.path.removeprefix(self.base), status, size))
        super().end_headers()

    def log_message(self, *arguments: Any) -> None:
        """Quiet."""


@cache
def _compress(file: Path, _changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


@contextmanager
def serve_folder(site: Path, answers: list[Answer] | None = None) -> Iterator[str]:
    """Yields the base address of `site`, served from a thread until the block ends.

    `answers` takes down what was sent, for workers of the browser too.
    """
    kept: list[Answer] = [] if answers is None else answers
    handler = type("Handler", (_PagesHandler,), {"site": site.resolve(), "answers": kept})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def main(site: Path, address: str = "127.0.0.1:8000") -> None:
    """Serves `site` below the base path that its `build.json` names, until interrupted."""
    base = json.loads((site / "build.json").read_text(encoding="utf-8"))["base_path"]
    host, _, port = address.rpartition(":")
    handler = type(
        "Handler", (_PagesHandler,), {"site": site.resolve(), "answers": [], "base": base}
    )
    with ThreadingHTTPServer((host, int(port)), handler) as server:
        print(f"http://{host}:{server.server_address[1]}{base}", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
