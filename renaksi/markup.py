"""What the Markdown of a narrative holds, and where: code, links and images."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from renaksi.dialect import EXTENSIONS, LONGEST, restrain

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
# A link or an image that nothing can make anything else. A line that begins with a letter goes on
# with the one before it.
_SIMPLE = re.compile(
    rf"(!?)\[(?:[^\[\]\n\\`<>|]|\n(?=[^\W\d_])){{0,{LONGEST // 2}}}\]"
    rf"\(([^()\[\]\s<>\\`\"'|]{{1,{LONGEST // 2}}})\)"
)
# Besides: what may be a link, or keep one from being one: brackets, escapes, code, <address>.
# A heading ends with its line.
_DOUBTFUL = re.compile(r"[\[\]\\`\t]|<[A-Za-z]+:| {4}|~~~|#.*\0")
# Before the target of a link, and of what a label stands for.
_OPENING = r"(?:(?:\]\(|\]:)\s*<?|<)"
_EMPTY = r"\]\(\s*<?()>?\s*\)"

_TARGETS = {"a": "href", "img": "src"}


def without_code(text: str) -> str:
    """The text with spaces instead of code, so that places stay the same."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


class Link(NamedTuple):
    """A link or an image: where its target begins in the text, and the target."""

    offset: int
    target: str
    is_image: bool


def find_links(text: str) -> list[Link]:
    """Every link and image that the page of a narrative will have, in order.

    Only texts with anything doubtful are converted for it, which takes a hundred times longer.
    """
    found, rest, end = [], [], 0
    for match in _SIMPLE.finditer(text):
        found.append(Link(match.start(2), match.group(2), bool(match.group(1))))
        rest += [text[end : match.start()], "\0" if "\n" in match.group() else ""]
        end = match.end()
    rest.append(text[end:])
    return list(_find_converted(text)) if _DOUBTFUL.search("".join(rest)) else found


def _find_converted(text: str) -> Iterator[Link]:
    """What Python-Markdown makes of a text, and where the text says so.

    Of several links by one label only the first is told: they have one target, written once.
    """
    plain, used = without_code(text), set[int]()
    for target, is_image in _targets(text):
        words = r"\s+".join(map(re.escape, target.split()))
        written = re.compile(f"{_OPENING}({words})" if words else _EMPTY)
        found = [match.start(1) for each in (plain, text) for match in written.finditer(each)]
        offset = next((each for each in found if each not in used), None)
        if offset is not None or not found:
            used.add(offset or 0)
            yield Link(offset or 0, target, is_image)


def _targets(text: str) -> Iterator[tuple[str, bool]]:
    """Where links and images lead, as a conversion finds them."""
    markdown = Markdown(extensions=EXTENSIONS)
    restrain(markdown)
    seen = _Seen(markdown)
    # Last of all, when escapes are signs again.
    markdown.treeprocessors.register(seen, "links", -10)
    markdown.convert(text)
    for element in seen.root.iter():
        target = element.get(_TARGETS.get(element.tag, ""))
        if (
            target is not None and STX not in target
        ):  # A mail address is written in numbers of signs.
            yield target, element.tag == "img"


class _Seen(Treeprocessor):
    """Keeps the tree of a conversion."""

    root = Element("div")

    def run(self, root: Element) -> None:
        self.root = root
