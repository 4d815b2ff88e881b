"""The words and codes of OGP's scales, and what each is in our vocabulary."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from renaksi.vocabulary import Completion, EarlyResults, PotentialImpact

V = TypeVar("V", bound=StrEnum)
# Editions before 2019 put a letter before each word: `c. Substantial`.
_LETTER = re.compile(r"^[a-e]\.\s*")


@dataclass(frozen=True)
class Scale(Generic[V]):
    """Word and code that the table writes for each value; `former` are words of other editions."""

    words: Mapping[V, tuple[str, str]]
    former: Mapping[str, V]

    def read(self, cell: str) -> V | None:
        """The value that a cell names, or None."""
        word = _LETTER.sub("", cell.strip()).casefold()
        known = {each.casefold(): value for value, (each, _) in self.words.items()}
        return known.get(word) or self.former.get(word)


COMPLETION = Scale(
    {
        Completion.NO_EVIDENCE: ("No Evidence Available", "ND"),
        Completion.NOT_STARTED: ("Not Started", "2"),
        Completion.LIMITED: ("Limited", "3"),
        Completion.SUBSTANTIAL: ("Substantial", "4"),
        Completion.COMPLETE: ("Complete", "5"),
    },
    {"completed": Completion.COMPLETE},
)
IMPACT = Scale(
    {
        PotentialImpact.NONE: ("None", "0"),
        PotentialImpact.MINOR: ("Minor", "1"),
        PotentialImpact.MODERATE: ("Moderate", "2"),
        PotentialImpact.TRANSFORMATIVE: ("Transformative", "3"),
    },
    {},
)
# "Did it open government?"; its first editions called "did not change" none.
OPENED = Scale(
    {
        EarlyResults.WORSENED: ("Worsens", "0"),
        EarlyResults.DID_NOT_CHANGE: ("Did Not Change", "1"),
        EarlyResults.MARGINAL: ("Marginal", "2"),
        EarlyResults.MAJOR: ("Major", "3"),
        EarlyResults.OUTSTANDING: ("Outstanding", "4"),
    },
    {"worsened": EarlyResults.WORSENED, "none": EarlyResults.DID_NOT_CHANGE},
)
VERIFIABLE = {True: "Yes", False: "No"}
DUMMY = {True: "1", False: "0"}
