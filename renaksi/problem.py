"""What is wrong, where, and how to mend it, in Indonesian and English."""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


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

    def hint(self, value: str, known: "list[str] | tuple[str, ...]") -> "Message":
        """The same message with the nearest known word, when one is near."""
        near = get_close_matches(value, known, n=1, cutoff=0.6)
        if not near:
            return self
        return Message(
            id=f'{self.id} Mungkin maksudnya "{near[0]}".',
            en=f'{self.en} Did you mean "{near[0]}"?',
        )


@dataclass(frozen=True)
class Problem:
    """A finding at a place; `key` is the path of keys, list items named by their id."""

    place: Place
    rule: str
    message: Message
    key: str = ""
    severity: Severity = Severity.ERROR

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        return self.place, self.rule, self.message.en
