"""Which words of a corpus a query may mean: forms of one root, words one letter away."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from renaksi.search.affixes import PREFIXES, SHAPE, SUFFIXES, WHOLE, Family, find_families

# What counts as a word, in `engine.js` too.
_WORD = re.compile(r"\d+(?:[./]\d+)+|[^\W_]+(?:[-'’][^\W_]+)*")
# Languages whose affixes we know. Pagefind's own stemmer suffices for English.
AFFIXES: dict[str, dict[str, Any]] = {
    "id": {"prefixes": PREFIXES, "suffixes": SUFFIXES, "shape": SHAPE}
}
# A reader who searches loads one to three of the files; each has about so many letters.
_LETTERS = 30_000


def split_words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


def word_files(texts: Iterable[str], language: str, ignored: Collection[str]) -> dict[str, str]:
    """The files of words by the first letter that each begins with.

    A line is a family, `buka:dibuka keterbukaan membuka`, and the last line has all other words. A
    family stands wherever one of its roots belongs, a word by its first letter.
    """
    words = {word for text in texts for word in split_words(text) if not word[0].isdigit()}
    families = find_families(words, {*ignored, *WHOLE}) if language in AFFIXES else []
    in_families = {form for family in families for form in family.forms}
    lines: dict[str, list[str]] = {}
    for family in families:
        for letter in {root[0] for root in family.roots}:
            lines.setdefault(letter, []).append(_line(family))
    others: dict[str, list[str]] = {}
    for word in sorted(set(words) - in_families):
        others.setdefault(word[0], []).append(word)
    files: dict[str, str] = {}
    for letters in _shelves({**_lengths(lines), **_sum(_lengths(lines), _lengths(others))}):
        found = dict.fromkeys(line for letter in letters for line in lines.get(letter, ()))
        rest = [word for letter in letters for word in others.get(letter, ())]
        files[letters[0]] = "\n".join([*found, " ".join(rest)])
    return files


def _line(family: Family) -> str:
    return f"{','.join(family.roots)}:{' '.join(family.forms)}"


def _lengths(texts: dict[str, list[str]]) -> dict[str, int]:
    return {letter: sum(len(text) + 1 for text in found) for letter, found in texts.items()}


def _sum(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {letter: one.get(letter, 0) + other.get(letter, 0) for letter in {*one, *other}}


def _shelves(lengths: dict[str, int]) -> list[list[str]]:
    """Letters in order, put together while they are short."""
    shelves: list[list[str]] = []
    filled = _LETTERS
    for letter in sorted(lengths):
        if filled + lengths[letter] > _LETTERS:
            shelves.append([])
            filled = 0
        shelves[-1].append(letter)
        filled += lengths[letter]
    return shelves
