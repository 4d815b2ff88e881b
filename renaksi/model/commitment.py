"""Commitments, their milestones, and the ledger of what became of them."""

from typing import Annotated

from pydantic import Field, StringConstraints

from renaksi.dates import PartialDate
from renaksi.model.base import (
    Code,
    CommitmentId,
    Entry,
    Fact,
    Id,
    LanguageCode,
    Line,
    Localized,
    OgpValueId,
    Ordinal,
    OrganizationId,
    PagedEntry,
    PlanId,
    PlanOverviewId,
    PolicyAreaId,
    Record,
    SdgId,
    SourceIds,
    Texts,
    ThemeId,
    Url,
)
from renaksi.vocabulary import (
    Ambition,
    Completion,
    EarlyResults,
    PotentialImpact,
    Relation,
    Stream,
    Voice,
)

Organizations = tuple[OrganizationId, ...]


class Milestone(Entry):
    """A step towards a commitment; its id is unique within the commitment.

    `former_ids` are ids that it had before: places on the page that links may still name.
    """

    former_ids: tuple[Id, ...] = ()
    title: Localized
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    actual_end_date: PartialDate | None = None
    indicator: Localized | None = None
    baseline: Localized | None = None
    target: Localized | None = None
    source: SourceIds


class Lineage(Record):
    """A tie to a commitment of another plan."""

    plan: PlanOverviewId
    ogp_id: Code | None = None
    relation: Relation
    text: Localized
    source: SourceIds


class IrmDesign(Record):
    """What the IRM's design report says of a commitment."""

    verifiable: Fact[bool] | None = None
    relevant: Fact[bool] | None = None
    ambition: Fact[Ambition] | None = None
    potential_impact: Fact[PotentialImpact] | None = None


class Commitment(PagedEntry):
    """One promised reform of an action plan (OGP: commitment). None means: no source found.

    A language that `narrative_source` does not name has a narrative in our own words.
    """

    plan: PlanId
    number: Ordinal
    stream: Stream
    ogp_title: Fact[Line] | None = None
    ogp_id: Fact[Code] | None = None
    ogp_url: Fact[Url] | None = None
    theme: Fact[ThemeId] | None = None
    policy_areas: Fact[tuple[PolicyAreaId, ...]] | None = None
    lead_organizations: Fact[Organizations] | None = None
    responsible_units: Fact[Texts] | None = None
    supporting_organizations: Fact[Organizations] | None = None
    civil_society_organizations: Fact[Organizations] | None = None
    objective: Fact[Localized] | None = None
    problem: Fact[Localized] | None = None
    baseline: tuple[Fact[Localized], ...] = ()
    expected_result: Fact[Localized] | None = None
    planned_actions: Fact[Texts] | None = None
    milestones: tuple[Milestone, ...] = ()
    start_date: Fact[PartialDate] | None = None
    end_date: Fact[PartialDate] | None = None
    legal_basis: Fact[Texts] | None = None
    ogp_values: Fact[tuple[OgpValueId, ...]] | None = None
    sdgs: Fact[tuple[SdgId, ...]] | None = None
    irm_design: IrmDesign = Field(default_factory=IrmDesign)
    derives_from: tuple[Lineage, ...] = ()
    continued_by: tuple[Lineage, ...] = ()
    related_facts: tuple[Fact[Localized], ...] = ()
    narrative_source: dict[LanguageCode, SourceIds] = Field(default_factory=dict)

    @property
    def verifiable_parts(self) -> dict[str, bool]:
        """What OGP asks of a commitment that can be verified, and whether it is given.

        All but the owner may stand at a milestone. OGP's IRM calls a commitment verifiable when
        its wording holds measurable activities; these five are where it can be measured.
        """
        steps = self.milestones
        baseline = any(fact.value is not None for fact in self.baseline)
        end, owner = self.end_date, self.lead_organizations
        return {
            "indicator": any(step.indicator for step in steps),
            "baseline": baseline or any(step.baseline for step in steps),
            "target": any(step.target for step in steps),
            "deadline": bool(end and end.value) or any(step.end_date for step in steps),
            "owner": bool(owner and owner.value),
        }


ReportingPeriod = Annotated[
    str, StringConstraints(pattern=r"^(design|mid-term|end-of-term|\d{4}(-S[12])?)$")
]

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Evidence(Record):
    """A public trace of what was done; kept at an archive so that it survives."""

    url: Url
    title: Localized | None = None
    archived_url: Url | None = None
    retrieved: PartialDate | None = None
    sha256: Sha256 | None = None


class Update(Entry):
    """One report of progress or assessment, by one voice. Never edited once published.

    `reporting_period` is `design`, `mid-term`, `end-of-term`, a year, or a half-year `2020-S1`.
    """

    commitment: CommitmentId
    milestone: Id | None = None
    voice: Voice
    reporting_period: ReportingPeriod
    date: PartialDate | None = None
    completion: Completion | None = None
    early_results: EarlyResults | None = None
    progress: Localized | None = None
    obstacles: Localized | None = None
    evidence: tuple[Evidence, ...] = ()
    author: OrganizationId | None = None
    note: Localized | None = None
    source: SourceIds
