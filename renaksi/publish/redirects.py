"""Former addresses: a page for each that leads on, and former ids beside the present ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from renaksi.corpus import Corpus
from renaksi.layout import SECTION_OF
from renaksi.model import Redirect
from renaksi.publish.desk import Desk
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind


@dataclass(frozen=True)
class MovedPage:
    """A former address in one language, and the title and address that it leads to."""

    language: str
    url: str
    target: Value


def build_moved_pages(desks: Iterable[Desk]) -> tuple[MovedPage, ...]:
    """Every former page in every language."""
    return tuple(
        _moved(desk, redirect)
        for desk in desks
        for redirect in _redirects(desk.corpus)
        if redirect.kind in SECTION_OF
    )


def find_former_ids(corpus: Corpus, kind: str, id: str) -> tuple[str, ...]:
    """The ids that an entry had before, which links out there still name as places."""
    return tuple(
        redirect.id
        for redirect in _redirects(corpus)
        if (redirect.kind, redirect.to) == (Kind(kind), id)
    )


def _moved(desk: Desk, redirect: Redirect) -> MovedPage:
    entry = desk.corpus.entries[redirect.kind][redirect.to]
    former = entry.model_copy(update={"id": redirect.id})
    target = desk.link(redirect.kind)(redirect.to)
    return MovedPage(desk.language, desk.url(redirect.kind, former), target)


def _redirects(corpus: Corpus) -> Iterator[Redirect]:
    return cast("Iterator[Redirect]", corpus.of(Kind.REDIRECT))
