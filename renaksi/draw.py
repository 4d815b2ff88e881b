"""Draws the picture that other sites show of a shared page: 1200 by 630 pixels, a small PNG.

The same texts give the same bytes on every machine: the font comes with a package, not from the
machine, letters are set without the shaping library that a machine may lack, and the colours are
a short palette: for each pair of ground and ink a ramp for the soft edges of letters.
"""

import io
import unicodedata
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import fontpkg  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
FAMILY = "IBM Plex Sans"
_MARGIN = 80
_ROOM = WIDTH - 2 * _MARGIN
_STEPS = 16  # shades between a ground and an ink
_SIZES = (64, 58, 52, 46, 40, 36)
_NAMES = (30, 27, 24, 22)
_LONGEST = 600  # characters of a title that are looked at; no picture has room for as many
_TITLE_TOP, _TITLE_BOTTOM = 146, 424
_REGULAR, _BOLD = 400, 600
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Card:
    """The texts of a picture.

    Where not all of `who` find room, `more` has what to say of the rest, by their number; `status`
    is the name of the colour that marks `status_label`, if there is such a colour.
    """

    eyebrow: str
    title: str
    who: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    status: str = ""
    status_label: str = ""
    foot: str = ""


def draw_card(card: Card, colours: Mapping[str, str]) -> bytes:
    """The PNG of a card; `colours` are the site's, by name, such as `brand` -> `#0b4f5c`."""
    sheet = _Sheet(colours, card.status)
    sheet.fill((0, 0, WIDTH, 18), "accent")
    for top, text, font in (
        (78, card.eyebrow, _font(32, _BOLD)),
        (570, card.foot, _font(28, _REGULAR)),
    ):
        sheet.write(_MARGIN, top, shorten(text, font, _ROOM), font, "quiet")
    _title(sheet, card.title)
    _who(sheet, card)
    if card.status_label:
        _status(sheet, card)
    return sheet.png()


def _title(sheet: "_Sheet", title: str) -> None:
    size, lines = fit_title(title)
    for number, line in enumerate(lines):
        top = _TITLE_TOP + number * _line_height(size)
        sheet.write(_MARGIN, top, line, _font(size, _BOLD), "ink")


def fit_title(title: str) -> tuple[int, list[str]]:
    """Size and lines: the largest letters in which all of it finds room; else it is shortened."""
    for size in _SIZES:
        lines = wrap(title[:_LONGEST], _font(size, _BOLD), _ROOM)
        room = (_TITLE_BOTTOM - _TITLE_TOP) // _line_height(size)
        if len(lines) <= room:
            return size, lines
    last = shorten(f"{lines[room - 1]} {lines[room]}", _font(size, _BOLD), _ROOM)
    return size, [*lines[: room - 1], last]


def _line_height(size: int) -> int:
    return round(size * 1.22)


def _who(sheet: "_Sheet", card: Card) -> None:
    if card.who:
        size, line = fit_names(card)
        top = 440 + (_NAMES[0] - size) // 2
        sheet.write(_MARGIN, top, line, _font(size, _REGULAR), "ink")


def fit_names(card: Card) -> tuple[int, str]:
    """Size and text of the one line of names: as many as it holds, and `more` of the rest.

    A single name that is too long for it has smaller letters, and only then is it shortened.
    """
    for shown in range(len(card.who), 0, -1):
        rest = card.more[len(card.who) - shown]
        line = f"{', '.join(card.who[:shown])}{rest}"
        for size in _NAMES if shown == 1 else _NAMES[:1]:
            if _font(size, _REGULAR).getlength(line) <= _ROOM:
                return size, line
    font = _font(_NAMES[-1], _REGULAR)
    return _NAMES[-1], f"{shorten(card.who[0], font, _ROOM - font.getlength(rest))}{rest}"


def _status(sheet: "_Sheet", card: Card) -> None:
    font = _font(28, _BOLD)
    label = shorten(card.status_label, font, _ROOM - 84)
    width = round(font.getlength(label))
    sheet.pill((_MARGIN, 494, _MARGIN + width + 84, 542))
    sheet.write(_MARGIN + 58, 498, label, font, "pill")


