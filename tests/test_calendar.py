"""The calendar: every date of the plan, as exact as it is known, as other programs read it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
import vobject
import yaml
from icalendar import Calendar

from renaksi.dates import last_day, parts
from renaksi.export.calendar import build_calendar
from renaksi.export.feeds import build_changes
from renaksi.layout import LANGUAGES
from renaksi.validate import validate
from tests import golden, trees
from tests.tabular import publish

FILES = [f"{language}.ics" for language in LANGUAGES]


def content(site: Path, language: str = "id") -> bytes:
    return (site / "calendar" / f"{language}.ics").read_bytes()


def events(site: Path, language: str = "id") -> dict[str, Any]:
    """Every event by its UID, as a library reads it that did not write it."""
    calendar = vobject.readOne(content(site, language).decode())
    return {each.uid.value: each for each in calendar.vevent_list}


def uid(name: str, root: Path = golden.ROOT) -> str:
    """The UID of what is called so; another formula would show every event twice to subscribers."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    return str(uuid5(NAMESPACE_URL, f"{settings['site_url']}#{name}"))


def of_kind(found: dict[str, Any], path: str) -> set[str]:
    """UIDs of the events whose page is below a path."""
    return {id for id, event in found.items() if f"/{path}/" in event.url.value}


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
    assert {UUID(each).version for each in first} == {5}  # RFC 7986 wants no name of a host


def test_names_stay_when_the_site_moves() -> None:
    """`first_address` is what names are made of, of events and of feeds alike."""
    publication = publish(golden.CORPUS)
    extra = {"first_address": publication.address}
    moved = replace(publication, address="https://plan.example.org/", extra=extra)
    for build in (build_calendar, build_changes):
        before, after = (dict(build(each)) for each in (publication, moved))
        assert before != after
        assert {p: names(c) for p, c in before.items()} == {p: names(c) for p, c in after.items()}


def names(content: bytes) -> list[str]:
    return re.findall(r"UID:\S+|<id>.*</id>", content.decode())


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
    root = golden.CORPUS if name == "golden" else golden.ROOT
    wanted = {uid(id, root): value for id, value in deadlines(name)}
    assert wanted
    for id, value in wanted.items():
        event = found[id]
        assert event.dtstart.value == last_day(value), id
        assert event.dtend.value - event.dtstart.value == timedelta(days=1)
        exact = parts(value)[2] is not None
        assert exact == ("hanya diketahui" not in event.summary.value), id
    assert of_kind(found, "komitmen") == wanted.keys()


def test_meetings_take_their_days_or_their_whole_month(real_site: Path) -> None:
    found = events(real_site)
    kick_off = found[uid("meeting-2018-kick-off")]
    assert (kick_off.dtstart.value, kick_off.dtend.value) == (date(2018, 8, 8), date(2018, 8, 9))
    series = found[uid("meeting-2018-bilateral-meetings")]
    assert (series.dtstart.value, series.dtend.value) == (date(2018, 9, 1), date(2018, 12, 1))
    assert series.summary.value.endswith("(harinya tidak diketahui)")
    assert "anya diketahui September sampai November 2018" in series.description.value
    assert {each.transp.value for each in found.values()} == {"TRANSPARENT"}


def test_meetings_without_a_month_are_left_out(site: Path, request: pytest.FixtureRequest) -> None:
    root = golden.CORPUS if site == request.getfixturevalue("golden_site") else golden.ROOT
    corpus, _ = validate(root)
    dated = {
        uid(f"meeting-{each.id}", root)
        for each in corpus.meetings
        if each.start_date and each.start_date.value and parts(each.start_date.value)[1]
    }
    assert of_kind(events(site), "pertemuan") == dated
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
