"""Problems for a terminal: with colour, the line of the file, and a caret below the spot."""

import unicodedata
from collections.abc import Callable, Iterable

from renaksi.problem import Place, Problem, Severity
from renaksi.report.text import (
    closing_lines,
    first_words,
    in_order,
    more,
    most_urgent,
    printable,
    severity_word,
)

WIDTH = 80
# Less of a line than this says nothing, however narrow a terminal is.
_LEAST = 20
SourceLine = Callable[[Place], str | None]
Paint = Callable[[str, str], str]

_BOLD, _RED, _YELLOW, _FAINT, _RESET = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}


def render_terminal(
    problems: Iterable[Problem],
    source_line: SourceLine,
    *,
    language: str | None = None,
    colour: bool = True,
    width: int = WIDTH,
) -> str:
    """What `render_text` says, with colour and excerpts; `source_line` gives a place's line.

    An excerpt takes one line of a terminal that is `width` columns wide.
    """
    ordered = in_order(problems)
    paint = _paint if colour else _plain
    lines: list[str] = []
    for problem in most_urgent(ordered):
        lines += [_head(problem, language, paint), *more(problem, language)]
        lines += _excerpt(problem, source_line(problem.place), paint, width)
    closing = [paint(_BOLD, line) for line in closing_lines(ordered, language)]
    return "\n".join([*lines, *closing])


def _paint(code: str, text: str) -> str:
    return f"{code}{text}{_RESET}"


def _plain(_: str, text: str) -> str:
    return text


def _head(problem: Problem, language: str | None, paint: Paint) -> str:
    key = f"{printable(problem.key)}: " if problem.key else ""
    place = paint(_BOLD, printable(str(problem.place)))
    severity = paint(_COLOURS[problem.severity], severity_word(problem, language))
    rule = paint(_FAINT, f"[{printable(problem.rule)}]")
    return f"{place}: {severity}: {key}{printable(first_words(problem, language))} {rule}"


def _excerpt(problem: Problem, line: str | None, paint: Paint, width: int) -> list[str]:
    if line is None or not line.strip():
        return []
    number = str(problem.place.line)
    margins = [f"  {each} |" for each in (number, " " * len(number))]
    # The caret may stand behind the last letter.
    text, caret = cut(line, problem.place.column, width - len(margins[0]) - 2)
    gutter = [paint(_FAINT, each) for each in margins]
    spaces = " " * count_cells(printable(text[:caret]))
    mark = paint(_COLOURS[problem.severity], "^")
    return [f"{gutter[0]} {printable(text)}", f"{gutter[1]} {spaces}{mark}"]


def cut(line: str, column: int, width: int) -> tuple[str, int]:
    """What fits into a width around a column (from 1), and where in it the column is (from 0)."""
    length = width = max(width, _LEAST)
    while True:
        text, caret = _around(line, column, length)
        if count_cells(printable(text)) <= width or length <= 1:
            return text, caret
        length -= 1


def _around(line: str, column: int, length: int) -> tuple[str, int]:
    at = min(max(column - 1, 0), len(line))
    start = max(0, min(at - length // 2, len(line) - length))
    text = line[start : start + length].replace("\t", " ")
    if start > 0:
        text = f"…{text[1:]}"
    if start + length < len(line):
        text = f"{text[:-1]}…"
    return text, at - start


def count_cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
