"""What is wrong, where, and how to mend it, in Indonesian and English."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

# How like a known word a word must be to be taken for it, chosen by trying: each id and key of the
# real corpus with a slip of the pen, and each against all the others. 0.6 takes a quarter of the
# others for a slip, 0.7 a tenth; above that, two slips in a short word ("nimbo") are missed.
_NEAR = 0.7
_LONGEST_HINTED = 200
_MOST_KNOWN = 5_000


class Severity(StrEnum):
    """`error` blocks the build; `warning` informs. There is no third level."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: path from the corpus root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Message:
    """One sentence in each language of the contributors."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in English, or else in Indonesian."""
        return self.en if language == "en" else self.id

    def meaning(self, value: str | None) -> "Message":
        """The same message with what was probably meant, when that is known."""
        if value is None:
            return self
        return Message(
            id=f'{self.id} Mungkin maksudnya "{value}".', en=f'{self.en} Did you mean "{value}"?'
        )

    def hint(self, value: str, known: "list[str] | tuple[str, ...]") -> "Message":
        """The same message with the nearest known word, when one is near."""
        return self.meaning(find_near(value, known))


def find_near(value: str, known: "list[str] | tuple[str, ...]") -> str | None:
    """The known word that a word was probably meant to be, or None where none is near."""
    if len(value) > _LONGEST_HINTED or len(known) > _MOST_KNOWN:
        return None  # a search of seconds, once for each mistake
    names = {_name(word) for word in known if _may_mean(_name(value), _name(word))}
    meant = get_close_matches(_name(value), names, n=max(1, len(names)), cutoff=_NEAR)
    candidates = [word for word in known if _name(word) in meant]
    near = get_close_matches(value, candidates, n=1, cutoff=0)
    return near[0] if near else None


def _name(word: str) -> str:
    """What must be alike: of a path the file's own name, for folders are alike anyway."""
    return word.rsplit("/", maxsplit=1)[-1]


def _may_mean(value: str, word: str) -> bool:
    """Another number is another thing and no slip: `stage-3` is not meant to be `stage-4`."""
    numbers = [[each.lstrip("0") for each in re.findall("[0-9]+", text)] for text in (value, word)]
    return not all(numbers) or numbers[0] == numbers[1]


@dataclass(frozen=True)
class Problem:
    """A finding at a place; `key` is the path of keys, list items named by their id.

    `new` says whether a change brought it in, and is None where nothing was compared. `sought` is
    the kind and id of an entry that is probably meant, until it is known whether it is there.
    """

    place: Place
    rule: str
    message: Message
    key: str = ""
    severity: Severity = Severity.ERROR
    new: bool | None = None
    sought: tuple[str, str] | None = None

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        return self.place, self.rule, self.message.en
