"""Every reference of an entry, found by walking the model's own annotations."""

import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, RootModel

from renaksi.model.base import Ref
from renaksi.reader import Key
from renaksi.vocabulary import Kind

Loc = tuple[Key, ...]
Reference = tuple[Loc, Kind, str]
Walk = Callable[[Any, Loc], Iterator[Reference]]


def find_references(record: BaseModel) -> Iterator[Reference]:
    """Path of keys, kind referred to and id, for every reference in a record."""
    return _of_model(record, ())


def _of_model(record: BaseModel, loc: Loc) -> Iterator[Reference]:
    for name, walk in _fields(type(record)):
        value = getattr(record, name)
        if value is not None:
            yield from walk(value, (*loc, name))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Walk], ...]:
    """The fields of a model in which references can be, and how to find them there."""
    found: list[tuple[str, Walk]] = []
    for name, field in () if issubclass(model, RootModel) else model.model_fields.items():
        annotation: Any = field.annotation
        if field.metadata:
            annotation = Annotated[(annotation, *field.metadata)]
        walk = _walk(annotation)
        if walk is not None:
            found.append((name, walk))
    return tuple(found)


def _walk(annotation: Any) -> Walk | None:
    """How to find the references in a value of a type; None where there can be none."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model
    if origin is Annotated:
        kinds = [mark.kind for mark in annotation.__metadata__ if isinstance(mark, Ref)]
        return _of_id(kinds[0]) if kinds else _walk(arguments[0])
    if origin in (typing.Union, types.UnionType):
        walks = [walk for walk in map(_walk, arguments) if walk is not None]
        assert len(walks) <= 1, f"{annotation}: a reference must be of one kind"
        return walks[0] if walks else None
    if origin is tuple:
        return _of_items(_walk(arguments[0]), enumerate)
    if origin is dict:
        return _of_items(_walk(arguments[1]), dict.items)
    return None


def _of_id(kind: Kind) -> Walk:
    def walk(value: Any, loc: Loc) -> Iterator[Reference]:
        yield loc, kind, value

    return walk


def _of_items(inner: Walk | None, items: Callable[[Any], Any]) -> Walk | None:
    if inner is None:
        return None

    def walk(value: Any, loc: Loc) -> Iterator[Reference]:
        for key, item in items(value):
            yield from inner(item, (*loc, key))

    return walk
