"""Rules on the words that the glossary defines."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from renaksi.checks.links import without_code
from renaksi.checks.pieces import Loc, find_texts
from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus, Prose
from renaksi.model import Entry, GlossaryTerm
from renaksi.problem import Message, Severity
from renaksi.vocabulary import Kind

# Wordings of others: names and titles as their owners write them, and the glossary itself.
_OTHERS_WORDS = {"title", "short_title", "label"}
_NEAR = 0.7


class _Text(NamedTuple):
    """A text of ours in one language, and where it stands."""

    kind: Kind
    entry: Entry
    loc: Loc
    language: str
    text: str
    prose: Prose | None = None

    def finding(self, message: Message, offset: int) -> Finding:
        place = self.prose.place(offset) if self.prose else None
        return Finding(self.kind, self.entry, self.loc, message, place)


@rule(Severity.WARNING)
def check_term_in_its_language(corpus: Corpus) -> Iterator[Finding]:
    """A text must use the form of a term that the glossary prefers in the text's language.

    Readers meet one word for one thing in each language.
    Bad: "CSO" in an Indonesian text, where the glossary has `preferred: {id: OMS, en: CSO}`.
    Good: "OMS" there, and "CSO" in the English text.
    """
    preferred = {
        (language, form): term.preferred[language]
        for term in corpus.terms
        for form in term.abbreviations
        for language in term.preferred
        if term.preferred[language] != form
    }
    pattern = _whole_words({form for _, form in preferred})
    for text in _texts(corpus):
        for match in pattern.finditer(text.text):
            better = preferred.get((text.language, match.group()))
            if better is not None:
                message = Message(
                    id=f"Glosarium memakai \"{better}\" dalam bahasa ini: '{match.group()}'.",
                    en=f"The glossary prefers \"{better}\" in this language: '{match.group()}'.",
                )
                yield text.finding(message, match.start())


@rule(Severity.WARNING)
def check_abbreviation_as_defined(corpus: Corpus) -> Iterator[Finding]:
    """The long form before an abbreviation in brackets must be the glossary's.

    Only what is nearly the glossary's wording is reported, since other words may stand there too.
    Bad: "Open Goverment Partnership (OGP)". Good: "Open Government Partnership (OGP)".
    """
    defined: dict[str, GlossaryTerm] = {
        form: term for term in corpus.terms for form in term.abbreviations
    }
    forms = "|".join(map(re.escape, defined)) or r"(?!)"
    pattern = re.compile(rf"\(({forms})\)")
    for text in _texts(corpus):
        for match in pattern.finditer(text.text):
            long = defined[match.group(1)].expansion.get(text.language)
            written = text.text[: match.start()].split()[-len(long.split()) :] if long else []
            if long and _nearly(" ".join(written), long):
                message = Message(
                    id=f'Glosarium mengartikan {match.group(1)} sebagai "{long}".',
                    en=f'The glossary explains {match.group(1)} as "{long}".',
                )
                yield text.finding(message, match.start())


def _nearly(written: str, long: str) -> bool:
    """Whether words are meant to be the long form and are not, but for case and an English s."""
    a, b = (re.sub(r"s\b", "", words.casefold()) for words in (written, long))
    return a != b and SequenceMatcher(None, a, b).ratio() >= _NEAR


def _whole_words(forms: set[str]) -> re.Pattern[str]:
    """Any of the forms as a word of its own.

    What stands before a form is looked at after its first letter: so only places with one of the
    first letters are looked at, which is many times quicker.
    """
    choices = [
        rf"{re.escape(form[0])}(?<![\w/-]{re.escape(form[0])}){re.escape(form[1:])}"
        for form in sorted(forms, reverse=True)  # a form before those that it begins with
    ]
    return re.compile(rf"(?:{'|'.join(choices) or '(?!)'})(?![\w-])")


def _texts(corpus: Corpus) -> Iterator[_Text]:
    """Every narrative without its code, and every text in a field that is in our own words."""
    for (kind, id), by_language in corpus.prose.items():
        for language, prose in by_language.items():
            words = without_code(prose.text)
            yield _Text(kind, corpus.entries[kind][id], (), language, words, prose)
    for kind, entries in corpus.entries.items():
        for entry in () if kind is Kind.TERM else entries.values():
            for loc, localized in find_texts(entry):
                if not loc or loc[-1] not in _OTHERS_WORDS:
                    for language, words in localized.by_language.items():
                        yield _Text(kind, entry, (*loc, language), language, words)
