"""What the model says at a path of keys: the keys known there, and what an id there refers to."""

import typing
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel

from renaksi.model.base import Ref
from renaksi.reader import Key
from renaksi.vocabulary import Kind

Loc = tuple[Key, ...]


def known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys of the record at `loc`, or none where there is no record."""
    record = _record(_annotation_at(model, loc))
    return list(record.model_fields) if record else []


def kind_at(model: type[BaseModel], loc: Loc) -> Kind | None:
    """The kind of entry that the id at `loc` refers to, or None where it refers to none."""
    marks = _metadata(_annotation_at(model, loc))
    return next((each.kind for each in marks if isinstance(each, Ref)), None)


def _annotation_at(model: type[BaseModel], loc: Loc) -> Any:
    current: Any = model
    for part in loc:
        record = None if isinstance(part, int) else _record(current)
        current = _step(record or current, part)
    return current


def _step(annotation: Any, part: Key) -> Any:
    """The annotation of a field, of an item of a list, or of a value by a key of one's own."""
    if _is_record(annotation) and part in annotation.model_fields:
        field = annotation.model_fields[part]
        marked = (field.annotation, *field.metadata)
        return Annotated[marked] if field.metadata else field.annotation
    holder, at = (tuple, 0) if isinstance(part, int) else (dict, 1)
    return next(_inside(annotation, holder, at), None)


def _inside(annotation: Any, holder: type, at: int) -> Iterator[Any]:
    """What a tuple or a dict in an annotation holds, by the place among its arguments."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is holder and arguments:
        yield arguments[at]
    else:
        for inner in arguments:
            yield from _inside(inner, holder, at)


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in typing.get_args(annotation):
        yield from _metadata(inner)


def _record(annotation: Any) -> Any:
    """The record inside Optional, tuple or Annotated, or None."""
    if _is_record(annotation):
        return annotation
    found = (_record(inner) for inner in typing.get_args(annotation))
    return next((each for each in found if each is not None), None)


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
