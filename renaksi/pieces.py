"""Everything inside an entry, with the path of keys to it."""

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from renaksi.model import Fact, Localized, Record
from renaksi.reader import Key

Loc = tuple[Key, ...]
Piece = Fact[Any] | Localized


def find_pieces(record: Record) -> Iterator[tuple[Loc, Piece]]:
    """Every fact and every localised text of a record, at any depth."""
    return _of_record(record, ())


def _of_record(record: Record, loc: Loc) -> Iterator[tuple[Loc, Piece]]:
    for name in _holders(type(record)):
        inner = getattr(record, name)
        if inner:  # most fields are None or empty
            yield from _of_value(inner, (*loc, name))


def _of_value(value: Any, loc: Loc) -> Iterator[tuple[Loc, Piece]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _of_value(item, (*loc, index))
    elif isinstance(value, Localized):
        yield loc, value
    elif isinstance(value, Record):
        if isinstance(value, Fact):
            yield loc, value
        yield from _of_record(value, loc)


@cache
def _holders(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model in which pieces can be: most hold words alone."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _may_hold(field.annotation))


def _may_hold(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record | Localized):
        return True
    return any(map(_may_hold, typing.get_args(annotation)))
