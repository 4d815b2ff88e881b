"""Facets of commitments: by what readers choose among them, and which values each one has.

The one home of what a facet is. "Not known" is a value wherever the corpus does not say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.dates import last_day
from renaksi.publish import ledger
from renaksi.publish.figures.completion import latest_rating
from renaksi.vocabulary import Completion, Kind, Stream, Voice


class Facet(StrEnum):
    """What commitments are chosen by, in the order in which readers see it."""

    THEME = "theme"
    POLICY_AREA = "policy-area"
    LEAD = "lead"
    PARTNER = "civil-society-partner"
    COMPLETION_GOVERNMENT = "completion-government"
    COMPLETION_CIVIL_SOCIETY = "completion-civil-society"
    COMPLETION_IRM = "completion-irm"
    COMPLETION_EVIDENCE = "completion-evidence"
    DEADLINE = "deadline"
    EVIDENCE = "evidence"
    STREAM = "stream"
    OGP_VALUE = "ogp-value"
    SDG = "sdg"


class Deadline(StrEnum):
    """Where a commitment stands to its end date on a day, never more than voices have said.

    `COMPLETE`: some voice says so, whatever others say. `PASSED_RATED`: past its end date, and no
    voice that rated it says "complete". `PASSED_UNKNOWN`: past its end date, and no voice rated it.
    """

    COMPLETE = "complete-said"
    PASSED_RATED = "passed-rated"
    PASSED_UNKNOWN = "passed-unknown"
    AHEAD = "ahead"
    NO_DATE = "no-date"


class Found(StrEnum):
    """Whether evidence was found."""

    FOUND = "found"
    NOT_FOUND = "not-found"


# The corpus does not say, or the voice gives no rating; a source says that there is none.
UNKNOWN = "unknown"
NONE = "none"
OVERDUE = (Deadline.PASSED_RATED, Deadline.PASSED_UNKNOWN)

# Facets whose values are entries of the corpus: the field of a commitment, and the kind.
ENTRIES: Mapping[Facet, tuple[str, Kind]] = {
    Facet.THEME: ("theme", Kind.THEME),
    Facet.POLICY_AREA: ("policy_areas", Kind.POLICY_AREA),
    Facet.LEAD: ("lead_organizations", Kind.ORGANIZATION),
    Facet.PARTNER: ("civil_society_organizations", Kind.ORGANIZATION),
    Facet.OGP_VALUE: ("ogp_values", Kind.OGP_VALUE),
    Facet.SDG: ("sdgs", Kind.SDG),
}
# The fields of a commitment that name organizations, in the order of their pages.
ROLES = ("lead_organizations", "supporting_organizations", "civil_society_organizations")
VOCABULARIES: Mapping[Kind, Facet] = {
    kind: facet for facet, (_, kind) in ENTRIES.items() if kind is not Kind.ORGANIZATION
}
VOICES: Mapping[Facet, Voice] = {
    Facet.COMPLETION_GOVERNMENT: Voice.GOVERNMENT,
    Facet.COMPLETION_CIVIL_SOCIETY: Voice.CIVIL_SOCIETY,
    Facet.COMPLETION_IRM: Voice.IRM,
    Facet.COMPLETION_EVIDENCE: Voice.EVIDENCE,
}
COMPLETIONS = (*(item.value for item in reversed(Completion)), UNKNOWN)
# The values of a closed facet, in the order in which readers see them.
CLOSED: Mapping[Facet, tuple[str, ...]] = {
    Facet.STREAM: tuple(item.value for item in Stream),
    Facet.DEADLINE: tuple(item.value for item in Deadline),
    Facet.EVIDENCE: tuple(item.value for item in Found),
    **dict.fromkeys(VOICES, COMPLETIONS),
}

Values = Mapping[Facet, tuple[str, ...]]


@dataclass(frozen=True)
class FacetIndex:
    """The values of every commitment on the day `as_of` (ISO 8601), and who has which."""

    corpus: Corpus
    as_of: str

    @cached_property
    def values(self) -> Mapping[str, Values]:
        """The values of each commitment, by its id; at least one of each facet."""
        return {
            item.id: find_values(item, self.corpus.updates_of(item.id), self.as_of)
            for item in self.corpus.commitments
        }

    @cached_property
    def members(self) -> Mapping[Facet, Mapping[str, tuple[model.Commitment, ...]]]:
        """The commitments of every value that is used, in their own order.

        Closed values stand in their order, entries in that of their first use; what is not known
        stands last.
        """
        return {facet: self._members(facet) for facet in Facet}

    @cached_property
    def roles(self) -> Mapping[str, tuple[tuple[str, model.Commitment], ...]]:
        """What each organization does in which commitments, by its id: a field, a commitment."""
        found: dict[str, list[tuple[str, model.Commitment]]] = {}
        for role in ROLES:
            for commitment in self.corpus.commitments:
                fact = getattr(commitment, role)
                for id in dict.fromkeys(fact.value or ()) if fact else ():
                    found.setdefault(id, []).append((role, commitment))
        return {id: tuple(each) for id, each in found.items()}

    def _members(self, facet: Facet) -> Mapping[str, tuple[model.Commitment, ...]]:
        found: dict[str, list[model.Commitment]] = {}
        for commitment in self.corpus.commitments:
            for value in self.values[commitment.id][facet]:
                found.setdefault(value, []).append(commitment)
        last = (NONE, UNKNOWN)
        order = CLOSED.get(facet) or (*(each for each in found if each not in last), *last)
        return {value: tuple(found[value]) for value in order if value in found}


def facet_of(voice: Voice) -> Facet:
    """The facet of what a voice says of completion."""
    return next(facet for facet, each in VOICES.items() if each is voice)


def find_values(
    commitment: model.Commitment, updates: Sequence[model.Update], as_of: str
) -> Values:
    """The values of one commitment, given all that the ledger says of it."""
    ratings = {
        facet: latest_rating(item for item in updates if item.voice is voice)
        for facet, voice in VOICES.items()
    }
    found: dict[Facet, tuple[str, ...]] = {
        Facet.STREAM: (commitment.stream.value,),
        Facet.DEADLINE: (find_deadline(commitment, list(ratings.values()), as_of).value,),
        Facet.EVIDENCE: (Found.FOUND if ledger.has_evidence(updates) else Found.NOT_FOUND,),
    }
    for facet, (field, _) in ENTRIES.items():
        found[facet] = _entries(getattr(commitment, field))
    for facet, rating in ratings.items():
        found[facet] = (rating.value if rating else UNKNOWN,)
    return found


def find_deadline(
    commitment: model.Commitment, ratings: Sequence[Completion | None], as_of: str
) -> Deadline:
    """Where a commitment stands to its end date, read as widely as it can be."""
    if Completion.COMPLETE in ratings:
        return Deadline.COMPLETE
    end = commitment.end_date.value if commitment.end_date else None
    if end is None:
        return Deadline.NO_DATE
    if last_day(end).isoformat() >= as_of:
        return Deadline.AHEAD
    return Deadline.PASSED_RATED if any(ratings) else Deadline.PASSED_UNKNOWN


def _entries(fact: model.Fact[Any] | None) -> tuple[str, ...]:
    """The ids that a fact names, each once; an empty list is the source's word that none exists."""
    if fact is None or fact.value is None:
        return (UNKNOWN,)
    ids = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return tuple(dict.fromkeys(ids)) or (NONE,)
