"""YAML and front matter, read strictly, with the place of every key and value.

Scalars are strings or None: what a field means is decided by the model, not guessed by
YAML 1.1 (where `no:` is False and `012` is 10). The tree is built from libyaml's events
with a bound on depth, because libyaml's own composer crashes on deep nesting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from renaksi.problem import Message, Place, Problem
from renaksi.syntax import explain

MAX_DEPTH = 20
MAX_CHARACTERS = 1_000_000
MAX_SCALAR = 20_000
MAX_PARTS = 50_000
# Control characters, bidirectional overrides and isolates, invisible operators, the byte order
# mark, noncharacters. Joiners, spaces without width and marks of direction stay: scripts need them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2061-\u206f\ufeff\ufffe\uffff]")
_BYTE_ORDER_MARK = "\ufeff"
_NULLS = {"", "~", "null", "Null", "NULL"}

Key = str | int


@dataclass
class Node:
    """A value and its place; `children` by key or index, `keys` the places of the keys."""

    line: int
    column: int
    value: Any = None
    children: dict[Key, "Node"] = field(default_factory=dict)
    keys: dict[Key, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A file that was read: plain data (dict, list, str, None), its places, its prose."""

    path: str
    data: Any
    root: Node
    body: str = ""
    body_line: int = 1

    def place(self, loc: tuple[Key, ...] = (), *, key: bool = False) -> Place:
        """Where the value at `loc` stands (or its key), or the nearest parent that exists."""
        node = self.root
        line, column = node.line, node.column
        for part in loc:
            if part not in node.children:
                break
            child = node.children[part]
            own = (child.line, child.column)
            line, column = node.keys.get(part, own) if key else own
            node = child
        return Place(self.path, line, column)


class _RefusedError(Exception):
    def __init__(self, rule: str, message: Message, line: int, column: int) -> None:
        super().__init__(message.en)
        self.rule, self.message, self.line, self.column = rule, message, line, column


def _refuse(rule: str, mark: Any, id: str, en: str) -> _RefusedError:
    return _RefusedError(rule, Message(id=id, en=en), mark.line + 1, mark.column + 1)


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if len(event.value) > MAX_SCALAR:
        raise _refuse(
            "scalar-length",
            event.start_mark,
            f"Isian ini lebih panjang dari {MAX_SCALAR} karakter; pindahkan ke badan berkas.",
            f"This entry is longer than {MAX_SCALAR} characters; move it to the body of the file.",
        )
    _refuse_hidden(event)
    if not event.style and event.value in _NULLS:
        return None
    return str(event.value)


def _refuse_hidden(event: yaml.ScalarEvent) -> None:
    """Refuses what is hidden even where it is written as an escape, such as `"\\u202e"`."""
    match = _FORBIDDEN.search(event.value)
    if match is not None:
        message = _hidden(match.group())
        raise _refuse("hidden-character", event.start_mark, message.id, message.en)


def _refuse_more_than_plain(event: Any) -> None:
    """Refuses anchors, aliases and tags: one text then means one thing, wherever it stands."""
    if isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, "tag", None):
        raise _refuse(
            "plain-yaml",
            event.start_mark,
            'Tanda "&", "*" atau "!" di awal isian tidak boleh dipakai; '
            "tulis isiannya utuh atau apit dengan tanda kutip.",
            'An entry must not begin with "&", "*" or "!"; write it out or put it in quotes.',
        )


def _build(events: Iterator[Any], event: Any, depth: int) -> Node:
    mark = event.start_mark
    if depth > MAX_DEPTH:
        raise _refuse(
            "nesting",
            mark,
            f"Isi bertingkat lebih dari {MAX_DEPTH} lapis; sederhanakan susunannya.",
            f"The content is nested more than {MAX_DEPTH} levels deep; make it simpler.",
        )
    _refuse_more_than_plain(event)
    node = Node(mark.line + 1, mark.column + 1)
    if isinstance(event, yaml.ScalarEvent):
        node.value = _scalar(event)
    elif isinstance(event, yaml.SequenceStartEvent):
        node.value = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            child = _build(events, item, depth + 1)
            node.children[len(node.value)] = child
            node.value.append(child.value)
    else:
        _fill_mapping(node, events, depth)
    return node


def _fill_mapping(node: Node, events: Iterator[Any], depth: int) -> None:
    node.value = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        mark = event.start_mark
        if not isinstance(event, yaml.ScalarEvent):
            raise _refuse(
                "plain-yaml",
                mark,
                "Nama isian harus berupa satu kata, bukan daftar.",
                "A key must be a single word, not a list.",
            )
        _refuse_more_than_plain(event)
        _refuse_hidden(event)
        key = event.value
        if key in node.keys:
            first = node.keys[key][0]
            raise _refuse(
                "duplicate-key",
                mark,
                f'Isian "{key}" ditulis dua kali: baris {first} dan baris {mark.line + 1}. '
                "Hapus salah satu.",
                f'The key "{key}" is written twice: line {first} and line {mark.line + 1}. '
                "Remove one of them.",
            )
        node.keys[key] = (mark.line + 1, mark.column + 1)
        child = _build(events, next(events), depth + 1)
        node.children[key] = child
        node.value[key] = child.value


