"""The keys that lead to the search, and the one that leads back to where the reader was."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages import ADDRESSES

pytest_plugins = ("tests.browsing",)

WIDTHS = pytest.mark.parametrize("width", [360, 1280])
KEY = pytest.mark.parametrize("key", ["/", "s"])
FIELD = ".search input"
DEEP = "#_content h2 >> nth=-1"  # far down a page


@KEY
def test_a_key_leads_to_the_field_and_writes_nothing(new_page, key) -> None:
    page = new_page("")
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")
    page.keyboard.type("s/")
    expect(page.locator(FIELD)).to_have_value("s/")


def read_on(new_page, width: int) -> tuple[Page, int]:
    """A reader far down a page, and how far."""
    page: Page = new_page(ADDRESSES["about", "id"], width=width)
    page.locator(DEEP).scroll_into_view_if_needed()
    there = page.evaluate("scrollY")
    assert there > 300
    return page, there


def assert_back(page: Page, there: int) -> None:
    expect(page.locator(FIELD)).not_to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")
    assert page.evaluate("scrollY") == there


@WIDTHS
@KEY
def test_escape_leads_back_from_an_empty_field(new_page, key, width) -> None:
    page, there = read_on(new_page, width)
    link = page.locator("#_content a:visible").last
    link.focus()
    there = page.evaluate("scrollY")
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert_back(page, there)
    expect(link).to_be_focused()


@WIDTHS
def test_escape_closes_suggestions_first_and_leads_back_then(new_page, width) -> None:
    page, there = read_on(new_page, width)
    page.keyboard.press("/")
    page.keyboard.type("kpu")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[role=option]").first).to_be_hidden()
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("kpu")
    page.keyboard.press("Escape")
    assert_back(page, there)
    expect(page.locator("[role=option]").first).to_be_hidden()


def test_escape_takes_away_first_what_found_no_suggestion_yet(new_page) -> None:
    page, there = read_on(new_page, 1280)
    page.keyboard.press("/")
    page.keyboard.type("k")  # too short for any
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    assert_back(page, there)


def test_escape_leads_nobody_away_who_came_by_hand(new_page) -> None:
    page, _ = read_on(new_page, 1280)
    page.keyboard.press("/")
    page.keyboard.press("Tab")
    page.locator(FIELD).click()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_be_focused()
    assert page.evaluate("scrollY") < 300
