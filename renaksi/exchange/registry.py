"""What the rows of one plan share: numbers and ids that are taken, organizations, terms, years."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from renaksi.model.base import LAST
from renaksi.remedies import suggest_id


@dataclass
class Registry:
    """Ids by name, in the order in which the table names them.

    `years` are those of the IRM's reports, by round; `wanted` are the numbers that rows carry.
    """

    wanted: frozenset[int] = frozenset()
    years: dict[str, str] = field(default_factory=dict)
    organizations: dict[str, str] = field(default_factory=dict)
    themes: dict[str, str] = field(default_factory=dict)
    terms: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    numbers: set[int] = field(default_factory=set)
    commitments: set[str] = field(default_factory=set)

    def take_number(self, wanted: int | None) -> int:
        """The number, if it is free; else the first above all that the rows carry."""
        if wanted is None or wanted in self.numbers:
            above = max(self.wanted, default=0) + 1
            free = (*range(above, LAST + 1), *range(1, above))
            wanted = next(each for each in free if each not in {*self.numbers, *self.wanted})
        self.numbers.add(wanted)
        return wanted

    def organization(self, name: str) -> str:
        """The id of an organization of that name, the same for the same name."""
        return _named(name, self.organizations, "organization")

    def theme(self, label: str) -> str:
        """The id of a theme."""
        return _named(label, self.themes, "theme")

    def term(self, vocabulary: str, id: str, label: str) -> None:
        """Keeps a word of a vocabulary that is used."""
        self.terms[vocabulary][id] = label

    def commitment(self, number: int, titles: Iterable[str]) -> str:
        """An id for a commitment by its number and title."""
        slug = next(filter(None, map(suggest_id, titles)), "commitment")
        id = unused(f"{number:02d}-{slug}", self.commitments)
        self.commitments.add(id)
        return id


def _named(name: str, known: dict[str, str], otherwise: str) -> str:
    if name not in known:
        known[name] = unused(suggest_id(name) or otherwise, known.values())
    return known[name]


def unused(id: str, taken: Iterable[str]) -> str:
    """The id, with a number behind it where it is taken."""
    used = set(taken)
    more = (f"{id}-{number}" for number in count(2))
    return next(each for each in more if each not in used) if id in used else id
