"""The pages that lead to commitments: facets, their values, and the further pages of long lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from renaksi import model
from renaksi.layout import PRIMARY_LANGUAGE
from renaksi.publish.desk import Desk
from renaksi.publish.edits import find_edit
from renaksi.publish.facets import ENTRIES, Facet
from renaksi.publish.page import SitePage, View
from renaksi.publish.pager import page_count
from renaksi.publish.paths import facet_url, page_url
from renaksi.publish.values import Value
from renaksi.publish.views import browse, changes, facets, matrix
from renaksi.vocabulary import Kind

_SECTION = "commitments"


def find_pages(desk: Desk) -> Iterator[SitePage]:
    """Every such page of one language; the other language has the same ones."""
    every = range(1, page_count(len(desk.corpus.commitments)) + 1)
    yield from (_list_page(desk, number) for number in every[1:])
    yield from (_matrix_page(desk, number) for number in every[1:])
    yield from (_table_page(desk, number) for number in every)
    every_change = range(1, page_count(len(desk.history.events)) + 1)
    yield from (_changes_page(desk, number) for number in every_change[1:])
    for facet, members in desk.facets.members.items():
        yield _facet_page(desk, facet)
        for value, found in members.items():
            for number in range(1, page_count(len(found)) + 1):
                yield _value_page(desk, facet, value, number)


def _list_page(desk: Desk, number: int) -> SitePage:
    """A further page of the list; the first is the section's own."""
    entry = desk.corpus.get(Kind.PAGE, _SECTION)
    text = entry if isinstance(entry, model.Page) else None
    title = desk.title(text).text if text else desk.t(f"nav.{_SECTION}")
    head = _Head(
        page_url(desk.words, _SECTION, number=number),
        _numbered_title(desk, title, number),
        desk.text(text.description).text if text else "",
    )
    view = partial(browse.list_view, desk, number)
    return _page(desk, "commitments", _numbered("list", number), head, view)


def _matrix_page(desk: Desk, number: int) -> SitePage:
    """A further page of the matrix; the first is the section's own."""
    head = _Head(
        page_url(desk.words, "matrix", number=number),
        _numbered_title(desk, desk.t("nav.matrix"), number),
        desk.t("matrix.caption"),
    )
    return _page(
        desk, "matrix", _numbered("matrix", number), head, partial(matrix.view, desk, number)
    )


def _changes_page(desk: Desk, number: int) -> SitePage:
    """A further page of what changed; the first is the section's own."""
    head = _Head(
        page_url(desk.words, "changes", number=number),
        _numbered_title(desk, desk.t("nav.changes"), number),
        desk.t("changes.help"),
    )
    view = partial(changes.view, desk, number)
    return _page(desk, "changes", _numbered("changes", number), head, view)


def _table_page(desk: Desk, number: int) -> SitePage:
    head = _Head(
        page_url(desk.words, _SECTION, desk.t("path.table"), number=number),
        _numbered_title(desk, desk.t("table.title"), number),
        desk.t("table.description"),
    )
    view = partial(browse.table_view, desk, number)
    return _page(desk, "commitment-table", _numbered("table", number), head, view)


def _facet_page(desk: Desk, facet: Facet) -> SitePage:
    label = desk.t(f"facet.{facet.value}")
    head = _Head(
        facet_url(desk.words, facet),
        desk.t("facet.index_title", facet=label),
        desk.t("facet.index_description", facet=label),
    )
    view = partial(facets.facet_view, desk, facet)
    return _page(desk, "facet", facet.value, head, view)


def _value_page(desk: Desk, facet: Facet, value: str, number: int) -> SitePage:
    label, name = desk.t(f"facet.{facet.value}"), facets.value_name(desk, facet, value)
    title = desk.t("facet.title", facet=label, value=name.text)
    count = desk.words.count("count.commitments", len(desk.facets.members[facet][value]))
    head = _Head(
        facet_url(desk.words, facet, value, number),
        _numbered_title(desk, title, number),
        desk.t("facet.description", title=title, count=count),
    )
    view = partial(facets.value_view, desk, facet, value, number)
    page = _page(desk, "facet-value", _numbered(f"{facet.value}/{value}", number), head, view)
    kind = ENTRIES[facet][1] if facet in ENTRIES else None
    if kind and desk.corpus.get(kind, value):
        return replace(page, edits=(find_edit(desk.corpus, kind, value),))
    return page


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}/{number}"


def _numbered_title(desk: Desk, title: str, number: int) -> str:
    if number == 1:
        return title
    return desk.t("pager.title", title=title, n=desk.words.number(number))


@dataclass(frozen=True)
class _Head:
    """Where a page stands and what it is called."""

    url: str
    title: str
    description: str


def _page(desk: Desk, kind: str, name: str, head: _Head, view: View) -> SitePage:
    """A page that is made from facts alone: no narrative, no file of its own to edit."""
    suffix = "" if desk.language == PRIMARY_LANGUAGE else f".{desk.language}"
    return SitePage(
        name=f"{_SECTION}/{name}",
        kind=kind,
        section=_SECTION,
        language=desk.language,
        url=head.url,
        src_uri=f"{_SECTION}/browse/{name}{suffix}.md",
        edits=(),
        title=Value(head.title),
        short=head.title,
        description=head.description,
        body="",
        body_language=desk.language,
        translation="current",
        view=view,
    )
