"""Text of a cell to Markdown that says the same, letter by letter, and a narrative to plain text.

Nothing in a cell becomes Markdown or HTML by accident. Its signs of lists, among them those that
word processors keep in private-use characters, become list items, for that is what they were.
"""

import re
import textwrap
from html.parser import HTMLParser

from markdown import Markdown

from renaksi.dialect import EXTENSIONS, restrain
from renaksi.signs import HIDDEN

BULLET = "\u2022"
# A line of a file may be longer, but no editor shows such lines well.
_WIDTH = 2_000
_SIGNS = (
    f"{BULLET}\u00b7\u25aa\u25ab\u25cf\u25cb\u25e6\u2023\u2043\u2219"
    "\u25a0\u25a1\u27a2\u27a4\u25ba\u2713\u2714\u2756\u25c6"
)
_PRIVATE = re.compile(r"\s*[\ue000-\uf8ff]+\s*")
_LONELY = re.compile(rf"^[ ]*[{_SIGNS}][ ]*\n+", re.MULTILINE)
_ITEM = re.compile(rf"(?:[{_SIGNS}]\s*|[-\u2013\u2014](?:\s+|(?=[^\W\d_]))|\*\s+)(?=\S)")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPECIAL = re.compile(r"([\\`*_\[\]|])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"([#>+-])|([=~:])|(\d+)([.)])")
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "tr", "blockquote", "ul", "ol")
# Signs that no narrative may hold: the end of a cell, and of a row of them.
_CELL, _ROW = "\x1f", "\x1e"
_ROW_END = re.compile(rf"\s*{_CELL}?\s*{_ROW}")
_CELL_END = re.compile(rf"\s*{_CELL}\s*")
_SPACES = re.compile(r"[^\S\n]+")


def to_markdown(text: str) -> str:
    """A cell as a narrative."""
    written: list[str] = []
    before = False
    for is_item, lines in _blocks(text):
        gap = [""] if written and not (is_item and before) else []
        mark = "- " if is_item else ""
        first, *rest = map(_escape, lines)
        written += [*gap, mark + first, *(" " * len(mark) + line for line in rest)]
        before = is_item
    return "\n".join(written)


def _escape(line: str) -> str:
    plain = _SPECIAL.sub(r"\\\1", line)
    plain = _ENTITY.sub("&amp;", plain).replace("<", "&lt;")
    start = _START.match(plain)
    if start is None:
        return plain
    rest = plain[start.end() :]
    if start[3]:
        return f"{start[3]}\\{start[4]}{rest}"
    return f"\\{start[1]}{rest}" if start[1] else f"&#{ord(start[2])};{rest}"


def _blocks(text: str) -> list[tuple[bool, list[str]]]:
    """The paragraphs and the items of lists, each with its lines, and which of the two it is."""
    plain = HIDDEN.sub("", _BREAKS.sub("\n", text).expandtabs(1))
    plain = _LONELY.sub(f"{BULLET} ", _PRIVATE.sub(f"\n{BULLET} ", plain))
    found: list[tuple[bool, list[str]]] = []
    within = False
    for line in (" ".join(_SPACES.split(each)).strip() for each in plain.split("\n")):
        item = _ITEM.match(line)
        body = line[item.end() :] if item else line
        if body.strip(BULLET + " "):
            if item or not within or _NUMBERED.match(body):
                found.append((item is not None, []))
            found[-1][1].extend(_wrap(body))
        within = bool(line) and item is None
    return [block for block in found if block[1]]


def _wrap(line: str) -> list[str]:
    if len(line) <= _WIDTH:
        return [line]
    return textwrap.wrap(line, _WIDTH, break_on_hyphens=False)


def to_text(markdown: str) -> str:
    """A narrative as plain text: items of lists begin with a bullet, links are their words."""
    converter = Markdown(extensions=EXTENSIONS)
    restrain(converter)
    reader = _Text()
    reader.feed(converter.convert(markdown))
    reader.close()
    text = _ROW_END.sub("\n\n", "".join(reader.found))
    return _tidy(_CELL_END.sub(" | ", text))


def _tidy(text: str) -> str:
    """The text with its blocks apart: what `to_markdown` and back gives again."""
    written = ""
    before = False
    for is_item, lines in _blocks(text):
        gap = ("\n" if is_item and before else "\n\n") if written else ""
        mark = f"{BULLET} " if is_item else ""
        written += gap + mark + "\n".join(lines)
        before = is_item
    return written


class _Text(HTMLParser):
    """Collects what readers see of the HTML that a narrative becomes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self.found.append(f"\n{BULLET} ")
        elif tag == "br":
            self.found.append("\n")
        elif tag == "img":
            self.found.append(dict(attrs).get("alt") or "")
        elif tag in _BLOCKS and not self._begins_item():
            self.found.append("\n\n")

    def _begins_item(self) -> bool:
        """Whether all since the bullet is space: a paragraph there belongs to the item."""
        return not "".join(self.found[-2:]).rpartition(BULLET)[2].strip() and any(
            BULLET in each for each in self.found[-2:]
        )

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self.found.append(_ROW if tag == "tr" else _CELL)
        elif tag in _BLOCKS:
            self.found.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.found.append(data)
