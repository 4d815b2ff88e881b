"""Asks axe-core about a page in both colour schemes and at three widths."""

from collections.abc import Iterable
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.pages import OPEN_EVERYTHING

CLOSE_MENU = "() => document.querySelectorAll('header details').forEach(one => one.open = false)"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# Most of the time goes into contrast; what is no matter of colour is the same in every scheme.
_OF_COLOUR = ["color-contrast", "link-in-text-block"]
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": _OF_COLOUR}}
SHAPES = {**OPTIONS, "rules": {rule: {"enabled": False} for rule in _OF_COLOUR}}
Look = tuple[Literal["light", "dark"], int, dict[str, Any]]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (320, 768, 1280)
EVERY_LOOK: tuple[Look, ...] = tuple(
    (scheme, width, OPTIONS) for scheme in SCHEMES for width in WIDTHS
)
# Every rule in every scheme and width that can change what it finds, at two thirds of the time.
QUICK_LOOKS: tuple[Look, ...] = (
    ("light", 320, OPTIONS),
    ("light", 768, SHAPES),
    ("light", 1280, OPTIONS),
    ("dark", 1280, COLOURS),
    ("dark", 320, COLOURS),
)

# Axe stays in the page, which is much quicker than to bring it along each time.
_THERE = "() => Boolean(window.axe)"
_RUN = "async options => (await axe.run(document, options)).violations"


def findings(page: Page, options: dict[str, Any] = OPTIONS) -> list[dict[str, Any]]:
    """What axe has to say of the page as it is, with the place of each finding."""
    if not page.evaluate(_THERE):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(_RUN, options)
    return [
        {"rule": each["id"], "impact": each["impact"], "at": node["target"], "html": node["html"]}
        for each in found
        for node in each["nodes"]
    ]


def look_everywhere(
    page: Page, *, menu: bool = False, looks: Iterable[Look] = EVERY_LOOK
) -> list[dict[str, Any]]:
    """The findings in every scheme and width, with all that opens opened; the menu if wanted."""
    found = []
    page.evaluate(OPEN_EVERYTHING)
    if not menu:  # the open menu lies over what is below it
        page.evaluate(CLOSE_MENU)
    for scheme, width, options in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found += [{"scheme": scheme, "width": width} | each for each in findings(page, options)]
    return found


def version(page: Page) -> str:
    """The version of axe-core; the page has been looked at before."""
    return str(page.evaluate("window.axe.version"))
