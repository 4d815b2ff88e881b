"""The order of keys: that of the model's fields, at any depth."""

import typing
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from renaksi.layout import LANGUAGES
from renaksi.model import Localized
from renaksi.write.pieces import Group, Piece


def put_in_order(piece: Piece, annotation: Any) -> None:
    """Sorts the keys of every record in a piece. Keys that the model lacks come last."""
    model = _model(annotation)
    if not isinstance(piece, Group) or model is None:
        return
    if not piece.keyed:
        for item in piece.items:
            put_in_order(item.value, model)
    elif issubclass(model, Localized):
        _sort(piece, LANGUAGES)
    else:
        _sort(piece, tuple(model.model_fields))
        for item in piece.items:
            key = item.key.value if item.key else ""
            if key in model.model_fields:
                put_in_order(item.value, model.model_fields[key].annotation)


def rank(annotation: Any, loc: Sequence[str]) -> tuple[int, ...]:
    """Where a value at a path of keys comes among others of the same record."""
    if not loc:
        return ()
    model = _model(annotation)
    assert model is not None, loc
    if issubclass(model, Localized):
        return (LANGUAGES.index(loc[0]),)
    place = list(model.model_fields).index(loc[0])
    return (place, *rank(model.model_fields[loc[0]].annotation, loc[1:]))


def _sort(group: Group, keys: tuple[str, ...]) -> None:
    places = {key: place for place, key in enumerate(keys)}
    group.items.sort(key=lambda item: places.get(item.key.value if item.key else "", len(keys)))


def _model(annotation: Any) -> type[BaseModel] | None:
    """The model of a record, or of the records in a list or in what may be left out."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [_model(inner) for inner in typing.get_args(annotation)]
    return next((each for each in found if each is not None), None)
