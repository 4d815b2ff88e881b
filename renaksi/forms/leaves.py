"""Single values of entries: how readers know each, and what they mean by another instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from babel.dates import get_month_names
from pydantic import BaseModel, RootModel

from renaksi import model
from renaksi.changes.names import Namer
from renaksi.corpus import Corpus
from renaksi.dates import is_written_as_date
from renaksi.fields import kind_at
from renaksi.layout import LAYOUT
from renaksi.pieces import Loc
from renaksi.publish.schema_words import field_words
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

# What a correction leaves alone: identity, which addresses hang on, and where facts are from.
_KEPT = {
    *("id", "former_ids", "plan", "number", "source", "sources", "title_source", "label_source"),
    "narrative_source",
    *("commitment", "milestone", "reviewed", "sha256", "retrieved", "archived_url"),
    *("concerns", "quotes"),
}
_MODELS = {place.kind: place.model for place in LAYOUT}


@dataclass(frozen=True)
class Leaf:
    """A value that holds no others, and how its file writes it.

    `labels` are the names of its field in every language.
    """

    kind: Kind
    id: str
    loc: Loc
    value: Any
    labels: tuple[str, ...]
    written: str = ""

    @property
    def refers(self) -> Kind | None:
        """The kind of entry that the value is the id of."""
        return kind_at(_MODELS[self.kind], self.loc)

    @property
    def is_text(self) -> bool:
        """Whether the value is words, of which a part can be wrong."""
        plain = type(self.value) is str and not is_written_as_date(self.value)
        return plain and self.refers is None


@dataclass(frozen=True)
class Reader:
    """A corpus in the words of every language."""

    corpus: Corpus
    words: Mapping[str, Words]

    def leaves(self, kind: Kind, id: str, loc: Loc = ()) -> Iterator[Leaf]:
        """The values of an entry, or of what stands in it at a path of keys; no defaults."""
        origin = self.corpus.origins[kind, id]
        for leaf in self._walk(kind, id, (), self.corpus.get(kind, id), ()):
            written = _look_up(origin.document.data, (*origin.prefix, *leaf.loc))
            if leaf.loc[: len(loc)] == loc and written is not None:
                yield replace(leaf, written=str(written))

    def _walk(
        self, kind: Kind, id: str, loc: Loc, value: Any, labels: tuple[str, ...]
    ) -> Iterator[Leaf]:
        if isinstance(value, RootModel):
            value = value.root
        if isinstance(value, dict):
            for key, inside in value.items():
                yield from self._walk(kind, id, (*loc, str(key)), inside, labels)
        elif isinstance(value, tuple):
            for index, inside in enumerate(value):
                yield from self._walk(kind, id, (*loc, index), inside, labels)
        elif isinstance(value, BaseModel):
            for name in type(value).model_fields:
                if name not in _KEPT:
                    own = labels if name == "value" else self._labels(value, name)
                    yield from self._walk(kind, id, (*loc, name), getattr(value, name), own)
        elif value is not None and value != "":
            yield Leaf(kind, id, loc, value, labels)

    def _labels(self, record: BaseModel, field: str) -> tuple[str, ...]:
        name = type(record).__name__.partition("[")[0]
        return tuple(field_words(name, field, each).title for each in self.words.values())

    def names(self, leaf: Leaf) -> Iterator[str]:
        """By what readers know a value: as it is written, and as pages show it."""
        yield leaf.written
        yield from self._names_of(leaf, leaf.value)

    def meaning(self, leaf: Leaf, text: str) -> str | None:
        """What a reader's words mean in the place of a value, as files write it; None: nothing."""
        if leaf.is_text:
            return text
        if leaf.refers is not None or isinstance(leaf.value, StrEnum | bool):
            found = {
                _written(value)
                for value in self._choices(leaf)
                if text.casefold() in {each.casefold() for each in self._names_of(leaf, value)}
                or text == _written(value)
            }
            return found.pop() if len(found) == 1 else None
        if isinstance(leaf.value, str):
            return text if is_written_as_date(text) else self._date(text)
        digits = "".join(sign for sign in text if sign not in "., \u00a0")
        if not _is_number(digits):
            return None
        shown = {each.number(int(digits)) for each in self.words.values()}
        return digits if text in {digits, *shown} else None

    def _choices(self, leaf: Leaf) -> list[Any]:
        if leaf.refers is not None:
            return list(self.corpus.entries.get(leaf.refers, {}))
        return list(type(leaf.value)) if isinstance(leaf.value, StrEnum) else [False, True]

    def _names_of(self, leaf: Leaf, value: Any) -> Iterator[str]:
        for words in self.words.values():
            yield Namer(self.corpus, words, str).value(leaf.kind, leaf.loc, value)
        entry = self.corpus.get(leaf.refers, value) if leaf.refers else None
        for name in ("title", "short_title", "label"):
            texts = getattr(entry, name, None)
            if isinstance(texts, model.Localized):
                yield from texts.by_language.values()
        if isinstance(entry, model.Organization) and entry.abbreviation:
            yield entry.abbreviation

    def _date(self, text: str) -> str | None:
        """`31 Desember 2020` as 2020-12-31."""
        *before, year = text.split()
        if not before or not _is_number(year):
            return None
        for words in self.words.values():
            for number, name in get_month_names("wide", locale=words.language).items():
                iso = f"{year}-{number:02}"
                if len(before) > 1 and _is_number(before[0]):
                    iso = f"{iso}-{int(before[0]):02}"
                if name.casefold() in text.casefold() and _shows(words, iso, text):
                    return iso
        return None


def _shows(words: Words, iso: str, text: str) -> bool:
    """Whether a date is shown as the text. What no calendar has is shown nowhere."""
    try:
        return words.date(iso).casefold() == text.casefold()
    except ValueError:
        return False


def _look_up(data: Any, loc: Loc) -> Any:
    """What stands at a path of keys; None where nothing does."""
    for key in loc:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 20
