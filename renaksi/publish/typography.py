"""What must not come apart at the end of a line; authors need not think of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PERCENT = re.compile(r"(?<=\d) (?=%)")
# A day and its month before a year; a span of years; a word whose part before or behind a hyphen is
# too short to stand alone. Longer ones may come apart: on a small telephone with large letters they
# fill a line.
_WHOLE = re.compile(
    r"\(?(?<![\w-])"
    r"(?:\d{1,2} [A-Z]\w{2,8}(?= \d{4}\b)|\d{4}-\d{4}|\w{1,3}-\w{1,10}|\w{1,10}-\w{1,3})"
    r"(?![\w-])[).,:;]*"
)


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `whole` where no line may end within it."""

    text: str
    whole: bool = False


def bind_percent(text: str) -> str:
    """`16 %` with a space at which no line ends. Of HTML only the text can hold such a space."""
    return _PERCENT.sub("\N{NO-BREAK SPACE}", text)


def pieces(text: str) -> Iterator[Piece]:
    """The text in pieces; joined they give it back, so that search and copies stay as written."""
    position = 0
    for match in _WHOLE.finditer(text):
        if match.start() > position:
            yield Piece(text[position : match.start()])
        yield Piece(match.group(), whole=True)
        position = match.end()
    if position < len(text):
        yield Piece(text[position:])
