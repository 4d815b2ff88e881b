"""No page scrolls sideways, on small telephones or with large text; text keeps one column."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import find_browser, launch_arguments
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


@pytest.fixture(scope="module")
def large_page(chromium: Browser, base_url: str) -> Iterator[Page]:
    """A page in a browser whose reader has set letters to twice their size."""
    browser = chromium.browser_type.launch(
        executable_path=find_browser(),
        args=[*launch_arguments(), "--blink-settings=defaultFontSize=32"],
    )
    yield browser.new_page(base_url=base_url, reduced_motion="reduce")
    browser.close()


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_no_page_scrolls_sideways_with_text_twice_as_large(large_page, kind, language) -> None:
    large_page.goto(ADDRESSES[kind, language])
    assert large_page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
    large_page.evaluate(OPEN_EVERYTHING)
    for width in (360, 1280):
        large_page.set_viewport_size({"width": width, "height": 800})
        assert_nothing_sticks_out(large_page)


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
OVERLAPS = """() => {
    const texts = [...document.querySelectorAll('.strip--axis text')];
    const boxes = texts.map(one => one.getBoundingClientRect());
    const cross = (a, b) => Math.min(a.right, b.right) > Math.max(a.left, b.left)
        && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top) + 4;
    return texts.flatMap((one, i) => texts.slice(i + 1)
        .filter((_, k) => cross(boxes[i], boxes[i + 1 + k]))
        .map(other => `${one.textContent} ${other.textContent}`));
}"""


@pytest.mark.parametrize("kind", ["home", "stages", "plan", "commitment", "commitments"])
def test_text_set_wider_stays_apart_and_on_the_page(new_page, kind) -> None:
    """As WCAG 1.4.12 has it."""
    page = new_page(ADDRESSES[kind, "id"], width=320, bypass_csp=True)
    page.add_style_tag(content=SPACED)
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert_nothing_sticks_out(page)
        assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("kind", ["consultation", "stage", "meeting"])
@pytest.mark.parametrize("width", [360, 1280])
def test_narrative_facts_and_editorial_notes_form_one_column(new_page, kind, width) -> None:
    page = new_page(ADDRESSES[kind, "id"], width=width)
    edges = page.evaluate(EDGES)
    assert max(edges) - min(edges) < 1
