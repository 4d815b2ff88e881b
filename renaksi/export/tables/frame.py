"""The shapes of tables: columns with their words and rules, keys, rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Cell = str | int | bool | None
Row = list[Cell]


@dataclass(frozen=True)
class Said:
    """What readers are told of a table or a column: its name and what it is, by language."""

    title: Mapping[str, str]
    about: Mapping[str, str]

    def joined(self) -> tuple[str, str]:
        """Name and description in all languages at once, none of them twice."""
        return _join(self.title), _join(self.about)


def _join(texts: Mapping[str, str]) -> str:
    return " / ".join(dict.fromkeys(texts.values()))


@dataclass(frozen=True)
class Column:
    """A column; `type` is `string`, `integer` or `boolean`, as Table Schema calls them.

    `computed` says that its cells follow from others and hold no fact of their own.
    """

    name: str
    type: str
    said: Said
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    computed: bool = False


@dataclass(frozen=True)
class Foreign:
    """Columns whose values together are a row of a table, by some of its columns."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass
class Table:
    """A table; `one` is what a column of another table that names one of its rows is called."""

    name: str
    one: str
    said: Said
    columns: list[Column] = field(default_factory=list)
    key: tuple[str, ...] = ()
    foreign: list[Foreign] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def add(self, column: Column) -> int:
        """The place of a new column in each row. Raises ValueError where its name is taken."""
        if column.name in self.names():
            raise ValueError(f"{self.name}: two columns are called {column.name}")
        self.columns.append(column)
        return len(self.columns) - 1

    def refer(self, columns: tuple[str, ...], table: str, *references: str) -> None:
        """Says that columns name a row of a table."""
        self.foreign.append(Foreign(columns, table, references))

    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def place(self, name: str) -> int:
        return self.names().index(name)

    def key_columns(self) -> Iterator[Column]:
        """The columns of the key."""
        return (column for column in self.columns if column.name in self.key)


class State(StrEnum):
    """What a fact says: something, nothing that could be used, or that there is none."""

    VALUE = "value"
    UNUSABLE = "nothing-usable"
    NONE = "none"
