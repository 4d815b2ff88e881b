"""An abbreviation shows what it means under the pointer, on focus and at a touch (WCAG 1.4.13)."""

import pytest
from playwright.sync_api import Page, expect

from renaksi.layout import LANGUAGES
from tests.pages import ADDRESSES

pytest_plugins = ("tests.browsing",)

BUBBLE = ".definition"
TERM = "#_content a.term:visible"


def test_definition_stays_under_the_pointer_and_goes_with_it(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"])
    term = page.locator(TERM).first
    definition = term.get_attribute("data-definition")
    term.hover()
    expect(page.locator(BUBBLE)).to_contain_text(definition)
    expect(term).to_have_accessible_description(definition)
    page.locator(BUBBLE).hover()
    page.wait_for_timeout(500)  # longer than it takes to close
    expect(page.locator(BUBBLE)).to_be_visible()
    page.locator("h1").hover()
    expect(page.locator(BUBBLE)).to_have_count(0)


def test_escape_closes_the_definition_and_leaves_pointer_and_focus(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"])
    term = page.locator(TERM).first
    for show in (term.hover, term.focus):
        show()
        expect(page.locator(BUBBLE)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(BUBBLE)).to_have_count(0)
    expect(term).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_definition_lies_within_the_window_and_not_over_its_word(new_page, width) -> None:
    page = new_page(ADDRESSES["about", "en"], width=width)
    terms = page.locator(TERM)
    assert terms.count()
    for index in range(terms.count()):
        terms.nth(index).focus()
        box, word = page.locator(BUBBLE).bounding_box(), terms.nth(index).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800
        apart = box["y"] + 0.5 >= word["y"] or box["y"] + box["height"] <= word["y"] + 0.5
        assert apart


def phone(new_page, language: str) -> Page:
    return new_page(ADDRESSES["commitment", language], width=360, has_touch=True, is_mobile=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_tap_shows_the_definition_and_the_second_follows(new_page, language) -> None:
    page = phone(new_page, language)
    term, here = page.locator(TERM).first, page.url
    target = term.evaluate("one => one.href")
    term.tap()
    expect(page.locator(BUBBLE)).to_contain_text(term.get_attribute("data-definition"))
    assert page.url == here
    term.tap()
    page.wait_for_url(target)


def test_tap_on_the_link_of_the_definition_follows_and_a_tap_elsewhere_closes(new_page) -> None:
    page = phone(new_page, "id")
    term = page.locator(TERM).first
    target = term.evaluate("one => one.href")
    term.tap()
    page.locator("h1").tap()
    expect(page.locator(BUBBLE)).to_have_count(0)
    term.tap()
    page.locator(f"{BUBBLE} a").tap()
    page.wait_for_url(target)


def test_mouse_and_keyboard_follow_at_once(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"])
    target = page.locator(TERM).first.evaluate("one => one.href")
    page.locator(TERM).first.click()
    page.wait_for_url(target)
    page.go_back()
    page.locator(TERM).first.press("Enter")
    page.wait_for_url(target)


def test_without_javascript_the_focus_shows_it_and_the_link_leads_to_the_glossary(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"], java_script_enabled=False)
    term = page.locator(TERM).first
    assert term.locator("abbr").get_attribute("title") in term.get_attribute("data-definition")
    term.press("Enter")
    assert "glosarium/#" in page.url
