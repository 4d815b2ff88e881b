"""What tables and columns are called and mean, in every language, from the words of fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from renaksi.export.tables.frame import Said, State
from renaksi.layout import LANGUAGES
from renaksi.publish.facets import Deadline
from renaksi.publish.schema import sentence
from renaksi.publish.schema_words import LISTS, field_words, record_about, record_name
from renaksi.publish.words import Words
from renaksi.vocabulary import KIND_NAMES, Kind

# The same of lists that no model has.
_LISTS: Mapping[type[StrEnum], str] = {
    **LISTS,
    State: "fact_state",
    Deadline: "deadline",
}
# Fields whose words tell how to write all languages at once, while a column holds one of them.
_BY_LANGUAGE = ("title", "preferred")


@dataclass(frozen=True)
class Tongue:
    """The words of all languages, and what tables say with them."""

    words: Mapping[str, Words]

    def every(self, key: str, **values: object) -> dict[str, str]:
        """The words of a key in every language."""
        return {code: each.t(key, **values) for code, each in self.words.items()}

    def say(self, key: str, **values: object) -> Said:
        """The words `<key>` and `<key>.about`."""
        return Said(self.every(key, **values), self.every(f"{key}.about", **values))

    def field(self, record: str, name: str) -> Said:
        """A field of a record, as the data dictionary has it."""
        said = {code: field_words(record, name, each) for code, each in self.words.items()}
        about = {code: each.about for code, each in said.items()}
        if name in _BY_LANGUAGE and about == self.every(f"about.{name}"):
            about = self.every(f"column.{name}.about")
        return Said({code: each.title for code, each in said.items()}, about)

    def record(self, name: str) -> Said:
        """A record, as the data dictionary has it."""
        return Said(
            {code: sentence(record_name(name, each)) for code, each in self.words.items()},
            {code: record_about(name, each) for code, each in self.words.items()},
        )

    def kind(self, kind: Kind, record: str) -> Said:
        """A kind of entries, whose model is a record."""
        return Said(
            {code: sentence(self.noun(kind, code)) for code in self.words},
            {code: record_about(record, each) for code, each in self.words.items()},
        )

    def row_of(self, title: Mapping[str, str], table: str) -> Said:
        """A column that names a row of another table."""
        return Said(title, self.every("column.row_of", table=table))

    def link(self, owner: Said, target: Kind) -> Said:
        """A table of links from the rows of one table to entries of a kind."""
        nouns = {code: self.noun(target, code) for code in self.words}
        return Said(
            {code: f"{text}: {nouns[code]}" for code, text in owner.title.items()},
            {
                code: self.words[code].t("table.link", owner=_within(text), target=nouns[code])
                for code, text in owner.title.items()
            },
        )

    def noun(self, kind: Kind, language: str) -> str:
        """What a kind of entry is called within a sentence."""
        if kind is Kind.PLAN_OVERVIEW:  # elsewhere it is named after its file
            return self.words[language].t("table.plan_overview")
        return KIND_NAMES[kind][LANGUAGES.index(language)]

    def within(self, outer: Said, inner: Said) -> Said:
        """A field of a record that has no table of its own: `People present: Total`."""
        titles = {code: f"{outer.title[code]}: {text}" for code, text in inner.title.items()}
        return Said(titles, inner.about)

    def names(self, said: Said) -> Said:
        """The names of the entries that a field names."""
        return Said(
            {
                code: f"{text}: {self.words[code].t('column.names')}"
                for code, text in said.title.items()
            },
            self.every("column.names.about"),
        )

    def more(self, said: Said, key: str, **values: object) -> Said:
        """What was said, and one sentence more."""
        sentence = self.every(key, **values)
        about = {code: f"{text} {sentence[code]}" for code, text in said.about.items()}
        return Said(said.title, about)

    def in_language(self, said: Said, language: str) -> Said:
        """A text in one of its languages."""
        names = {code: each.language_name(language) for code, each in self.words.items()}
        return Said(
            {code: f"{text} ({names[code]})" for code, text in said.title.items()}, said.about
        )

    def of_value(self, said: Said, value: StrEnum) -> Said:
        """What is said of one value of a closed list."""
        titles = {code: f"{text}: {self.word(value, code)}" for code, text in said.title.items()}
        return Said(titles, said.about)

    def choices(self, said: Said, values: type[StrEnum]) -> Said:
        """A field that takes the values of a closed list, with what readers see of each."""
        return self._one_of(
            said,
            {
                value.value: {code: self.word(value, code) for code in self.words}
                for value in values
            },
        )

    def fields(self, said: Said, fields: Mapping[str, Said]) -> Said:
        """A column that names fields, with what they are called."""
        return self._one_of(said, {path: each.title for path, each in fields.items()})

    def last_keys(self, said: Said, fields: Mapping[str, Said]) -> Said:
        """A column of paths of keys, with what the last of them are called."""
        return self._one_of(
            said, {path: each.title for path, each in fields.items()}, "column.last_keys"
        )

    def _one_of(
        self, said: Said, names: Mapping[str, Mapping[str, str]], key: str = "column.choices"
    ) -> Said:
        listed = {
            code: "; ".join(f"{value} ({each[code]})" for value, each in names.items())
            for code in self.words
        }
        more = {code: each.t(key, values=listed[code]) for code, each in self.words.items()}
        return Said(said.title, {code: f"{text} {more[code]}" for code, text in said.about.items()})

    def word(self, value: StrEnum, language: str) -> str:
        """What readers see of a value of a closed list."""
        if isinstance(value, Kind):
            return self.noun(value, language)
        return self.words[language].t(f"{_LISTS[type(value)]}.{value.value}")


def _within(title: str) -> str:
    """A title as it stands within a sentence; an abbreviation keeps its capitals."""
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"
