"""Plain data to YAML that nobody has written yet."""

import textwrap
import unicodedata
from typing import Any

from renaksi.write.emit import WIDTH, emit
from renaksi.write.order import put_in_order
from renaksi.write.pieces import Block, Group, Item, Piece, Scalar
from renaksi.write.scalars import quoted


class Plain(str):
    """A number, a date or the like, which is written without quotes."""

    __slots__ = ()


def write_record(data: dict[str, Any], model: Any) -> str:
    """A record as YAML, its keys as the model has them."""
    group = _group(data, 0)
    put_in_order(group, model)
    return emit(group)


def _group(data: dict[str, Any] | list[Any], indent: int) -> Group:
    if isinstance(data, list):
        items = [Item(value=_piece(each, indent, "-")) for each in data]
        return Group(keyed=False, items=items)
    pairs = [Item(Scalar(key, key), _piece(each, indent, f"{key}:")) for key, each in data.items()]
    return Group(keyed=True, items=pairs)


def _piece(value: Any, indent: int, start: str) -> Piece:
    if isinstance(value, Plain):
        return Scalar(value, value)
    if not isinstance(value, str):
        return _group(value, indent + 2)
    too_long = indent + len(start) + 1 + len(value) > WIDTH
    lines = wrapped(value, indent) if too_long else []
    if lines:
        return Block(">-", lines)
    raw = quoted(value) if value.isprintable() else escaped(value)
    return Scalar(raw, value, raw[0])


def wrapped(value: str, indent: int) -> list[str]:
    """The lines of a value below `>-`, or none where such lines would not say the same."""
    if not value.isprintable() or not all(value.split(" ")):
        return []
    width = max(WIDTH - indent - 2, 40)
    return textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)


def escaped(value: str) -> str:
    """In double quotes, where everything can be written."""
    return '"{}"'.format("".join(map(_escape, value)))


def _escape(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == "\n":
        return "\\n"
    return f"\\x{ord(char):02x}" if unicodedata.category(char) == "Cc" else char
