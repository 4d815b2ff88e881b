"""Every reference of an entry, found by walking the model's own annotations."""

import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, RootModel

from renaksi.model.base import Ref
from renaksi.reader import Key
from renaksi.vocabulary import Kind

Reference = tuple[tuple[Key, ...], Kind, str]


def find_references(record: BaseModel) -> Iterator[Reference]:
    """Path of keys, kind referred to and id, for every reference in a record."""
    return _of_model(record, ())


def _of_model(record: BaseModel, loc: tuple[Key, ...]) -> Iterator[Reference]:
    if isinstance(record, RootModel):
        return
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value is None:
            continue
        annotation = field.annotation
        if field.metadata:
            annotation = Annotated[(annotation, *field.metadata)]  # type: ignore[assignment]
        yield from _of_value(annotation, value, (*loc, name))


def _of_value(annotation: Any, value: Any, loc: tuple[Key, ...]) -> Iterator[Reference]:
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if isinstance(value, BaseModel):
        yield from _of_model(value, loc)
    elif origin is Annotated:
        for mark in annotation.__metadata__:
            if isinstance(mark, Ref):
                yield loc, mark.kind, value
        yield from _of_value(arguments[0], value, loc)
    elif origin in (typing.Union, types.UnionType):
        for option in arguments:
            if option is not type(None):
                yield from _of_value(option, value, loc)
    elif isinstance(value, tuple) and arguments:
        for index, item in enumerate(value):
            yield from _of_value(arguments[0], item, (*loc, index))
    elif isinstance(value, dict) and len(arguments) == 2:
        for key, item in value.items():
            yield from _of_value(arguments[1], item, (*loc, str(key)))
