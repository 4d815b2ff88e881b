"""Finds where the headings of a finished page end, so that each gets a link to its own place.

The template writes the links; here it only learns where. A heading leads to its own id, or else to
the entry that it names: a milestone, a source, a term; what follows it names that entry no more.
Ids beginning with `_` are the templates'.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

# A tag that opens or closes what headings stand in; what attributes hold may contain ">".
_TAG = re.compile(r"<(/?)(h[2-6]|dt|li|div|section|article|summary)\b((?:[^>\"]|\"[^\"]*\")*)>")
_ANY_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
# A heading all in one other language than the page.
_FOREIGN = re.compile(r"<(span|a)\b[^>]*\slang=\"([^\"]*)\"[^>]*>[^<]*</\1>")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Part:
    """A stretch of a page. `url` and `name` are of the place whose heading ends with it.

    `opens` says that a heading begins after it; `inside` that its link stands within the heading;
    `language` is that of the name, if it is not the page's.
    """

    html: str
    url: str = ""
    name: str = ""
    opens: bool = False
    inside: bool = False
    language: str = ""


@dataclass
class _Box:
    """An open element; `id` is the entry that its first heading names."""

    tag: str
    id: str = ""


def find_places(body: str) -> Iterator[Part]:
    """The page in stretches; joined they give it back."""
    boxes: list[_Box] = []
    done = 0  # how far the page has been handed out
    heading: tuple[str, str, int] | None = None  # tag, id and where its text begins
    for match in _TAG.finditer(body):
        closing, tag, attributes = match.groups()
        if tag in _HEADINGS or tag == "dt":
            if not closing:
                entry = _entry(boxes)
                id = (own_id(attributes) if tag != "dt" else "") or entry
                heading = (tag, id, match.end()) if id and not _folded(boxes) else None
                if heading and tag != "dt":
                    yield Part(body[done : match.start()], opens=True)
                    done = match.start()
            elif heading and heading[0] == tag:
                inside = tag == "dt"
                end = match.start() if inside else match.end()
                name, language = name_of(body[heading[2] : match.start()])
                url = f"#{heading[1]}"
                yield Part(body[done:end], url, name, inside=inside, language=language)
                done, heading = end, None
        elif not closing:
            id = own_id(attributes)
            boxes.append(_Box(tag, "" if id.startswith("_") else id))
        elif boxes:
            boxes.pop()
    yield Part(body[done:])


def name_of(heading: str) -> tuple[str, str]:
    """The text of a heading's HTML, and its language if that is not the page's."""
    inner = heading.strip()
    foreign = _FOREIGN.fullmatch(inner)
    name = " ".join(html.unescape(_ANY_TAG.sub("", inner)).split())
    return name, foreign[2] if foreign else ""


def own_id(attributes: str) -> str:
    """The id that a tag has, or nothing."""
    found = _ID.search(attributes)
    return html.unescape(found[1]) if found else ""


def _entry(boxes: list[_Box]) -> str:
    """The nearest entry that no heading has named yet."""
    for box in reversed(boxes):
        if box.id:
            id, box.id = box.id, ""
            return id
    return ""


def _folded(boxes: list[_Box]) -> bool:
    """Whether a link would stand within what opens and closes a box."""
    return any(box.tag == "summary" for box in boxes)
