"""Long pages have a list of their parts beside the text, and the header leads to every page."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from renaksi.layout import LANGUAGES
from renaksi.publish.contents import find_contents
from renaksi.publish.paths import SECTIONS, section_url
from tests import trees
from tests.pages import ADDRESSES
from tests.test_site import REAL, WORDS

pytest_plugins = ("tests.browsing",)

LONG = ("commitment", "stage", "meeting", "organization", "plan", "notes", "sources")


def test_list_holds_every_second_heading_that_has_a_place() -> None:
    body = '<h2>a</h2><h2 id="b">B <b>&amp;</b>\n b</h2><h3 id="c">c</h3><h2 id="d">D</h2>'
    assert find_contents(body) == ()
    found = find_contents(f'{body}<h2 id="e">E</h2>')
    assert [(item.text, item.url) for item in found] == [("B & b", "#b"), ("D", "#d"), ("E", "#e")]


def contents(page: Path) -> list[str]:
    return [
        link.attrib["href"].removeprefix("#")
        for nav in trees.elements(page, "nav")
        if nav.get("class") == "contents"
        for link in nav.iter("a")
    ]


def test_list_leads_to_the_parts_of_its_own_page_in_their_order(real_site: Path) -> None:
    kinds = set()
    for item in REAL.pages:
        page = real_site / item.dest_uri
        found = contents(page)
        if found:
            places = [each.get("id") for each in trees.elements(page, "h2")]
            assert found == [place for place in places if place]
            kinds.add(item.kind)
    assert set(LONG) <= kinds


@pytest.mark.parametrize("kind", LONG)
def test_list_stays_in_sight_on_a_wide_screen_alone(new_page, kind) -> None:
    page = new_page(ADDRESSES[kind, "id"], width=1280, java_script_enabled=False)
    found = page.locator("nav.contents")
    expect(found).to_be_in_viewport()
    text = page.locator("#_content h1").bounding_box()
    assert found.bounding_box()["x"] > text["x"] + text["width"] / 2
    page.mouse.wheel(0, 700)
    expect(found.locator("a").first).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(found).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 800})
    expect(found).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_header_leads_to_every_section_without_javascript(
    new_page, base_url, language, width
) -> None:
    page = new_page(ADDRESSES["about", language], width=width, java_script_enabled=False)
    page.locator("header summary").click()
    links = page.locator("header a:visible").evaluate_all("all => all.map(one => one.href)")
    words = WORDS[language]
    assert {base_url + section_url(words, name) for name in SECTIONS} <= set(links)
