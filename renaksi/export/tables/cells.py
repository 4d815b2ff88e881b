"""Values that stay in the row of their record: words, numbers, references, texts by language."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from renaksi.export.tables.frame import Cell, Column, Row, Said, Table
from renaksi.export.tables.kinds import kind_table
from renaksi.export.tables.tongue import Tongue
from renaksi.export.tables.types import bare, is_kind_of, present
from renaksi.model.base import REFERS_TO
from renaksi.publish.schema import DATE_PATTERN, describe_scalar
from renaksi.vocabulary import Kind


class At(NamedTuple):
    """Which record a value stands in: its entry, its key in its table, the path of keys to it."""

    kind: str
    entry: str
    key: tuple[Cell, ...]
    path: str


@dataclass(frozen=True)
class Spot:
    """Where a value goes: the table and the column, its path within its record, its words."""

    table: Table
    column: str
    path: str
    said: Said
    required: bool


Put = Callable[[Any, Row, At], None]


def target_of(annotation: Any) -> Kind | None:
    """The kind of entry that a value refers to, or None."""
    schema = describe_scalar(present(annotation))
    return Kind(schema[REFERS_TO]) if REFERS_TO in schema else None


def put_scalar(annotation: Any, spot: Spot, tongue: Tongue) -> Put:
    """A column of words, numbers, true and false, or the id of an entry."""
    place = spot.table.add(_describe(annotation, spot, tongue))
    target = target_of(annotation)
    if target is not None:
        spot.table.refer((spot.column,), kind_table(target), "id")

    def put(value: Any, row: Row, at: At) -> None:
        row[place] = value.value if isinstance(value, StrEnum) else value

    return put


def _describe(annotation: Any, spot: Spot, tongue: Tongue) -> Column:
    schema = describe_scalar(present(annotation))
    sort = schema["type"] if schema["type"] in ("integer", "boolean") else "string"
    counts = sort == "integer"
    column = Column(
        spot.column,
        sort,
        spot.said,
        spot.required,
        tuple(schema.get("enum", ())),
        schema.get("pattern") if sort == "string" else None,
        schema.get("minimum") if counts else None,
        schema.get("maximum") if counts else None,
    )
    said = spot.said
    if is_kind_of(bare(annotation), StrEnum):
        said = tongue.choices(said, bare(annotation))
    elif REFERS_TO in schema:
        said = tongue.more(said, "column.refers", table=kind_table(Kind(schema[REFERS_TO])))
    elif column.pattern == DATE_PATTERN:
        said = tongue.more(said, "column.precision")
    return replace(column, said=said)


def put_texts(spot: Spot, tongue: Tongue, languages: tuple[str, ...]) -> Put:
    """A column for each language of a text."""
    columns = {
        code: Column(f"{spot.column}_{code}", "string", tongue.in_language(spot.said, code))
        for code in languages
    }
    places = {code: spot.table.add(column) for code, column in columns.items()}

    def put(value: Any, row: Row, at: At) -> None:
        for code, text in (value if isinstance(value, dict) else value.root).items():
            row[places[code]] = text

    return put


def put_choices(keys: type[StrEnum], annotation: Any, spot: Spot, tongue: Tongue) -> Put:
    """A column for what is said of each value of a closed list."""
    puts = {
        key: put_scalar(
            annotation,
            replace(
                spot,
                column=f"{spot.column}_{key.value.replace('-', '_')}",
                said=tongue.of_value(spot.said, key),
                required=False,
            ),
            tongue,
        )
        for key in keys
    }

    def put(value: Any, row: Row, at: At) -> None:
        for key, inner in value.items():
            puts[key](inner, row, at)

    return put
