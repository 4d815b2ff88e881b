"""The action plan itself, and the line of plans it stands in."""

from typing import Annotated

from pydantic import Field, StringConstraints

from renaksi.dates import PartialDate
from renaksi.model.base import (
    Code,
    Count,
    Entry,
    Fact,
    LanguageCode,
    Line,
    Localized,
    OrganizationId,
    PagedEntry,
    PersonId,
    Record,
    SourceIds,
    Texts,
    Url,
)
from renaksi.model.cocreation import Consultation, Facts
from renaksi.vocabulary import Completion, DocumentKind, Stream

Period = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{4}$")]


class StreamPeriod(Record):
    """When one stream of the plan is carried out."""

    stream: Stream
    start_date: PartialDate
    end_date: PartialDate
    source: SourceIds
    note: Localized | None = None


class Document(Record):
    """A document of the plan and where a copy is; `url` is None where the link was lost."""

    kind: DocumentKind
    language: LanguageCode
    url: Url | None = None
    original: bool = False
    source: SourceIds
    note: Localized | None = None


class ThemeList(Record):
    """One source's count or list of the plan's themes; the sources disagree."""

    count: Count
    themes: Texts = ()
    complete: bool = True
    source: SourceIds
    note: Localized | None = None


class IrmHeadline(Record):
    """What the IRM's reports say of the plan as a whole."""

    design_researcher: Fact[Line] | None = None
    results_researcher: Fact[Line] | None = None
    multi_stakeholder_forum: Fact[bool] | None = None
    public_influence: Fact[Localized] | None = None
    acted_contrary_to_process: Fact[bool] | None = None
    relevant: Fact[Count] | None = None
    transformative: Fact[Count] | None = None
    potentially_starred: Fact[Count] | None = None
    substantial_or_complete: Fact[Count] | None = None
    recommendation: Fact[Localized] | None = None


class ActionPlan(PagedEntry):
    """An action plan in full (OGP: action plan)."""

    period: Fact[Period]
    ordinal: Fact[Count]
    publication_date: Fact[PartialDate] | None = None
    submitted: Fact[Count] | None = None
    ogp_plan_id: Fact[Code] | None = None
    implementation: tuple[StreamPeriod, ...] = ()
    coordinating_organization: Fact[OrganizationId] | None = None
    organizers: Fact[tuple[OrganizationId, ...]] | None = None
    civil_society_coordinator: Fact[PersonId] | None = None
    commitment_counts: Facts = ()
    mandate: Fact[Localized] | None = None
    areas: Fact[Texts] | None = None
    sectors: Fact[Texts] | None = None
    global_issues: Fact[Texts] | None = None
    theme_lists: tuple[ThemeList, ...] = ()
    irm: IrmHeadline = Field(default_factory=IrmHeadline)
    documents: tuple[Document, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    open_parliament: Facts = ()


class PlanOverview(Entry):
    """One plan in the line of plans over time."""

    period: Fact[Period]
    ordinal: Fact[Count]
    period_variants: tuple[Fact[Localized], ...] = ()
    commitments: Fact[Count] | None = None
    commitments_variants: Facts = ()
    submitted: Fact[Count] | None = None
    launched: Fact[PartialDate] | None = None
    launch_variants: Facts = ()
    irm_completion: Fact[dict[Completion, Count]] | None = None
    irm_remarks: Facts = ()
    status: Fact[Localized] | None = None
    report_url: Fact[Url] | None = None
    document_url: Fact[Url] | None = None
