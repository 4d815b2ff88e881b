"""Finds where the boxes of facts of a finished page end, so that each gets a link to report a
problem.

A box is known by the heading that it stands under: its place is that of the heading, or else of the
entry that the heading names. Boxes that follow each other under one heading are one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from renaksi.publish.places import name_of, own_id

_TAG = re.compile(r"<(/?)(h[1-6]|dl|li|div|section|article|details)\b((?:[^>\"]|\"[^\"]*\")*)>")
_FACTS = re.compile(r"\sclass=\"facts\"")


@dataclass(frozen=True)
class Heading:
    """The place that a heading stands for, its text, and its language if that is not the page's."""

    place: str = ""
    name: str = ""
    language: str = ""


@dataclass(frozen=True)
class Stretch:
    """A stretch of a page, and the heading of the box that ends with it, if one does."""

    html: str
    heading: Heading | None = None


@dataclass
class _Open:
    """An open element and the heading that what follows in it stands under."""

    id: str
    heading: Heading = field(default_factory=Heading)


def find_boxes(body: str) -> Iterator[Stretch]:
    """The page in stretches; joined they give it back."""
    found = [*_ends(body), (len(body), None)]
    done = 0
    for (end, heading), (_, following) in pairwise(found):
        if heading != following:
            yield Stretch(body[done:end], heading)
            done = end
    yield Stretch(body[done:])


def _ends(body: str) -> Iterator[tuple[int, Heading | None]]:
    """Where each box ends, and its heading."""
    opened = [_Open("")]
    begun, inside = 0, False  # where the text of a heading begins; within a box
    for match in _TAG.finditer(body):
        closing, tag, attributes = match.groups()
        top = opened[-1]
        if tag[0] == "h" and not closing:
            begun = match.end()
            ids = (each.id for each in reversed(opened))
            top.heading = Heading(own_id(attributes) or next(filter(None, ids), ""))
        elif tag[0] == "h":
            top.heading = Heading(top.heading.place, *name_of(body[begun : match.start()]))
        elif tag == "dl" and not closing:
            inside = _FACTS.search(attributes) is not None
        elif tag == "dl":
            if inside and top.heading.name:
                yield match.end(), top.heading
            inside = False
        elif not closing:
            opened.append(_Open(own_id(attributes), top.heading))
        else:
            _close(opened, tag)


def _close(opened: list[_Open], tag: str) -> None:
    """Ends an element. What only wraps a heading hands it on to what comes after."""
    closed = opened.pop()
    if tag == "div" and not closed.id:
        opened[-1].heading = closed.heading
