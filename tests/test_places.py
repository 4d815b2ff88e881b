"""Every section, milestone and entry has a link to its own place, and copying it says so."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import expect

from renaksi.layout import ANCHORED, LANGUAGES
from renaksi.publish.places import Part, find_places
from renaksi.vocabulary import Kind
from tests import trees
from tests.pages import ADDRESSES
from tests.test_site import REAL

pytest_plugins = ("tests.browsing",)

PAGED = ("plan", "commitment", "stage", "meeting", "organization")


def places(body: str) -> list[tuple[str, str]]:
    return [(part.url, part.name) for part in find_places(body) if part.url]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("", []),
        ("<h2>a</h2>", []),
        ('<h2 id="a">A <b>&amp;</b>\n b</h2>', [("#a", "A & b")]),
        ('<h2 id="a&amp;b" title="x > y">A</h2>', [("#a&b", "A")]),
        ('<li id="m1"><h4>M</h4><h4>N</h4></li>', [("#m1", "M")]),
        ('<section id="n" aria-labelledby="_n"><h3 id="_n">N</h3></section>', [("#_n", "N")]),
        ('<li id="n"><h3 id="_n">N</h3><dl><dt>T</dt></dl></li>', [("#_n", "N")]),
        ('<div id="_box"><h3>A</h3></div>', []),
        ('<div id="t"><dt>T</dt><dd></dd></div><dt>U</dt>', [("#t", "T")]),
        ('<li id="m"><h4>M</h4><dl><dt>U</dt></dl></li>', [("#m", "M")]),
        ('<details><summary><h3 id="a">A</h3></summary></details>', []),
        ('<h1 id="a">A</h1>', []),
    ],
)
def test_heading_leads_to_its_own_place_or_to_the_entry_it_names(
    body: str, found: list[tuple[str, str]]
) -> None:
    assert places(body) == found
    assert "".join(part.html for part in find_places(body)) == body


def test_link_of_a_heading_stands_behind_it_and_that_of_a_term_within() -> None:
    assert list(find_places('x<h2 id="a">A</h2>y<div id="t"><dt>T</dt></div>')) == [
        Part("x", opens=True),
        Part('<h2 id="a">A</h2>', "#a", "A"),
        Part('y<div id="t"><dt>T', "#t", "T", inside=True),
        Part("</dt></div>"),
    ]


def test_name_in_another_language_is_known_to_be() -> None:
    heading = '<li id="s"><h3><span lang="en">Plan &amp; report</span></h3></li>'
    [_, part, _] = find_places(heading)
    assert (part.name, part.language) == ("Plan & report", "en")
    [_, part, _] = find_places('<h3 id="s">The <span lang="en">plan</span></h3>')
    assert part.language == ""


def name_of(link: Element) -> str:
    """What a screen reader says: the label, or the hidden text but for the sign."""
    return link.get("aria-label") or " ".join(trees.text(link).removeprefix("#").split())


def links(page: Path) -> dict[str, str]:
    """The places that a page has links beside, and what these are called."""
    found = [each for each in trees.elements(page, "a") if each.get("class") == "place"]
    named = {each.attrib["href"][1:]: name_of(each) for each in found}
    assert len(named) == len(found), page
    return named


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_with_a_place_and_every_entry_has_its_link(
    real_site: Path, language: str
) -> None:
    seen = 0
    for item in (each for each in REAL.pages if each.language == language):
        page = real_site / item.dest_uri
        named = links(page)
        for heading in trees.elements(page, "h2", "h3", "h4"):
            if "id" in heading.attrib:
                name = " ".join(trees.text(heading).split())
                assert named[heading.attrib["id"]].endswith(f": {name}")
        assert named.keys() <= trees.anchors(page)
        assert bare_headings(page) == []
        seen += len(named)
        if item.kind in PAGED:
            assert "_facts" in named
    assert seen > 500


def bare_headings(page: Path) -> list[str]:
    """Headings of sections that lead nowhere: neither on to a page of their own, nor to a place."""
    [main] = trees.elements(page, "main")
    titled = [each[0] for each in main.iter() if each.get("class") == "titled"]
    titled += [heading for aside in main.iter("aside") for heading in aside.iter("h2")]
    found = [each for each in main.iter("h2") if each not in titled and each.find("a") is None]
    return [trees.text(each) for each in found if each.get("class") != "visually-hidden"]


@pytest.mark.parametrize("kind", [*ANCHORED, Kind.COMMITMENT])
def test_every_listed_entry_has_its_link(real_site: Path, kind: Kind) -> None:
    corpus = REAL.corpus
    if kind is not Kind.COMMITMENT:
        named = links(real_site / REAL.by_name[ANCHORED[kind], "id"].dest_uri)
        ids = {entry.id for entry in corpus.of(kind)}
        # An editorial note's heading has a place of its own, which is as permanent.
        assert ids and all(id in named or f"_{id}-title" in named for id in ids)
        return
    for commitment in corpus.commitments:
        named = links(real_site / REAL.by_name[f"commitment:{commitment.id}", "id"].dest_uri)
        wanted = [step.id for step in commitment.milestones]
        wanted += [update.id for update in corpus.updates_of(commitment.id)]
        assert set(wanted) <= named.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_link_copies_its_address_says_so_and_leads_there(new_page, base_url, language) -> None:
    page = new_page(ADDRESSES["commitment", language])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.locator("a.place[href='#_facts']")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.locator("#_said[role=status]")).to_have_text(REAL.words[language].t("place.copied"))
    address = f"{base_url}{ADDRESSES['commitment', language]}#_facts"
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert page.url == address


def test_link_leads_there_without_javascript_and_shows_under_the_pointer(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"], java_script_enabled=False)
    link = page.locator("a.place[href='#_facts']")
    expect(link).to_have_css("opacity", "0")
    page.locator("#_facts").hover()
    expect(link).to_have_css("opacity", "1")
    link.click()
    assert page.url.endswith("#_facts")


def test_link_is_always_in_sight_where_there_is_no_pointer(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"], width=360, has_touch=True, is_mobile=True)
    expect(page.locator("a.place").first).to_have_css("opacity", "1")
