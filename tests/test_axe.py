"""axe-core finds nothing, however slight, on any kind of page."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.pages import ADDRESSES, ALL, OPEN_EVERYTHING

pytest_plugins = ("tests.browsing",)

CLOSE_MENU = "() => document.querySelectorAll('header details').forEach(one => one.open = false)"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def findings(page: Page) -> list[dict[str, Any]]:
    """What axe has to say, with the place of each finding."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        {"rule": each["id"], "impact": each["impact"], "at": node["target"], "html": node["html"]}
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_axe_finds_nothing_in_any_scheme_and_width(new_page, kind, language) -> None:
    page, found = new_page(ADDRESSES[kind, language]), []
    page.evaluate(OPEN_EVERYTHING)
    if kind != "home":  # the open menu lies over what is below it, and axe looks at it on home
        page.evaluate(CLOSE_MENU)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found += [{"scheme": scheme, "width": width} | each for each in findings(page)]
    assert not found


def test_axe_sees_a_fault_when_there_is_one(new_page) -> None:
    page = new_page("")
    page.evaluate("document.querySelector('header img').removeAttribute('alt')")
    assert {"image-alt"} <= {each["rule"] for each in findings(page)}
