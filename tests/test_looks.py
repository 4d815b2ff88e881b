"""What looking at the pages asked for: answers above all, numbers that lead to what they count."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from renaksi.layout import LANGUAGES
from renaksi.vocabulary import Kind
from tests import trees
from tests.pages import ADDRESSES
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
