"""What looking at the pages asked for: answers above all, numbers that lead to what they count."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from renaksi.layout import LANGUAGES
from renaksi.vocabulary import Kind
from tests import trees
from tests.pages import ADDRESSES, OPEN_EVERYTHING
from tests.test_site import REAL

pytest_plugins = ("tests.browsing",)


def styled(page: Path, name: str) -> list[trees.Element]:
    return [each for each in trees.elements(page) if name in each.get("class", "").split()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "plan"])
def test_numbers_of_a_chart_lead_to_as_many_commitments(
    real_site: Path, kind: str, language: str
) -> None:
    address = ADDRESSES[kind, language]
    links = styled(real_site / address / "index.html", "chart__link")
    assert len(links) > 4
    for link in links:
        *_, number = trees.text(link).split()
        target = (real_site / address / link.attrib["href"]).resolve()
        assert len(styled(target / "index.html", "commitment-item")) == int(number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_a_commitment_says_first_how_far_it_got(real_site: Path, language: str) -> None:
    seen = set()
    for commitment in REAL.corpus.commitments:
        page = real_site / REAL.by_name[f"{Kind.COMMITMENT}:{commitment.id}", language].dest_uri
        [answer] = styled(page, "answer")
        said = [
            each.find(".//*[@class='titled']/h3")
            for each in styled(page, "voice")
            if not each.findall(".//*[@class='status status--unknown']")
        ]
        assert all(trees.text(each) in trees.text(answer) for each in said if each is not None)
        assert len(styled(page, "answer__voice")) == len(said)
        seen.add(len(said))
    assert seen == {0, 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_answer_is_seen_on_a_phone_without_scrolling(new_page, language) -> None:
    page = new_page(ADDRESSES["commitment", language], width=360)
    page.set_viewport_size({"width": 360, "height": 640})
    expect(page.locator(".answer .status")).to_be_in_viewport(ratio=1)
    page.locator(".answer a").click()
    expect(page.locator(".voice").last).to_be_in_viewport()


QUESTIONS = {"id": "seberapa jauh keterbukaan anggaran", "en": "how far is budget transparency"}
BUDGET = {
    language: REAL.by_name[f"{Kind.COMMITMENT}:03-social-budget-data", language].url
    for language in LANGUAGES
}


def assert_answered(page: Page, language: str) -> None:
    """The commitment on budgets is there, and says in its first window how far it got."""
    expect(page).to_have_url(re.compile(f"/{BUDGET[language]}$"))
    expect(page.locator(".answer .status")).to_be_in_viewport(ratio=1)


@pytest.fixture
def phone(new_page) -> Callable[[str], Page]:
    def open_home(language: str) -> Page:
        page: Page = new_page(None, width=360, has_touch=True, is_mobile=True)
        page.set_viewport_size({"width": 360, "height": 640})
        page.goto(ADDRESSES["home", language])
        return page

    return open_home


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_taps_and_a_question_answer_it_on_a_phone(phone, language) -> None:
    page = phone(language)
    page.locator(".search input").tap()
    page.keyboard.type(QUESTIONS[language])
    offered = page.locator(f"[role=option][href$='{BUDGET[language]}']")
    expect(offered).to_be_in_viewport(ratio=1)
    offered.tap()
    assert_answered(page, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_taps_answer_it_for_those_who_browse(phone, language) -> None:
    page = phone(language)
    page.locator(".hero .button").first.tap()
    page.wait_for_url(f"**/{ADDRESSES['commitments', language]}")
    listed = page.locator(".commitment-item:has(a[href$='03-social-budget-data/'])")
    expect(listed.locator(".status")).to_be_visible()
    listed.locator("a").tap()
    assert_answered(page, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_alone_answer_it_by_question_and_by_list(phone, language) -> None:
    page = phone(language)
    page.keyboard.press("/")
    page.keyboard.type(QUESTIONS[language])
    offered = page.locator(f"[role=option][href$='{BUDGET[language]}']")
    expect(offered).to_be_visible()
    for _ in range(6):
        page.keyboard.press("ArrowDown")
        if offered.get_attribute("aria-selected") == "true":
            break
    page.keyboard.press("Enter")
    assert_answered(page, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_dictionary_is_folded_and_unfolds(new_page, language) -> None:
    page = new_page(ADDRESSES["dictionary", language], width=360)
    assert page.evaluate("document.documentElement.scrollHeight") < 12_000
    first = page.locator("details.fields").first
    expect(first.locator("dl")).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("dl")).to_be_visible()


SMALL = """() => [...document.querySelectorAll('a[href], button, summary, input, select')]
    .filter(one => one.checkVisibility({visibilityProperty: true}))
    .filter(one => !one.closest('p, li, dd, .prose'))
    .filter(one => [...one.getClientRects()].some(({width, height}) => width && height < 24))
    .map(one => one.outerHTML.slice(0, 100)).slice(0, 5)"""


@pytest.mark.parametrize(
    "kind", ["home", "commitments", "matrix", "commitment-table", "notes", "stages"]
)
def test_what_stands_by_itself_is_as_high_as_a_finger_needs(new_page, kind) -> None:
    """WCAG 2.5.8: 24 pixels; links within sentences are exempt."""
    page = new_page(ADDRESSES[kind, "id"], width=320)
    page.evaluate(OPEN_EVERYTHING)
    assert page.evaluate(SMALL) == []
