"""Odd but honest narratives pass the check, are published whole, and open without a complaint."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import cases, golden, hostile
from tests.serving import serve_folder
from tests.watching import Watched

pytest_plugins = ("tests.browsing",)

PAGES = sorted((Path(__file__).resolve().parent / "honest").glob("*.md"))
PICTURE = "content/assets/images/cloud.png"
# One white pixel.
PIXEL = (
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a49444154789c636800"
    "000082008177cd72b60000000049454e44ae426082"
)
# A file that a link names, languages of fenced code, and a character reference.
UNSEEN = {"about", "markdown", "nbsp", "yaml"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = cases.lay_out({"hex": {PICTURE: PIXEL}}, tmp_path_factory.mktemp("honest"))
    for path in PAGES:
        head = hostile.page(path.stem, {"narrative": ""}).encode()
        (root / hostile.FOLDER / path.name).write_bytes(head + path.read_bytes())
    return root


@pytest.fixture(scope="module")
def watched(root: Path, chromium: Browser) -> Iterator[Watched]:
    site = golden.build(root, root.parent / "site", seed=1)
    with serve_folder(site) as base:
        watched = Watched(chromium, base)
        yield watched
        watched.close()


def test_no_honest_page_is_refused(root: Path) -> None:
    assert cases.problems_of(root) == []
    assert len(PAGES) >= 50


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_honest_page_is_published_whole(path: Path, watched: Watched) -> None:
    assert watched.look(f"{hostile.PUBLISHED[0]}/{path.stem}/") == []
    assert f"Sampai di sini halaman {path.stem}." in watched.text()
    missing = words(path.read_text(encoding="utf-8")) - words(unescape(watched.page.content()))
    assert missing <= UNSEEN


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.casefold()))
