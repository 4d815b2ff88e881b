"""The invented corpus with texts that a spreadsheet would calculate."""

from dataclasses import replace
from itertools import cycle
from typing import Any

from renaksi.export import Publication
from renaksi.export.tables.as_csv import CALCULATES
from renaksi.model import Entry

# What texts begin with: each sign, apostrophes of their own, and what is quoted or split in CSV.
STARTS = (
    *(f"{sign}1+1" for sign in CALCULATES if sign.strip()),
    '=HYPERLINK("https://example.org/","x")',
    "=cmd|' /C calc'!A0",
    "'",
    "''=1",
    '"quoted", with a comma',
    "https://example.org/",
    "mailto:nobody@example.org",
    "0012",
    "1e5",
    "TRUE",
    "NA",
    "null",
    "two\nlines",
    " a space",
    "_x0041_",
)
# Words in one language; all other such texts are ids, codes and addresses.
_LINES = {
    "name",
    "term",
    "publisher",
    "quote",
    "text",
    "also_written",
    "abbreviations",
    "abbreviation",
}
_FACTS = {"ogp_title", "ogp_id", "title_in_list", "title_in_section", "design_researcher"}


def poison(publication: Publication) -> Publication:
    """The same with every text begun anew."""
    starts = cycle(STARTS)
    corpus = publication.corpus
    entries = {
        kind: {id: _poisoned(entry, starts) for id, entry in each.items()}
        for kind, each in corpus.entries.items()
    }
    corpus = replace(corpus, entries=entries)
    return replace(publication, site=replace(publication.site, corpus=corpus))


def _poisoned(entry: Entry, starts: Any) -> Entry:
    return type(entry).model_validate(_begun(entry.model_dump(mode="json"), "", starts))


def _begun(value: Any, key: str, starts: Any) -> Any:
    if isinstance(value, list):
        return [_begun(each, key, starts) for each in value]
    if isinstance(value, dict):
        localized = bool(value) and value.keys() <= {"id", "en"} and key != "title_source"
        if localized and all(isinstance(each, str) for each in value.values()):
            return {code: f"{next(starts)}{text}" for code, text in value.items()}
        return {
            name: _begun(each, key if name == "value" else name, starts)
            for name, each in value.items()
        }
    if isinstance(value, str) and key == "ogp_id":
        return f"={value}"
    if isinstance(value, str) and key in _LINES | _FACTS:
        return f"{next(starts)}{value}"
    return value
