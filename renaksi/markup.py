"""What the Markdown of a narrative holds, seen without converting it: code, and links."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# [text](target "title") and [label]: target, the two forms of Markdown links; `\]` is text.
_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^)\s>]*)|^ {0,3}\[([^\[\]]+)\]:\s*<?([^\s>]+)", re.MULTILINE)
# Brackets; of an image, the one that opens its text has a mark before it. `\[` is text.
_BRACKET = re.compile(r"\\.|!?\[|\]")
_LABEL = re.compile(r"\s?\[([^\[\]]+)\]")
LONGEST_LABEL = 2_000
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def without_code(text: str) -> str:
    """The text with spaces instead of code, so that places stay the same."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


class Link(NamedTuple):
    """A link or an image: where its target begins in the text, and the target."""

    offset: int
    target: str
    is_image: bool


def find_links(plain: str) -> Iterator[Link]:
    """Every link and image of a text without code, and what labels stand for."""
    ends, labels = _find_images(plain) if "![" in plain else (set(), set())
    for match in _LINK.finditer(plain):
        target, label, labelled = match.groups()
        if label is None:
            yield Link(match.start(1), target, match.start() in ends)
        else:
            yield Link(match.start(3), labelled, _label(label) in labels)


def _find_images(plain: str) -> tuple[set[int], set[str]]:
    """Where the texts of images end, and the labels that images name instead of a target."""
    ends, labels, opened = set(), set(), []
    for match in _BRACKET.finditer(plain):
        if match.group().endswith("["):
            opened.append(match)
        elif match.group() == "]" and opened:
            begin = opened.pop()
            if begin.group() == "![":
                ends.add(match.start())
                text = plain[begin.end() : min(match.start(), begin.end() + LONGEST_LABEL)]
                named = _LABEL.match(plain, match.end())
                labels.add(_label(named.group(1) if named else text))
    return ends, labels


def _label(text: str) -> str:
    """A label as Markdown compares it."""
    return " ".join(text.lower().split())
