"""What a contributor probably meant by a value that was refused."""

import re
import unicodedata
from datetime import date
from functools import cache

from babel.dates import get_month_names

ID_LENGTH = 60
_LANGUAGES = ("id", "en")
# What word processors make of a hyphen and of a space.
_TYPED = str.maketrans({**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\xa0": " "})
_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,4})(?:[-/. ](\d{1,4}))?")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d_]+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,)?\s+(\d{4})")


def plain_signs(text: str) -> str:
    """The text with the hyphens and spaces of a keyboard: `2018\u20132020` as `2018-2020`."""
    return text.translate(_TYPED)


def suggest_date(text: str) -> str | None:
    """`31/12/2020`, `Desember 2020` or `2020-2-3` as an ISO 8601 date, if it can be read.

    Day before month, as is usual in Indonesia, where both orders are possible.
    """
    plain = " ".join(plain_signs(text).split())
    named = _WORDS.fullmatch(plain)
    if named:
        month = _months().get(named[2].casefold())
        return _iso(named[4], month, named[1] or named[3]) if month else None
    numbers = _NUMBERS.fullmatch(plain)
    if not numbers:
        return None
    first, second, third = numbers.groups()
    if third is None and len(second) == 4:
        return _iso(second, int(first), None)
    if len(first) == 4:
        return _iso(first, int(second), third)
    if third is None or len(third) != 4:
        return None
    return _iso(third, int(second), first) or _iso(third, int(first), second)


def _iso(year: str, month: int, day: str | None) -> str | None:
    try:
        found = date(int(year), month, int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


@cache
def _months() -> dict[str, int]:
    """The number of every month by its long and short names (CLDR)."""
    return {
        name.casefold().rstrip("."): number
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }


def suggest_id(text: str) -> str | None:
    """`Pusat "Telaah" & Informasi` as `pusat-telaah-informasi`; of an address or nothing, None."""
    plain = (
        unicodedata.normalize("NFKD", plain_signs(text)).encode("ascii", "ignore").decode().lower()
    )
    if "://" in plain:
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(slug) > ID_LENGTH:
        slug = slug[:ID_LENGTH].rpartition("-")[0] or slug[:ID_LENGTH]
    return slug or None
