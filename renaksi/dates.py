"""Dates of reduced precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601), kept as written."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

_PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(1024)
def parts(value: str) -> tuple[int, int | None, int | None]:
    """Year, month or None, day or None. Raises ValueError on anything that is no such date."""
    match = _PATTERN.fullmatch(value)
    if match is None:
        raise ValueError(value)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    date(year, 1 if month is None else month, 1 if day is None else day)
    return year, month, day


def is_written_as_date(value: str) -> bool:
    """Whether the value has the form of a date, even if no calendar has that day."""
    return _PATTERN.fullmatch(value) is not None


def first_day(value: str) -> date:
    """The earliest day that the date can mean."""
    year, month, day = parts(value)
    return date(year, month or 1, day or 1)


def last_day(value: str) -> date:
    """The latest day that the date can mean."""
    year, month, day = parts(value)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def ends_before(end: str, start: str) -> bool:
    """True when no reading of the two dates lets `end` fall on or after `start`."""
    return last_day(end) < first_day(start)


def _validate(value: str) -> str:
    try:
        parts(value)
    except ValueError:
        raise PydanticCustomError("partial_date", "not a date", {}) from None
    return value


PartialDate = Annotated[str, AfterValidator(_validate)]
