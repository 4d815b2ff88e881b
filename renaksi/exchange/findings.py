"""The report of an import: every cell that the corpus does not give back as it was."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from renaksi.exchange import reasons
from renaksi.exchange.columns import COLUMN_OF, Column, Origin
from renaksi.exchange.marks import (
    NO_DATA,
    NOT_AVAILABLE,
    NOT_REVIEWED,
    are_same,
    guard,
    says_nothing,
)
from renaksi.exchange.reading import Reading
from renaksi.exchange.reasons import Need
from renaksi.exchange.table import Row, Table
from renaksi.exchange.view import View
from renaksi.problem import Message

HEADER = ("need", "row", "column", "value", "why_id", "why_en")
_MARKS = (NO_DATA, NOT_AVAILABLE, NOT_REVIEWED)
# Doubts about nothing but how a value is written.
_OF_FORM = (reasons.DIVIDED,)


@dataclass(frozen=True)
class Finding:
    """A cell, by the row of a spreadsheet and the name of the column in the file, and why."""

    need: Need
    row: int
    column: str
    value: str
    why: Message


def find_unkept(table: Table, row: Row, reading: Reading, view: View | None) -> Iterator[Finding]:
    """Every cell of a row that does not come out of the corpus again, and every doubtful one."""
    for key, cell in row.cells.items():
        if not cell.strip():
            continue
        found = _judge(key, cell, reading, view)
        if found is None and key in row.guessed:
            found = Need.LOOK, reasons.GUESSED
        if found is not None:
            yield Finding(found[0], row.number, table.headers.get(key, key), cell, found[1])


def _judge(key: str, cell: str, reading: Reading, view: View | None) -> tuple[Need, Message] | None:
    column = COLUMN_OF.get(key)
    again = column.fill(view) if column and view else ""
    doubt = reading.doubts.get(key)
    if doubt is not None:
        return (Need.FORM if doubt in _OF_FORM else Need.LOOK), doubt
    if column is not None and view is not None and are_same(cell, again):
        return None
    if says_nothing(cell):
        return Need.NOTHING, reasons.SAYS_NOTHING
    if column is None:
        return Need.NO_FIELD, reasons.UNKNOWN_COLUMN
    return _explain(column, again)


def _explain(column: Column, again: str) -> tuple[Need, Message]:
    if column.origin is Origin.OGP:
        return Need.OGP, reasons.OF_OGP
    if column.origin is Origin.ELSEWHERE:
        return Need.NO_FIELD, reasons.NO_FIELD
    if again in (*_MARKS, ""):
        return Need.LOOK, reasons.UNFIT
    if column.read is None:
        return Need.LOOK, reasons.OF_CODE if column.name.startswith("_") else reasons.OF_PLAN
    return Need.FORM, reasons.kept_as(again)


def write_report(findings: Iterable[Finding]) -> str:
    """The report as CSV, what needs a look first."""
    order = list(Need)
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(HEADER)
    for each in sorted(findings, key=lambda each: (order.index(each.need), each.row)):
        value = guard(each.value)
        why = each.why
        writer.writerow([each.need, each.row, guard(each.column), value, why.id, why.en])
    return written.getvalue()
