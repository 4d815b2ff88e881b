"""All there is, by kind: the list that needs no search, and what the search says of an entry."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from renaksi import model
from renaksi.publish.desk import Desk, Owner
from renaksi.publish.paths import SECTIONS
from renaksi.publish.values import Card, Group, Value
from renaksi.vocabulary import Kind, Section

# Kinds that readers look for, in the order in which the list shows them. What has no address of
# its own is not among them.
LISTED = (
    Kind.COMMITMENT,
    Kind.STAGE,
    Kind.MEETING,
    Kind.PLAN,
    Kind.PLAN_OVERVIEW,
    Kind.ORGANIZATION,
    Kind.PERSON,
    Kind.TERM,
    Kind.SOURCE,
    Kind.NOTE,
)
_PAGES = tuple(name for name in SECTIONS if name != Section.EVERYTHING)
_EXAMPLES = 4
# An overview of a plan is a plan to readers.
SHOWN_AS = {Kind.PLAN_OVERVIEW: Kind.PLAN}


def view(desk: Desk) -> dict[str, Any]:
    """Every page and every entry, with links."""
    groups: dict[Kind, list[Card]] = {Kind.PAGE: [_section(desk, name) for name in _PAGES]}
    for kind in LISTED:
        entries = list(desk.corpus.of(kind))
        if kind is not Kind.COMMITMENT:
            entries.sort(key=lambda entry: desk.link(kind)(entry.id).text.casefold())
        groups.setdefault(shown_as(kind), []).extend(_card(desk, kind, item) for item in entries)
    titled = [
        Group(kind.value, desk.t(f"search.kinds.{kind.value}"), tuple(cards))
        for kind, cards in groups.items()
        if cards
    ]
    return {"groups": tuple(titled), "search_url": desk.section("search")}


def search_view(desk: Desk) -> dict[str, Any]:
    """The page of results: what one may ask, and where it leads on if it cannot search.

    The examples are the names of the first themes and policy areas, so they fit any plan.
    """
    kinds = (Kind.THEME, Kind.POLICY_AREA)
    names = [desk.label(kind)(each.id).text for kind in kinds for each in desk.corpus.of(kind)]
    address = desk.section("search")
    examples = [Value(name, f"{address}?{urlencode({'q': name})}") for name in names[:_EXAMPLES]]
    return {
        "everything_url": desk.section("everything"),
        "home_url": desk.section("home"),
        "examples": examples,
    }


def shown_as(kind: Kind) -> Kind:
    """The kind that readers know an entry by."""
    return SHOWN_AS.get(kind, kind)


def _section(desk: Desk, name: str) -> Card:
    return Card(desk.t(f"nav.{name}"), desk.section(name))


def _card(desk: Desk, kind: Kind, entry: Any) -> Card:
    link = desk.link(kind)(entry.id)
    return Card(link.text, link.url or "", context(desk, kind, entry))


def context(desk: Desk, kind: Kind, entry: Any) -> str:
    """A few words that tell an entry from others of its kind."""
    say = _CONTEXTS.get(kind)
    return say(desk, entry) if say else ""


def _commitment(desk: Desk, entry: model.Commitment) -> str:
    stream = desk.t(f"stream.{entry.stream.value}")
    return desk.t("commitment.eyebrow", number=entry.number, stream=stream)


def _stage(desk: Desk, entry: model.Stage) -> str:
    return desk.t("stage.eyebrow", number=entry.number, total=len(desk.corpus.stages))


def _meeting(desk: Desk, entry: model.Meeting) -> str:
    period = desk.period_row(Owner(Kind.MEETING, entry))
    return period.values[0].text if period.values else desk.t("date.unknown")


def _organization(desk: Desk, entry: model.Organization) -> str:
    kind = desk.t(f"organization_kind.{entry.kind.value}")
    return f"{entry.abbreviation} · {kind}" if entry.abbreviation else kind


def _person(desk: Desk, entry: model.Person) -> str:
    if entry.organization is None:
        return ""
    return desk.link(Kind.ORGANIZATION)(entry.organization).text


def _term(desk: Desk, entry: model.GlossaryTerm) -> str:
    return desk.text(entry.expansion).text


def _source(desk: Desk, entry: model.Source) -> str:
    date = desk.words.date(entry.document_date) if entry.document_date else ""
    return " · ".join(filter(None, (entry.publisher, date)))


_CONTEXTS: dict[Kind, Callable[[Desk, Any], str]] = {
    Kind.COMMITMENT: _commitment,
    Kind.STAGE: _stage,
    Kind.MEETING: _meeting,
    Kind.ORGANIZATION: _organization,
    Kind.PERSON: _person,
    Kind.TERM: _term,
    Kind.SOURCE: _source,
}
