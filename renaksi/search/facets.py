"""By what results can be narrowed: kind, theme, organization, stage, status and year."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from renaksi import dates, model
from renaksi.publish.desk import Desk
from renaksi.publish.views.commitments import irm_completion
from renaksi.publish.views.everything import shown_as
from renaksi.vocabulary import Kind

FACETS = ("kind", "theme", "organization", "stage", "status", "year")
UNKNOWN = "unknown"
_ROLES = (
    "lead_organizations",
    "supporting_organizations",
    "civil_society_organizations",
    "organizers",
    "attended_by",
)


def find_facets(desk: Desk, kind: Kind, entry: Any) -> dict[str, tuple[str, ...]]:
    """The values of an entry in every facet that it has a value in."""
    found = {
        "kind": (shown_as(kind).value,),
        "theme": _values(getattr(entry, "theme", None)),
        "organization": _organizations(kind, entry),
        "stage": _stages(desk, kind, entry),
        "status": _status(desk, entry),
        "year": _years(entry),
    }
    return {name: values for name, values in found.items() if values}


def facet_labels(desk: Desk) -> dict[str, Callable[[str], str]]:
    """What readers call a value of each facet."""
    return {
        "kind": lambda value: desk.t(f"search.kind.{value}"),
        "theme": lambda value: desk.label(Kind.THEME)(value).text,
        "organization": lambda value: desk.link(Kind.ORGANIZATION)(value).text,
        "stage": lambda value: desk.link(Kind.STAGE)(value).text,
        "status": lambda value: desk.t(f"completion.{value}"),
        "year": str,
    }


def _values(fact: Any) -> tuple[str, ...]:
    """The value or values of a fact that names entries."""
    value = getattr(fact, "value", None)
    if value is None:
        return ()
    return tuple(value) if isinstance(value, tuple) else (str(value),)


def _organizations(kind: Kind, entry: Any) -> tuple[str, ...]:
    if kind is Kind.ORGANIZATION:
        return (entry.id,)
    if kind is Kind.PERSON:
        return (entry.organization,) if entry.organization else ()
    found = (id for role in _ROLES for id in _values(getattr(entry, role, None)))
    return tuple(dict.fromkeys(found))


def _stages(desk: Desk, kind: Kind, entry: Any) -> tuple[str, ...]:
    if kind is Kind.STAGE:
        return (entry.id,)
    if kind is Kind.MEETING:
        return (entry.stage,)
    if kind is not Kind.COMMITMENT:
        return ()
    # A commitment belongs to the stages whose meetings spoke of it.
    meetings = (item for item in desk.corpus.meetings if entry.id in item.commitments)
    return tuple(dict.fromkeys(item.stage for item in meetings))


def _status(desk: Desk, entry: Any) -> tuple[str, ...]:
    if not isinstance(entry, model.Commitment):
        return ()
    return (irm_completion(desk, entry) or UNKNOWN,)


def _years(entry: Any) -> tuple[str, ...]:
    """Every year from the first to the last of an entry, by what its sources say."""
    known = [date for date in _dates(entry) if date]
    if not known:
        return ()
    years = [int(dates.parts(date)[0]) for date in known]
    return tuple(map(str, range(min(years), max(years) + 1)))


def _dates(entry: Any) -> Iterable[str | None]:
    if isinstance(entry, model.Source):
        return (entry.document_date,)
    facts = (getattr(entry, name, None) for name in ("start_date", "end_date"))
    return (fact.value if fact is not None else None for fact in facts)


def facet_table(desk: Desk, records: Sequence[Mapping[str, tuple[str, ...]]]) -> dict[str, Any]:
    """What a browser needs to narrow and count results.

    `records` are the facets of each record in the order of the index. The table has for each facet
    its name, label, word in addresses, values with labels, and a text that tells of each record in
    turn, set off by commas, the places of its values in that list. A record like the one before it
    has nothing there, one without a value has a `-`.
    """
    labels = facet_labels(desk)
    told = []
    for name in FACETS:
        used = {value for facets in records for value in facets.get(name, ())}
        named = [(value, labels[name](value)) for value in used]
        values = sorted(named, key=lambda item: (item[1].casefold(), item[0]))
        places = {value: str(place) for place, (value, _) in enumerate(values)}
        column = [" ".join(places[value] for value in each.get(name, ())) for each in records]
        head = (name, desk.t(f"search.facet.{name}"), desk.t(f"search.parameter.{name}"))
        told.append([*head, values, _shorten(column)])
    return {"facets": told}


def _shorten(column: list[str]) -> str:
    before = [None, *column]
    pairs = zip(before, column, strict=False)
    return ",".join("" if last == each else each or "-" for last, each in pairs)
