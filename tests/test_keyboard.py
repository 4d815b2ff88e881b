"""Everything can be reached and used with the keyboard, and the reader sees where they are."""

import itertools
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.pages import ADDRESSES

pytest_plugins = ("tests.browsing",)

WIDTHS = (320, 1280)
LONGEST = 600
# What has the focus: its name, its first box, and how it shows the focus.
STOP = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) { return null; }
    const all = [...document.querySelectorAll('*')];
    const style = getComputedStyle(one);
    const box = one.getClientRects()[0] ?? {x: 0, y: 0, width: 0, height: 0};
    const x = box.x + Math.min(box.width, innerWidth) / 2, y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    return {
        index: all.indexOf(one), html: one.outerHTML.slice(0, 120),
        width: box.width, height: box.height,
        onScreen: x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
        covered: !(top && (one.contains(top) || top.contains(one))),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            && !/transparent|, 0\\)/.test(style.outlineColor),
        shadowed: style.boxShadow !== 'none',
    };
}"""
# How many things a reader can see that take the focus.
REACHABLE = """() => [...document.querySelectorAll('a[href], button, summary, input, select')]
    .filter(one => one.checkVisibility({visibilityProperty: true})).length"""
# Where the line of what has the focus is, and where it begins.
MIDDLE = """() => {
    const {x, y, height} = document.activeElement.getBoundingClientRect();
    return [y + height / 2, x];
}"""
CONTENT_WIDTH = "document.documentElement.scrollWidth"
PLACES = [
    (kind, width)
    for kind in ("home", "commitments", "commitment", "glossary", "404")
    for width in WIDTHS
]


def stops(page: Page) -> list[dict[str, Any]]:
    """Every place that Tab comes to, in order, until it leaves the page or starts again."""
    found: list[dict[str, Any]] = []
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (found and stop["index"] == found[0]["index"]):
            return found
        found.append(stop)
    raise AssertionError(f"no end after {LONGEST} stops")


def tab_to(page: Page, selector: str) -> None:
    target = page.locator(selector).first
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def focused_href(page: Page) -> Any:
    return page.evaluate("document.activeElement.getAttribute('href')")


@pytest.mark.parametrize("kind", ["home", "commitment", "404"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_tab_reaches_the_skip_link_and_enter_the_content(new_page, kind, width) -> None:
    page = new_page(ADDRESSES[kind, "id"], width=width)
    page.keyboard.press("Tab")
    assert focused_href(page) == "#_content"
    expect(page.locator("a[href='#_content']")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#_content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#_content, footer') !== null")


@pytest.mark.parametrize(("kind", "width"), PLACES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_stop_is_on_screen_and_shows_the_focus(new_page, kind, width, language) -> None:
    page = new_page(ADDRESSES[kind, language], width=width)
    found = stops(page)
    assert len({stop["index"] for stop in found}) == len(found)
    assert len(found) >= page.evaluate(REACHABLE)
    for stop in found:
        assert stop["width"] > 0, stop
        assert stop["height"] > 0, stop
        assert stop["onScreen"], stop
        assert not stop["covered"], stop
        assert stop["outlined"] or stop["shadowed"], stop


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("kind", ["commitment", "sources"])
def test_every_stop_is_on_screen_at_once_on_a_phone(new_page, kind, motion) -> None:
    page = new_page(ADDRESSES[kind, "id"], width=360, reduced_motion=motion)
    hidden = [stop for stop in stops(page) if not stop["onScreen"] or stop["covered"]]
    assert not hidden


@pytest.mark.parametrize("kind", ["home", "commitment"])
def test_the_mobile_menu_opens_leads_on_and_closes_with_escape(new_page, kind) -> None:
    page = new_page(ADDRESSES[kind, "en"], width=320)
    summary, links = page.locator("header summary"), page.locator("header details a")
    expect(links.first).to_be_hidden()
    tab_to(page, "header summary")
    page.keyboard.press("Enter")
    expect(links.first).to_be_visible()
    reached = []
    for _ in range(links.count()):
        page.keyboard.press("Tab")
        expect(page.locator("header details a:focus")).to_be_in_viewport()
        reached.append(focused_href(page))
    assert reached == links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    page.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["commitments", "commitment"])
def test_the_menu_closes_when_the_reader_goes_on(new_page, kind, width) -> None:
    """It lies over the page: what comes after it would have the focus below it."""
    page = new_page(ADDRESSES[kind, "id"], width=width)
    menu = page.locator("header details")
    tab_to(page, "header summary")
    page.keyboard.press("Enter")
    for _ in range(menu.locator("a").count()):
        page.keyboard.press("Tab")
        expect(menu).to_have_attribute("open", "")
    for _ in range(5):
        page.keyboard.press("Tab")
        assert not page.evaluate(STOP)["covered"]
    expect(menu).not_to_have_attribute("open", "")


def test_the_menu_closes_at_a_click_beside_it(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"], width=1280)
    page.locator("header summary").click()
    expect(page.locator("header details a").first).to_be_visible()
    page.mouse.click(640, 700)
    expect(page.locator("header details a").first).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_focus_goes_through_the_header_as_one_reads_it(new_page, width) -> None:
    page = new_page(ADDRESSES["commitment", "id"], width=width)
    places = []
    page.keyboard.press("Tab")  # the link to the content
    while page.evaluate("document.activeElement.closest('header, .skip') !== null"):
        box = page.evaluate(MIDDLE)
        places.append(box)
        page.keyboard.press("Tab")
    seen = places[1:]
    assert len(seen) >= 5
    for (y, x), (below, right) in itertools.pairwise(seen):
        assert below > y + 10 or (abs(below - y) <= 10 and right > x), seen


def test_the_content_has_no_frame_after_the_skip_link(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#_content")).to_be_focused()
    expect(page.locator("#_content")).to_have_css("outline-style", "none")


def test_the_other_language_opens_at_the_same_place(new_page) -> None:
    page = new_page(f"{ADDRESSES['commitment', 'id']}#_facts")
    page.locator("[data-language]").click()
    page.wait_for_url(f"**/{ADDRESSES['commitment', 'en']}#_facts")


def test_a_link_of_the_mobile_menu_is_followed_with_enter(new_page, base_url) -> None:
    page = new_page("en/", width=320)
    tab_to(page, "header summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    assert target.startswith(base_url + "en/")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_an_editorial_note_opens_and_closes_with_the_keyboard(new_page, width, key) -> None:
    page = new_page(ADDRESSES["commitment", "id"], width=width)
    text = page.locator("#_content details.note p").first
    tab_to(page, "#_content details.note summary")
    expect(text).to_be_hidden()
    page.keyboard.press(key)
    expect(text).to_be_visible()
    page.keyboard.press(key)
    expect(text).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("kind", "language"), [("home", "id"), ("about", "en")])
def test_every_abbreviation_shows_its_definition_on_focus(new_page, kind, language, width) -> None:
    page = new_page(ADDRESSES[kind, language], width=width)
    terms = page.locator("#_content a.term:visible")
    assert terms.count()
    width_before = page.evaluate(CONTENT_WIDTH)
    for index in range(terms.count()):
        tab_to(page, f"#_content a.term >> nth={index}")
        shown = page.locator(".definition:visible span").inner_text()
        definition = terms.nth(index).get_attribute("data-definition")
        assert definition
        assert shown == definition
        assert page.evaluate(CONTENT_WIDTH) == width_before


def test_the_scheme_button_works_with_the_keyboard(new_page) -> None:
    page = new_page("")
    button = page.locator("[data-scheme-button]")
    before = button.inner_text()
    tab_to(page, "[data-scheme-button]")
    page.keyboard.press("Enter")
    expect(button).not_to_have_text(before, use_inner_text=True)
    expect(button).to_be_focused()
