"""What a contributor probably meant by a value that was refused."""

import re
import unicodedata
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

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
# Numbers that a word behind a figure stands for; the figure alone would be another number.
_MULTIPLES = {"ratus", "ribu", "juta", "miliar", "milyar", "triliun", "rb", "jt"} | {
    *("hundred", "thousand", "million", "billion", "trillion", "dozen", "lusin", "koma"),
}
_NUMBER = re.compile(r"(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)\s*(?:%|([^\W\d_]+)\.?)?")
_HALF = re.compile(r"(\d{4})\W*(?:s|sem|semester)\W*([12]|ii?)")
_HALF_FIRST = re.compile(r"(?:s|sem|semester)\W*([12]|ii?)\W+(\d{4})")
_DAY = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)\.?,? (?=.*\d)")
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
    day = _DAY.match(plain)
    if day and day[1].casefold().replace("\u2019", "'") in _days():
        plain = plain[day.end() :]
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


@cache
def _days() -> set[str]:
    """The names of the days of a week (CLDR), and others that are used in Indonesia."""
    return {"jum'at", "ahad"} | {
        name.casefold().rstrip(".")
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, locale=language).values()
    }


def suggest_number(text: str) -> str | None:
    """`16%`, `83 orang` or `1.200` as the digits alone; of `3.5` or `2 juta`, None."""
    found = _NUMBER.fullmatch(plain_signs(text).strip())
    if found is None or (found[2] or "").casefold() in _MULTIPLES:
        return None
    return re.sub("[.,]", "", found[1])


def suggest_half_year(text: str) -> str | None:
    """`2020-s1`, `2020/S2` or `Semester I 2020` as `2020-S1`."""
    plain = plain_signs(text).strip().casefold()
    found = _HALF.fullmatch(plain)
    year, half = found.groups() if found else ("", "")
    if found is None and (found := _HALF_FIRST.fullmatch(plain)):
        half, year = found.groups()
    return f"{year}-S{2 if half in ('2', 'ii') else 1}" if found else None


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
