"""Where two wordings of a text differ: only the words around each spot, not the whole text."""

from dataclasses import dataclass
from difflib import SequenceMatcher

# Words shown on both sides of what differs, and how many spots of one text are shown.
_CONTEXT = 4
_MOST_SPOTS = 3
_MOST_WORDS = 60


@dataclass(frozen=True)
class Spot:
    """The words around one difference, as they were and as they are; `...` stands for the rest."""

    before: str
    after: str


def find_spots(before: str, after: str) -> tuple[tuple[Spot, ...], int]:
    """The first spots where two texts differ, and how many more there are."""
    old, new = before.split(), after.split()
    groups = list(SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_CONTEXT))
    spots = []
    for group in groups[:_MOST_SPOTS]:
        (_, first, _, start, _), (_, _, last, _, end) = group[0], group[-1]
        spots.append(Spot(_cut(old, first, last), _cut(new, start, end)))
    return tuple(spots), max(0, len(groups) - _MOST_SPOTS)


def _cut(words: list[str], start: int, end: int) -> str:
    """Some of the words, with dots for those before, after, and too many between."""
    shown = words[start:end]
    if len(shown) > _MOST_WORDS:
        half = _MOST_WORDS // 2
        shown = [*shown[:half], "...", *shown[-half:]]
    return " ".join((*["..."] * (start > 0), *shown, *["..."] * (end < len(words))))
