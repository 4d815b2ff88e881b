"""The words, dates and numbers of one language, from its string table and from CLDR (Babel)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from renaksi import dates
from renaksi.layout import LANGUAGES
from renaksi.load import read_text
from renaksi.problem import Message, Place, Problem
from renaksi.publish.typography import Piece, bind_percent, pieces
from renaksi.reader import read_yaml

FOLDER = "strings"
# The tables of a language, by what their words are for: `theme/strings/<topic>.<language>.yaml`.
TOPICS = (
    "addresses",
    "navigation",
    "facts",
    "values",
    "pages",
    "accessibility",
    "reading",
    "charts",
    "browse",
    "search",
    "fields",
    "meanings",
    "records",
    "changes",
    "review",
    "forms",
    "answers",
    "propose",
    "links",
    "history",
    "data",
    "tables",
    "follow",
)

_YEAR = 12
# English as this site writes it has no comma before the last item.
_LISTS = {"en": "en_GB"}


@dataclass(frozen=True)
class Words:
    """One language's string table: flat dotted keys to texts with `{named}` places."""

    language: str
    table: Mapping[str, str]

    def t(self, key: str, **values: object) -> str:
        """The text of a key. Raises KeyError where the table lacks it: that is our bug."""
        text = self.table[key]
        return text.format(**values) if values else text

    def count(self, key: str, number: int) -> str:
        """A counted noun: `key.one` for 1, else `key.other`, with `{n}` filled in."""
        return self.t(f"{key}.{'one' if number == 1 else 'other'}", n=self.number(number))

    def number(self, value: int) -> str:
        """1927 -> `1.927` in Indonesian, `1,927` in English."""
        return format_decimal(value, locale=self.language)

    def amount(self, value: float) -> str:
        """1.2 -> `1,2` in Indonesian, `1.2` in English."""
        return format_decimal(value, locale=self.language)

    def percent(self, value: int) -> str:
        """16 -> `16 %` in Indonesian, with a no-break space, `16%` in English."""
        return self.t("format.percent", n=self.number(value))

    def bind(self, text: str) -> str:
        """A text as it is printed, with its percentages kept in one piece."""
        return bind_percent(text)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """A title in pieces, those marked that no line may end within."""
        return tuple(pieces(text))

    def date(self, value: str) -> str:
        """`2018-08-08` -> `8 Agustus 2018`; `2018-08` -> `Agustus 2018`; `2018` stays."""
        _, month, day = dates.parts(value)
        pattern = "d MMMM y" if day else "MMMM y" if month else "y"
        return format_date(dates.first_day(value), pattern, locale=self.language)

    def tick(self, day: Date, year: bool, months: int) -> tuple[str, ...]:
        """A day on an axis: its month, and its year where asked; steps of years name years."""
        patterns = ("y",) if months >= _YEAR else ("MMM", "y") if year else ("MMM",)
        return tuple(format_date(day, pattern, locale=self.language) for pattern in patterns)

    def listed(self, items: Sequence[str]) -> str:
        """`a, b, dan c` in Indonesian, `a, b and c` in English."""
        return format_list(items, locale=_LISTS.get(self.language, self.language))

    @staticmethod
    def begin(text: str) -> str:
        """The text as it stands at the beginning of a line."""
        return f"{text[:1].upper()}{text[1:]}"

    def language_name(self, code: str) -> str:
        """`en` -> `bahasa Inggris` in Indonesian; a code that CLDR does not know stays."""
        try:
            name = Locale.parse(code, sep="-").get_display_name(self.language)
        except (UnknownLocaleError, ValueError):
            name = None
        return self.t("format.language", name=name or code)

    def period(self, start: str | None, end: str | None) -> str:
        """A span in words; a span within one day, month or year is not written twice."""
        if start is None or end is None:
            known = start or end
            return self.date(known) if known else self.t("fact.unknown")
        if start == end:
            return self.date(start)
        return self.t("format.period", start=self._start(start, end), end=self.date(end))

    def _start(self, start: str, end: str) -> str:
        year, month, day = dates.parts(start)
        if month and year == dates.parts(end)[0] and (day is None) == (dates.parts(end)[2] is None):
            pattern = "d MMMM" if day else "MMMM"
            return format_date(dates.first_day(start), pattern, locale=self.language)
        return self.date(start)


def load_words(
    folder: Path, topics: Sequence[str] = TOPICS
) -> tuple[dict[str, Words], list[Problem]]:
    """The string tables `<folder>/<topic>.<language>.yaml`, joined, and their problems."""
    tables: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    problems: list[Problem] = []
    for topic in topics:
        found: dict[str, dict[str, str]] = {}
        for language in LANGUAGES:
            table = _load_table(folder, f"{topic}.{language}.yaml")
            if isinstance(table, Problem):
                problems.append(table)
            else:
                found[language] = table
                problems.extend(_find_repeated(topic, language, table, tables[language]))
                tables[language].update(table)
        problems.extend(_find_missing(topic, found))
    return {language: Words(language, table) for language, table in tables.items()}, problems


def _load_table(folder: Path, path: str) -> dict[str, str] | Problem:
    text = read_text(folder, path)
    document = read_yaml(text, path) if isinstance(text, str) else text
    if isinstance(document, Problem):
        return replace(document, place=replace(document.place, path=_path(path)))
    return document.data if isinstance(document.data, dict) else {}


def _find_repeated(
    topic: str, language: str, table: Mapping[str, str], before: Mapping[str, str]
) -> Iterator[Problem]:
    for key in table.keys() & before.keys():
        message = Message(id=f'Kata "{key}" ditulis dua kali.', en=f'"{key}" stands there twice.')
        yield Problem(Place(_path(f"{topic}.{language}.yaml")), "string-once", message)


def _find_missing(topic: str, found: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    every = {key for table in found.values() for key in table}
    for language, table in found.items():
        for key in sorted(every - set(table)):
            message = Message(id=f'Kata "{key}" belum ada.', en=f'The word "{key}" is missing.')
            place = Place(_path(f"{topic}.{language}.yaml"))
            yield Problem(place, "string-in-every-language", message)


def _path(name: str) -> str:
    return f"theme/{FOLDER}/{name}"
