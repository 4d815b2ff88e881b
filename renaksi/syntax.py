"""What a syntax error of YAML means to the person who wrote the file, and where to look for it.

libyaml stops where it can go on no longer; the mistake often stands somewhat above.
"""

import re
from typing import Any

import yaml

from renaksi.problem import Message, Place, Problem

_TAB = Message(
    id="Ada tab di awal baris ini; ganti tab dengan spasi.",
    en="There is a tab at the start of this line; replace the tab with spaces.",
)
_OPEN_QUOTE = Message(
    id="Tanda kutip dibuka di sini, atau sedikit di atasnya, tetapi tidak ditutup; "
    "tambahkan tanda kutip penutup.",
    en="A quotation mark is opened here, or a little above, and never closed; "
    "add the closing quotation mark.",
)
_OTHER = Message(
    id="Susunan YAML tidak dapat dibaca di sini. Periksa titik dua, tanda kutip, "
    "dan jumlah spasi di awal baris, di sini atau sedikit di atasnya.",
    en="The YAML cannot be read here. Check the colon, the quotes and the spaces "
    "at the start of the line, here or a little above.",
)
_ENDED_TOO_SOON = ("found unexpected end of stream", "found unexpected document indicator")


def explain(text: str, path: str, error: yaml.YAMLError, last: Any) -> Problem:
    """The problem behind an error; `last` is the last scalar that could still be read."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    tab = _tab_before(text, line)
    quote = _open_quote(error, last, line)
    if tab is not None:
        column, message = tab, _TAB
    elif quote is not None:
        line, column, message = quote.line, quote.column, _OPEN_QUOTE
    else:
        message = _OTHER
    return Problem(Place(path, line + 1, column + 1), "yaml-syntax", message)


def _tab_before(text: str, line: int) -> int | None:
    """The column of a tab in the indentation of the line."""
    lines = text.split("\n")
    match = re.match(r" *\t", lines[line]) if line < len(lines) else None
    return match.end() - 1 if match else None


def _open_quote(error: yaml.YAMLError, last: Any, line: int) -> Any:
    """Where the quotation mark stands that was never closed.

    Either the file ends within the quotes, or the mark that opens the next quotation closes them,
    and what was to be quoted follows on the same line.
    """
    if getattr(error, "problem", None) in _ENDED_TOO_SOON:
        return getattr(error, "context_mark", None)
    if last is None or last.style not in ("'", '"'):
        return None
    spans = last.start_mark.line < last.end_mark.line
    return last.start_mark if spans and last.end_mark.line == line else None
