"""What the annotations of the model say of the sort of a value."""

import types
import typing
from typing import Annotated, Any

from pydantic.fields import FieldInfo


def annotation_of(field: FieldInfo) -> Any:
    """The annotation as it is written, which pydantic takes apart."""
    if field.metadata:
        return Annotated[(field.annotation, *field.metadata)]
    return field.annotation


def present(annotation: Any) -> Any:
    """An annotation without None. Raises TypeError where it is still one of several types."""
    if typing.get_origin(annotation) not in (typing.Union, types.UnionType):
        return annotation
    others = [each for each in typing.get_args(annotation) if each is not type(None)]
    if len(others) != 1:
        raise TypeError(f"{annotation}: a value must be of one type")
    return others[0]


def may_be_none(annotation: Any) -> bool:
    """Whether a value may be None."""
    return present(annotation) is not annotation


def bare(annotation: Any) -> Any:
    """The type alone, without None and without what `Annotated` adds."""
    inner = present(annotation)
    while typing.get_origin(inner) is Annotated:
        inner = present(typing.get_args(inner)[0])
    return inner


def is_kind_of(annotation: Any, model: type) -> bool:
    """Whether a bare annotation is a class made from another."""
    return isinstance(annotation, type) and issubclass(annotation, model)
