"""The list of commitments says so where it is not what an address or a reader has asked for."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from renaksi.layout import LANGUAGES
from renaksi.publish.facets import Facet
from tests.pages import ADDRESSES
from tests.serving import serve_folder
from tests.test_axe import findings
from tests.test_browse import STATUS, box, numbers
from tests.test_site import REAL, WORDS

pytest_plugins = ("tests.browsing",)

LIST = {language: ADDRESSES["commitments", language] for language in LANGUAGES}
FILTERED = {"id": "?tema=open-parliament", "en": "?theme=open-parliament"}
EVERY = [item.number for item in REAL.corpus.commitments]
FITTING = [
    item.number
    for item in REAL.corpus.commitments
    if "open-parliament" in REAL.desk("id").facets.values[item.id][Facet.THEME]
]
PARTS = ("api/v1/browse/*.json", "site/browse.js", "site/browse-results.js*")
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def watched(page: Page) -> list[str]:
    """What the page does not catch."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    return faults


def assert_unfiltered(page: Page, language: str) -> None:
    """All commitments stand there; a notice says so, and links to what was asked for."""
    notice = page.locator("#_notice")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text(WORDS[language].t("browse.failed"))
    assert numbers(page) == EVERY
    expect(page.locator(".browse__waiting")).to_be_hidden()
    expect(page.locator("[data-facet=theme] > summary")).to_have_css("visibility", "visible")
    expect(notice.locator("li a")).to_have_count(1)
    expect(notice.locator("li a")).to_contain_text(WORDS[language].t("facet.theme"))


@pytest.mark.parametrize("part", PARTS)
@BOTH
def test_a_shared_address_that_cannot_be_filtered_says_so(new_page, language, part) -> None:
    page = new_page()
    faults = watched(page)
    page.route(f"**/{part}", lambda route: route.abort())
    page.goto(LIST[language] + FILTERED[language])
    assert_unfiltered(page, language)
    assert findings(page) == []
    page.locator("#_notice li a").click()
    page.wait_for_url(f"**/{ADDRESSES['facet-value', language]}")
    assert numbers(page) == FITTING
    page.go_back()
    assert_unfiltered(page, language)
    page.unroute_all()
    page.locator("#_notice [data-again]").click()
    expect(page.locator(STATUS)).to_contain_text(f"{len(FITTING)} ")
    expect(page.locator("#_notice")).to_have_count(0)
    assert numbers(page) == FITTING
    assert faults == []


@pytest.mark.parametrize("part", [PARTS[0], PARTS[2]])
@BOTH
def test_a_box_that_changes_nothing_says_so(new_page, language, part) -> None:
    page = new_page()
    faults = watched(page)
    page.route(f"**/{part}", lambda route: route.abort())
    page.goto(LIST[language])
    box(page, Facet.THEME, "open-parliament").hover()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#_notice")).to_have_count(0)  # nothing was asked for yet
    box(page, Facet.THEME, "open-parliament").check()
    assert_unfiltered(page, language)
    page.unroute_all()
    page.locator("#_notice [data-again]").click()
    expect(page.locator(STATUS)).to_contain_text(f"{len(FITTING)} ")
    assert numbers(page) == FITTING
    assert page.url.endswith(FILTERED[language])
    assert faults == []


def test_without_a_network_a_kept_list_says_so(chromium, real_site) -> None:
    with ExitStack() as server:
        base = server.enter_context(serve_folder(real_site))
        page = chromium.new_context().new_page()
        page.goto(base + ADDRESSES["about", "id"])
        page.locator("details:has([data-worker]) > summary").click()
        page.locator("[data-worker] button").click()
        expect(page.locator("[data-worker] button")).to_have_attribute("data-state", "on")
        page.goto(base + LIST["id"])
        page.wait_for_load_state("networkidle")
        server.close()
        page.goto(base + LIST["id"] + FILTERED["id"])
        assert_unfiltered(page, "id")
        page.context.close()


@pytest.mark.parametrize(
    ("language", "query", "known"),
    [
        ("id", "?tema=entah-apa", 0),
        ("en", "?theme=%3Cb%3Ex", 0),
        ("en", "?theme=open-parliament&tema=entah", 1),
    ],
)
def test_a_value_that_is_not_known_is_said(new_page, language, query, known) -> None:
    page = new_page(LIST[language] + query)
    notice = page.locator("[data-unknown]")
    value = {"?theme=%3Cb%3Ex": "<b>x", "?tema=entah-apa": "entah-apa"}.get(query, "entah")
    facet = WORDS[language].t("facet.theme")
    expect(notice).to_have_text(WORDS[language].t("browse.unknown", facet=facet, value=value))
    expect(page.locator(".chips li")).to_have_count(known)
    assert numbers(page) == (FITTING if known else EVERY)
    assert findings(page) == []
    box(page, Facet.STREAM, "open-parliament").check()
    expect(notice).to_have_count(0)
    assert "entah" not in page.url


def test_words_of_an_address_that_are_no_filters_are_let_be(new_page) -> None:
    page = new_page(LIST["id"] + "?utm_source=surat")
    expect(page.locator("[data-static]")).to_be_visible()
    expect(page.locator("main .notice")).to_have_count(0)
    assert numbers(page) == EVERY
