"""What schemas and the page "data dictionary" say of records and fields, from the string tables.

What is said of a field of one record comes before what is said of that field everywhere:
`about.topic.commitment` before `about.commitment`. Records are named in the keys as `stream_period`
for `StreamPeriod`; facts differ in their value only and are one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from renaksi import vocabulary
from renaksi.publish.words import Words

TOPICS = ("fields", "meanings", "records")
FACT = "Fact"
# Under which prefix the values of a closed list have their words.
LISTS: Mapping[type[StrEnum], str] = {
    vocabulary.Ambition: "ambition",
    vocabulary.Certainty: "certainty",
    vocabulary.Completion: "completion",
    vocabulary.DocumentKind: "document",
    vocabulary.EarlyResults: "early_results",
    vocabulary.NoteGroup: "note_group",
    vocabulary.OrganizationKind: "organization_kind",
    vocabulary.PotentialImpact: "impact",
    vocabulary.Relation: "relation",
    vocabulary.SpeakerFunction: "function",
    vocabulary.Stream: "stream",
    vocabulary.Voice: "voice",
}
# Records whose fields fact boxes name by other words than those of the same name elsewhere.
_PREFIXES = {"irm_headline": "irm_"}


@dataclass(frozen=True)
class FieldWords:
    """The name of a field, what it is, and what leaving it out means where that is special."""

    title: str
    about: str
    absent: str | None


def record_key(name: str) -> str:
    """`StreamPeriod` -> `stream_period`; every `FactText` -> `fact`."""
    if name.startswith(FACT):
        return FACT.lower()
    return re.sub("(?<!^)(?=[A-Z])", "_", name).lower()


def record_name(name: str, words: Words) -> str:
    """What a record is called within a sentence."""
    return words.t(f"record.{record_key(name)}")


def record_about(name: str, words: Words) -> str:
    """What a record or a list is, in a sentence or two."""
    return words.t(f"record.{record_key(name)}.about")


def field_words(record: str, field: str, words: Words) -> FieldWords:
    """The words of a field of a record. Raises KeyError where it has no name or description."""
    key = record_key(record)
    return FieldWords(
        _first(words, f"field.{key}.{field}", f"field.{_PREFIXES.get(key, '')}{field}")
        or words.t(f"field.{field}"),
        _first(words, f"about.{key}.{field}") or words.t(f"about.{field}"),
        _first(words, f"absent.{key}.{field}", f"absent.{field}"),
    )


def _first(words: Words, *keys: str) -> str | None:
    """The text of the first key that the table has."""
    return next((words.t(key) for key in keys if key in words.table), None)
