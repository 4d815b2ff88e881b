"""A date that an editorial note doubts is marked wherever a list shows it, with a link to the note.

What was checked is not doubted, and what is not known has no date to doubt.
"""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from renaksi.layout import LANGUAGES
from renaksi.publish.desk import Owner
from renaksi.publish.paths import anchor_url
from renaksi.vocabulary import Certainty, Kind
from tests import trees
from tests.test_site import REAL

STAGES = {stage.id for stage in REAL.corpus.stages}
MEETINGS = {meeting.id for meeting in REAL.corpus.meetings}


def doubted(kind: Kind, language: str) -> dict[str, set[str]]:
    """The addresses of the notes on each entry's dates, read off the corpus by another way."""
    words, found = REAL.words[language], dict[str, set[str]]()
    for note in REAL.corpus.notes:
        for item in note.concerns:
            entry = REAL.corpus.get(item.kind, item.id)
            fact = getattr(entry, item.field, None) if item.field else None
            dated = item.field in ("start_date", "end_date") and fact is not None and fact.value
            if item.kind is kind and dated and note.certainty is not Certainty.CHECKED:
                found.setdefault(item.id, set()).add(anchor_url(words, Kind.NOTE, note.id))
    return found


def marked(site: Path, url: str, kind: Kind, language: str) -> dict[str, set[str]]:
    """The entries of a kind that a page marks, and where their marks lead."""
    desk = REAL.desk(language)
    ids = {desk.url(kind, entry): entry.id for entry in REAL.corpus.of(kind)}
    base, found = "https://site.invalid/", dict[str, set[str]]()
    for item in trees.elements(site / url / "index.html", "li", "tr"):
        links = [urljoin(base + url, link.attrib["href"]) for link in item.iter("a")]
        marks = {
            urljoin(base + url, link.attrib["href"]).removeprefix(base)
            for link in item.iter("a")
            if link.get("class") == "disputed"
        }
        entry = ids.get(links[0].removeprefix(base)) if links else None
        if entry and marks:
            found.setdefault(entry, set()).update(marks)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["home", "stages", "commitment:03-social-budget-data"])
def test_every_list_of_stages_marks_the_same_dates(
    real_site: Path, name: str, language: str
) -> None:
    url = REAL.by_name[name, language].url
    found = marked(real_site, url, Kind.STAGE, language)
    assert found == doubted(Kind.STAGE, language)
    assert found.keys() < STAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_of_meetings_marks_only_the_dates_in_doubt(real_site: Path, language: str) -> None:
    url = REAL.by_name["meetings", language].url
    found = marked(real_site, url, Kind.MEETING, language)
    assert found == doubted(Kind.MEETING, language)
    assert found.keys() < MEETINGS
    assert "2018-kick-off" not in found  # its date was checked
    assert "discussions-among-ministries" not in found  # its date is not known


def test_a_note_that_says_that_a_date_was_checked_still_stands_beside_the_facts() -> None:
    desk = REAL.desk("en")
    entry = REAL.corpus.get(Kind.MEETING, "2018-kick-off")
    owner = Owner(Kind.MEETING, entry)
    assert desk.period_row(owner).notes
    assert not desk.disputes(owner)
