"""Long lists in numbered pages, so that no page grows with the corpus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from renaksi.publish.values import Value
from renaksi.publish.words import Words

T = TypeVar("T")

PAGE_SIZE = 100
# How many pages beside the one that is read have their numbers shown, besides the first and last.
_BESIDE = 2


@dataclass(frozen=True)
class Pager:
    """Where a page stands among those of its list; an entry of `numbers` is None for a gap."""

    summary: str
    numbers: tuple[Value | None, ...]
    current: str
    previous: str | None
    next: str | None


def page_count(total: int) -> int:
    """The number of pages that a list needs; one for an empty list."""
    return max(1, -(-total // PAGE_SIZE))


def take_page(items: Sequence[T], number: int) -> Sequence[T]:
    """The items of one page, the first being 1."""
    return items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


def build_pager(
    words: Words, total: int, number: int, address: Callable[[int], str]
) -> Pager | None:
    """The pager of a page, or None where one page holds everything."""
    last = page_count(total)
    if last == 1:
        return None
    first_item = (number - 1) * PAGE_SIZE + 1
    last_item = min(number * PAGE_SIZE, total)
    near = {1, *range(number - _BESIDE, number + _BESIDE + 1), last}
    shown = sorted(each for each in near if 1 <= each <= last)
    numbers: list[Value | None] = []
    for before, each in zip([0, *shown], shown, strict=False):
        if each - before > 1:
            numbers.append(None)
        numbers.append(Value(words.number(each), address(each)))
    return Pager(
        summary=words.t(
            "pager.summary",
            first=words.number(first_item),
            last=words.number(last_item),
            total=words.number(total),
        ),
        numbers=tuple(numbers),
        current=words.number(number),
        previous=address(number - 1) if number > 1 else None,
        next=address(number + 1) if number < last else None,
    )
