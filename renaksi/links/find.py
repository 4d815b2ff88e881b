"""Every address elsewhere that the corpus names, and where it stands."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, RootModel

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.pieces import Loc
from renaksi.problem import Place
from renaksi.vocabulary import Kind

# Copies at an archive are not asked for: they are kept so that nobody has to.
_PASSED = ("archived_url",)
_BEGINNINGS = ("http://", "https://")


def find_addresses(corpus: Corpus) -> dict[str, list[Place]]:
    """Where each address stands: in facts, evidence and sources, and as a link of a narrative."""
    found: dict[str, list[Place]] = {}
    for (kind, id), origin in corpus.origins.items():
        for loc, address in _addresses(corpus.get(kind, id), ()):
            found.setdefault(address, []).append(origin.place(loc))
        for prose in corpus.prose.get((kind, id), {}).values():
            for link in prose.links:
                if link.target.startswith(_BEGINNINGS):
                    found.setdefault(link.target, []).append(prose.place(link.offset))
    return {address: sorted(set(places)) for address, places in sorted(found.items())}


def _addresses(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, RootModel):
        return  # words in a language, not an address
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _PASSED:
                yield from _addresses(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _addresses(item, (*loc, index))
    elif isinstance(value, str) and value.startswith(_BEGINNINGS) and " " not in value:
        yield loc, value


def find_uncopied(corpus: Corpus) -> Iterator[tuple[Place, Loc, str, str | None]]:
    """Evidence and sources without a copy at an archive.

    Where each stands, the path of keys in its file, its address, and the day it is from.
    """
    for update in corpus.updates:
        origin = corpus.origins[_kind(update), update.id]
        for index, item in enumerate(update.evidence):
            if item.archived_url is None:
                loc = ("evidence", index)
                day = item.retrieved or update.date
                yield origin.place(loc), (*origin.prefix, *loc), item.url, day
    for source in corpus.sources:
        origin = corpus.origins[_kind(source), source.id]
        if source.url is not None and source.archived_url is None:
            yield origin.place(), origin.prefix, source.url, source.document_date


def _kind(entry: model.Update | model.Source) -> Kind:
    return Kind.UPDATE if isinstance(entry, model.Update) else Kind.SOURCE
