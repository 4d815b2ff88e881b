"""A first visit is light: few bytes, few requests, and none to anybody else. Times do not count."""

from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser

from tests import budget
from tests.pages import ALL
from tests.serving import Answer, serve_folder

pytest_plugins = ("tests.browsing",)


def test_first_visit_to_every_kind_of_page_keeps_within_the_budget(
    real_site: Path, chromium: Browser
) -> None:
    answers: list[Answer] = []
    with serve_folder(real_site, answers) as base:
        visits = [budget.visit(chromium, base, answers, *each) for each in ALL]
    assert [each for each in visits if not each.fits] == []
    assert all(answer.status == 200 for each in visits for answer in each.answers)


@pytest.mark.parametrize(
    "tag",
    [
        "<script src='https://example.org/x.js'></script>",
        "<img alt='' src='https://example.org/x.png'>",
        f"<p>{Random(1).randbytes(66_000).hex()}",  # hardly any shorter when compressed
        "".join(f"<img alt='' src='../../x{index}.png'>" for index in range(9)),
    ],
)
def test_what_is_too_heavy_or_foreign_is_seen(
    real_site: Path, chromium: Browser, tmp_path: Path, tag: str
) -> None:
    folder = tmp_path / "tentang"
    folder.mkdir()
    (folder / "index.html").write_text(f"<!doctype html><title>x</title>{tag}")
    (tmp_path / "404.html").write_bytes((real_site / "404.html").read_bytes())
    answers: list[Answer] = []
    with serve_folder(tmp_path, answers) as base:
        assert not budget.visit(chromium, base, answers, "about", "id").fits
