"""Entries, fields and values of a change in the words of one language."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from renaksi import model
from renaksi.changes.find import NARRATIVE, Change
from renaksi.corpus import Corpus
from renaksi.dates import is_written_as_date
from renaksi.fields import kind_at
from renaksi.layout import LANGUAGES, LAYOUT
from renaksi.publish.schema_words import LISTS, field_words, record_name
from renaksi.publish.views.periods import period_name
from renaksi.publish.words import Words
from renaksi.vocabulary import KIND_NAMES, Kind

Quote = Callable[[str], str]
_MODELS = {place.kind: place.model for place in LAYOUT}
# The field that names a record which has no title, by what it has.
_NAMES = ("title", "label", "name", "term", "person", "text", "value", "url", "role")
_LONGEST = 300


@dataclass(frozen=True)
class Namer:
    """Names what one corpus holds, in one language; `quote` marks words that are the corpus's."""

    corpus: Corpus
    words: Words
    quote: Quote

    def entry(self, kind: Kind, entry: model.Entry) -> str:
        """An entry as a sentence begins with it: `Komitmen 6 (“Portal e-legislasi”)`."""
        name = self.quote(shorten(self._title(entry)))
        if isinstance(entry, model.Commitment | model.Stage):
            noun = self.words.begin(self.noun(kind))
            return self.words.t("change.numbered", noun=noun, number=entry.number, name=name)
        if isinstance(entry, model.Update):
            return self._update(entry)
        return f"{self.words.begin(self.noun(kind))} {name}"

    def noun(self, kind: Kind) -> str:
        """What a kind of entry is called."""
        return KIND_NAMES[kind][LANGUAGES.index(self.words.language)]

    def _update(self, update: model.Update) -> str:
        commitment = self.corpus.get(Kind.COMMITMENT, update.commitment)
        of = (
            self.entry(Kind.COMMITMENT, commitment) if commitment else self.quote(update.commitment)
        )
        return self.words.t(
            "change.update",
            voice=self.words.t(f"voice.{update.voice.value}"),
            commitment=f"{of[:1].lower()}{of[1:]}",
            period=period_name(self.words, update.reporting_period),
        )

    def _title(self, entry: Any) -> str:
        for name in ("short_title", *_NAMES):
            value = getattr(entry, name, None)
            if isinstance(value, model.Localized):
                return value.best(self.words.language)[1]
            if isinstance(value, str):
                return value
        return str(getattr(entry, "id", ""))

    def field(self, change: Change, entry: model.Entry) -> str:
        """The field of a change from the outside in: `tonggak “Surat”, tanggal selesai`."""
        parts: list[str] = []
        record: Any = entry
        for key in change.loc:
            label = self._label(record, key)
            is_language = isinstance(record, dict | model.Localized) or record is None
            record = _inside(record, key)
            if label and is_language and parts:
                parts[-1] = f"{parts[-1]} ({label})"
            elif label:
                parts.append(label)
            elif isinstance(record, model.Entry) and parts:
                noun = record_name(type(record).__name__, self.words)
                parts[-1] = f"{noun} {self.quote(self._title(record))}"
        return ", ".join(parts)

    def _label(self, record: Any, key: Any) -> str | None:
        """What one step of a path is called; None where it goes without saying."""
        if key == NARRATIVE:
            return self.words.t("change.narrative")
        if isinstance(record, dict | model.Localized) or key in LANGUAGES:
            return self.words.language_name(str(key))
        if not isinstance(record, BaseModel) or isinstance(key, int) or _goes_without(record, key):
            return None
        return _within(field_words(type(record).__name__.partition("[")[0], key, self.words).title)

    def value(self, kind: Kind, loc: tuple[Any, ...], value: Any) -> str:
        """A value in words."""
        if value is None or value in ((), ""):
            return self.words.t("change.nothing")
        if isinstance(value, tuple):
            items = (self.value(kind, (*loc, at), item) for at, item in enumerate(value))
            return self.words.listed(list(items))
        if isinstance(value, str) and not isinstance(value, StrEnum):
            return self._text(kind, loc, value)
        if isinstance(value, BaseModel | dict):
            return self._record(kind, loc, value)
        return self._word(value)

    def _word(self, value: Any) -> str:
        if isinstance(value, bool):
            return self.words.t("yes" if value else "no")
        if isinstance(value, int):
            return self.words.number(value)
        if isinstance(value, Kind):
            return self.noun(value)
        list_name = LISTS.get(type(value))
        return self.words.t(f"{list_name}.{value}") if list_name else self.quote(str(value))

    def _text(self, kind: Kind, loc: tuple[Any, ...], text: str) -> str:
        target = kind_at(_MODELS[kind], loc) if loc[:1] != (NARRATIVE,) else None
        named = self.corpus.get(target, text) if target else None
        if named is not None:
            return self.quote(self._title(named))
        if loc == ("reporting_period",):
            return period_name(self.words, text)
        if is_written_as_date(text):
            return self.words.date(text)
        return self.quote(shorten(text))

    def _record(self, kind: Kind, loc: tuple[Any, ...], value: Any) -> str:
        if isinstance(value, model.Localized):
            return self.quote(shorten(value.best(self.words.language)[1]))
        if isinstance(value, model.Fact):
            return self.value(kind, (*loc, "value"), value.value)
        if isinstance(value, dict):
            items = [(str(key), inside) for key, inside in value.items()]
        else:
            items = [(name, getattr(value, name)) for name in type(value).model_fields]
        for name, inside in items:
            if name in _NAMES and inside is not None:
                return self.value(kind, (*loc, name), inside)
        told = (
            f"{self._label(value, name)} {self.value(kind, (*loc, name), inside)}"
            for name, inside in items
            if inside not in (None, ())
        )
        return "; ".join(told)


def shorten(text: str) -> str:
    """At most as many characters of a text as a line bears."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _inside(record: Any, key: Any) -> Any:
    """What lies behind a key; None where this version has nothing there."""
    if isinstance(record, model.Localized):
        record = record.root
    if isinstance(record, BaseModel):
        return getattr(record, str(key), None)
    try:
        return record[key]
    except (KeyError, IndexError, TypeError):
        return None


def _goes_without(record: BaseModel, key: str) -> bool:
    """The value of a fact is what the fact's own field is called."""
    return isinstance(record, model.Fact) and key == "value"


def _within(label: str) -> str:
    """A label as it stands within a sentence: names and abbreviations keep their capitals."""
    words = label.split()
    if label[1:2].isupper() or any(word[:1].isupper() for word in words[1:]):
        return label
    return f"{label[:1].lower()}{label[1:]}"
