"""How the plan was made: stages, meetings and consultations."""

from pydantic import Field

from renaksi.dates import PartialDate
from renaksi.model.base import (
    CommitmentId,
    Count,
    Entry,
    Fact,
    Line,
    Localized,
    Ordinal,
    OrganizationId,
    PagedEntry,
    Percent,
    PersonId,
    PlanId,
    Record,
    SourceIds,
    StageId,
    Texts,
    TitledEntry,
)
from renaksi.vocabulary import Section, SpeakerFunction

Facts = tuple[Fact[Localized], ...]


class Stage(PagedEntry):
    """One of the numbered stages of co-creation. The numbers are not the order in time."""

    plan: PlanId
    number: Ordinal
    title_in_list: Fact[Line] | None = None
    title_in_section: Fact[Line] | None = None
    start_date: Fact[PartialDate] | None = None
    end_date: Fact[PartialDate] | None = None
    purpose: Fact[Localized] | None = None
    outcomes: Facts = ()
    draft_commitments: Fact[Count] | None = None
    draft_themes: Fact[Count] | None = None
    related_facts: Facts = ()


class Attendance(Record):
    """People present. `total` of a series is the sum the source gives, however it was counted."""

    total: Fact[Count] | None = None
    men: Fact[Count] | None = None
    women: Fact[Count] | None = None
    groups: Fact[Texts] | None = None


class Speaker(Record):
    """A person, in which role and function they took part."""

    person: PersonId
    role: Localized
    function: SpeakerFunction
    source: SourceIds
    note: Localized | None = None


class Meeting(PagedEntry):
    """A meeting, or a series of meetings that the sources report as one (`meetings` > 1)."""

    plan: PlanId
    stage: StageId
    start_date: Fact[PartialDate] | None = None
    end_date: Fact[PartialDate] | None = None
    meetings: Fact[Count] | None = None
    venue: Fact[Localized] | None = None
    organizers: Fact[tuple[OrganizationId, ...]] | None = None
    attendance: Attendance = Field(default_factory=Attendance)
    attended_by: Fact[tuple[OrganizationId, ...]] | None = None
    speakers: tuple[Speaker, ...] = ()
    purpose: Fact[Localized] | None = None
    outcomes: Facts = ()
    commitments: tuple[CommitmentId, ...] = ()
    related_facts: Facts = ()


class Topic(Record):
    """What respondents named, its share in percent, and the commitment it became."""

    title: Localized
    quote: Line
    percent: Percent
    commitment: CommitmentId | None = None


class Rating(Record):
    """A score that most respondents gave, on a scale from 0 or 1 to `scale`."""

    value: Count
    scale: Count
    criteria: Texts


class Consultation(TitledEntry):
    """A public consultation and its figures."""

    stage: StageId
    channel: Fact[Localized] | None = None
    start_date: Fact[PartialDate] | None = None
    end_date: Fact[PartialDate] | None = None
    responses: Fact[Count] | None = None
    men: Fact[Count] | None = None
    women: Fact[Count] | None = None
    topics: Fact[tuple[Topic, ...]] | None = None
    rating: Fact[Rating] | None = None
    conclusion: Fact[Localized] | None = None
    related_facts: Facts = ()


class Page(Entry):
    """A page of the site that is mostly prose: its title and one-sentence description."""

    id: Section
    title: Localized
    description: Localized
