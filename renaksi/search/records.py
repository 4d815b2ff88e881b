"""What the search finds: one record for each page and each entry that has an address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.page import SitePage
from renaksi.publish.paths import anchor_url
from renaksi.publish.values import Group, Row, Value
from renaksi.publish.views import plans, reference
from renaksi.publish.views.everything import context, shown_as
from renaksi.publish.views.organizations import people_view
from renaksi.search.facets import find_facets
from renaksi.vocabulary import Kind, Section

# Pages of the search itself.
UNINDEXED = (Section.SEARCH, Section.EVERYTHING)


@dataclass(frozen=True)
class Record:
    """A result of the search in one language.

    `body` is HTML; `url` is relative to the site's root; `facets` are the values by which results
    can be narrowed, by the name of the facet; `number` is what an entry is called by its number.
    """

    kind: Kind
    language: str
    url: str
    title: str
    context: str
    body: str
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    number: str = ""

    @property
    def path(self) -> str:
        """A folder of its own: `glosarium/#ogp` -> `glosarium/ogp/`."""
        page, _, anchor = self.url.partition("#")
        return f"{page}{anchor}/" if anchor else page


def page_record(desk: Desk, page: SitePage, html: str) -> Record | None:
    """The record of a page, whose document is `html`; None where the search leaves it out."""
    kind, _, id = page.name.rpartition(":")
    if not kind:
        # Pages that list commitments by a facet say nothing that the commitments do not.
        if id in UNINDEXED or "/" in id:
            return None
        body = main_element(html)
        return Record(Kind.PAGE, desk.language, page.url, page.title.text, "", body, _page_facets())
    entry = desk.corpus.get(Kind(kind), id)
    title = desk.link(Kind(kind))(id).text
    return Record(
        kind=shown_as(Kind(kind)),
        language=desk.language,
        url=page.url,
        title=title,
        context=context(desk, Kind(kind), entry),
        body=main_element(html),
        facets=find_facets(desk, Kind(kind), entry),
        number=_number(desk, entry),
    )


def _number(desk: Desk, entry: Any) -> str:
    """`Komitmen 6`, `Tahap 3`: people know them by that."""
    if isinstance(entry, model.Commitment):
        return f"{desk.t('search.kind.commitment')} {entry.number}"
    if isinstance(entry, model.Stage):
        return f"{desk.t('search.kind.stage')} {entry.number}"
    return ""


def _page_facets() -> dict[str, tuple[str, ...]]:
    return {"kind": (Kind.PAGE.value,)}


def main_element(html: str) -> str:
    """The one `<main>` element of a page."""
    return html[html.index("<main") : html.index("</main>")] + "</main>"


def entry_records(desk: Desk) -> Iterator[Record]:
    """The records of the entries that stand on a page with others."""
    for term in reference.glossary_view(desk)["terms"]:
        parts = (term["expansion"], term["other"], term["explanation"], term["note"])
        yield _entry(desk, Kind.TERM, term["id"], parts)
    for person in people_view(desk)["people"]:
        yield _entry(desk, Kind.PERSON, person.id, person.rows)
    for _, _, notes in reference.notes_view(desk)["groups"]:
        for note in notes:
            quotes = [quote for quote, _ in note["quotes"]]
            yield _entry(desk, Kind.NOTE, note["group"].id, (note["group"].rows, quotes))
    for _, _, sources in reference.sources_view(desk)["groups"]:
        for source in sources:
            parts = (source["title"], Value(source["publisher"]), source["date"], source["note"])
            yield _entry(desk, Kind.SOURCE, source["id"], parts)
    for plan in plans.list_view(desk)["plans"]:
        if desk.corpus.get(Kind.PLAN, plan.id) is None:  # that one has a page of its own
            yield _entry(desk, Kind.PLAN_OVERVIEW, plan.id, plan)


def _entry(desk: Desk, kind: Kind, id: str, parts: Any) -> Record:
    entry = desk.corpus.get(kind, id)
    title = desk.link(kind)(id).text
    told = "".join(f"<p>{escape(text)}</p>" for text in _texts(parts))
    return Record(
        kind=shown_as(kind),
        language=desk.language,
        url=anchor_url(desk.words, kind, id),
        title=title,
        context=context(desk, kind, entry),
        body=f"<h1>{escape(title)}</h1>{told}",
        facets=find_facets(desk, kind, entry),
    )


def _texts(value: Any) -> Iterator[str]:
    """The texts of prepared values, in their order."""
    if isinstance(value, Value):
        yield value.text
        yield from _texts(value.detail)
    elif isinstance(value, Row):
        told = list(_texts((value.values, value.note)))
        if told:
            yield ": ".join(filter(None, (value.label, ", ".join(told))))
    elif isinstance(value, Group):
        yield from _texts((Value(value.title), value.rows))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
