"""No page scrolls sideways, on small telephones or with large text; text keeps one column."""

import pytest
from playwright.sync_api import Page

from tests.pages import ADDRESSES, ALL, OPEN_EVERYTHING

pytest_plugins = ("tests.browsing",)

WIDTHS = """() => [document.documentElement, document.body].map(
    one => [one.scrollWidth, document.documentElement.clientWidth])"""
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(one => one.outerHTML.slice(0, 120)).slice(0, 5)"""


# How far narrative, fact boxes and editorial notes reach to the right.
EDGES = """() => ['.prose', '.facts', '.note'].map(wanted => Math.max(...[
    ...document.querySelectorAll(wanted)].map(one => one.getBoundingClientRect().right)))"""


def assert_nothing_sticks_out(page: Page) -> None:
    for content, window in page.evaluate(WIDTHS):
        assert content <= window, page.evaluate(TOO_WIDE)


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_no_page_scrolls_sideways(new_page, kind, language) -> None:
    page = new_page(ADDRESSES[kind, language], width=320)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert_nothing_sticks_out(page)
        page.evaluate(OPEN_EVERYTHING)
        assert_nothing_sticks_out(page)


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_no_page_scrolls_sideways_with_text_twice_as_large(new_page, kind, language) -> None:
    page = new_page(ADDRESSES[kind, language])
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert_nothing_sticks_out(page)
    page.evaluate(OPEN_EVERYTHING)
    assert_nothing_sticks_out(page)


@pytest.mark.parametrize("kind", ["consultation", "stage", "meeting"])
@pytest.mark.parametrize("width", [360, 1280])
def test_narrative_facts_and_editorial_notes_form_one_column(new_page, kind, width) -> None:
    page = new_page(ADDRESSES[kind, "id"], width=width)
    edges = page.evaluate(EDGES)
    assert max(edges) - min(edges) < 1
