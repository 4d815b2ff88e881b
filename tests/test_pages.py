"""What GitHub Pages sends is what was built: `make pages`, asked as a browser would."""

import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.golden import ROOT


@pytest.fixture(scope="module")
def base(real_site: Path) -> Iterator[str]:
    """The address that the command prints."""
    command = [sys.executable, "-m", "tests.serving", str(real_site), "127.0.0.1:0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


def ask(base: str, path: str) -> tuple[HTTPResponse, bytes]:
    """The answer to a plain request, without following where it leads."""
    address = urlsplit(base)
    connection = HTTPConnection(str(address.hostname), address.port)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_site_stands_below_the_path_of_its_address(base: str) -> None:
    assert urlsplit(base).path == "/renaksi/"


def test_every_file_is_sent_as_it_was_built(base: str, real_site: Path) -> None:
    files = [path for path in sorted(real_site.rglob("*")) if path.is_file()]
    assert len(files) > 400
    changed = []
    for path in files:
        answer, body = ask(base, f"/renaksi/{path.relative_to(real_site).as_posix()}")
        if answer.status != 200 or body != path.read_bytes():
            changed.append(path)
    assert changed == []


@pytest.mark.parametrize("path", ["/", "/renaksi/tidak-ada/", "/other/", "/renaksi/assets/site/"])
def test_what_is_not_there_and_folders_answer_with_the_page_for_that(
    base: str, real_site: Path, path: str
) -> None:
    answer, body = ask(base, path)
    assert answer.status == 404
    assert body == (real_site / "404.html").read_bytes()


@pytest.mark.parametrize("path", ["/renaksi", "/renaksi/komitmen", "/renaksi/en/commitments"])
def test_a_folder_without_its_slash_is_redirected(base: str, path: str) -> None:
    answer, _ = ask(base, path)
    assert answer.status == 301
    assert urlsplit(str(answer.headers["Location"])).path == f"{path}/"


def test_nothing_is_lost_when_the_site_is_packed(real_site: Path) -> None:
    """GitHub's action leaves hidden files out unless it is told otherwise (tests/test_beside.py),
    and Pages refuses links and unreadable files."""
    for path in real_site.rglob("*"):
        name = path.relative_to(real_site).as_posix()
        hidden = name.removeprefix(".well-known")
        assert not re.search(r"(^|/)\.", hidden), name
        assert not path.is_symlink(), name
        assert path.is_dir() or path.stat().st_nlink == 1, name
        assert path.stat().st_mode & stat.S_IROTH, name
