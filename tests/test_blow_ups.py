"""Pages that Python-Markdown alone takes minutes for are made in seconds, whole and harmless."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from playwright.sync_api import Browser

from tests import golden, hostile
from tests.judging import MOST_MEGABYTES, MOST_SECONDS, judge
from tests.serving import serve_folder
from tests.watching import Watched

pytest_plugins = ("tests.browsing",)

PAGES = [path for path in hostile.found(harmless=True) if path.parent.name == "blow-ups"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.lay_out(PAGES, tmp_path_factory.mktemp("blow-ups"))


@pytest.fixture(scope="module")
def watched(root: Path, chromium: Browser) -> Iterator[Watched]:
    # A page that took longer would end the build.
    with mock.patch.dict(os.environ, RENAKSI_PAGE_SECONDS=str(MOST_SECONDS)):
        site = golden.build(root, root.parent / "site", seed=1)
    with serve_folder(site) as base:
        watched = Watched(chromium, base)
        yield watched
        watched.close()


def test_all_together_are_checked_in_little_time_and_memory(root: Path) -> None:
    judged = judge(root)
    assert judged.status == 0, judged.output
    assert judged.seconds < MOST_SECONDS
    assert judged.megabytes < MOST_MEGABYTES


@pytest.mark.parametrize("path", PAGES, ids=hostile.name)
def test_page_is_there_to_its_end(path: Path, watched: Watched) -> None:
    address = hostile.addresses(path)[0]
    assert watched.look(address) == []
    assert hostile.read(path)["shows"] in watched.text()
