"""Everything inside an entry, with the path of keys to it."""

from collections.abc import Iterator
from typing import Any

from renaksi.model import Fact, Localized, Record
from renaksi.reader import Key

Loc = tuple[Key, ...]


def find_facts(record: Record) -> Iterator[tuple[Loc, Fact[Any]]]:
    """Every fact of a record, at any depth."""
    for loc, piece in _pieces(record, ()):
        if isinstance(piece, Fact):
            yield loc, piece


def find_texts(record: Record) -> Iterator[tuple[Loc, Localized]]:
    """Every localised text of a record, at any depth."""
    for loc, piece in _pieces(record, ()):
        if isinstance(piece, Localized):
            yield loc, piece


def _pieces(value: Any, loc: Loc) -> Iterator[tuple[Loc, Record | Localized]]:
    if isinstance(value, Localized):
        yield loc, value
    elif isinstance(value, Record):
        yield loc, value
        for name in type(value).model_fields:
            yield from _pieces(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _pieces(item, (*loc, index))
