"""The list of commitments, and the facets by which readers choose among them."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.facets import CLOSED, VOICES, Facet
from renaksi.publish.pager import build_pager, take_page
from renaksi.publish.paths import data_url, facet_url, page_url
from renaksi.publish.sorts import find_sorts
from renaksi.publish.values import Card, Value
from renaksi.publish.views import commitments
from renaksi.publish.views.facets import ordered, value_link, value_name
from renaksi.vocabulary import Kind

# The forms that a script fills in.
_BLANK = Value("", "")
_BLANK_CARD = Card("", "", text=_BLANK, details=(_BLANK,), status="unknown", status_label="")
# Of a facet with many values the list shows the most frequent; its own page has them all.
_MOST = 12


@dataclass(frozen=True)
class FacetChoice:
    """A value of a facet as a link, with its number of commitments."""

    value: str
    link: Value
    count: str


@dataclass(frozen=True)
class FacetGroup:
    """A facet with its values; `all` leads to its page, `more` tells how many are not shown."""

    facet: str
    title: str
    choices: tuple[FacetChoice, ...]
    all: Value


@dataclass(frozen=True)
class TableRow:
    """A commitment in the table: `says` has each voice's rating, as key and word."""

    number: str
    link: Value
    leads: tuple[Value, ...]
    end: Value
    says: tuple[tuple[str, str], ...]


def list_view(desk: Desk, number: int = 1) -> dict[str, Any]:
    """The list of all commitments, or one of its further pages."""
    every = commitments.by_stream(desk)
    address = partial(page_url, desk.words, "commitments")
    return {
        "groups": commitments.groups(desk, take_page(every, number)),
        "facets": panel(desk),
        "pager": build_pager(desk.words, len(every), number, lambda n: address(number=n)),
        "total": _of_total(desk),
        "ways": ways(desk, "list"),
        "first": number == 1,
        "columns": _columns(desk),
        "sorts": tuple((sort.id, sort.label) for sort in find_sorts(desk)),
        "data": data_url(desk.language),
        "blank_card": _BLANK_CARD,
        "blank_row": TableRow("", _BLANK, (), _BLANK, (("unknown", ""),) * len(VOICES)),
    }


def table_view(desk: Desk, number: int = 1) -> dict[str, Any]:
    """All commitments as a table, or one of its further pages."""
    every = commitments.by_stream(desk)
    part = desk.t("path.table")
    address = partial(page_url, desk.words, "commitments", part)
    return {
        "crumbs": (Value(desk.t("nav.commitments"), desk.section("commitments")),),
        "rows": tuple(_row(desk, item) for item in take_page(every, number)),
        "columns": _columns(desk),
        "pager": build_pager(desk.words, len(every), number, lambda n: address(number=n)),
        "total": _of_total(desk),
        "ways": ways(desk, "table"),
    }


def ways(desk: Desk, current: str) -> tuple[tuple[str, Value, bool], ...]:
    """The ways in which the commitments can be looked at; the current one is marked."""
    urls = {
        "list": desk.section("commitments"),
        "table": page_url(desk.words, "commitments", desk.t("path.table")),
        "matrix": desk.section("matrix"),
    }
    return tuple(
        (way, Value(desk.t(f"way.{way}"), url), way == current) for way, url in urls.items()
    )


def _of_total(desk: Desk) -> str:
    total = desk.words.number(len(desk.corpus.commitments))
    return desk.t("facet.of_total", n=total, total=total)


def _columns(desk: Desk) -> dict[str, Any]:
    """The heads of the table; those of the voices with a short and a full name."""
    keys = ("table.number", "table.commitment", "facet.lead", "facet.deadline")
    return {
        "first": tuple(map(desk.t, keys)),
        "voices": tuple(
            (desk.t(f"voice_short.{voice.value}"), desk.t(f"facet.{facet.value}"))
            for facet, voice in VOICES.items()
        ),
    }


def _row(desk: Desk, commitment: model.Commitment) -> TableRow:
    values = desk.facets.values[commitment.id]
    end = commitment.end_date.value if commitment.end_date else None
    short = desk.short(commitment)
    leads = values[Facet.LEAD]
    return TableRow(
        number=desk.words.number(commitment.number),
        link=replace(short, url=desk.url(Kind.COMMITMENT, commitment)),
        leads=tuple(value_name(desk, Facet.LEAD, value) for value in leads),
        end=desk.date(end) if end else Value(desk.t("date.unknown")),
        says=tuple(
            (values[facet][0], value_name(desk, facet, values[facet][0]).text) for facet in VOICES
        ),
    )


def panel(desk: Desk) -> tuple[FacetGroup, ...]:
    """Every facet with the values that are used."""
    return tuple(_group(desk, facet) for facet in Facet)


def _group(desk: Desk, facet: Facet) -> FacetGroup:
    counts = ordered(desk, facet)
    shown = counts if facet in CLOSED else counts[:_MOST]
    return FacetGroup(
        facet.value,
        desk.t(f"facet.{facet.value}"),
        tuple(
            FacetChoice(value, value_link(desk, facet, value), desk.words.number(number))
            for value, number in shown
        ),
        Value(desk.words.count("facet.all", len(counts)), facet_url(desk.words, facet)),
    )
