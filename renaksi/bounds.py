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

# The marks of quotations and lists that a line begins with: `> - 1. `.
_MARKS = re.compile(r"(?:[ ]*+(?:>|(?:[-+*]|[0-9]++[.)])(?=[ ])))++")
_MARK = re.compile(r"[^ ]")
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
    for number in _deep_lines(lines):
        return _too_deep(Place(path, first_line + number))
    return None


def _deep_lines(lines: list[str]) -> Iterator[int]:
    """Lines that stand in too many lists and quotations; those of fenced code stand in none."""
    expanded = [line.expandtabs(TAB) for line in lines]
    for begin, end in find_fences(expanded):
        expanded[begin : end + 1] = [""] * (end + 1 - begin)
    for number, line in enumerate(expanded):
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


def _too_deep(place: Place) -> Problem:
    message = Message(
        id=f"Daftar atau kutipan di baris ini bertingkat lebih dari {MAX_DEPTH} lapis; "
        "sederhanakan susunannya.",
        en=f"The lists or quotations of this line are nested more than {MAX_DEPTH} levels deep; "
        "make them simpler.",
    )
    return Problem(place, "nesting", message)
