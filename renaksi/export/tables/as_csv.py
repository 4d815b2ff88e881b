"""The tables as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet."""

import csv
from collections.abc import Iterator, Mapping

from renaksi.export.publication import Publication
from renaksi.export.tables.build import build_tables
from renaksi.export.tables.frame import Cell, Table

# Signs that a spreadsheet takes for the beginning of a calculation, also in their wide forms.
CALCULATES = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
ESCAPE = "'"
_ESCAPED = (*CALCULATES, ESCAPE)


def build_csv(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file of every table."""
    for table in publication.once(build_tables):
        yield csv_path(table), csv_files(publication)[table.name]


def csv_path(table: Table) -> str:
    """Where a table is published."""
    return f"data/csv/{table.name}.csv"


def csv_files(publication: Publication) -> Mapping[str, bytes]:
    """The content of each file by the name of its table."""
    return publication.once(_make)


def _make(publication: Publication) -> Mapping[str, bytes]:
    return {table.name: to_csv(table) for table in publication.once(build_tables)}


def to_csv(table: Table) -> bytes:
    """One table with a row of headings."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(table.names())
    writer.writerows(map(_cell, row) for row in table.rows)
    return "".join(lines).encode()


class _Lines(list[str]):
    """What `csv` writes to."""

    def write(self, line: str) -> None:
        self.append(line)


def _cell(value: Cell) -> str | int | None:
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def escape(text: str) -> str:
    """The text, with an apostrophe in front where it would be calculated or begins with one."""
    return f"{ESCAPE}{text}" if text.startswith(_ESCAPED) else text
