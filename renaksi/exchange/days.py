"""Dates as OGP's table writes them: `12/31/2022`, `January 2021`, `2019`; and as tables hold them.

Nothing in `3/4/2019` says which number is the month. Other dates that stand near it may.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from babel.dates import get_month_names

from renaksi.dates import is_written_as_date, parts
from renaksi.remedies import suggest_date

_NUMBERS = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?\s*")
_YEAR = re.compile(r"\s*(\d{4})(?:\.0)?\s*")
_MONTHS = get_month_names("wide", locale="en")


class Order(Enum):
    """Which number of a date comes first."""

    DAY = "day"
    MONTH = "month"


def write_day(value: str) -> str:
    """A date of ours (ISO 8601, of any precision) in the form of OGP's table."""
    year, month, day = parts(value)
    if month is None:
        return str(year)
    return f"{_MONTHS[month]} {year}" if day is None else f"{month}/{day}/{year}"


def find_order(groups: Iterable[Sequence[str]]) -> Order | None:
    """The order that the narrowest group with a date that can be read in one way only speaks for.

    None where no group has one, or where the dates of that group speak for both.
    """
    for texts in groups:
        found = {order for order in map(_shown_order, texts) if order is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _shown_order(text: str) -> Order | None:
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        return None
    first, second = int(numbers[1]), int(numbers[3])
    if first > 12 >= second:
        return Order.DAY
    return Order.MONTH if second > 12 >= first else None


def is_ambiguous(text: str) -> bool:
    """Whether two days can be meant: both numbers can be months, and they differ."""
    numbers = _NUMBERS.fullmatch(text)
    both = {int(numbers[1]), int(numbers[3])} if numbers else {0}
    return len(both) == 2 and max(both) <= 12


def read_day(text: str, order: Order | None) -> str | None:
    """The date (ISO 8601) that a cell means; the year alone where its order is not known."""
    numbers = _NUMBERS.fullmatch(text)
    year = _YEAR.fullmatch(text)
    if numbers is None:
        return _known(year[1] if year else suggest_date(text) or "")
    if is_ambiguous(text) and order is None:
        return _known(numbers[4])
    first, second = int(numbers[1]), int(numbers[3])
    day_first = first > 12 if max(first, second) > 12 else order is Order.DAY
    day, month = (first, second) if day_first else (second, first)
    return _known(f"{numbers[4]}-{month:02d}-{day:02d}")


def _known(value: str) -> str | None:
    """The date, if a calendar has it."""
    try:
        parts(value)
    except ValueError:
        return None
    return value if is_written_as_date(value) else None
