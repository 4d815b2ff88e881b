"""A calendar (RFC 5545) of meetings, milestones and deadlines.

A calendar knows days alone, and what is known to the month or year must not look like a day:
- a meeting of a known month is an event over that whole month, which says so and takes no time; one
  of which the year alone is known is left out;
- a deadline is the last day that its date can mean, and says when the day is not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vText

from renaksi import model
from renaksi.dates import first_day, last_day, parts
from renaksi.export.output import Files
from renaksi.export.publication import Publication
from renaksi.publish.desk import Desk
from renaksi.publish.paths import calendar_url
from renaksi.vocabulary import Kind

_PRODUCT = "-//Renaksi//open-government action plan//EN"
_DAILY = timedelta(days=1)


@dataclass(frozen=True)
class Occasion:
    """Something on days: `name` is permanent; `start` and `end` (the last day) are whole days.

    `exact` says that the days are known; otherwise `dated` tells in words what is, and `aside`
    says so beside the title.
    """

    name: str
    title: str
    category: str
    start: date
    end: date
    exact: bool
    dated: str
    aside: str
    page: str
    place: str | None = None


def build_calendar(publication: Publication) -> Files:
    """The calendar in each language."""
    for desk in publication.desks.values():
        calendar = Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        name = f"{publication.name}: {desk.t('calendar.title')}"
        for key in ("name", "x-wr-calname"):
            calendar.add(key, name, parameters=_language(desk, key))
        calendar.add("description", desk.t("calendar.about"), parameters=_language(desk))
        path = calendar_url(desk.language)
        calendar.add("source", publication.absolute(path), parameters={"value": "URI"})
        calendar.add("url", publication.absolute(desk.section("follow")))
        calendar.add("refresh-interval", _DAILY, parameters={"value": "DURATION"})
        for occasion in sorted(find_occasions(desk), key=lambda each: (each.start, each.name)):
            calendar.add_component(_event(publication, desk, occasion))
        yield path, calendar.to_ical()


def find_occasions(desk: Desk) -> Iterator[Occasion]:
    """Everything of the plan that has a day, or at least a month or year that it must end in."""
    for stream in desk.corpus.plan.implementation:
        title = desk.t("calendar.stream", stream=desk.t(f"stream.{stream.stream.value}"))
        page = desk.url(Kind.PLAN, desk.corpus.plan)
        name = f"plan-{desk.corpus.plan.id}-{stream.stream.value}"
        yield _deadline(desk, name, title, stream.end_date, page)
    for meeting in desk.corpus.meetings:
        yield from _meeting(desk, meeting)
    for consultation in desk.corpus.plan.consultations:
        end = consultation.end_date.value if consultation.end_date else None
        if end:
            title = desk.t("calendar.consultation", title=desk.title(consultation).text)
            name, page = f"consultation-{consultation.id}", desk.section("consultation")
            yield _deadline(desk, name, title, end, page)
    for commitment in desk.corpus.commitments:
        yield from _commitment(desk, commitment)


def _commitment(desk: Desk, item: model.Commitment) -> Iterator[Occasion]:
    page, short = desk.url(Kind.COMMITMENT, item), desk.short(item).text
    if item.end_date and item.end_date.value:
        title = desk.t("calendar.commitment", number=item.number, title=short)
        name = f"commitment-{item.id}"
        yield _deadline(desk, name, title, item.end_date.value, page)
    for step in item.milestones:
        name, text = f"milestone-{item.id}-{step.id}", desk.text(step.title).text
        values = {"number": item.number, "title": text}
        place = f"{page}#{step.id}"
        if step.end_date:
            title = desk.t("calendar.milestone", **values)
            yield replace(_deadline(desk, name, title, step.end_date, place), category="milestone")
        if step.actual_end_date:
            title = desk.t("calendar.reached", **values)
            reached = _deadline(desk, f"{name}-reached", title, step.actual_end_date, place)
            yield replace(reached, category="milestone")


def _deadline(desk: Desk, name: str, title: str, value: str, page: str) -> Occasion:
    """The last day that a date can mean."""
    day, exact, dated = last_day(value), parts(value)[2] is not None, desk.words.date(value)
    aside = desk.t("calendar.inexact", date=dated)
    return Occasion(name, title, "deadline", day, day, exact, dated, aside, page)


def _meeting(desk: Desk, meeting: model.Meeting) -> Iterator[Occasion]:
    start = meeting.start_date.value if meeting.start_date else None
    end = (meeting.end_date.value if meeting.end_date else None) or start
    if start is None or end is None or parts(start)[1] is None or parts(end)[1] is None:
        return
    place = meeting.venue.value if meeting.venue else None
    yield Occasion(
        f"meeting-{meeting.id}",
        desk.short(meeting).text,
        "meeting",
        first_day(start),
        last_day(end),
        bool(parts(start)[2] and parts(end)[2]),
        desk.words.period(start, end),
        desk.t("calendar.inexact_days"),  # its length shows what is known
        desk.url(Kind.MEETING, meeting),
        desk.text(place).text if place else None,
    )


def _event(publication: Publication, desk: Desk, occasion: Occasion) -> Event:
    told = desk.t("calendar.inexact", date=occasion.dated)
    page = publication.absolute(occasion.page)
    found = Event()
    # RFC 7986 wants a UUID, and no name that a host could be known by.
    found.add("uid", str(uuid5(NAMESPACE_URL, f"{publication.first_address}#{occasion.name}")))
    found.add("dtstamp", _stamp(publication))
    found.add("dtstart", occasion.start)
    found.add("dtend", occasion.end + _DAILY)  # the day after the last one
    title = occasion.title if occasion.exact else f"{occasion.title} ({occasion.aside})"
    found.add("summary", title, parameters=_language(desk))
    description = page if occasion.exact else f"{desk.words.begin(told)}.\n{page}"
    found.add("description", description, parameters=_language(desk))
    if occasion.place:
        found.add("location", occasion.place, parameters=_language(desk))
    found.add("url", page)
    found.add("categories", [vText(desk.t(f"calendar.category.{occasion.category}"))])
    found.add("transp", "TRANSPARENT")  # nobody is busy because a plan has a date
    return found


def _stamp(publication: Publication) -> datetime:
    """When what the calendar says was written: the time of the commit, or the day of the build."""
    time = publication.site.edition.time
    return datetime.fromisoformat(time or f"{publication.as_of}T00:00:00+00:00")


def _language(desk: Desk, key: str = "") -> dict[str, str]:
    return {} if key.startswith("x-") else {"language": desk.language}
