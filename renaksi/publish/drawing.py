"""The drawings of charts: strips of SVG as wide as their place, coloured by the style sheet.

Places are given in percent and heights in pixels, so that a strip stretches with the page while
lines, patterns and letters keep their size; no drawing has an id, a style or a colour of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import svg
from markupsafe import Markup

from renaksi.publish.figures.timeline import Axis, Span
from renaksi.publish.words import Words

BAR = 18
_AXIS = 38
_SWATCH = 14
_LETTERS = 16  # from the top to the line that letters stand on
_NEXT = 18  # from there to the next line
_FULL = svg.Length(100, "%")
# Narrower bars would look like lines; they are drawn as points.
_POINT = 2.5
# A tick in this last part of the axis has its name to the left, and none where the name before it
# is nearer than this.
_LATE = 88
_NEAR = 25


@dataclass(frozen=True)
class Piece:
    """A part of a bar: how wide, of 100, and what it stands for (a class of the style sheet)."""

    kind: str
    share: float


def draw_bar(pieces: Iterable[Piece]) -> Markup:
    """Pieces side by side, from the left, with a gap between them."""
    elements: list[svg.Element] = []
    begin = 0.0
    for piece in (each for each in pieces if each.share):
        elements += _block(piece.kind, begin, piece.share, BAR)
        if begin:
            x = _percent(begin)
            elements.append(svg.Line(class_=["gap"], x1=x, x2=x, y1=0, y2=BAR))
        begin += piece.share
    return _strip(elements, BAR)


def draw_swatch(kind: str) -> Markup:
    """What the pieces of a kind look like."""
    if kind == "day":
        return _strip([_point(50, _SWATCH)], _SWATCH, "swatch")
    if kind == "doubted":
        outline = _block("doubted", 0, 100, _SWATCH)[:1]
        return _strip([*outline, _mark(50, 0, "middle")], _SWATCH, "swatch")
    return _strip(_block(kind, 0, 100, _SWATCH), _SWATCH, "swatch")


def draw_span(axis: Axis, span: Span, *, doubted: bool = False) -> Markup:
    """A span on the axis: where it may lie, when it was surely under way, or its one day.

    What is `doubted` is an outline without any part that is sure; a question mark stands behind
    it, or before it where there is no room behind.
    """
    elements: list[svg.Element] = _grid(axis, BAR)
    if doubted:
        return _strip([*elements, *_doubted(*axis.interval(span.outer))], BAR)
    begin, width = axis.interval(span.outer)
    if not span.is_exact:
        elements += _block("within", begin, width, BAR)
    if span.inner:
        begin, width = axis.interval(span.inner)
        if width < _POINT and span.is_exact:
            elements.append(_point(begin + width / 2, BAR))
        else:
            elements += _block("during", begin, width, BAR)
    return _strip(elements, BAR)


def _doubted(begin: float, width: float) -> Iterator[svg.Element]:
    end = begin + width
    if width < _POINT:
        yield _point(begin + width / 2, BAR, doubted=True)
    else:
        yield _block("doubted", begin, width, BAR)[0]
    yield _mark(begin, -10, "end") if end > _LATE else _mark(end, 10, "start")


def draw_axis(axis: Axis, words: Words) -> Markup:
    """The names of months and years above or below the spans."""
    elements = _grid(axis, _AXIS)
    before = -100.0
    for tick in axis.ticks:
        late = tick.share > _LATE
        near, before = tick.share - before < _NEAR, tick.share
        if late and near:
            continue
        # A year below its month takes no room from the next name, however wide letters are set.
        elements += (
            svg.Text(
                x=_percent(tick.share),
                dx=-4 if late else 4,
                y=_LETTERS + line * _NEXT,
                text_anchor="end" if late else "start",
                text=svg.escape(name),
            )
            for line, name in enumerate(words.tick(tick.day, tick.year, axis.step))
        )
    return _strip(elements, _AXIS, "strip strip--axis")


def _grid(axis: Axis, height: int) -> list[svg.Element]:
    shares = [_percent(tick.share) for tick in axis.ticks]
    return [svg.Line(class_=["grid"], x1=x, x2=x, y1=0, y2=height) for x in shares]


def _block(kind: str, begin: float, width: float, height: int) -> list[svg.Element]:
    """A rectangle with its pattern, which is a wide dashed line: that needs no id."""
    x, middle = _percent(begin), height / 2
    size = _percent(width)
    return [
        svg.Rect(class_=["block", kind], x=x, y=1, width=size, height=height - 2),
        svg.Line(class_=["pattern", kind], x1=x, x2=_percent(begin + width), y1=middle, y2=middle),
    ]


def _point(share: float, height: int, *, doubted: bool = False) -> svg.Element:
    kind = ["point", "doubted"] if doubted else ["point"]
    return svg.Circle(class_=kind, cx=_percent(share), cy=height / 2, r=6)


def _mark(share: float, aside: int, anchor: Literal["start", "middle", "end"]) -> svg.Element:
    return svg.Text(
        class_=["doubt"], x=_percent(share), dx=aside, y=_LETTERS - 2, text_anchor=anchor, text="?"
    )


def _percent(share: float) -> svg.Length:
    rounded = round(share, 2)
    return svg.Length(int(rounded) if rounded == int(rounded) else rounded, "%")


def _strip(elements: Sequence[svg.Element], height: int, kind: str = "strip") -> Markup:
    """A drawing that says nothing by itself: what it shows stands in the row beside it."""
    width = _FULL if kind != "swatch" else _SWATCH
    drawing = svg.SVG(
        xmlns=None,
        class_=kind.split(),
        width=width,
        height=height,
        elements=list(elements),
        extra={"aria-hidden": "true", "focusable": "false"},
    )
    return Markup(drawing.as_str())  # numbers, our classes, escaped names
