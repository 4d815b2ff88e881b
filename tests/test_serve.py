"""`renaksi serve` as a process: edits show, and a mistake never takes the last good pages away."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.roots import ENVIRONMENT, PARTS, THEME, command, copy_root, replace, run

LONGEST = 120.0
NARRATIVE = "content/commitments/2018-2020/05-village-planning.md"
PAGE = "komitmen/2018-2020/05-village-planning/"
FAULT = r"^theme/pages/commitment\.html:[0-9]+:1: error: .*'no' is undefined\. \[template\]$"
OLD = "Musyawarah desa adalah"
NEW = "Rembuk desa adalah"


class Server:
    """A running `renaksi serve` on a corpus of its own."""

    def __init__(self, root: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.log = root, log
        self.base = f"http://{address}/renaksi/"
        with log.open("w") as output:
            self.process = subprocess.Popen(
                command("serve", "--root", root, "--address", address),
                cwd=root,
                env=ENVIRONMENT,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def stop(self) -> None:
        """As Ctrl-C does; what does not end then is ended."""
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, sign)
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                continue
            except ProcessLookupError:
                return

    def get(self, path: str) -> str:
        """The page, or nothing where none is answered in time."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=60) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits for the condition; what was printed tells why it never came."""
        deadline = time.monotonic() + LONGEST
        while not condition():
            assert self.process.poll() is None, self.printed()
            assert time.monotonic() < deadline, self.printed()
            time.sleep(0.1)

    def until_page_has(self, path: str, text: str) -> None:
        self.until(lambda: text in self.get(path))

    def until_printed(self, text: str) -> None:
        self.until(lambda: text in self.printed())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("serve")
    root = copy_root(folder / "root", (*PARTS, *THEME))
    running = Server(root, folder / "log")
    try:
        running.until_page_has(PAGE, OLD)
        yield running
    finally:
        running.stop()


def test_the_address_is_printed(server) -> None:
    server.until_printed(server.base)


def test_an_edited_narrative_shows(server) -> None:
    replace(server.root / NARRATIVE, OLD, NEW)
    server.until_page_has(PAGE, NEW)
    replace(server.root / NARRATIVE, NEW, OLD)
    server.until_page_has(PAGE, OLD)


def test_an_edited_data_file_shows(server) -> None:
    data, page = server.root / "data" / "organizations.yaml", "en/organizations/bappenas/"
    old = "en: Ministry of National Development Planning/National Development Planning Agency"
    replace(data, old, "en: Ministry of Plans")
    server.until_page_has(page, "Ministry of Plans")
    replace(data, "en: Ministry of Plans", old)
    server.until_page_has(page, old.removeprefix("en: "))


def test_an_edited_template_shows(server) -> None:
    template = server.root / "theme" / "pages" / "about.html"
    replace(template, "{% block body %}", "{% block body %}<p>An edited template.</p>")
    server.until_page_has("tentang/", "An edited template.")
    replace(template, "<p>An edited template.</p>", "")
    server.until(lambda: "edited template" not in (server.get("tentang/") or "edited template"))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (NARRATIVE, "number: 5\n", "number: [5\n"),
        ("data/organizations.yaml", "- id: bappenas\n", "- id: bappenas\n  kind: ]\n"),
        ("mkdocs.yml", "theme:\n", "theme: [\n"),
        ("mkdocs.yml", "name: material", "name: readthedocs"),
        ("theme/pages/stage.html", "{% block body %}", "{% block body %}{% if %}"),
    ],
)
def test_a_mistake_is_located_the_old_page_stays_and_mending_it_shows(
    server, path, old, new
) -> None:
    before = len(server.printed())
    replace(server.root / NARRATIVE, OLD, NEW)
    server.until_page_has(PAGE, NEW)
    replace(server.root / path, old, new)
    server.until(lambda: f"{path}:" in server.printed()[before:])
    server.until(lambda: "The last good pages stay." in server.printed()[before:])
    assert "Traceback" not in server.printed()
    assert "BuildError" not in server.printed()
    assert NEW in server.get(PAGE)
    assert server.get("") != ""
    replace(server.root / path, new, old)
    replace(server.root / NARRATIVE, NEW, OLD)
    server.until_page_has(PAGE, OLD)


def test_a_broken_template_is_named_the_old_page_stays_and_mending_it_shows(server) -> None:
    template = server.root / "theme" / "pages" / "commitment.html"
    replace(template, "{% block body %}", "{% block body %}{{ no.such.value }}")
    replace(server.root / NARRATIVE, OLD, NEW)  # so that something is built in any case
    server.until(lambda: re.search(FAULT, server.printed(), re.M) is not None)
    assert OLD in server.get(PAGE)
    replace(template, "{{ no.such.value }}", "")
    server.until_page_has(PAGE, NEW)
    replace(server.root / NARRATIVE, NEW, OLD)
    server.until_page_has(PAGE, OLD)


def test_an_address_in_use_is_told_with_another_to_try(tmp_path) -> None:
    root = copy_root(tmp_path / "root")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--root", root, "--address", f"127.0.0.1:{port}", cwd=tmp_path)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert f"Alamat 127.0.0.1:{port} tidak dapat dipakai" in said
    assert f"The address 127.0.0.1:{port} cannot be used" in said
    assert "make serve ADDRESS=127.0.0.1:" in said
    assert "Traceback" not in said


def test_an_invalid_corpus_is_not_served(tmp_path) -> None:
    root = copy_root(tmp_path / "root")
    replace(root / NARRATIVE, "number: 5", "number: lima")
    done = run("serve", "--root", root, "--address", "127.0.0.1:0", cwd=tmp_path)
    assert done.returncode == 1
    assert f"{NARRATIVE}:" in done.stdout
    assert "\n1 kesalahan, " in done.stdout
