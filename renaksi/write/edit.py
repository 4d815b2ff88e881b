"""One value of a file replaced or added; every other byte of the file stays.

The text is read again after each edit, and compared with what the edit was to make of the data.
"""

import copy
from collections.abc import Iterator
from typing import Any

import yaml

from renaksi.dates import is_written_as_date
from renaksi.reader import Document, Key, read_front_matter, read_yaml
from renaksi.write.emit import WIDTH
from renaksi.write.fresh import escaped, wrapped
from renaksi.write.pieces import Scalar
from renaksi.write.scalars import is_guessed, quoted, scalar_text

Loc = tuple[Key, ...]
_FENCE = "---\n"


class UneditableError(Exception):
    """The edit cannot be made without a guess, or without touching more than the value."""


def set_value(text: str, path: str, loc: Loc, value: str) -> str:
    """The text with another value at `loc`, where one stands now. Raises UneditableError."""
    file = _File(text, path)
    start, end = file.span(loc)
    wanted, node = file.with_value(loc, value), file.node(loc)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        start = text.rindex(":", 0, start) + 1  # the value comes beside its key
        return file.first_that_says(wanted, start, end, [f" {value}"])
    return file.first_that_says(wanted, start, end, file.ways(loc, value))


def add_key(text: str, path: str, loc: Loc, after: str, new: tuple[str, str]) -> str:
    """The text with a new key and its value in the mapping at `loc`, below the key `after`.

    Raises UneditableError.
    """
    file, (key, value) = _File(text, path), new
    group = file.node(loc)
    wanted = copy.deepcopy(file.data)
    _at(wanted, loc)[key] = value
    _, end = file.span((*loc, after))
    plain = scalar_text(Scalar(_quoted(value), value, '"'), flow=group.flow_style)
    if group.flow_style:
        return file.first_that_says(wanted, end, end, [f", {key}: {plain}"])
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    lead = " " * group.start_mark.column
    return file.first_that_says(wanted, line_end, line_end, [f"\n{lead}{key}: {plain}"])


def add_item(text: str, path: str, loc: Loc, value: str) -> str:
    """The text with one more id in the list at `loc`, or beside the only one there.

    Raises UneditableError.
    """
    file = _File(text, path)
    node, (start, end) = file.node(loc), file.span(loc)
    before = _at(file.data, loc)
    wanted = file.with_value(loc, [*before, value] if isinstance(before, list) else [before, value])
    if isinstance(node, yaml.ScalarNode):
        return file.first_that_says(wanted, start, end, [f"[{text[start:end]}, {value}]"])
    if node.flow_style:
        return file.first_that_says(wanted, end - 1, end - 1, [f", {value}"])
    lead = " " * node.start_mark.column
    return file.first_that_says(wanted, end, end, [f"\n{lead}- {value}"])


def replace_prose(text: str, path: str, start: int, end: int, value: str) -> str:
    """The text with another wording between two places of its narrative.

    Raises UneditableError.
    """
    before = _read(text, path)
    offset = len(text) - len(before.body)
    result = f"{text[: offset + start]}{value}{text[offset + end :]}"
    after = _read(result, path)
    if after.data != before.data:
        raise UneditableError
    return result


class _File:
    """A text with its data and the nodes of its YAML, whose marks count from `offset`."""

    def __init__(self, text: str, path: str) -> None:
        if "\r" in text:
            raise UneditableError  # `make fmt` makes its line ends alike
        self.text, self.path = text, path
        document = _read(text, path)
        self.data: Any = document.data
        self.body = document.body
        fenced = path.endswith(".md")
        self.offset = len(_FENCE) if fenced else 0
        end = text.index(f"\n{_FENCE}", self.offset - 1) + 1 if fenced else len(text)
        self.root: Any = yaml.compose(text[self.offset : end], Loader=yaml.CBaseLoader)

    def node(self, loc: Loc) -> Any:
        """The node at `loc`. Raises UneditableError where there is none."""
        node = self.root
        for part in loc:
            node = next((child for key, child in _children(node) if key == part), None)
            if node is None:
                raise UneditableError
        return node

    def span(self, loc: Loc) -> tuple[int, int]:
        """Where the value at `loc` begins and ends."""
        node = self.node(loc)
        return self.offset + node.start_mark.index, self.offset + self._end(node)

    def _end(self, node: Any) -> int:
        """Where a node ends; libyaml counts white space behind some as theirs."""
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style:
            return self._end([child for _, child in _children(node)][-1])
        begin: int = node.start_mark.index
        end: int = node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            raw = self.text[self.offset + begin : self.offset + end]
            if "#" in raw.split("\n", 1)[0]:
                raise UneditableError  # a comment beside the sign would be lost
            return begin + len(raw.rstrip())
        return end

    def with_value(self, loc: Loc, value: Any) -> Any:
        """The data with another value at `loc`."""
        wanted = copy.deepcopy(self.data)
        _at(wanted, loc[:-1])[loc[-1]] = value
        return wanted

    def ways(self, loc: Loc, value: str) -> Iterator[str]:
        """How the value can be written at `loc`, the best way first."""
        node, parents = self.node(loc), [self.node(loc[:count]) for count in range(len(loc))]
        flow = any(each.flow_style for each in parents)
        column = parents[-1].start_mark.column
        if isinstance(node, yaml.ScalarNode):
            if not node.style and _is_bare(node.value) and _is_bare(value):
                yield value  # a number or a date stays one
            too_long = node.start_mark.column + len(value) > WIDTH
            is_block = node.style in ("|", ">")
            if not flow and (is_block or too_long) and wrapped(value, column):
                lead = " " * (column + 2)
                yield "\n".join([">-", *(lead + line for line in wrapped(value, column))])
        yield scalar_text(Scalar(_quoted(value), value, '"'), flow=flow)
        yield _quoted(value)

    def first_that_says(self, wanted: Any, start: int, end: int, ways: Any) -> str:
        """The first way to write a part of the text anew by which it says what is wanted."""
        for way in ways:
            result = f"{self.text[:start]}{way}{self.text[end:]}"
            try:
                after = _read(result, self.path)
            except UneditableError:
                continue
            if after.data == wanted and after.body == self.body:
                return result
        raise UneditableError


def _read(text: str, path: str) -> Document:
    found = (read_front_matter if path.endswith(".md") else read_yaml)(text, path)
    if not isinstance(found, Document):
        raise UneditableError
    return found


def _is_bare(value: str) -> bool:
    return is_written_as_date(value) or (is_guessed(value) and value.isalnum())


def _quoted(value: str) -> str:
    return quoted(value) if value.isprintable() else escaped(value)


def _children(node: Any) -> Iterator[tuple[Key, Any]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data
