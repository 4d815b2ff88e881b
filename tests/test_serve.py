"""`renaksi serve` as a process: edits show, and a mistake never takes the last good pages away."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.golden import CORPUS
from tests.roots import ENGINE, ENVIRONMENT, command, replace, run

LONGEST = 120.0
# The invented corpus: every edit builds its site, a third of the work of the real one.
NARRATIVE = "content/commitments/2030-2031/01-foggy-roads.md"
PAGE = "komitmen/2030-2031/01-foggy-roads/"
FAULT = r"^theme/pages/commitment\.html:[0-9]+:1: error: .*'no' is undefined\. \[template\]$"
OLD = "memasang lampu"
NEW = "menyalakan lampu"


class Server:
    """A running `renaksi serve` on a corpus of its own."""

    def __init__(self, root: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.log = root, log
        self.base = f"http://{address}/sub/"
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


def lay_out(root: Path) -> Path:
    """The invented corpus in a folder of its own."""
    shutil.copytree(CORPUS, root)
    return root


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("serve")
    root = lay_out(folder / "root")
    shutil.copytree(ENGINE / "theme", root / "theme")
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
    data, page = server.root / "data" / "organizations.yaml", "en/organizations/ministry-of-mist/"
    old = "en: Ministry of Mist"
    replace(data, old, "en: Ministry of Rain")
    server.until_page_has(page, "Ministry of Rain")
    replace(data, "en: Ministry of Rain", old)
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
        (NARRATIVE, "number: 1\n", "number: [1\n"),
        ("data/organizations.yaml", "- id: ministry-of-mist\n", "- id: ministry-of-mist\n  x: ]\n"),
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
    root = lay_out(tmp_path / "root")
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
    root = lay_out(tmp_path / "root")
    replace(root / NARRATIVE, "number: 1", "number: satu")
    done = run("serve", "--root", root, "--address", "127.0.0.1:0", cwd=tmp_path)
    assert done.returncode == 1
    assert f"{NARRATIVE}:" in done.stdout
    assert "\n1 kesalahan, " in done.stdout
