"""Sections of a text without end, cut to what fits; and the same text in every language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from renaksi.layout import PRIMARY_LANGUAGE
from renaksi.publish.words import Words

# Tells how many items were left out.
Left = Callable[[int], str]


@dataclass(frozen=True)
class Item:
    """Lines that stay together; one that `heads` the next ones never stands last."""

    lines: Sequence[str]
    heads: bool = False

    @property
    def size(self) -> int:
        return sum(len(line) + 1 for line in self.lines)


@dataclass(frozen=True)
class Section:
    """A title and what stands below it; one without items is its title alone, or nothing."""

    title: str
    items: Sequence[Item]


def fit(sections: Sequence[Section], room: int, left: Left) -> str:
    """The sections within `room` characters. The first is the verdict, and always whole.

    Each of the others gets what the others leave, and an equal share at least.
    """
    first, *others = sections
    told = [section for section in others if section.items]
    room -= len(first.title) + sum(len(section.title) + 100 for section in told)
    shares = _share([sum(item.size for item in section.items) for section in told], room)
    parts = [first.title]
    for section, share in zip(told, shares, strict=True):
        parts.append("\n".join([f"### {section.title}", "", *_cut(section.items, share, left)]))
    return "\n\n".join(parts)


def _share(wanted: Sequence[int], room: int) -> list[int]:
    """What each may use: those that want less than an equal part leave the rest to the others."""
    given = [0] * len(wanted)
    waiting = sorted(range(len(wanted)), key=lambda place: wanted[place])
    while waiting:
        part = room // len(waiting)
        place = waiting.pop(0)
        given[place] = min(wanted[place], part)
        room -= given[place]
    return given


def _cut(items: Sequence[Item], room: int, left: Left) -> list[str]:
    shown: list[Item] = []
    for item in items:
        room -= item.size
        if room < 0:
            break
        shown.append(item)
    while shown and shown[-1].heads:
        shown.pop()
    lines = [line for item in shown for line in item.lines]
    missing = sum(not item.heads for item in items) - sum(not item.heads for item in shown)
    return [*lines, "", left(missing)] if missing else lines


def fold(mark: str, texts: Mapping[str, str], words: Mapping[str, Words]) -> str:
    """The same in every language below an unseen mark: Indonesian first, the others folded."""
    parts = [mark, texts[PRIMARY_LANGUAGE]]
    for language, text in texts.items():
        if language != PRIMARY_LANGUAGE:
            name = words[language].t("review.language")
            parts.append(f"<details><summary>{name}</summary>\n\n{text}\n\n</details>")
    return "\n\n".join(parts) + "\n"
