"""What the Markdown of a narrative holds, and where: code, links and images."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from renaksi.dialect import EXTENSIONS, restrain

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
# A link or an image that nothing can make anything else. A line that begins with a letter goes on
# with the one before it.
_SIMPLE = re.compile(
    r"\[(?:[^\[\]\n\\`<>|]|\n(?=[^\W\d_])){0,999}\]\(([^()\[\]\s<>\\`\"'|]{1,999})\)"
)
# What may keep a link from being one, or be another kind of link: escapes, code, <address>.
_DOUBTS = ("\\", "`", "\t", "    ", "~~~")
_HEADING = re.compile(r"^(?:[^\w\n\[]|\d)*#", re.MULTILINE)
_ADDRESS = re.compile(r"<[A-Za-z]+:")
# Before the target of a link, and of what a label stands for.
_OPENING = r"(?:(?:\]\(|\]:)\s*<?|<)"
_EMPTY = r"\]\(\s*<?()>?\s*\)"

# What attributes hold may contain ">".
_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")

_INDENT = re.compile(r"[ \t]*\n\s*<")

_TARGETS = {"a": "href", "img": "src"}


def without_code(text: str) -> str:
    """The text with spaces instead of code, so that places stay the same."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def as_read(text: str) -> str:
    """A narrative as readers see it: its words, without the signs that shape them."""
    return without_tags(_converter().convert(text))


def without_tags(markup: str) -> str:
    """The words of a piece of HTML, on one line."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def without_indents(markup: str) -> str:
    """HTML without the spaces that set out its elements; line ends, and spaces of texts, stay."""
    return _INDENT.sub("\n<", markup)


class Link(NamedTuple):
    """A link or an image: where its target begins in the text, and the target."""

    offset: int
    target: str
    is_image: bool


def find_simple(text: str) -> list[Link] | None:
    """The links and images of a text in which nothing is doubtful; None for any other text."""
    matches = list(_SIMPLE.finditer(text))
    others = text.count("[") + text.count("]") - 2 * len(matches)
    if others or any(doubt in text for doubt in _DOUBTS) or _ADDRESS.search(text):
        return None
    if any("\n" in match.group() for match in matches) and _HEADING.search(text):
        return None  # a heading ends with its line, and its link with it
    return [
        Link(match.start(1), match.group(1), text[match.start() - 1 : match.start()] == "!")
        for match in matches
    ]


def find_converted(text: str) -> Iterator[Link]:
    """The links and images that Python-Markdown makes of a text, and where the text says so.

    It takes a hundred times longer than `find_simple`, which finds the same where it finds any.

    Of several links by one label only the first is told: they have one target, written once.
    """
    plain, used = without_code(text), set[int | None]()
    for target, is_image in _targets(text):
        words = r"\s+".join(map(re.escape, target.split()))
        written = re.compile(f"{_OPENING}({words})" if words else _EMPTY)
        found = [match.start(1) for each in (plain, text) for match in written.finditer(each)]
        offset = next((each for each in found if each not in used), None)
        if offset is not None or not found:
            used.add(offset)
            yield Link(offset or 0, target, is_image)


def _targets(text: str) -> Iterator[tuple[str, bool]]:
    """Where links and images lead, as a conversion finds them."""
    markdown = _converter()
    trees: list[Element] = []  # which the conversion goes on to change
    markdown.treeprocessors.register(_Keeper(trees), "keeper", 0)
    markdown.convert(text)
    for element in (each for tree in trees for each in tree.iter() if each.tag in _TARGETS):
        target = element.attrib[_TARGETS[element.tag]]
        if STX not in target:  # A mail address is written in numbers of signs.
            yield target, element.tag == "img"


def _converter() -> Markdown:
    markdown = Markdown(extensions=EXTENSIONS)
    restrain(markdown)
    return markdown


class _Keeper(Treeprocessor):
    """Keeps the tree of a conversion."""

    def __init__(self, trees: list[Element]) -> None:
        super().__init__()
        self.run = trees.append  # type: ignore[assignment]
