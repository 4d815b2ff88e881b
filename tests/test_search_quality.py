"""What people ask for is found: floors for the figures of `make search-quality`."""

import pytest

from renaksi.layout import LANGUAGES
from tests import finding, searching
from tests.finding import Asked
from tests.serving import Answer, serve_folder

pytest_plugins = ("tests.browsing",)

# Aims of the project, and what must hold for each language alone.
RECALL = 0.95
RANK = 0.85


@pytest.fixture(scope="module")
def asked(chromium, base_url) -> list[Asked]:
    page = chromium.new_page()
    found = finding.ask_all(page, base_url)
    page.close()
    return found


def test_there_are_queries_enough_in_both_languages(asked) -> None:
    assert len(asked) >= 120
    for language in LANGUAGES:
        assert sum(one.language == language for one in asked) >= 50
    assert len({(one.language, one.query) for one in asked}) == len(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_expected_pages_are_among_the_first_ten(asked, language) -> None:
    some = [one for one in asked if one.language == language]
    assert finding.mean([one.recall for one in some]) >= RECALL, finding.table(asked)


def test_the_first_expected_page_stands_high(asked) -> None:
    assert finding.mean([one.reciprocal_rank for one in asked]) >= RANK, finding.table(asked)


def test_four_of_five_queries_have_all_in_their_places(asked) -> None:
    assert sum(not one.missed for one in asked) >= 0.8 * len(asked), finding.table(asked)


def test_every_form_of_a_root_finds_the_others(chromium, base_url) -> None:
    page = chromium.new_page()
    page.goto(base_url + "cari/")
    forms = ("keterbukaan", "terbuka", "membuka", "buka", "pembukaan", "dibukanya")
    found = [set(page.evaluate(finding.ASK_ALL, ["id", form])) for form in forms]
    page.close()
    assert len(found[0]) > 20
    assert all(each == found[0] for each in found)


def test_a_first_search_is_light(real_site, chromium) -> None:
    answers: list[Answer] = []
    with serve_folder(real_site, answers) as base:
        for path in ("cari/?q=keterbukaan+anggaran+desa", "en/search/?q=budget+transparency"):
            found = searching.first_search(chromium, base, answers, path)
            assert 80_000 < searching.weight(found) <= searching.MOST
            assert all(answer.status == 200 for answer in found)
