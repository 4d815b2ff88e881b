"""What the scripts of the search must know before the first query: words that belong together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.views.everything import LISTED, shown_as
from renaksi.search.forms import AFFIXES, split_words
from renaksi.vocabulary import Kind

_WORDS = (
    "search.count.one",
    "search.count.other",
    "search.nothing",
    "search.all",
    "search.suggested",
    "search.near",
    "search.every",
    "search.elsewhere",
    "search.elsewhere_unsure",
)


# The part of the index with a word that so many records have weighs about 10 kB.
_MANY = 1000


def find_setup(desk: Desk, letters: Iterable[str], texts: Iterable[str]) -> dict[str, Any]:
    """The file that the scripts load first; `letters` name the files of words.

    `texts` are those of the records: what very many of them say is left out of long questions.
    """
    kinds = dict.fromkeys((*map(shown_as, LISTED), Kind.PAGE))
    return {
        "words": {key.removeprefix("search."): desk.t(key) for key in _WORDS},
        "kinds": {kind.value: desk.t(f"search.kind.{kind.value}") for kind in kinds},
        "ignored": desk.t("search.ignored").split(),
        "common": find_common(texts, _MANY),
        "letters": sorted(letters),
        "affixes": AFFIXES.get(desk.language),
        "same": find_same(desk),
    }


def find_common(texts: Iterable[str], many: int) -> list[str]:
    """Words that at least so many of the texts have."""
    counts = Counter(word for text in texts for word in set(split_words(text)))
    return sorted(word for word, count in counts.items() if count >= many)


def find_same(desk: Desk) -> list[list[str]]:
    """Phrases that stand for each other: names, abbreviations, long forms, usual spellings."""
    groups = [*_of_terms(desk), *_of_organizations(desk)]
    groups += [group.split("=") for group in desk.t("search.same").split(";")]
    found = (list(dict.fromkeys(filter(None, map(_phrase, group)))) for group in groups)
    return sorted(group for group in found if len(group) > 1)


def _phrase(text: str) -> str:
    """A phrase as a reader types it: small letters, no signs, without what stands in brackets."""
    return " ".join(split_words(text.partition("(")[0]))


def _of_terms(desk: Desk) -> Iterator[list[str]]:
    for term in desk.corpus.terms:
        yield [term.term, *term.abbreviations, *term.expansion.by_language.values()]


def _of_organizations(desk: Desk) -> Iterator[list[str]]:
    for item in desk.corpus.of(Kind.ORGANIZATION):
        assert isinstance(item, model.Organization)
        short = [item.abbreviation] if item.abbreviation else []
        yield [*short, *item.title.by_language.values(), *item.also_written]
