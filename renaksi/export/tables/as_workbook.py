"""The tables as a workbook: a sheet each, and a first one that explains all of them.

Texts are written as texts: nothing in them is calculated or becomes a link. What a cell or a sheet
cannot hold is cut with a note in its place, and the first sheet counts it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from renaksi.export.publication import Publication
from renaksi.export.tables.as_csv import CALCULATES, csv_path
from renaksi.export.tables.as_package import about
from renaksi.export.tables.build import build_tables
from renaksi.export.tables.frame import Cell, Table
from renaksi.export.tables.guide import Cut, guide_rows
from renaksi.export.tables.tongue import Tongue
from renaksi.garbage import uncollected

PATH = "data/renaksi.xlsx"
# What Excel can hold: units of UTF-16 in a cell, rows in a sheet.
LONGEST = 32_767
MOST_ROWS = 1_048_576
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 60, 200
_GUIDE_WIDTHS = (28, 36, 14, 32, 32, 80, 80)


@dataclass(frozen=True)
class _Styles:
    """How cells look. `typed` keeps a text that would be calculated a text when it is edited."""

    head: Format
    typed: Format
    wrapped: Format


@dataclass(frozen=True)
class _Bounds:
    """What a cell and a sheet can hold, and what a text that was cut ends with."""

    longest: int
    most_rows: int
    ending: str


def build_workbook(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and content of the workbook."""
    with uncollected():
        content = make_workbook(publication)
    yield PATH, content


def make_workbook(
    publication: Publication, longest: int = LONGEST, most_rows: int = MOST_ROWS
) -> bytes:
    """The workbook, where cells and sheets can hold so much."""
    tongue = Tongue(publication.words)
    file = BytesIO()
    workbook = Workbook(file, {"in_memory": True})
    created = datetime.fromisoformat(publication.as_of)
    workbook.set_properties(
        {"title": publication.name, "comments": about(tongue), "created": created}
    )
    styles = _Styles(
        workbook.add_format({"bold": True, "bottom": 1}),
        workbook.add_format({"quote_prefix": True}),
        workbook.add_format({"text_wrap": True, "valign": "top"}),
    )
    first = workbook.add_worksheet(" - ".join(tongue.every("sheet.name").values()))
    cuts: dict[str, Cut] = {}
    for table in publication.once(build_tables):
        ending = " / ".join(tongue.every("sheet.cut_here", file=csv_path(table)).values())
        bounds = _Bounds(longest, most_rows, f" {ending}")
        cuts[table.name] = _write(workbook.add_worksheet(table.name), table, styles, bounds)
    _explain(first, publication, cuts, styles)
    workbook.close()
    return file.getvalue()


def _write(sheet: Worksheet, table: Table, styles: _Styles, bounds: _Bounds) -> Cut:
    rows = table.rows[: bounds.most_rows - 1]
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, styles.head)
        sheet.set_column(place, place, _width(column.name, rows[:_LOOKED_AT], place))
    cut = 0
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                text = shorten(value, bounds.longest, bounds.ending)
                cut += text is not value
                typed = styles.typed if text.startswith(CALCULATES) else None
                sheet.write_string(number, place, text, typed)
            elif isinstance(value, bool):
                sheet.write_boolean(number, place, value)
            elif value is not None:
                sheet.write_number(number, place, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
    return Cut(cut, len(table.rows) - len(rows))


def _width(name: str, rows: list[list[Cell]], place: int) -> int:
    """As wide as the longest of the first cells, within reason; the heading has a button beside."""
    longest = max((len(str(row[place])) for row in rows if row[place] is not None), default=0)
    return max(_NARROWEST, len(name) + 4, min(longest + 1, _WIDEST))


def shorten(text: str, longest: int, ending: str) -> str:
    """The text itself where a cell can hold it, else its beginning and the ending."""
    if len(text) <= longest // 2 or _units(text) <= longest:
        return text
    room = longest - _units(ending)
    kept = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore")
    return f"{kept}{ending}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _explain(
    sheet: Worksheet, publication: Publication, cuts: Mapping[str, Cut], styles: _Styles
) -> None:
    """The first sheet: what this is, and what every sheet and column holds."""
    for place, width in enumerate(_GUIDE_WIDTHS):
        sheet.set_column(place, place, width)
    for number, (is_head, cells) in enumerate(guide_rows(publication, cuts)):
        for place, cell in enumerate(cells):
            style = styles.head if is_head else styles.wrapped if len(cells) > 1 else None
            if isinstance(cell, str):
                sheet.write_string(number, place, cell, style)
            else:
                sheet.write_number(number, place, cell, style)
