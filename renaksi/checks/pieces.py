"""Everything inside an entry, with the path of keys to it."""

import typing
from collections.abc import Iterator
from functools import cache
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
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _pieces(item, (*loc, index))
    elif isinstance(value, Record | Localized):
        yield loc, value
        for name in _holders(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                yield from _pieces(inner, (*loc, name))


@cache
def _holders(model: type[Record | Localized]) -> tuple[str, ...]:
    """The fields of a model in which pieces can be: most hold words alone."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _may_hold(field.annotation))


def _may_hold(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record | Localized):
        return True
    return any(map(_may_hold, typing.get_args(annotation)))