def wrap(text: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """The text in lines that fit; a word that is longer than a line is parted."""
    lines, line = [], ""
    for word in _clean(text).split():
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while font.getlength(line) > room:
            fits = max(
                1, bisect(range(len(line)), room, key=lambda n: font.getlength(line[:n])) - 1
            )
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line else lines


def shorten(line: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """The line, or as many of its words as fit and an ellipsis."""
    line = _clean(line)
    if font.getlength(line) <= room:
        return line
    while line and font.getlength(f"{line}…") > room:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line}…"


def _clean(text: str) -> str:
    """Without what has no shape of its own, such as marks of direction."""
    kept = (sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc") or sign == "\n")
    return " ".join("".join(kept).split())


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    path, layout = str(fontpkg.path(FAMILY)), ImageFont.Layout.BASIC
    font = ImageFont.truetype(path, size, layout_engine=layout)
    widest = {b"Weight": weight, b"Width": 100}
    font.set_variation_by_axes([widest[axis["name"]] for axis in font.get_variation_axes()])
    return font


class _Sheet:
    """A picture whose pixels are places in a palette."""

    def __init__(self, colours: Mapping[str, str], status: str) -> None:
        self.colours, self.status = colours, status
        self.image = Image.new("L", (WIDTH, HEIGHT), self.ramps["ink"])
        self.pen = ImageDraw.Draw(self.image)

    @cached_property
    def inks(self) -> dict[str, tuple[str, str]]:
        """Ground and ink of each ramp."""
        ground, surface = self.colours["brand-ground"], self.colours["surface"]
        dot = self.colours.get(self.status, surface)
        return {
            "ink": (ground, self.colours["on-brand"]),
            "quiet": (ground, self.colours["line"]),
            "surface": (ground, surface),
            "pill": (surface, self.colours["ink"]),
            "dot": (surface, dot),
            "accent": (ground, self.colours["accent"]),
        }

    @cached_property
    def ramps(self) -> dict[str, int]:
        """Where each ramp begins in the palette."""
        return {name: number * _STEPS for number, name in enumerate(self.inks)}

    def fill(self, box: Box, ink: str) -> None:
        """A rectangle in full ink."""
        self.pen.rectangle(box, fill=self.ramps[ink] + _STEPS - 1)

    def pill(self, box: Box) -> None:
        """What a status stands on, with its dot; a ring where nothing is known."""
        left, top, _, bottom = box
        height = bottom - top
        self._stamp(box, "surface", radius=height // 2)
        side = height // 2
        dot = (left + 22, top + side // 2, left + 22 + side, top + side // 2 + side)
        if self.status in self.colours:
            self._stamp(dot, "dot", radius=side // 2)
        else:
            self._stamp(dot, "pill", radius=side // 2, ring=2)

    def _stamp(self, box: Box, ink: str, *, radius: int, ring: int = 0) -> None:
        """A box with round corners: drawn four times as large, then made small, for soft edges."""
        width, height = box[2] - box[0], box[3] - box[1]
        mask = Image.new("L", (width * 4, height * 4), 0)
        pen, area = ImageDraw.Draw(mask), (0, 0, width * 4 - 1, height * 4 - 1)
        if ring:
            pen.rounded_rectangle(area, radius * 4, outline=255, width=ring * 4)
        else:
            pen.rounded_rectangle(area, radius * 4, fill=255)
        self._ink(mask.resize((width, height), Image.Resampling.BOX), (box[0], box[1]), ink)

    def write(self, left: int, top: int, text: str, font: ImageFont.FreeTypeFont, ink: str) -> None:
        """A line of text whose letters hang from `top`."""
        clean = _clean(text)
        ascent, descent = font.getmetrics()
        mask = Image.new("L", (round(font.getlength(clean)) + 8, ascent + descent), 0)
        ImageDraw.Draw(mask).text((0, 0), clean, font=font, fill=255)
        self._ink(mask, (left, top), ink)

    def _ink(self, mask: Image.Image, place: tuple[int, int], ink: str) -> None:
        first = self.ramps[ink]
        shades = mask.point([first + value * (_STEPS - 1) // 255 for value in range(256)])
        covered = mask.point([255 if value * (_STEPS - 1) // 255 else 0 for value in range(256)])
        self.image.paste(shades, place, covered)

    def png(self) -> bytes:
        """The picture with its palette."""
        palette = bytes(part for pair in self.inks.values() for part in _ramp(*map(_rgb, pair)))
        picture = Image.frombytes("P", self.image.size, self.image.tobytes())
        picture.putpalette(palette)
        out = io.BytesIO()
        picture.save(out, "PNG", compress_level=6)
        return out.getvalue()


def _rgb(colour: str) -> tuple[int, ...]:
    """`#0b4f5c` -> (11, 79, 92)."""
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _ramp(ground: tuple[int, ...], ink: tuple[int, ...]) -> list[int]:
    return [
        round(a + (b - a) * step / (_STEPS - 1))
        for step in range(_STEPS)
        for a, b in zip(ground, ink, strict=True)
    ]
