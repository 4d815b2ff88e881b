"""Rows of one plan to the files of a corpus."""

import re
from dataclasses import dataclass

from renaksi.dates import ends_before
from renaksi.exchange import reasons
from renaksi.exchange.choose import Selection
from renaksi.exchange.columns import COLUMNS, FORMER_COLUMNS
from renaksi.exchange.files import Records, write_files
from renaksi.exchange.member import Member
from renaksi.exchange.plan import read_plan
from renaksi.exchange.reading import DATES, Reading, fact, read_cells
from renaksi.exchange.registry import Registry
from renaksi.vocabulary import Stream
from renaksi.write import Plain

_NUMBER = "Commitment Number"
_TITLE = "Commitment Title"
_READERS = [
    (column.name, column.read) for column in (*COLUMNS, *FORMER_COLUMNS) if column.read is not None
]


@dataclass(frozen=True)
class Draft:
    """The files of a corpus by path, its member and name, and what was read of each row."""

    files: dict[str, str]
    member: Member
    name: str
    readings: tuple[Reading, ...]


def draft_corpus(selection: Selection, language: str, about: dict[str, str]) -> Draft:
    """Everything but `mkdocs.yml`; `language` is that of the texts, `about` tells of the file."""
    plan = read_plan(selection)
    registry = Registry(frozenset(_numbers(selection)), plan.years)
    dates = [cells(selection, name) for cells in (_of_plan, _of_table) for name in DATES]
    groups = (dates[0] + dates[1], dates[2] + dates[3])
    readings = []
    for row in selection.rows:
        reading = Reading(row.cells, registry, language, groups)
        read_cells(reading, _READERS)
        _complete(reading)
        readings.append(reading)
    records = Records(plan, registry, selection.table.name, about, language)
    files = write_files(records, readings)
    return Draft(files, plan.member, plan.title["en"], tuple(readings))


def _numbers(selection: Selection) -> list[int]:
    cells = [cell.strip() for cell in _of_plan(selection, _NUMBER)]
    return [int(cell) for cell in cells if re.fullmatch(r"[0-9]{1,4}", cell)]


def _of_plan(selection: Selection, column: str) -> list[str]:
    return [row.cells.get(column, "") for row in selection.rows]


def _of_table(selection: Selection, column: str) -> list[str]:
    return [row.cells.get(column, "") for row in selection.table.rows]


def _complete(reading: Reading) -> None:
    """What a commitment must have, though the table may not say it; and its id."""
    data, registry = reading.data, reading.registry
    given = data.setdefault("number", registry.take_number(None)) if "number" not in data else 0
    number = given or data["number"]
    short = data.get("ogp_title", {}).get("value")
    title = data.get("title", {}).get("en")
    if title is None:
        reading.doubts.setdefault(_TITLE, reasons.NO_TITLE)
        data["title"] = {"id": f"Komitmen {number}", "en": f"Commitment {number}"}
    data["id"] = registry.commitment(number, filter(None, (short, title)))
    data["number"] = Plain(str(number))
    data.setdefault("stream", Plain(Stream.OPEN_GOVERNMENT))
    data |= {name: fact(ids) for name, ids in reading.named.items()}
    if reading.design:
        data["irm_design"] = reading.design
    start, end = (data.get(name, {}).get("value") for name in ("start_date", "end_date"))
    if start and end and ends_before(end, start):
        reading.reversed = True
        reading.doubts.setdefault(DATES[1], reasons.REVERSED)
