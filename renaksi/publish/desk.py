"""Turns model values into what a page prints in one language: texts, links, fact rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.events import History
from renaksi.layout import ANCHORED, SECTION_OF
from renaksi.problem import Problem
from renaksi.publish import paths
from renaksi.publish.downloads import Download
from renaksi.publish.facets import VOCABULARIES, FacetIndex
from renaksi.publish.values import NoteMark, Row, Value
from renaksi.publish.words import Words
from renaksi.vocabulary import Certainty, Kind

Show = Callable[[Any], "Value | Sequence[Value]"]
Wording = tuple[str, Value, tuple[Value, ...]]
_DATES = ("start_date", "end_date")


@dataclass(frozen=True)
class Desk:
    """One corpus seen in one language, on the day `as_of` (ISO 8601), given from outside."""

    corpus: Corpus
    words: Words
    as_of: str
    warnings: tuple[Problem, ...] = ()
    history: History = field(default_factory=History)
    downloads: tuple[Download, ...] = ()

    @property
    def language(self) -> str:
        return self.words.language

    @cached_property
    def facets(self) -> FacetIndex:
        """What commitments can be chosen by."""
        return FacetIndex(self.corpus, self.as_of)

    def t(self, key: str, **values: object) -> str:
        return self.words.t(key, **values)

    # Values

    def text(self, text: model.Localized) -> Value:
        """The text in this language, or marked with the language it is in."""
        language, words = text.best(self.language)
        return Value(
            self.words.bind(words), language=None if language == self.language else language
        )

    def texts(self, texts: Iterable[model.Localized]) -> list[Value]:
        return [self.text(text) for text in texts]

    def quoted(self, text: str, language: str) -> Value:
        """A text that stands in its own language on every page."""
        return Value(text, language=None if language == self.language else language)

    def exact(self, text: str, language: str) -> Value:
        """The very words of a source, in quotation marks."""
        return self.quoted(self.t("format.quote", text=text), language)

    def date(self, value: str) -> Value:
        return Value(self.words.date(value), iso=value)

    def number(self, value: int) -> Value:
        return Value(self.words.number(value))

    def yes_no(self, value: bool) -> Value:
        return Value(self.t("yes" if value else "no"))

    def word(self, prefix: str) -> Callable[[StrEnum], Value]:
        """A shower of words of a closed list: `word("completion")`."""
        return lambda value: Value(self.t(f"{prefix}.{value.value}"))

    def web(self, url: str) -> Value:
        """A link to another site, shown by its address without the scheme."""
        return Value(url.split("://", 1)[1].rstrip("/"), url=url, external=True)

    def archived(self, url: str | None) -> Value | None:
        """A link to the copy at an archive, if there is one."""
        return Value(self.t("source.archived"), url=url, external=True) if url else None

    def site(self, url: str) -> str:
        """The name of the site that an address leads to."""
        return urlsplit(url).netloc.removeprefix("www.")

    # Entries

    def title(self, entry: Any) -> Value:
        return self.text(entry.title)

    def short(self, entry: Any) -> Value:
        return self.text(entry.short_title or entry.title)

    def url(self, kind: Kind, entry: model.Entry) -> str:
        """Where an entry is published, relative to the site's root."""
        if kind in ANCHORED:
            return paths.anchor_url(self.words, kind, entry.id)
        if isinstance(entry, model.Update):
            commitment = self.corpus.get(Kind.COMMITMENT, entry.commitment)
            assert commitment is not None, entry.id
            return f"{self.url(Kind.COMMITMENT, commitment)}#{entry.id}"
        parts = [entry.id]
        if isinstance(entry, model.Commitment | model.Stage | model.Meeting):
            parts = [entry.plan, entry.id]
        return paths.section_url(self.words, SECTION_OF[kind], *parts)

    def section(self, name: str) -> str:
        return paths.section_url(self.words, name)

    def link(self, kind: Kind) -> Callable[[str], Value]:
        """A shower of references: `link(Kind.STAGE)("03-kick-off")`."""

        def show(id: str) -> Value:
            entry = self.corpus.get(kind, id)
            assert entry is not None, (kind, id)
            name = self._name(entry)
            return Value(name.text, url=self.url(kind, entry), language=name.language)

        return show

    def label(self, kind: Kind) -> Callable[[str], Value]:
        """A shower of vocabulary words, each with the page of its commitments."""

        def show(id: str) -> Value:
            entry = self.corpus.get(kind, id)
            assert isinstance(entry, model.VocabularyTerm), (kind, id)
            url = paths.facet_url(self.words, VOCABULARIES[kind], id)
            return replace(self.text(entry.label), url=url)

        return show

    def _name(self, entry: model.Entry) -> Value:
        if isinstance(entry, model.Person):
            return Value(entry.name)
        if isinstance(entry, model.GlossaryTerm):
            return Value(entry.term)
        if isinstance(entry, model.PlanOverview):
            return Value(entry.period.value or entry.id)
        if isinstance(entry, model.Organization):
            return self.title(entry)
        return self.short(entry)

    # Facts

    def marks(self, ids: Iterable[str] | None) -> tuple[Value, ...]:
        """The short marks of sources, each leading to the source list."""
        marks = []
        for id in ids or ():
            source = self.corpus.get(Kind.SOURCE, id)
            assert isinstance(source, model.Source), id
            text = self.text(source.short_title)
            marks.append(Value(text.text, paths.anchor_url(self.words, Kind.SOURCE, id)))
        return tuple(marks)

    def notes(self, kind: Kind, id: str, field: str | None = None) -> tuple[NoteMark, ...]:
        """Editorial notes that stand beside a field of an entry, or beside the entry as such."""
        return self._notes(kind, id, (field,))

    def disputes(self, owner: "Owner") -> tuple[NoteMark, ...]:
        """The notes that doubt a date of an entry, for every list that shows this date.

        A note that says that the date was checked does not, nor one on a date that is not known.
        """
        known = [name for name in _DATES if (fact := getattr(owner.entry, name)) and fact.value]
        return self._notes(owner.kind, owner.entry.id, known, but=Certainty.CHECKED)

    def _notes(
        self, kind: Kind, id: str, fields: Sequence[str | None], but: Certainty | None = None
    ) -> tuple[NoteMark, ...]:
        """The notes on any of some fields of an entry, but for those of one certainty."""
        found = []
        for note in self.corpus.notes:
            concerned = [item.field for item in note.concerns if (item.kind, item.id) == (kind, id)]
            if note.certainty is not but and not set(concerned).isdisjoint(fields):
                url = paths.anchor_url(self.words, Kind.NOTE, note.id)
                title, why = self.title(note).text, self.text(note.why)
                found.append(NoteMark(title, why, url, note.certainty))
        return tuple(found)

    def row(self, owner: "Owner", field: str, show: Show, fact: Any = ...) -> Row:
        """The row of a sourced fact; `fact` where it is not simply `owner.entry.<field>`."""
        fact = getattr(owner.entry, field) if fact is ... else fact
        label = self.t(f"field.{field}")
        notes = self.notes(owner.kind, owner.entry.id, field)
        if fact is None:
            return Row(field, label, notes=notes)
        return Row(
            key=field,
            label=label,
            values=self._values(fact.value, show),
            empty=fact.value == (),
            sources=self.marks(fact.source),
            note=self.text(fact.note) if fact.note else None,
            notes=notes,
        )

    def _values(self, value: Any, show: Show) -> tuple[Value, ...]:
        if value is None:
            return ()
        items = value if isinstance(value, tuple) else (value,)
        shown: list[Value] = []
        for item in items:
            result = show(item)
            shown.extend([result] if isinstance(result, Value) else result)
        return tuple(shown)

    def plain_row(
        self, field: str, values: Sequence[Value], sources: Iterable[str] | None = None
    ) -> Row:
        """A row whose values need no fact: derived, or carrying their own sources."""
        return Row(field, self.t(f"field.{field}"), tuple(values), sources=self.marks(sources))

    def statements(self, facts: Iterable[model.Fact[model.Localized]]) -> tuple[Row, ...]:
        """Unlabelled sourced sentences."""
        return tuple(
            Row(
                "statement",
                "",
                values=self._values(fact.value, self.text),
                sources=self.marks(fact.source),
                note=self.text(fact.note) if fact.note else None,
            )
            for fact in facts
        )

    def period_row(self, owner: "Owner") -> Row:
        """Start and end of an entry as one row with the sources of both."""
        start, end = owner.entry.start_date, owner.entry.end_date
        label = self.t("field.time")
        notes = self._notes(owner.kind, owner.entry.id, _DATES)
        facts = [fact for fact in (start, end) if fact is not None]
        if not facts or all(fact.value is None for fact in facts):
            return Row("time", label, notes=notes)
        iso = [fact.value if fact else None for fact in (start, end)]
        remarks = {self.text(fact.note).text: self.text(fact.note) for fact in facts if fact.note}
        sources = dict.fromkeys(id for fact in facts for id in fact.source or ())
        same = iso[0] == iso[1]
        value = Value(self.words.period(*iso), iso=iso[0] if same else None)
        note = next(iter(remarks.values()), None)
        return Row("time", label, (value,), False, self.marks(sources), note, notes)

    def wordings(self, entry: model.TitledEntry) -> tuple[Wording, ...]:
        """Every language's title: label, text, a remark where it is our wording, its sources."""
        named = isinstance(entry, model.Organization | model.ActionPlan)
        found = []
        for language, text in entry.title.by_language.items():
            name = self.words.language_name(language)
            label = self.t("name.in" if named else "title.in", language=name)
            own = self.t("name.own" if named else "title.own")
            source = entry.title_source.get(language)
            remark = own if is_own_wording(entry, language) else None
            found.append((label, Value(text, language=language, remark=remark), self.marks(source)))
        return tuple(found)

    def is_own_wording(self, entry: model.TitledEntry) -> bool:
        return is_own_wording(entry, self.language)


def is_own_wording(entry: model.TitledEntry, language: str) -> bool:
    """Whether no source has the title in a language, nor its very words in another one.

    A name may be the same in both, and a title may wait for its translation.
    """
    sourced = {entry.title.get(code) for code in entry.title_source}
    return entry.title.get(language) not in sourced


@dataclass(frozen=True)
class Owner:
    """The entry whose facts a page shows, with its kind."""

    kind: Kind
    entry: Any
