"""The calendar: every date of the plan, as exact as it is known, as other programs read it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from renaksi.dates import last_day, parts
from renaksi.layout import LANGUAGES
from renaksi.validate import validate
from tests import golden, trees

FILES = [f"{language}.ics" for language in LANGUAGES]


def content(site: Path, language: str = "id") -> bytes:
    return (site / "calendar" / f"{language}.ics").read_bytes()


def events(site: Path, language: str = "id") -> dict[str, Any]:
    """Every event by its permanent name, as a library reads it that did not write it."""
    calendar = vobject.readOne(content(site, language).decode())
    return {each.uid.value.partition("@")[0]: each for each in calendar.vevent_list}


def test_calendar_is_read_by_two_libraries_without_a_complaint(site: Path) -> None:
    for language in LANGUAGES:
        calendar = vobject.readOne(content(site, language).decode())
        calendar.validate(raiseException=True)
        again = Calendar.from_ical(content(site, language))
        assert [each.errors for each in again.walk() if each.errors] == []
        assert len(again.events) == len(calendar.vevent_list) > 5
        assert again.calendar_name


def test_lines_are_folded_and_end_as_the_standard_wants(site: Path) -> None:
    for language in LANGUAGES:
        text = content(site, language)
        assert text.count(b"\n") == text.count(b"\r\n")
        assert max(map(len, text.split(b"\r\n"))) <= 75


def test_names_are_permanent_and_the_same_in_every_language(site: Path) -> None:
    first, second = (list(events(site, language)) for language in LANGUAGES)
    assert first == second
    assert len(set(first)) == len(first)


def deadlines(name: str) -> Iterator[tuple[str, str]]:
    """Name and date of every commitment and milestone with an end."""
    corpus, _ = validate(golden.CORPUS if name == "golden" else golden.ROOT)
    for item in corpus.commitments:
        if item.end_date and item.end_date.value:
            yield f"commitment-{item.id}", item.end_date.value
        for step in item.milestones:
            if step.end_date:
                yield f"milestone-{item.id}-{step.id}", step.end_date
            if step.actual_end_date:
                yield f"milestone-{item.id}-{step.id}-reached", step.actual_end_date


@pytest.mark.parametrize("name", ["golden", "real"])
def test_deadlines_stand_on_their_last_day_and_say_what_is_not_known(
    name: str, request: pytest.FixtureRequest
) -> None:
    found = events(request.getfixturevalue(f"{name}_site"))
    wanted = dict(deadlines(name))
    assert wanted
    for id, value in wanted.items():
        event = found[id]
        assert event.dtstart.value == last_day(value), id
        assert event.dtend.value - event.dtstart.value == timedelta(days=1)
        exact = parts(value)[2] is not None
        assert exact == ("hanya diketahui" not in event.summary.value), id
    others = {id for id in found if id.startswith(("commitment-", "milestone-"))}
    assert others == wanted.keys()


def test_meetings_take_their_days_or_their_whole_month(real_site: Path) -> None:
    found = events(real_site)
    kick_off = found["meeting-2018-kick-off"]
    assert (kick_off.dtstart.value, kick_off.dtend.value) == (date(2018, 8, 8), date(2018, 8, 9))
    series = found["meeting-2018-bilateral-meetings"]
    assert (series.dtstart.value, series.dtend.value) == (date(2018, 9, 1), date(2018, 12, 1))
    assert "hanya diketahui September sampai November 2018" in series.summary.value
    assert {each.transp.value for each in found.values()} == {"TRANSPARENT"}


def test_meetings_without_a_month_are_left_out(site: Path, request: pytest.FixtureRequest) -> None:
    root = golden.CORPUS if site == request.getfixturevalue("golden_site") else golden.ROOT
    told = {id.removeprefix("meeting-") for id in events(site) if id.startswith("meeting-")}
    corpus, _ = validate(root)
    dated = {
        each.id
        for each in corpus.meetings
        if each.start_date and each.start_date.value and parts(each.start_date.value)[1]
    }
    assert told == dated
    assert len(dated) < len(corpus.meetings)


def test_events_lead_to_pages_that_exist(site: Path, request: pytest.FixtureRequest) -> None:
    for language in LANGUAGES:
        for event in events(site, language).values():
            path, _, anchor = event.url.value.partition("#")
            pages = [
                page
                for page in trees.pages(site)
                if path.endswith(f"/{page.parent.relative_to(site).as_posix()}/")
            ]
            assert pages, path
            page = max(pages, key=lambda each: len(str(each)))
            assert not anchor or f'id="{anchor}"' in page.read_text(encoding="utf-8")
