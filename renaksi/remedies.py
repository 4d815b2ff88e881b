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
# Names of months that CLDR does not have, as people in Indonesia write them.
_OTHER_MONTHS = {"sept": 9, "agst": 8, "agt": 8, "ags": 8, "peb": 2, "pebruari": 2}
_OTHER_MONTHS |= {"nop": 11, "nopember": 11, "juni": 6, "juli": 7}
_BOOLEANS = {
    **dict.fromkeys(("ya", "iya", "benar", "betul", "yes"), "true"),
    **dict.fromkeys(("tidak", "tak", "bukan", "salah", "no"), "false"),
}
_TIME = re.compile(r"[T ]\d{1,2}[:.]\d{2}.*")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}|\d{1,2} [^\W\d_]+\.? \d{2}")
_ADDRESS = re.compile(r"(?:www\.|(?:[\w-]+\.)+[a-z]{2,}(?:/|$))\S*", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,4})(?:[-/. ](\d{1,4}))?")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d_]+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,)?\s+(\d{4})")


def plain_signs(text: str) -> str:
    """The text with the hyphens and spaces of a keyboard: `2018\u20132020` as `2018-2020`."""
    return text.translate(_TYPED)


def suggest_date(text: str) -> str | None:
    """`31/12/2020`, `Desember 2020` or `2020-2-3` as an ISO 8601 date, if it can be read.

    Day before month, as is usual in Indonesia, where both orders are possible.
    """
    plain = _TIME.sub("", " ".join(plain_signs(text).split()))
    named = _WORDS.fullmatch(plain)
    if named:
        month = _months().get(named[2].casefold())
        return _iso(named[4], month, named[1] or named[3]) if month else None
    numbers = _NUMBERS.fullmatch(plain) or _DIGITS.fullmatch(plain)
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
    return _OTHER_MONTHS | {
        name.casefold().rstrip("."): number
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }


def is_short_year(text: str) -> bool:
    """Whether a date has a year of two digits, of which nobody knows the century."""
    return _SHORT_YEAR.fullmatch(" ".join(plain_signs(text).split())) is not None


def shorten_date(text: str) -> str | None:
    """What is left of a date of the right form, `2018-08-00`, when its impossible end is cut."""
    for length in (7, 4):
        year, _, month = text[:length].partition("-")
        found = _iso(year, int(month or 1), None) if len(text) > length else None
        if found is not None:
            return found[:length]
    return None


def suggest_boolean(text: str) -> str | None:
    """`Ya` as `true`, `tidak` as `false`."""
    return _BOOLEANS.get(text.strip().casefold())


def suggest_address(text: str) -> str | None:
    """`www.example.org` with the beginning that it lacks."""
    return f"https://{text}" if _ADDRESS.fullmatch(text) else None


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
