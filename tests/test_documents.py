"""Documents are named in words, one item each, and no plan's documents stand twice on a page."""

from pathlib import Path

import pytest

from renaksi.layout import LANGUAGES
from tests import trees
from tests.test_site import BOTH, REAL, Site


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["documents", "plans", "plan:2018-2020", "commitment:06-local-e-legislation"]
)
def test_no_link_shows_a_raw_address(real_site: Path, name: str, language: str) -> None:
    page = real_site / REAL.by_name[name, language].dest_uri
    links = [link for link in trees.elements(page, "a") if "external" in link.get("class", "")]
    assert links
    for link in links:
        assert " " in trees.text(link)
        assert "/" not in trees.text(link).removesuffix(" ↗")


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_is_one_item_that_says_language_and_place(site: Site, language: str) -> None:
    words = site.words[language]
    rows = site.by_name["documents", language].view()["documents"]
    assert len(rows) == len(site.corpus.plan.documents)
    for row, document in zip(rows, site.corpus.plan.documents, strict=True):
        [value] = row.values
        assert words.language_name(document.language) in value.text
        assert value.url == document.url
        assert value.detail.text


@BOTH
def test_documents_of_the_plan_stand_once_on_their_page(site: Site) -> None:
    view = site.by_name["documents", "en"].view()
    others = [group.id for group in view["others"]]
    assert others == [plan.id for plan in site.corpus.plans if plan.id != site.corpus.plan.id]


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_list_of_plans_says_the_number_of_each_once(site: Site, language: str) -> None:
    words = site.words[language]
    for plan in site.by_name["plans", language].view()["plans"]:
        assert plan.text is None
        assert [row.label for row in plan.rows].count(words.t("field.ordinal")) == 1
