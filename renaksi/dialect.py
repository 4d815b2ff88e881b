"""Python-Markdown as narratives may use it: raw HTML stays text, and no search runs far.

Python-Markdown looks for the end of every bracket and of every run of backticks, to the end of the
paragraph if need be: 10,000 open brackets keep it busy for half a minute. Here such a search ends
soon, and what has no end by then stays text. `renaksi.bounds` says how much text there may be.
"""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.inlinepatterns import (
    BACKTICK_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    BacktickInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.util import Registry

# What MkDocs itself adds to Python-Markdown; `toc` names the headings.
EXTENSIONS = ("toc", "tables", "fenced_code")
TAB = 4

# How many characters the text, the target or the code may have, and how many brackets may be open.
LONGEST = 2_000
LONGEST_CODE = 1_000
DEEPEST = 20

_BRACKET = re.compile(r"[\[\]]")
# The possessive `++` tries no shorter run again.
_FENCE = re.compile(r"(`{3,}+|~{3,}+)[^`~]*")


def restrain(md: Markdown) -> None:
    """Makes `md` read narratives this way."""
    md.preprocessors = _Preprocessors()
    md.preprocessors.register(NormalizeWhitespace(md), "normalize_whitespace", 30)
    md.preprocessors.register(_Fences(md, {}), "fenced_code_block", 25)
    md.inlinePatterns.deregister("html")
    md.parser.blockprocessors.register(_Definition(md.parser), "reference", 15)
    # The names and priorities are Python-Markdown's own, so that each takes the place of one.
    register = md.inlinePatterns.register
    register(_Code(BACKTICK_RE), "backtick", 190)
    register(_Reference(REFERENCE_RE, md), "reference", 170)
    register(_Link(LINK_RE, md), "link", 160)
    register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
    register(_ImageReference(IMAGE_REFERENCE_RE, md), "image_reference", 140)
    register(_ShortReference(REFERENCE_RE, md), "short_reference", 130)
    register(_ShortImageReference(IMAGE_REFERENCE_RE, md), "short_image_ref", 125)


def find_fences(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line of every fenced code; a fence that nothing closes is text."""
    fences = defaultdict(list)
    for number, line in enumerate(lines):
        if line.startswith(("```", "~~~")):
            fences[line.rstrip(" ")].append(number)
    done = -1
    for number, line in enumerate(lines):
        fence = _FENCE.fullmatch(line) if number > done else None
        if fence is not None:
            ends = fences[fence.group(1)]
            following = bisect(ends, number)
            if following < len(ends):
                done = ends[following]
                yield number, done


class _Preprocessors(Registry[Preprocessor]):
    """The first steps, without the one by which MkDocs looks for raw HTML.

    It would find none that is published, and takes minutes for 100,000 characters of `<a`.
    """

    def register(self, item: Preprocessor, name: str, priority: float) -> None:
        if name != "mkdocs_raw_html":
            super().register(item, name, priority)


class _Near(LinkInlineProcessor):
    """Looks for the end of a link's text and target in what stands near."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        depth = 1
        for bracket in _BRACKET.finditer(data, index, index + LONGEST):
            depth += 1 if bracket.group() == "[" else -1
            if depth == 0:
                return data[index : bracket.start()], bracket.end(), True
            if depth > DEEPEST:
                break
        return "", index, False

    def getLink(  # noqa: N802
        self, data: str, index: int
    ) -> tuple[str, str | None, int, bool]:
        near = data[index : index + LONGEST]
        far = near.split("(", DEEPEST + 1)[DEEPEST + 1 :]
        near = near[: len(near) - len("".join(far))]
        href, title, end, handled = super().getLink(near, 0)
        return href, title, index + end, handled


class _Link(_Near):
    """`[text](target)`."""


class _Image(_Near, ImageInlineProcessor):
    """`![text](target)`."""


class _Reference(_Near, ReferenceInlineProcessor):
    """`[text][label]`."""


class _ImageReference(_Near, ImageReferenceInlineProcessor):
    """`![text][label]`."""


class _ShortReference(_Near, ShortReferenceInlineProcessor):
    """`[label]`."""


class _ShortImageReference(_Near, ShortImageReferenceInlineProcessor):
    """`![label]`."""


class _Code(BacktickInlineProcessor):
    """Looks for the end of a code span in what stands near."""

    def find_code_spans(  # type: ignore[override]
        self, start: int, text: str
    ) -> tuple[int, int | None]:
        near = text[start : start + LONGEST_CODE]
        begin, end = super().find_code_spans(0, near)  # type: ignore[misc]
        return start + begin, None if end is None else start + end


class _Fences(FencedBlockPreprocessor):
    """Code between two lines of ``` or ~~~. What follows the first fence is not looked at."""

    def run(self, lines: list[str]) -> list[str]:
        result, done = [], 0
        for begin, end in find_fences(lines):
            code = "".join(f"{line}\n" for line in lines[begin + 1 : end])
            html = f"<pre><code>{escape(code)}</code></pre>"
            result += [*lines[done:begin], "", self.md.htmlStash.store(html), ""]
            done = end + 1
        return [*result, *lines[done:]]


class _Definition(ReferenceProcessor):
    """`[label]: target "title"`. Takes all of a block at once, not one in each pass over it."""

    # As in Python-Markdown but for the `++`.
    RE = re.compile(
        r"^[ ]{0,3}\[([^\[\]]*+)\]:[ ]*+(?:\n[ ]*+)?([^\s]++)[ ]*+(?:\n[ ]*+)?"
        r"""((["'])(.*)\4[ ]*+|\((.*)\)[ ]*+)?$""",
        re.MULTILINE,
    )

    def run(self, parent: Element, blocks: list[str]) -> bool:
        block, others, end = blocks.pop(0), [], 0
        for match in self.RE.finditer(block):
            label, target = match.group(1).strip().lower(), match.group(2)
            title = match.group(5) or match.group(6)
            self.parser.md.references[label] = (target.lstrip("<").rstrip(">"), title)
            others.append(block[end : match.start()].strip("\n"))
            end = match.end()
        if not end:
            blocks.insert(0, block)
            return False
        blocks[:0] = [other for other in (*others, block[end:].lstrip("\n")) if other.strip()]
        return True
