"""Words of strangers within Markdown of GitHub, so that they stay words.

GitHub turns `@name` into a mention, `#1` and addresses into links, and renders HTML and images.
None of this happens within code, so whatever comes from a corpus stands in code.
"""

import re

from renaksi.report.text import printable

_BACKTICKS = re.compile("`+")


def code(text: str) -> str:
    """The text as inline code, whatever it holds; line ends become spaces."""
    shown = printable(" ".join(text.split()))
    if not shown:
        return "` `"
    fence = "`" * (_longest(shown) + 1)
    pad = " " if "`" in (shown[0], shown[-1]) else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def fence(lines: list[str], language: str = "") -> list[str]:
    """Lines as a block of code, whatever they hold."""
    shown = [printable(line) for line in lines]
    marks = "`" * max(3, _longest("\n".join(shown)) + 1)
    return [f"{marks}{language}", *shown, marks]


def _longest(text: str) -> int:
    """The length of the longest run of backticks."""
    return max(map(len, _BACKTICKS.findall(text)), default=0)
