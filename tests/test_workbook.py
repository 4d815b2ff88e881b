"""The workbook holds the cells of the tables, and nothing that a spreadsheet would calculate."""

from collections import Counter
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from renaksi.export.tables.as_workbook import LONGEST, make_workbook, shorten
from renaksi.export.tables.build import build_tables
from tests import golden
from tests.tabular import Made, publish


def test_workbook_reads_back_as_the_tables(made: Made) -> None:
    book = load_workbook(made.folder / "renaksi.xlsx")
    assert book.sheetnames[1:] == list(made.tables)
    for name, table in made.tables.items():
        sheet = book[name]
        rows = [[_plain(cell) for cell in row] for row in sheet.iter_rows()]
        assert rows[0] == table.names()
        assert rows[1:] == table.rows
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(len(rows), len(rows[0])).coordinate}"
        assert all(8 <= sheet.column_dimensions[key].width <= 70 for key in sheet.column_dimensions)


def _plain(cell: Any) -> Any:
    assert cell.data_type in "snb", (cell.coordinate, cell.data_type)
    assert cell.hyperlink is None
    return cell.value


def test_workbook_holds_neither_formulas_nor_links(made: Made) -> None:
    with ZipFile(made.folder / "renaksi.xlsx") as archive:
        for name in archive.namelist():
            tags = {
                each.tag.rpartition("}")[2]
                for each in ElementTree.fromstring(archive.read(name)).iter()
            }
            assert not tags & {"f", "hyperlink", "hyperlinks", "externalReference"}, name
            assert "externalLink" not in name


def test_first_sheet_explains_every_column(made: Made) -> None:
    sheet = load_workbook(made.folder / "renaksi.xlsx").worksheets[0]
    rows = [
        [cell.value for cell in row if cell.value not in (None, "")] for row in sheet.iter_rows()
    ]
    for table in made.tables.values():
        about = [*table.said.title.values(), *table.said.about.values()]
        assert [table.name, len(table.rows), *about] in rows
        for column in table.columns:
            told = [row for row in rows if row[:2] == [table.name, column.name]]
            assert [row[3:] for row in told] == [
                [*column.said.title.values(), *column.said.about.values()]
            ]
    words = " ".join(str(cell) for row in rows for cell in row)
    assert "https://creativecommons.org/licenses/by/4.0/" in words
    assert golden.AS_OF in words


def test_workbook_says_what_it_cuts() -> None:
    publication = publish(golden.CORPUS)
    longest, most = 150, 20
    book = load_workbook(BytesIO(make_workbook(publication, longest, most)))
    tables = {table.name: table for table in publication.once(build_tables)}
    cut: Counter[str] = Counter()
    for name, table in tables.items():
        rows = list(book[name].iter_rows(min_row=2, values_only=True))
        assert len(rows) == min(len(table.rows), most - 1)
        for found, row in zip(rows, table.rows, strict=False):
            for cell, value in zip(found, row, strict=True):
                if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > longest:
                    cut[name] += 1
                    assert cell.endswith(f"data/csv/{name}.csv]")
                    assert len(cell.encode("utf-16-le")) // 2 <= longest
                    assert value.startswith(cell.split(" [")[0])
                else:
                    assert cell == value
    assert cut["narratives"]
    guide = [row[:7] for row in book.worksheets[0].iter_rows(values_only=True)]
    for name, number in cut.items():
        assert [row for row in guide if row[0] == name and f"{number}." in str(row[6])]
    left = len(tables["facts"].rows) - most + 1
    assert [row for row in guide if row[0] == "facts" and f"{left}." in str(row[6])]


@given(st.text(), st.integers(min_value=10, max_value=60))
def test_cut_texts_fit_their_cells(text: str, longest: int) -> None:
    cell = shorten(text, longest, " [cut]")
    units = len(cell.encode("utf-16-le")) // 2
    assert units <= longest
    assert cell == text or cell.endswith(" [cut]")
    assert shorten("x" * LONGEST, LONGEST, "") == "x" * LONGEST
