"""Who takes part is counted by one rule on every page, and whoever is named is told why."""

import re
from pathlib import Path

import pytest

from renaksi.layout import LANGUAGES
from renaksi.publish.views.organizations import AGENCIES, CIVIL, card, takes_part
from tests import trees
from tests.test_site import BOTH, REAL, Site


def texts(site: Path, name: str, language: str, tag: str, style: str) -> list[str]:
    page = site / REAL.by_name[name, language].dest_uri
    return [trees.text(each) for each in trees.elements(page, tag) if each.get("class") == style]


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_home_and_partners_count_the_same_bodies(site: Site, language: str) -> None:
    figures = [number for number, _, _ in site.by_name["home", language].view()["figures"]]
    partners = site.by_name["partners", language].view()["partners"]
    civil, agencies = (str(len(groups)) for _, _, groups, _ in partners)
    assert figures[2:4] == [agencies, civil]


@pytest.mark.parametrize("language", LANGUAGES)
def test_partners_say_how_many_of_those_named_take_part(real_site: Path, language: str) -> None:
    said = " ".join(texts(real_site, "partners", language, "p", "band__lead"))
    parts = [tuple(map(int, found)) for found in re.findall(r"(\d+) \w+ (\d+)", said)]
    listed = [int(each.split()[0]) for each in bands(real_site, language)]
    assert sorted(total for _, total in parts) == sorted(listed)
    every = REAL.corpus.organizations
    assert sum(part for part, _ in parts) == sum(
        takes_part(REAL.desk(language), item) for item in every
    )
    assert {item.kind for item in every} <= {*AGENCIES, *CIVIL}


def bands(site: Path, language: str) -> list[str]:
    """The counts beside the headings of the list of organizations."""
    page = site / REAL.by_name["organizations", language].dest_uri
    heads = [each for each in trees.elements(page, "div") if each.get("class") == "band__head"]
    return [trees.text(each) for head in heads for each in head.iter("p")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_says_why_an_organization_is_named(language: str) -> None:
    desk = REAL.desk(language)
    silent = [
        item.id
        for item in REAL.corpus.organizations
        if not (made := card(desk, item)).details and not made.text
    ]
    assert silent == []


def test_organizer_of_the_plan_takes_part_and_a_venue_does_not() -> None:
    desk = REAL.desk("en")
    found = {item.id: item for item in REAL.corpus.organizations}
    foreign, venue = found["ministry-of-foreign-affairs"], found["state-secretariat"]
    assert takes_part(desk, foreign)
    assert [item.text for item in card(desk, foreign).details] == [
        "Organiser: OGI action plan 2018-2020"
    ]
    assert not takes_part(desk, venue)
    told = card(desk, venue).text
    assert told
    assert "venue" in told.text
