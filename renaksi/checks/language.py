"""Rules on the words that the glossary defines."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus, Prose
from renaksi.model import Entry, GlossaryTerm
from renaksi.pieces import Loc
from renaksi.problem import Message, Severity
from renaksi.vocabulary import Kind

# Wordings of others: names and titles as their owners write them, and the glossary itself.
_OTHERS_WORDS = {"title", "short_title", "label"}
_NEAR = 0.7


# A text of ours, its language, and where it stands.
_Spot = tuple[Kind, Entry, Loc, Prose | None]
_Text = tuple[str, str, _Spot]


def _finding(spot: _Spot, language: str, offset: int, message: Message) -> Finding:
    kind, entry, loc, prose = spot
    if prose is not None:
        return Finding(kind, entry, loc, message, prose.place(offset))
    return Finding(kind, entry, (*loc, language), message)


@rule(Severity.WARNING)
def check_term_in_its_language(corpus: Corpus) -> Iterator[Finding]:
    """A text must use the form of a term that the glossary prefers in the text's language.

    Readers meet one word for one thing in each language.
    Bad: "CSO" in an Indonesian text, where the glossary has `preferred: {id: OMS, en: CSO}`.
    Good: "OMS" there, and "CSO" in the English text.

    Teks harus memakai bentuk istilah yang dipilih glosarium untuk bahasa teks itu.

    Dengan begitu pembaca menemukan satu kata untuk satu hal dalam setiap bahasa.
    Salah: "CSO" dalam teks bahasa Indonesia, padahal di glosarium `preferred: {id: OMS, en: CSO}`.
    Benar: "OMS" di sana, dan "CSO" dalam teks bahasa Inggris.
    """
    preferred = {
        (language, form): term.preferred[language]
        for term in corpus.terms
        for form in term.abbreviations
        for language in term.preferred
        if term.preferred[language] != form
    }
    pattern = _whole_words({form for _, form in preferred})
    for text, language, spot in _texts(corpus):
        for match in pattern.finditer(text):
            better = preferred.get((language, match.group()))
            if better is not None:
                message = Message(
                    id=f"Glosarium memakai \"{better}\" dalam bahasa ini: '{match.group()}'.",
                    en=f"The glossary prefers \"{better}\" in this language: '{match.group()}'.",
                )
                yield _finding(spot, language, match.start(), message)


@rule(Severity.WARNING)
def check_abbreviation_as_defined(corpus: Corpus) -> Iterator[Finding]:
    """The long form before an abbreviation in brackets must be the glossary's.

    Only what is nearly the glossary's wording is reported, since other words may stand there too.
    Bad: "Open Goverment Partnership (OGP)". Good: "Open Government Partnership (OGP)".

    Kepanjangan sebelum singkatan dalam kurung harus sama dengan yang ada di glosarium.

    Hanya tulisan yang hampir sama dengan glosarium yang dilaporkan, karena kata lain juga boleh ada
    di situ.
    Salah: "Open Goverment Partnership (OGP)". Benar: "Open Government Partnership (OGP)".
    """
    defined: dict[str, GlossaryTerm] = {
        form: term for term in corpus.terms for form in term.abbreviations
    }
    forms = "|".join(map(re.escape, defined)) or r"(?!)"
    pattern = re.compile(rf"\(({forms})\)")
    for text, language, spot in _texts(corpus):
        for match in pattern.finditer(text):
            long = defined[match.group(1)].expansion.get(language)
            written = text[: match.start()].split()[-len(long.split()) :] if long else []
            if long and _nearly(" ".join(written), long):
                message = Message(
                    id=f'Glosarium mengartikan {match.group(1)} sebagai "{long}".',
                    en=f'The glossary explains {match.group(1)} as "{long}".',
                )
                yield _finding(spot, language, match.start(), message)


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
            yield prose.plain, language, (kind, corpus.entries[kind][id], (), prose)
    for kind, entry, loc, localized in corpus.texts:
        if kind is not Kind.TERM and loc[-1] not in _OTHERS_WORDS:
            for language, text in localized.by_language.items():
                yield text, language, (kind, entry, loc, None)
