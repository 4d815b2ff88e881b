"""The shape of a chart: a table whose rows carry their drawings."""

from dataclasses import dataclass, field

from markupsafe import Markup

from renaksi.publish.values import NoteMark, Value


@dataclass(frozen=True)
class Cell:
    """A number or a word of a row; `label` and `swatch` repeat the head of its column beside it.

    A `silent` cell is there for those who go through the table, but not shown. `url` leads to what
    was counted.
    """

    text: str
    label: str = ""
    swatch: Markup | None = None
    silent: bool = False
    details: tuple[str, ...] = ()
    disputes: tuple[NoteMark, ...] = ()
    drawing: Markup | None = None
    known: bool = True
    url: str = ""


@dataclass(frozen=True)
class Line:
    """A row: what it is about, its drawing, its cells. A `minor` one belongs to that above it."""

    label: Value
    cells: tuple[Cell, ...]
    number: str = ""
    details: tuple[str, ...] = ()
    drawing: Markup | None = None
    minor: bool = False


@dataclass(frozen=True)
class Part:
    """Rows that belong together, below a head of their own if they have one."""

    lines: tuple[Line, ...]
    title: Value | None = None
    number: str = ""
    count: str = ""


@dataclass(frozen=True)
class Chart:
    """A title, one sentence that says what it shows, and the table.

    `layout`: `flow` puts the cells of a row side by side as far as they fit, `time` has an `axis`
    in the head of its last column, `plain` is a table like any other. `key` explains the marks.
    """

    id: str
    title: str
    summary: str
    layout: str
    columns: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[Value, ...] = ()
    axis: Markup | None = None
    key: tuple[tuple[Markup, str], ...] = field(default=())
