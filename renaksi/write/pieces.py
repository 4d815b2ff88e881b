"""YAML as pieces that can be moved: values as they are written, each with its comments.

Made for texts that `renaksi.reader` has accepted. Between two values of such a text stand only
white space, indicators and comments, so every comment is found, and none is taken for a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import yaml


class UnmovableError(Exception):
    """The text holds something that cannot be moved without a guess."""


@dataclass
class Scalar:
    """A value on one line or more; `style` is its quotation mark, or None."""

    raw: str
    value: str
    style: str | None = None


@dataclass
class Block:
    """A value below `>` or `|`: the header without a width, the lines without their margin."""

    header: str
    lines: list[str]


@dataclass
class Group:
    """A list or a mapping; `tail` are the comments after its last item."""

    keyed: bool
    flow: bool = False
    items: list["Item"] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


Piece = Scalar | Block | Group


@dataclass
class Item:
    """A value with its key, the comments (and empty lines) above it and those beside it."""

    key: Scalar | None = None
    value: Piece = field(default_factory=lambda: Scalar("", ""))
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


def read_pieces(text: str) -> Group | None:
    """The list or mapping in `text`, or None where there is none. Raises UnmovableError."""
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        return None
    reading = _Reading(text, events)
    found = reading.piece(next(events), -1)
    if not isinstance(found, Group):
        return None
    reading.scan(len(text))
    found.tail += reading.take()
    while found.tail and not found.tail[-1]:
        found.tail.pop()
    return found


def find_comments(piece: Piece) -> Iterator[str]:
    """Every comment in a piece."""
    if isinstance(piece, Group):
        for item in piece.items:
            yield from filter(None, item.above)
            yield from item.beside
            yield from find_comments(item.value)
        yield from filter(None, piece.tail)


@dataclass
class _Reading:
    """Where the reading is, the comments that wait for an owner, and the item read last."""

    text: str
    events: Iterator[Any]
    position: int = 0
    pending: list[tuple[int, str]] = field(default_factory=list)
    last: Item | None = None

    def piece(self, event: Any, column: int) -> Piece:
        """The value that begins with `event`; `column` is that of the group around it."""
        if not _is_scalar(event):
            return self._group(event, column)
        if event.style in ("|", ">"):
            return self._block(event, column)
        raw = self.text[event.start_mark.index : event.end_mark.index]
        self._advance(event)
        return Scalar(raw, event.value, event.style or None)

    def _group(self, start: Any, outer: int) -> Group:
        group = Group(isinstance(start, yaml.MappingStartEvent), bool(start.flow_style))
        own = max(start.start_mark.column, outer) if group.flow else start.start_mark.column
        if group.flow:
            self._advance(start)
        while not _is_end(event := next(self.events)):
            group.items.append(self._item(event, group, own))
        self.scan(event.start_mark.index)
        if group.flow:
            group.tail = self.take()
            self._advance(event)
        else:
            group.tail = self._take_deep(own, outer)
        return group

    def _item(self, event: Any, group: Group, column: int) -> Item:
        item = Item()
        self.scan(event.start_mark.index)
        item.above = self.take()
        self.last = item
        if group.keyed:
            key = self.piece(event, column)
            if not isinstance(key, Scalar):
                raise UnmovableError
            item.key = key
            event = next(self.events)
            self.scan(event.start_mark.index)
            if _is_scalar(event) or event.flow_style:
                item.above += filter(None, self.take())
        item.value = self.piece(event, column)
        self.last = item
        return item

    def _block(self, event: Any, column: int) -> Block:
        start = event.start_mark.index
        self.scan(start)
        first = next(_lines(self.text, start))
        header, _, comment = first.partition("#")
        header = "".join(sorted(header.strip(), key="|>123456789+-".index))
        if comment and self.last:
            self.last.beside.append(f"#{comment}".rstrip())
        begin = start + len(first) + 1
        width = "".join(char for char in header if char.isdigit())
        below = _lines(self.text, begin)
        margin = max(column, 0) + int(width) if width else _margin(below, column)
        kept = list(takewhile(lambda line: _is_inside(line, margin), _lines(self.text, begin)))
        if "+" not in header:
            while kept and len(kept[-1]) <= margin and not kept[-1].strip(" "):
                kept.pop()
        self.position = begin - 1 + sum(len(line) + 1 for line in kept)
        marks = header.replace(width, "2") if width else header
        if kept and not event.value.endswith("\n") and not header.endswith(("-", "+")):
            marks += "-"  # the end of the text has cut off its line end
        return Block(marks, [line[margin:] for line in kept])

    def _advance(self, event: Any) -> None:
        """Goes on behind an event; nothing before it is passed over unseen."""
        self.scan(event.start_mark.index)
        self.position = max(self.position, event.end_mark.index)

    def scan(self, end: int) -> None:
        """Takes up the comments and empty lines that stand before `end`."""
        if end <= self.position:
            return
        lines = self.text[self.position : end].split("\n")
        for index, line in enumerate(lines):
            before, mark, comment = line.partition("#")
            if mark and index == 0 and self.last and not set("-?") & set(before):
                self.last.beside.append(f"#{comment}".rstrip())
            elif mark:
                self.pending.append((len(before), f"#{comment}".rstrip()))
            elif 0 < index < len(lines) - 1 and not line.strip():
                self.pending.append((0, ""))
        self.position = end

    def take(self) -> list[str]:
        """The comments and empty lines that wait, which are then no longer waiting."""
        found = [text for _, text in self.pending]
        self.pending.clear()
        return found

    def _take_deep(self, own: int, outer: int) -> list[str]:
        """Those that stand as deep as the group that ends here, and so belong to it."""
        count = 0
        for index, (column, text) in enumerate(self.pending):
            if text and (column < own or column <= outer):
                break
            count = index + 1 if text else count
        found = [text for _, text in self.pending[:count]]
        del self.pending[:count]
        return found


def _is_scalar(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent)


def _is_end(event: Any) -> bool:
    return isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))


def _lines(text: str, start: int) -> Iterator[str]:
    """The lines of a text from a place on; what stands after the last line end is no line."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def _margin(lines: Iterator[str], column: int) -> int:
    """How far the content of a block is indented: as far as its first line that is not empty."""
    first = next((line for line in lines if line.strip(" ")), "")
    return max(_depth(first), column + 1, 1)


def _is_inside(line: str, margin: int) -> bool:
    return not line.strip(" ") or _depth(line) >= margin


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
