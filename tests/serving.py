"""Serves a built site the way GitHub Pages does: under a sub-path, with its 404 page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SUB_PATH = "/renaksi/"


class _PagesHandler(SimpleHTTPRequestHandler):
    site: Path

    def translate_path(self, path: str) -> str:
        clean = urlsplit(path).path
        if not clean.startswith(SUB_PATH):
            return str(self.site / "outside-of-the-site")
        self.directory = str(self.site)
        return super().translate_path("/" + clean.removeprefix(SUB_PATH))

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """Quiet."""


@contextmanager
def serve_folder(site: Path) -> Iterator[str]:
    """Yields the base address of `site`, served from a thread until the block ends."""
    handler = type("Handler", (_PagesHandler,), {"site": site.resolve()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
