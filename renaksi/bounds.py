"""How much a narrative may hold, decided in one pass before anything renders it.

Python-Markdown goes over a page again for each heading, rule and definition in it, and calls
itself for each list within a list. Within these bounds the worst pages that we found take two
seconds; docs/architecture.md says how that was measured. `renaksi.dialect` bounds the rest.
"""

import re
from collections.abc import Iterator

from renaksi.dialect import TAB, find_fences
from renaksi.problem import Message, Place, Problem

MAX_CHARACTERS = 100_000
MAX_LINES = 2_000
MAX_LINE = 10_000
MAX_DEPTH = 20
MAX_CELLS = 20_000

# The marks of quotations and lists that a line begins with: `> - 1. `.
_MARKS = re.compile(r"(?:[ ]*+(?:>|(?:[-+*]|[0-9]++[.)])(?=[ ])))++")
_MARK = re.compile(r"[^ ]")
# The line below the head of a table: `|---|:-:|`.
_SEPARATOR = re.compile(r"[|: -]+")
_EMPTY = "> "
# A line across the page, which is no list: `* * *`.
_RULE = re.compile(r"[ >]*+([-*_])(?:[ ]{0,2}\1)*+[ ]*+")


def find_excess(text: str, path: str, first_line: int) -> Problem | None:
    """The first bound that a narrative breaks, if any; it begins at a line of its file."""
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        return _too_many_lines(Place(path, first_line + MAX_LINES))
    if len(text) > MAX_CHARACTERS:
        return _too_long(Place(path, first_line + text.count("\n", 0, MAX_CHARACTERS)))
    for number, line in enumerate(lines):
        if len(line) > MAX_LINE:
            return _long_line(Place(path, first_line + number, MAX_LINE + 1))
    expanded = _without_code(lines)
    for number in _deep_lines(expanded):
        return _too_deep(Place(path, first_line + number))
    for number in _large_tables(expanded):
        return _too_many_cells(Place(path, first_line + number))
    return None


def _without_code(lines: list[str]) -> list[str]:
    """The lines as Markdown sees them: spaces for tabs, and nothing for fenced code."""
    expanded = [line.expandtabs(TAB) for line in lines]
    for begin, end in find_fences(expanded):
        expanded[begin : end + 1] = [""] * (end + 1 - begin)
    return expanded


def _large_tables(lines: list[str]) -> Iterator[int]:
    """The heads of tables with which a page has too many cells.

    Markdown fills every row up to the number of columns of the head: a row of three letters may
    become thousands of cells. A table ends at an empty line.
    """
    cells, columns, head = 0, 0, 0
    for number, line in enumerate(lines):
        marks = _MARKS.match(line)
        row = line[marks.end() if marks else 0 :].strip(" ")
        if "|" in row and _SEPARATOR.fullmatch(row):
            width = row.count("|") + 1 - row.startswith("|") - row.endswith("|")
            if width > columns:
                columns, head = width, max(number - 1, 0)
        elif not line.strip(_EMPTY):
            columns = 0
        cells += columns
        if columns and cells > MAX_CELLS:
            yield head


def _deep_lines(lines: list[str]) -> Iterator[int]:
    """Lines that stand in too many lists and quotations."""
    for number, line in enumerate(lines):
        marks = _MARKS.match(line)
        if marks is None or _RULE.fullmatch(line):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent // TAB + len(_MARK.findall(re.sub(r"[0-9]+", "", marks.group()))) > MAX_DEPTH:
            yield number


def _too_many_lines(place: Place) -> Problem:
    message = Message(
        id=f"Narasi lebih dari {MAX_LINES} baris. Bagi menjadi beberapa halaman, "
        "atau simpan tabel panjang sebagai berkas data di tempat lain dan tautkan.",
        en=f"The narrative has more than {MAX_LINES} lines. Divide it into several pages, "
        "or keep a long table as a data file elsewhere and link to it.",
    )
    return Problem(place, "page-length", message)


def _too_long(place: Place) -> Problem:
    message = Message(
        id=f"Narasi lebih panjang dari {MAX_CHARACTERS} karakter. Bagi menjadi beberapa halaman.",
        en=f"The narrative is longer than {MAX_CHARACTERS} characters. Divide it into several "
        "pages.",
    )
    return Problem(place, "page-length", message)


def _long_line(place: Place) -> Problem:
    message = Message(
        id=f"Baris ini lebih panjang dari {MAX_LINE} karakter. Bagi menjadi beberapa baris.",
        en=f"This line is longer than {MAX_LINE} characters. Divide it into several lines.",
    )
    return Problem(place, "line-length", message)


def _too_many_cells(place: Place) -> Problem:
    message = Message(
        id=f"Tabel di halaman ini berisi lebih dari {MAX_CELLS} sel (kolom kali baris). Kurangi "
        "kolom di kepala tabel, atau bagi tabelnya ke beberapa halaman.",
        en=f"The tables of this page have more than {MAX_CELLS} cells (columns times rows). Take "
        "columns from the head of the table, or divide it into several pages.",
    )
    return Problem(place, "table-size", message)


def _too_deep(place: Place) -> Problem:
    message = Message(
        id=f"Daftar atau kutipan di baris ini bertingkat lebih dari {MAX_DEPTH} lapis; "
        "sederhanakan susunannya.",
        en=f"The lists or quotations of this line are nested more than {MAX_DEPTH} levels deep; "
        "make them simpler.",
    )
    return Problem(place, "nesting", message)
