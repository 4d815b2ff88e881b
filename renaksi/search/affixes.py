"""Indonesian affixes: the roots that a word may have, and the words of a corpus by their roots.

The rules are data (`PREFIXES`, `SUFFIXES`), handed to browsers as they are, so that a word that the
corpus does not have is stripped there by the same rules. There is no list of roots: what counts as
one follows from the corpus's own words, by how many of them lead to it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

# A prefix, what stood in its place, and the letters that may follow: `meny=s:aeiou` makes
# `menyusun` into `susun`, `men=t:aeiou` makes `menulis` into `tulis`.
PREFIXES = (
    *("di", "ke", "se", "ter", "te:r", "ber", "be:rk", "bel:a", "per", "pel:a"),
    *("me:lmnrwy", "mem:bfpv", "mem=p:aeiou", "men:cdjstz", "men=t:aeiou"),
    *("meng:aeioughk", "meng=k:aeiou", "menge", "meny=s:aeiou"),
    *("pe", "pem:bfpv", "pem=p:aeiou", "pen:cdjstz", "pen=t:aeiou"),
    *("peng:aeioughk", "peng=k:aeiou", "penge", "peny=s:aeiou"),
)
SUFFIXES = ("lah", "kah", "pun", "nya", "ku", "mu", "kan", "an", "i")
# Words that look like forms of others and are none, or have long meant something of their own.
WHOLE = frozenset(
    {
        *("dibekali", "hati-hati", "makalah", "masalah", "media", "melainkan", "menurut"),
        *("peluang", "pengadaan", "perangkat", "perhatian", "sedangkan", "tetapi", "undang-undang"),
    }
)
# What a stem looks like: at most a usual cluster before its first vowel, and none at its end.
SHAPE = (
    "^(?:ng|ny|kh|sy|st|sp|sk|sw|str|[bdfgkpst]?[lr]|[bcdfghjkmnpqstvwxyz])?[aeiou]"
    "(?:.*(?:[aeiou]|[aeiou][^aeiou]|ng|ks))?$"
)
_SHORTEST = 4
_DEEPEST = 3
_VOWELS = frozenset("aeiou")
_SHAPE = re.compile(SHAPE)


def _rule(text: str) -> tuple[str, str, str]:
    """`meny=s:aeiou` -> what is cut off, what is put back, which letters may follow."""
    cut, _, follow = text.partition(":")
    cut, _, back = cut.partition("=")
    return cut, back, follow


_RULES = tuple(map(_rule, PREFIXES))


def find_stems(word: str) -> frozenset[str]:
    """Everything that may be left of a word when affixes are taken off; the word itself too.

    `keterbukaan` -> `keterbuka`, `terbukaan`, `terbuka`, `bukaan`, `buka` and more that are none.
    """
    found = {word, *word.split("-")} if _is_doubled(word) else {word}
    layer = found
    for _ in range(_DEEPEST):
        layer = {stem for each in layer for stem in _cut(each)} - found
        found = found | layer
    return frozenset(found)


def _is_doubled(word: str) -> bool:
    """Whether a word says one thing twice: `data-data`, `sayur-mayur`, `bersama-sama`."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and min(len(first), len(second)) > 2 and first[-3:] == second[-3:]


def _cut(word: str) -> Iterable[str]:
    """A word without one affix, each way that leaves enough of it."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and _may_be(word[: -len(suffix)]):
            yield word[: -len(suffix)]
    for prefix, back, follow in _RULES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and (not follow or rest[:1] in follow) and _may_be(back + rest):
            yield back + rest


def _may_be(stem: str) -> bool:
    return len(stem) > 2 and _SHAPE.match(stem) is not None


@dataclass(frozen=True)
class Family:
    """Words of the corpus that share a root, and the roots that a form of it may be stripped to."""

    roots: tuple[str, ...]
    forms: tuple[str, ...]


def find_families(words: Collection[str], whole: Collection[str] = ()) -> list[Family]:
    """The words by the root that they share: `buka` leads to `dibuka`, `terbuka`, `keterbukaan`.

    A word that has no relative is there too if it has affixes, for queries by a form that the
    corpus lacks. `whole` are words that are no forms of others, and roots that would join what
    does not belong together.
    """
    stems = {word: find_stems(word) - set(whole) for word in words if word not in whole}
    support: dict[str, int] = {}
    for word, found in stems.items():
        for stem in found - {word}:
            support[stem] = support.get(stem, 0) + 1
    known = frozenset(stems)
    forms: dict[str, list[str]] = {}
    for word in sorted(stems):
        root = _best_root(stems[word], support, known)
        forms.setdefault(root or word, []).append(word)
    families = [
        Family(_roots(root, [stems[word] for word in words]), tuple(words))
        for root, words in sorted(forms.items())
    ]
    return [each for each in families if len(each.forms) > 1 or each.roots != each.forms]


def _roots(best: str, stems: list[frozenset[str]]) -> tuple[str, ...]:
    """The root of a family, and others that all its words may be stripped to and no further."""
    common = frozenset.intersection(*stems)
    last = {
        stem
        for stem in common
        if _is_long(stem)
        and not stem.startswith(("ng", "ny"))
        and not _goes_on(stem)
        # A final -i alone is mostly part of a loan: `administrasi`.
        and f"{stem}i" not in common
    }
    return tuple(sorted({best, *last}))


def _goes_on(stem: str) -> bool:
    return any(_is_long(each) for each in _cut(stem))


def _best_root(
    stems: Iterable[str], support: Mapping[str, int], known: Collection[str]
) -> str | None:
    """The stem that most words lead to; among equals a word of the corpus, then the longer one.

    A stem of three letters is often there by chance (`did` in `pendidikan`): it counts only where
    two other words lead to it and no longer stem has two.
    """
    ranked = sorted(
        (
            (support.get(stem, 0) + (stem in known), stem in known, len(stem), stem)
            for stem in stems
        ),
        reverse=True,
    )
    long = [rank for rank in ranked if _is_long(rank[-1])]
    if long and long[0][0] > 1:
        return long[0][-1]
    short = [rank for rank in ranked if rank[1] and rank[0] > 2]
    best = short or long
    return best[0][-1] if best else None


def _is_long(stem: str) -> bool:
    return len(stem) >= _SHORTEST and sum(letter in _VOWELS for letter in stem) > 1
