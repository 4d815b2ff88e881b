"""Web sites on this machine that misbehave, and an archive: real servers, real connections."""

import json
import re
import socket
import ssl
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

HERE = "127.0.0.1"
# What is answered at a path, to HEAD and to GET.
_STATUS = {"/ok": (200, 200), "/gone": (410, 410), "/forbidden": (403, 403), "/busy": (429, 429)}
_STATUS |= {"/no-head": (405, 200), "/only-head": (200, 200), "/error": (500, 500)}
_STATUS |= {"/odd-head": (404, 200), "/robot": (999, 999)}
_TARGETS = {"/hop": "/hop2", "/hop2": "/ok", "/loop": "/loop", "/inside": "http://127.0.0.2/"}
_TARGETS |= {"/file": "file:///etc/passwd", "/to-gone": "/missing"}


@dataclass
class Site:
    """What a site was asked for, and the copies that its archive has, by address."""

    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    done: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        address = urlsplit(self.path)
        self.site.asked.append((self.command, self.path))
        if address.path in ("/slow", "/drops"):
            self._be_slow(address.path)
        elif address.path == "/reset":
            self._reset()
        elif address.path == "/nonsense":
            self.wfile.write(b"\0\1 nothing that HTTP knows\r\n\r\n")
        elif address.path == "/wayback/available":
            self._tell(parse_qs(address.query)["url"][0])
        elif address.path in _TARGETS:
            self._send(302, Location=_TARGETS[address.path])
        else:
            saves = address.path.startswith("/save/")
            found = _STATUS.get(address.path, (200, 200) if saves else (404, 404))
            self._send(found[self.command == "GET"])

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell(self, address: str) -> None:
        copy = self.site.copies.get(address)
        closest: dict[str, Any] = {"available": True, "status": "200", "url": copy}
        found = {"closest": closest} if copy else {}
        self._send(200, json.dumps({"archived_snapshots": found}).encode())

    def _be_slow(self, path: str) -> None:
        """Says nothing, or one letter at a time, until the one who asks has gone."""
        try:
            while not self.site.done.wait(0.05):
                self.wfile.write(b"H" if path == "/drops" else b"")
        except OSError:
            pass

    def _reset(self) -> None:
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()
        self.close_connection = True

    def log_message(self, *arguments: Any) -> None:
        """Quiet."""

    def finish(self) -> None:
        """Nothing is left to be sent where the connection was reset."""
        with suppress(OSError, ValueError):
            super().finish()


@contextmanager
def serve(certificate: Path | None = None) -> Iterator[Site]:
    """A site until the block ends, with TLS if it has a certificate (with its key beside it)."""
    site = Site()
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer((HERE, 0), handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, certificate.with_suffix(".key"))
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *arguments: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    scheme = "https" if certificate else "http"
    site.url = f"{scheme}://{HERE}:{server.server_address[1]}"
    try:
        yield site
    finally:
        site.done.set()
        server.shutdown()
        server.server_close()
        thread.join()


def lead_here(root: Path, site: Site) -> None:
    """Lets the addresses of the invented corpus lead to a site here; all but one are missing."""
    for path in [*root.rglob("*.yaml"), *root.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        here = re.sub(r"https://example\.(org|com/copy)", f"{site.url}/x", text)
        path.write_text(here.replace(f"{site.url}/x/cloud", f"{site.url}/ok"), encoding="utf-8")


def make_certificate(folder: Path) -> Path:
    """A certificate that its own holder has signed."""
    path = folder / "site.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", f"/CN={HERE}", "-addext", f"subjectAltName=IP:{HERE}"]
    command += ["-keyout", str(path.with_suffix(".key")), "-out", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def find_free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind((HERE, 0))
        return int(found.getsockname()[1])
