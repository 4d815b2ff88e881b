"""What a cell brings to a commitment. Each reader takes one cell and never raises.

A reader that cannot take a cell leaves it, or says why; `renaksi.exchange.importing` reports every
cell that does not come out of the corpus again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from renaksi.bounds import find_excess
from renaksi.exchange import reasons
from renaksi.exchange.days import Order, find_order, is_ambiguous, read_day
from renaksi.exchange.institutions import divide
from renaksi.exchange.marks import says_nothing
from renaksi.exchange.narrative import to_markdown
from renaksi.exchange.registry import Registry
from renaksi.model.base import LAST, Code, Line, Url
from renaksi.problem import Message
from renaksi.signs import HIDDEN
from renaksi.write import Plain

# The source of every fact of an import: the table itself.
SOURCE = "ogp-table"
DATES = ("Start Date", "End Date")
_BREAKS = re.compile(r"\s*[\r\n\t\v\f\x85\u2028\u2029]\s*")


@dataclass
class Reading:
    """One row while it is read: what it says so far, and what is doubtful about its cells.

    `language` is that of its texts; `dates` are the cells with dates of its plan and of the table.
    """

    cells: Mapping[str, str]
    registry: Registry
    language: str
    dates: tuple[list[str], list[str]]
    data: dict[str, Any] = field(default_factory=dict)
    design: dict[str, Any] = field(default_factory=dict)
    updates: dict[str, dict[str, Any]] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=dict)
    narrative: str = ""
    reversed: bool = False
    doubts: dict[str, Message] = field(default_factory=dict)

    @property
    def order(self) -> Order | None:
        """How dates of this row are written."""
        own = [self.cells.get(name, "") for name in DATES]
        return find_order((own, *self.dates))


Read = Callable[[Reading, str, str], None]


def fact(value: Any) -> dict[str, Any]:
    """A value that was read from the table."""
    return {"value": value, "source": SOURCE}


def clean(cell: str) -> str:
    """A cell as one line, without hidden signs."""
    return HIDDEN.sub("", _BREAKS.sub(" ", cell)).strip()


def fits(type_: Any, value: str) -> bool:
    """Whether the model takes a value."""
    try:
        TypeAdapter(type_).validate_python(value)
    except ValidationError:
        return False
    return True


def line(name: str) -> Read:
    """A fact of one line of text."""

    def read(reading: Reading, column: str, cell: str) -> None:
        text = clean(cell)
        if says_nothing(cell):
            return
        if fits(Line, text):
            reading.data[name] = fact(text)
        else:
            reading.doubts[column] = reasons.TOO_LONG if text else reasons.UNFIT

    return read


def code(name: str) -> Read:
    """A fact that is a code."""

    def read(reading: Reading, column: str, cell: str) -> None:
        if says_nothing(cell):
            return
        if fits(Code, clean(cell)):
            reading.data[name] = fact(clean(cell))
        else:
            reading.doubts[column] = reasons.NO_CODE

    return read


def address(reading: Reading, column: str, cell: str) -> None:
    """The address of OGP's page on the commitment."""
    if says_nothing(cell):
        return
    if fits(Url, clean(cell)) and clean(cell).isprintable():
        reading.data["ogp_url"] = fact(clean(cell))
    else:
        reading.doubts[column] = reasons.NO_ADDRESS


def number(reading: Reading, column: str, cell: str) -> None:
    """The number of the commitment, or one that is free, with the original beside it."""
    plain = cell.strip()
    wanted = int(plain) if re.fullmatch(r"[0-9]{1,4}", plain) and 1 <= int(plain) <= LAST else None
    given = reading.registry.take_number(wanted)
    reading.data["number"] = given
    if given == wanted:
        return
    if says_nothing(plain):
        reading.doubts[column] = reasons.without_number(given)
        return
    reading.doubts[column] = reasons.free_number(given)
    original = clean(cell)[:200]
    if original:
        told = {
            "id": f"Nomor di tabel OGP: {original}",
            "en": f"Number in OGP's table: {original}",
        }
        reading.data["related_facts"] = [fact(told)]


def title(reading: Reading, column: str, cell: str) -> None:
    """The title in OGP's table, which has one language only."""
    text = clean(cell)
    if not says_nothing(text) and fits(Line, text):
        reading.data["title"] = {"id": text, "en": text}
        reading.data["title_source"] = {reading.language: SOURCE}
    else:
        reading.doubts[column] = reasons.NO_TITLE


def theme(reading: Reading, column: str, cell: str) -> None:
    """The theme, by its label."""
    text = clean(cell)
    if says_nothing(text):
        return
    if fits(Line, text):
        reading.data["theme"] = fact(reading.registry.theme(text))
    else:
        reading.doubts[column] = reasons.TOO_LONG


def text(reading: Reading, column: str, cell: str) -> None:
    """The narrative, unless it is longer than one may be."""
    if says_nothing(cell):
        return
    written = to_markdown(cell)
    if find_excess(written, "", 1) is None:
        reading.narrative = written
        reading.data["narrative_source"] = {reading.language: SOURCE}
    else:
        reading.doubts[column] = reasons.TOO_LONG


def day(name: str) -> Read:
    """A date; of one that can mean two days the year alone."""

    def read(reading: Reading, column: str, cell: str) -> None:
        if says_nothing(cell):
            return
        found = read_day(cell, reading.order)
        if found is None:
            reading.doubts[column] = reasons.NO_DATE
            return
        reading.data[name] = fact(Plain(found))
        if is_ambiguous(cell) and reading.order is None:
            reading.doubts[column] = reasons.vague_date(found)

    return read


def organizations(name: str) -> Read:
    """The institutions of a cell; one that cannot be divided for sure stays as it is written."""

    def read(reading: Reading, column: str, cell: str) -> None:
        if says_nothing(cell):
            return
        parts, listed = divide(cell)
        names = [clean(each) for each in parts]
        if not names or not all(fits(Line, each) for each in names):
            reading.doubts[column] = reasons.TOO_LONG if names else reasons.UNFIT
            return
        ids = dict.fromkeys(map(reading.registry.organization, names))
        reading.data[name] = fact(list(ids))
        if listed:
            reading.doubts[column] = reasons.DIVIDED
        elif any("\n" in each for each in parts) or (len(parts) == 1 and "," in parts[0]):
            reading.doubts[column] = reasons.MAYBE_SEVERAL

    return read


def read_cells(reading: Reading, readers: Iterable[tuple[str, Read]]) -> None:
    """Lets every cell of the row be read by the reader of its column."""
    for column, read in readers:
        cell = reading.cells.get(column)
        if cell is not None:
            read(reading, column, cell)
