"""`renaksi serve` as a process on a corpus of its own, for tests that edit it meanwhile."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.golden import CORPUS
from tests.roots import ENGINE, ENVIRONMENT, THEME, command

# Where `site_url` of the invented corpus puts its site, and a page with a part of its narrative.
SUB_PATH = "/sub/"
NARRATIVE = "content/commitments/2030-2031/01-foggy-roads.md"
PAGE = "komitmen/2030-2031/01-foggy-roads/"
OLD = "tidak ditandai"
NEW = "tidak diberi tanda"
LONGEST = 120.0


def copy_corpus(folder: Path, *, theme: bool = False) -> Path:
    """The invented corpus in a folder of its own, with its own theme where that is to be edited."""
    shutil.copytree(CORPUS, folder)
    for name in THEME if theme else ():
        shutil.copytree(ENGINE / name, folder / name)
    return folder


class Server:
    """A running `renaksi serve` on a corpus of its own."""

    def __init__(self, root: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.log = root, log
        self.base = f"http://{address}{SUB_PATH}"
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
