"""All commitments in one compact file for the browser, which filters and sorts them there.

Columns instead of records, and numbers instead of words: at 5,000 commitments that is the
difference between one short wait and a long one. It is published as a document of the JSON API,
whose description tells its shape.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from renaksi import model
from renaksi.dates import last_day
from renaksi.publish import ledger
from renaksi.publish.desk import Desk
from renaksi.publish.facets import CLOSED, NONE, UNKNOWN, VOICES, Facet
from renaksi.publish.paths import value_slug
from renaksi.publish.sorts import find_sorts
from renaksi.publish.views.commitments import by_stream
from renaksi.publish.views.facets import ordered, value_name


def browse_records(desks: Sequence[Desk]) -> dict[str, dict[str, Any]]:
    """The data of each language."""
    return {
        desk.language: _build(desk, [each for each in desks if each is not desk]) for desk in desks
    }


def _build(desk: Desk, others: Sequence[Desk]) -> dict[str, Any]:
    """The data of one language; it also reads addresses written in the words of the others."""
    desks = (desk, *others)
    every = by_stream(desk)
    facets = [_facet(desks, facet) for facet in Facet]
    dates = _dates(desk, every)
    places = {date: index for index, date in enumerate(dates)}
    return {
        "words": {
            "sort": [each.t("path.sort") for each in desks],
            "view": [each.t("path.view") for each in desks],
            "table": [each.t("path.table") for each in desks],
        },
        "sorts": [
            [same[0].id, [sort.slug for sort in same]]
            for same in zip(*map(find_sorts, desks), strict=True)
        ],
        "facets": facets,
        "voices": [facet.value for facet in VOICES],
        "undated": desk.t("date.unknown"),
        "dates": [desk.words.date(date) for date in dates],
        "ranks": _ranks(dates),
        "plans": list(dict.fromkeys(item.plan for item in every)),
        "items": _columns(desk, every, places),
        "values": [_values(desk, every, facet) for facet in Facet],
    }


def _facet(desks: Sequence[Desk], facet: Facet) -> dict[str, Any]:
    """A facet: its words in addresses, and its values with theirs where these are not the id."""
    desk = desks[0]
    return {
        "id": facet.value,
        "words": [each.t(f"path.facet.{facet.value}") for each in desks],
        "title": desk.t(f"facet.{facet.value}"),
        "values": [list(_value(desks, facet, value)) for value, _ in ordered(desk, facet)],
    }


def _value(desks: Sequence[Desk], facet: Facet, value: str) -> Iterator[Any]:
    yield value
    yield value_name(desks[0], facet, value).text
    if facet in CLOSED or value in (NONE, UNKNOWN):
        yield [value_slug(each.words, facet, value) for each in desks]


def _dates(desk: Desk, every: Sequence[model.Commitment]) -> list[str]:
    """Every date that is sorted by."""
    found = {date for item in every for date in _both(desk, item) if date}
    return sorted(found, key=lambda date: (last_day(date), date))


def _ranks(dates: Sequence[str]) -> list[int]:
    """Where each date stands in time; "2020" and its last day stand at the same place."""
    days = [last_day(date) for date in dates]
    distinct = sorted(set(days))
    return [distinct.index(day) for day in days]


def _both(desk: Desk, item: model.Commitment) -> tuple[str | None, str | None]:
    end = item.end_date.value if item.end_date else None
    return end, ledger.latest_date(desk.corpus.updates_of(item.id))


def _columns(
    desk: Desk, every: Sequence[model.Commitment], places: dict[str, int]
) -> dict[str, Any]:
    plans = list(dict.fromkeys(item.plan for item in every))
    titles = [desk.title(item) for item in every]
    shorts = [desk.text(item.short_title) if item.short_title else None for item in every]
    dates = [_both(desk, item) for item in every]
    return {
        "id": [item.id for item in every],
        "plan": [plans.index(item.plan) for item in every],
        "number": [item.number for item in every],
        "title": [title.text for title in titles],
        "short": [short.text if short else 0 for short in shorts],
        "end": [places[end] if end else -1 for end, _ in dates],
        "last": [places[last] if last else -1 for _, last in dates],
        "language": {
            index: (short or title).language
            for index, (title, short) in enumerate(zip(titles, shorts, strict=True))
            if (short or title).language
        },
    }


def _values(desk: Desk, every: Sequence[model.Commitment], facet: Facet) -> list[Any]:
    """The places of each commitment's values; a number alone where there is one."""
    places = {value: index for index, (value, _) in enumerate(ordered(desk, facet))}
    found = [[places[value] for value in desk.facets.values[item.id][facet]] for item in every]
    return [each[0] if len(each) == 1 else each for each in found]
