"""Asks axe-core about a page in both colour schemes and at three widths."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.pages import OPEN_EVERYTHING

CLOSE_MENU = "() => document.querySelectorAll('header details').forEach(one => one.open = false)"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)


# Axe stays in the page, which is much quicker than to bring it along each time.
_THERE = "() => Boolean(window.axe)"
_RUN = "async options => (await axe.run(document, options)).violations"


def findings(page: Page) -> list[dict[str, Any]]:
    """What axe has to say of the page as it is, with the place of each finding."""
    if not page.evaluate(_THERE):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(_RUN, OPTIONS)
    return [
        {"rule": each["id"], "impact": each["impact"], "at": node["target"], "html": node["html"]}
        for each in found
        for node in each["nodes"]
    ]


def look_everywhere(page: Page, *, menu: bool = False) -> list[dict[str, Any]]:
    """The findings in every scheme and width, with all that opens opened; the menu if wanted."""
    found = []
    page.evaluate(OPEN_EVERYTHING)
    if not menu:  # the open menu lies over what is below it
        page.evaluate(CLOSE_MENU)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [{"scheme": scheme, "width": width} | each for each in findings(page)]
    return found


def version(page: Page) -> str:
    """The version of axe-core; the page has been looked at before."""
    return str(page.evaluate("window.axe.version"))
