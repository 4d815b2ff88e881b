"""YAML and front matter, read strictly, with the place of every key and value.

Scalars are strings or None: what a field means is decided by the model, not guessed by
YAML 1.1 (where `no:` is False and `012` is 10). The tree is built from libyaml's events
with a bound on depth, because libyaml's own composer crashes on deep nesting.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any

import yaml

from renaksi import syntax
from renaksi.problem import Message, Place, Problem
from renaksi.signs import HIDDEN, explain_hidden, find_blank, find_forbidden

MAX_DEPTH = 20
MAX_SCALAR = 20_000
MAX_PARTS = 50_000
_NULLS = {"", "~", "null", "Null", "NULL"}

Key = str | int

# Most nodes are single words and share this; mappings of their own would cost a fifth of the time.
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Node:
    """A value and its place; `children` by key or index, `keys` the places of the keys."""

    __slots__ = ("children", "column", "keys", "line", "value")

    def __init__(self, mark: Any = None) -> None:
        self.line: int = mark.line + 1 if mark else 1
        self.column: int = mark.column + 1 if mark else 1
        self.value: Any = None
        self.children: Mapping[Key, Node] = _NOTHING
        self.keys: Mapping[Key, tuple[int, int]] = _NOTHING


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


class _Tree:
    """Builds the nodes of a text from libyaml's events, of which it takes `MAX_PARTS` at most."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Raw signs were refused before; an escape such as "\\u202e" may hide one still.
        self._escapes = "\\" in text
        self._cut = syntax.find_cut_words(text)
        self._next = islice(_events(text), MAX_PARTS).__next__

    def build(self) -> Node:
        """The root. Raises _RefusedError and YAMLError."""
        try:
            return self._document()
        except StopIteration:
            mark = next(islice(_events(self._text), MAX_PARTS, None)).start_mark
        raise _refuse(
            "file-size",
            mark,
            f"Berkas ini berisi lebih dari {MAX_PARTS} isian; bagi menjadi beberapa berkas.",
            f"This file holds more than {MAX_PARTS} keys and values; divide it.",
        )

    def _document(self) -> Node:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return Node()
        if start.version or start.tags:
            raise _refuse(
                "plain-yaml",
                start.start_mark,
                'Baris yang diawali "%" tidak boleh dipakai; hapus sampai dengan baris "---".',
                'A line that begins with "%" must not be used; delete it and all up to "---".',
            )
        node = self._node(self._next(), 0)
        self._next()
        extra = self._next()
        if not isinstance(extra, yaml.StreamEndEvent):
            raise _refuse(
                "plain-yaml",
                extra.start_mark,
                'Satu berkas hanya boleh berisi satu dokumen; hapus baris "---" ini.',
                'A file must hold one document; remove this "---" line.',
            )
        return node

    def _node(self, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise _refuse(
                "nesting",
                event.start_mark,
                f"Isi bertingkat lebih dari {MAX_DEPTH} lapis; sederhanakan susunannya.",
                f"The content is nested more than {MAX_DEPTH} levels deep; make it simpler.",
            )
        _refuse_more_than_plain(event)
        node = Node(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            node.value = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._fill_sequence(node, depth + 1)
        else:
            self._fill_mapping(node, depth + 1)
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        value: str = event.value
        if len(value) > MAX_SCALAR:
            raise _refuse(
                "scalar-length",
                event.start_mark,
                f"Isian ini lebih panjang dari {MAX_SCALAR} karakter; pindahkan ke badan berkas.",
                f"This entry is longer than {MAX_SCALAR} characters; "
                "move it to the body of the file.",
            )
        if self._escapes:
            _refuse_hidden(event)
        if self._cut and not event.style:
            _refuse_cut_words(event, self._cut)
        return None if value in _NULLS and not event.style else value

    def _fill_sequence(self, node: Node, depth: int) -> None:
        children: dict[Key, Node] = {}
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            children[len(children)] = self._node(event, depth)
        node.children = children
        node.value = [child.value for child in children.values()]

    def _fill_mapping(self, node: Node, depth: int) -> None:
        children: dict[Key, Node] = {}
        keys: dict[Key, tuple[int, int]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key, mark = self._key(event), event.start_mark
            if key in keys:
                raise self._refuse_twice(key, keys, mark)
            keys[key] = (mark.line + 1, mark.column + 1)
            children[key] = self._node(self._next(), depth)
        node.children, node.keys = children, keys
        node.value = {key: child.value for key, child in children.items()}

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise _refuse(
                "plain-yaml",
                event.start_mark,
                "Nama isian harus berupa satu kata, bukan daftar.",
                "A key must be a single word, not a list.",
            )
        _refuse_more_than_plain(event)
        if self._escapes:
            _refuse_hidden(event)
        if event.value == "<<" and not event.style:
            raise _refuse(
                "plain-yaml",
                event.start_mark,
                'Tanda "<<" tidak boleh dipakai untuk menyalin isian; tulis satu per satu.',
                'A "<<" must not be used to copy fields; write them out.',
            )
        return str(event.value)

    def _refuse_twice(
        self, key: str, keys: Mapping[Key, tuple[int, int]], mark: Any
    ) -> _RefusedError:
        (first, column), second = keys[key], mark.line + 1
        id, en = "Hapus salah satu.", "Remove one of them."
        before = self._text.split("\n")[first - 1][: column - 1]
        if key == next(iter(keys)) and before.endswith("- "):
            id = f'Bila entri baru dimulai di baris {second}, tulis "- " di depannya; bila tidak, '
            id += "hapus salah satu."
            en = f'If a new entry begins in line {second}, write "- " before it; if not, '
            en += "remove one of them."
        return _refuse(
            "duplicate-key",
            mark,
            f'Isian "{key}" ditulis dua kali: baris {first} dan baris {second}. {id}',
            f'The key "{key}" is written twice: line {first} and line {second}. {en}',
        )


def _events(text: str) -> Iterator[Any]:
    return iter(yaml.CBaseLoader(text).get_event, None)


def _last_scalar(text: str) -> yaml.ScalarEvent | None:
    """The last word before the spot where libyaml gives up, by which that may be explained."""
    last = None
    try:
        for event in _events(text):
            last = event if isinstance(event, yaml.ScalarEvent) else last
    except yaml.YAMLError:
        pass
    return last


def _refuse_hidden(event: yaml.ScalarEvent) -> None:
    match = HIDDEN.search(event.value)
    if match is not None:
        message = explain_hidden(match.group())
        raise _refuse("hidden-character", event.start_mark, message.id, message.en)


def _refuse_cut_words(event: Any, cut: Mapping[tuple[int, int], int]) -> None:
    """Refuses a text in which YAML takes ` #1 ...` for a remark and drops it."""
    line = event.end_mark.line
    if (sign := cut.get((line, event.end_mark.column))) is not None:
        raise _RefusedError("lost-text", syntax.CUT_WORDS, line + 1, sign + 1)


def _refuse_more_than_plain(event: Any) -> None:
    """Refuses anchors, aliases and tags: one text then means one thing, wherever it stands."""
    if event.anchor or event.tag:  # an alias is an anchor without a tag
        raise _refuse(
            "plain-yaml",
            event.start_mark,
            'Tanda "&", "*" atau "!" di awal isian tidak boleh dipakai; '
            "tulis isiannya utuh atau apit dengan tanda kutip.",
            'An entry must not begin with "&", "*" or "!"; write it out or put it in quotes.',
        )


def read_yaml(text: str, path: str) -> Document | Problem:
    """The document in `text`, or the one problem that keeps it from being read."""
    forbidden = find_forbidden(text, path) or find_blank(text, path)
    if forbidden is not None:
        return forbidden
    try:
        root = _Tree(text).build()
    except _RefusedError as refused:
        place = Place(path, refused.line, refused.column)
        return Problem(place, refused.rule, refused.message)
    except yaml.YAMLError as error:
        return syntax.explain(text, path, error, _last_scalar(text))
    return Document(path, root.value, root)


def read_front_matter(text: str, path: str, keys: Collection[str] = ()) -> Document | Problem:
    """A Markdown file with front matter between two `---` lines, and its prose.

    By the `keys` that its data may have, data that a third such line cut off is known.
    """
    forbidden = find_forbidden(text, path)
    if forbidden is not None:
        return forbidden
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Document(path, None, Node(), text)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            if syntax.is_cut_off(lines[number + 1 :], keys):
                return Problem(Place(path, number + 1), "front-matter", syntax.CUT_OFF)
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
