"""The model in the terms of OGP and Popolo. The one schema: everything else is made from it."""

from renaksi.model.base import Entry, Fact, Localized, Record, TitledEntry
from renaksi.model.cocreation import (
    Attendance,
    Consultation,
    Meeting,
    Page,
    Speaker,
    Stage,
    Topic,
)
from renaksi.model.commitment import (
    Commitment,
    Evidence,
    IrmDesign,
    Lineage,
    Milestone,
    Update,
)
from renaksi.model.plan import ActionPlan, Document, IrmHeadline, PlanOverview, ThemeList
from renaksi.model.reference import (
    Concern,
    EditorialNote,
    GlossaryTerm,
    KnownException,
    Organization,
    Person,
    Quote,
    Redirect,
    Source,
    VocabularyTerm,
)

__all__ = [
    "ActionPlan",
    "Attendance",
    "Commitment",
    "Concern",
    "Consultation",
    "Document",
    "EditorialNote",
    "Entry",
    "Evidence",
    "Fact",
    "GlossaryTerm",
    "IrmDesign",
    "IrmHeadline",
    "KnownException",
    "Lineage",
    "Localized",
    "Meeting",
    "Milestone",
    "Organization",
    "Page",
    "Person",
    "PlanOverview",
    "Quote",
    "Record",
    "Redirect",
    "Source",
    "Speaker",
    "Stage",
    "ThemeList",
    "TitledEntry",
    "Topic",
    "Update",
    "VocabularyTerm",
]