class _Events(Iterator[Any]):
    """The events of a text; `last` is the last scalar, by which an error may be explained."""

    def __init__(self, text: str) -> None:
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.last: yaml.ScalarEvent | None = None
        self._count = 0

    def __next__(self) -> Any:
        event = next(self._events)
        self._count += 1
        if self._count > MAX_PARTS:
            raise _refuse(
                "file-size",
                event.start_mark,
                f"Berkas ini berisi lebih dari {MAX_PARTS} isian; bagi menjadi beberapa berkas.",
                f"This file holds more than {MAX_PARTS} keys and values; divide it.",
            )
        if isinstance(event, yaml.ScalarEvent):
            self.last = event
        return event


def _parse(events: Iterator[Any]) -> Node:
    next(events)
    first = next(events)
    if isinstance(first, yaml.StreamEndEvent):
        return Node(1, 1)
    node = _build(events, next(events), 0)
    next(events)
    extra = next(events)
    if not isinstance(extra, yaml.StreamEndEvent):
        raise _refuse(
            "plain-yaml",
            extra.start_mark,
            'Satu berkas hanya boleh berisi satu dokumen; hapus baris "---" ini.',
            'A file must hold one document; remove this "---" line.',
        )
    return node


def _hidden(character: str) -> Message:
    code = f"U+{ord(character):04X}"
    return Message(
        id=f"Ada tanda tersembunyi di sini ({code}); hapus lalu ketik ulang bagian ini.",
        en=f"There is a hidden character here ({code}); delete this part and type it again.",
    )


_MARKED = Message(
    id='Berkas dimulai dengan tanda BOM (U+FEFF); simpan ulang sebagai "UTF-8 tanpa BOM".',
    en='The file begins with a byte order mark (U+FEFF); save it as "UTF-8 without BOM".',
)


# The lines that Git writes where two changes touch the same words.
_MERGING = re.compile(r"^(?:<{7}|>{7}|[|]{7})(?: |$)", re.MULTILINE)
_UNMERGED = Message(
    id="Di sini dua versi belum digabungkan (tanda <<<<<<< dan >>>>>>> dari Git); "
    "pilih isinya lalu hapus ketiga baris tandanya.",
    en="Two versions were not merged here (Git's marks <<<<<<< and >>>>>>>); "
    "choose the content and remove the lines with the marks.",
)


def find_forbidden(text: str, path: str) -> Problem | None:
    """The first reason that keeps a text from being read at all.

    It is too long, it holds a hidden sign, or two versions of it were never merged.
    """
    if len(text) > MAX_CHARACTERS:
        message = Message(
            id=f"Berkas lebih besar dari {MAX_CHARACTERS:,} karakter.".replace(",", "."),
            en=f"The file is longer than {MAX_CHARACTERS:,} characters.",
        )
        return Problem(Place(path), "file-size", message)
    merging = _MERGING.search(text)
    if merging is not None:
        return Problem(_place_of(text, path, merging.start()), "merge-conflict", _UNMERGED)
    match = _FORBIDDEN.search(text)
    if match is None:
        return None
    place = _place_of(text, path, match.start())
    marked = text.startswith(_BYTE_ORDER_MARK)
    return Problem(place, "hidden-character", _MARKED if marked else _hidden(match.group()))


def _place_of(text: str, path: str, offset: int) -> Place:
    before = text[:offset]
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def read_yaml(text: str, path: str) -> Document | Problem:
    """The document in `text`, or the one problem that keeps it from being read."""
    forbidden = find_forbidden(text, path)
    if forbidden is not None:
        return forbidden
    events = _Events(text)
    try:
        root = _parse(events)
    except _RefusedError as refused:
        place = Place(path, refused.line, refused.column)
        return Problem(place, refused.rule, refused.message)
    except yaml.YAMLError as error:
        return explain(text, path, error, events.last)
    return Document(path, root.value, root)


def read_front_matter(text: str, path: str) -> Document | Problem:
    """A Markdown file with front matter between two `---` lines, and its prose."""
    forbidden = find_forbidden(text, path)
    if forbidden is not None:
        return forbidden
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Document(path, None, Node(1, 1), text)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            # The empty first line keeps the numbers of the lines.
            head, body = "\n".join(["", *lines[1:number]]), "\n".join(lines[number + 1 :])
            document = read_yaml(head, path)
            if isinstance(document, Problem):
                return document
            start = number + 2 + len(body) - len(body.lstrip("\n"))
            data = {} if document.data is None else document.data
            return Document(path, data, document.root, body.lstrip("\n"), start)
    message = Message(
        id='Data di awal berkas dibuka dengan "---" tetapi tidak ditutup dengan "---".',
        en='The data at the top of the file is opened with "---" but never closed with "---".',
    )
    return Problem(Place(path), "front-matter", message)
