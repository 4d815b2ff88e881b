"""What the scripts of the search must know before the first query: words that belong together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.views.everything import LISTED, shown_as
from renaksi.search.affixes import WHOLE
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
# A word of another language stands so many times more often there than here.
_FAR = 1.4
# More records than these with one word would be weight in every search.
_MOST_PLACES = 300


def find_setup(
    desk: Desk, letters: Iterable[str], texts: Sequence[str], others: Iterable[str]
) -> dict[str, Any]:
    """The file that the scripts load first; `letters` name the files of words.

    `texts` are those of the records: what very many of them say is left out of long questions.
    `others` are those of the other languages.
    """
    kinds = dict.fromkeys((*map(shown_as, LISTED), Kind.PAGE))
    return {
        "words": {key.removeprefix("search."): desk.t(key) for key in _WORDS},
        "kinds": {kind.value: desk.t(f"search.kind.{kind.value}") for kind in kinds},
        "ignored": desk.t("search.ignored").split(),
        "common": find_common(texts, _MANY),
        "foreign": find_foreign(texts, others),
        "exactly": find_exactly(texts, WHOLE if desk.language in AFFIXES else ()),
        "numbering": desk.t("search.numbering").split(),
        "law": desk.t("search.law"),
        "letters": sorted(letters),
        "affixes": AFFIXES.get(desk.language),
        "same": find_same(desk),
    }


def find_common(texts: Iterable[str], many: int) -> list[str]:
    """Words that at least so many of the texts have."""
    counts = Counter(word for text in texts for word in set(split_words(text)))
    return sorted(word for word, count in counts.items() if count >= many)


def find_foreign(texts: Iterable[str], others: Iterable[str]) -> list[str]:
    """Words that stand here, too, but belong to another language: it has them far more often."""
    here, there = (
        Counter(word for text in side for word in set(split_words(text)))
        for side in (texts, others)
    )
    return sorted(
        word
        for word, count in there.items()
        if word.isalpha() and len(word) > 2 and 0 < here[word] * _FAR <= count
    )


def find_exactly(texts: Sequence[str], words: Iterable[str]) -> dict[str, list[int]]:
    """The places of the records that have a word which Pagefind takes for a form of others."""
    found: dict[str, list[int]] = {}
    wanted = set(words)
    for place, text in enumerate(texts):
        for word in sorted(wanted.intersection(split_words(text))):
            found.setdefault(word, []).append(place)
    return {word: places for word, places in found.items() if len(places) <= _MOST_PLACES}


def find_same(desk: Desk) -> list[list[str]]:
    """Phrases that stand for each other: names, abbreviations, long forms, usual spellings."""
    groups = [*_of_terms(desk), *_of_organizations(desk), *_of_goals(desk)]
    groups += [group.split("=") for group in desk.t("search.same").split(";")]
    found = (list(dict.fromkeys(filter(None, map(_phrase, group)))) for group in groups)
    return sorted(group for group in found if len(group) > 1)


def _phrase(text: str) -> str:
    """A phrase as a reader types it: small letters, no signs, without what stands in brackets."""
    return " ".join(split_words(text.partition("(")[0]))


def _of_terms(desk: Desk) -> Iterator[list[str]]:
    for term in desk.corpus.terms:
        yield [term.term, *term.abbreviations, *term.expansion.by_language.values()]


def _initials(name: str) -> str:
    """`Ministry of Home Affairs` as people shorten it: `moha`."""
    words = split_words(name)
    return "".join(word[0] for word in words) if name.startswith("Ministry ") else ""


def _of_goals(desk: Desk) -> Iterator[list[str]]:
    """`SDG 16` and the name of that goal."""
    for goal in desk.corpus.of(Kind.SDG):
        assert isinstance(goal, model.VocabularyTerm)
        yield [goal.id.replace("-", " "), *goal.label.by_language.values()]


def _of_organizations(desk: Desk) -> Iterator[list[str]]:
    for item in desk.corpus.of(Kind.ORGANIZATION):
        assert isinstance(item, model.Organization)
        short = [item.abbreviation] if item.abbreviation else []
        names = item.title.by_language.values()
        yield [*short, *filter(None, map(_initials, names)), *names, *item.also_written]
