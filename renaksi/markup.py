"""What the Markdown of a narrative holds, seen without converting it: code, and links."""

import re
from collections.abc import Iterator

# [text](target "title") and [label]: target, the two forms of Markdown links; `\]` is text.
_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\[\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def without_code(text: str) -> str:
    """The text with spaces instead of code, so that places stay the same."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def find_links(plain: str) -> Iterator[tuple[int, str]]:
    """Where each link's target begins in a text without code, and the target."""
    for match in _LINK.finditer(plain):
        group = 1 if match.group(1) else 2
        yield match.start(group), match.group(group)
