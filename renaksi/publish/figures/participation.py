"""How many people took part in each stage, as far as the sources tell."""

from dataclasses import dataclass

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.model import Fact


@dataclass(frozen=True)
class Occasion:
    """A meeting, a series of meetings or a consultation, with the people of it; None: not known.

    `total` of a series is the sum that its source gives; nothing is added up here, since one
    person may have come several times.
    """

    entry: model.Meeting | model.Consultation
    total: int | None
    men: int | None
    women: int | None
    meetings: int | None = None

    @property
    def untold(self) -> int:
        """How many of the total are neither among the men nor among the women."""
        return max(0, (self.total or 0) - (self.men or 0) - (self.women or 0))

    @property
    def width(self) -> int:
        """How many people a bar of the occasion has to hold."""
        return (self.men or 0) + (self.women or 0) + self.untold


def find_occasions(corpus: Corpus, stage: str) -> tuple[Occasion, ...]:
    """The meetings of a stage in the order of their dates, then its consultations."""
    meetings = [
        Occasion(
            meeting,
            _value(meeting.attendance.total),
            _value(meeting.attendance.men),
            _value(meeting.attendance.women),
            _value(meeting.meetings),
        )
        for meeting in corpus.meetings
        if meeting.stage == stage
    ]
    consultations = [
        Occasion(each, _value(each.responses), _value(each.men), _value(each.women))
        for each in corpus.plan.consultations
        if each.stage == stage
    ]
    return (*meetings, *consultations)


def _value(fact: Fact[int] | None) -> int | None:
    return fact.value if fact else None
