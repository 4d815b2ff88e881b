"""Pages say as of which day they hold, when they were reviewed, and what their newest report is."""

from pathlib import Path

import pytest

from renaksi.layout import LANGUAGES
from renaksi.publish.freshness import find_freshness
from tests import golden, trees
from tests.test_site import GOLDEN, REAL, WORDS

REVIEWED = ("plan", "commitment", "stage", "meeting", "organization")


def state(page: Path) -> dict[str, str]:
    """What the foot of a page says: label and text."""
    [found] = [each for each in trees.elements(page, "dl") if each.get("class") == "page-state"]
    return {trees.text(row[0]): " ".join(trees.text(row[1]).split()) for row in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_as_of_when_and_what_nobody_has_reviewed(
    real_site: Path, language: str
) -> None:
    words = WORDS[language]
    for item in (each for each in REAL.pages if each.language == language):
        found = state(real_site / item.dest_uri)
        assert found.pop(words.t("page.as_of")) == words.date(golden.AS_OF)
        if item.kind in REVIEWED:
            entry = REAL.corpus.entries[item.kind][item.name.partition(":")[2]]
            wanted = words.date(entry.reviewed) if entry.reviewed else words.t("page.not_reviewed")
            assert found.pop(words.t("field.reviewed")) == wanted
        if item.kind == "commitment":
            assert found.pop(words.t("page.newest"))
        assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_review_is_shown_where_it_was_said(golden_site: Path, language: str) -> None:
    words = WORDS[language]
    said = [
        item.name
        for item in GOLDEN.pages
        if item.language == language
        and state(golden_site / item.dest_uri).get(words.t("field.reviewed"))
        == words.date("2031-05-30")
    ]
    assert len(said) == len(REVIEWED)


def test_newest_report_is_the_last_that_has_a_date_and_none_is_invented() -> None:
    seen = set()
    for site in (GOLDEN, REAL):
        for commitment in site.corpus.commitments:
            fresh = find_freshness(site.desk("id"), "commitment", commitment.id)
            assert fresh is not None
            dates = [item.date for item in site.corpus.updates_of(commitment.id) if item.date]
            assert (fresh.newest.iso if fresh.newest else None) == max(dates, default=None)
            seen.add(bool(dates))
    assert seen == {True, False}


def test_pages_of_many_entries_have_no_review_of_their_own() -> None:
    assert find_freshness(REAL.desk("id"), "", "commitments") is None
