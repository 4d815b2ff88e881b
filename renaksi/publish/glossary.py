"""Finds the glossary's abbreviations in running text, so that pages can explain them."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from renaksi.model import GlossaryTerm
from renaksi.publish.paths import anchor_url
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind


@dataclass(frozen=True)
class Explained:
    """An abbreviation's long form, what else the glossary says of it, and where it does so."""

    expansion: str
    definition: str
    url: str


@dataclass(frozen=True)
class Segment:
    """A stretch of text, explained or plain."""

    text: str
    term: Explained | None = None


@dataclass(frozen=True)
class Glossary:
    """The abbreviations of one language, and the pattern that finds them as whole words."""

    terms: dict[str, Explained]
    pattern: re.Pattern[str]


def build_glossary(terms: Iterable[GlossaryTerm], words: Words) -> Glossary:
    """The look-up for one language."""
    found: dict[str, Explained] = {}
    for term in terms:
        _, text = term.expansion.best(words.language)
        meaning = term.explanation.get(words.language) if term.explanation else None
        definition = f"{words.begin(text)}. {meaning}" if meaning else text
        url = anchor_url(words, Kind.TERM, term.id)
        for abbreviation in term.abbreviations:
            if abbreviation != text:
                found[abbreviation] = Explained(text, definition, url)
    longest_first = sorted(found, key=lambda word: (-len(word), word))
    choices = "|".join(re.escape(word) for word in longest_first) or r"(?!)"
    return Glossary(found, re.compile(rf"(?<![\w/-])(?:{choices})(?![\w-])"))


# An explained abbreviation as `prose` makes it; narratives cannot hold an `abbr` of their own.
_EXPLAINED = re.compile(r'<a(?: [a-z-]+="[^"]*")+><abbr title="[^"]*">(?P<word>[^<]*)</abbr></a>')


@dataclass
class Marker:
    """Marks each abbreviation once on a page; later occurrences stay plain."""

    glossary: Glossary
    seen: set[str] = field(default_factory=set)

    def split(self, text: str) -> list[Segment]:
        """The text in segments, in order; joined they give the text back."""
        segments: list[Segment] = []
        position = 0
        for match in self.glossary.pattern.finditer(text):
            word = match.group()
            if word in self.seen:
                continue
            self.seen.add(word)
            if match.start() > position:
                segments.append(Segment(text[position : match.start()]))
            segments.append(Segment(word, self.glossary.terms[word]))
            position = match.end()
        if position < len(text):
            segments.append(Segment(text[position:]))
        return segments

    def settle(self, prose: str) -> str:
        """Rendered prose where it stands on the page: what was explained above it is plain."""

        def once(match: re.Match[str]) -> str:
            word = html.unescape(match["word"])
            if word in self.seen:
                return match["word"]
            self.seen.add(word)
            return match.group()

        return _EXPLAINED.sub(once, prose)
