"""Every page of an entry says where it is, and the menu does not take its section for the page."""

import itertools
from pathlib import Path

import pytest

from renaksi.layout import LANGUAGES
from tests import trees
from tests.test_site import PAGED, REAL, WORDS

ENTRIES = tuple(kind.value for kind in PAGED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_entries_lead_back_and_name_themselves(real_site: Path, language: str) -> None:
    words, seen = WORDS[language], set()
    for item in (each for each in REAL.pages if each.language == language):
        page = real_site / item.dest_uri
        found = [nav for nav in trees.elements(page, "nav") if nav.get("class") == "crumbs"]
        if item.kind not in ENTRIES:
            assert len(found) <= 1  # pages of facets and the matrix lead back as well
            continue
        assert len(found) == 1
        for nav in found:
            steps = [trees.text(step) for step in nav.iter("li")]
            assert steps[:2] == [words.t("nav.home"), words.t(f"nav.{item.section}")]
            assert steps[2] == item.short
            [current] = [each for each in nav.iter() if each.get("aria-current") == "page"]
            assert trees.text(current) == item.short
            seen.add(item.kind)
    assert seen == set(ENTRIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_marks_the_page_itself_or_the_section_it_is_in(real_site: Path, language: str) -> None:
    for item in (each for each in REAL.pages if each.language == language):
        page = real_site / item.dest_uri
        headers = trees.elements(page, "header")
        [header] = [each for each in headers if each.get("class") == "site-header"]
        marks = {link.get("aria-current") for link in header.iter("a")} - {None}
        assert marks <= ({"page"} if item.name == item.section else {"true"})
        assert marks or item.section == "home"


def test_neighbours_lead_from_the_first_to_the_last_and_back() -> None:
    for language in LANGUAGES:
        for kind in ("commitment", "stage", "meeting"):
            pages = [it for it in REAL.pages if (it.kind, it.language) == (kind, language)]
            assert pages[0].previous is None
            assert pages[-1].next is None
            for one, other in itertools.pairwise(pages):
                assert one.next and one.next.url == other.url
                assert other.previous and other.previous.url == one.url
