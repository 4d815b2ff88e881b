"""Closed lists that the model is built from.

A list is closed where a standard or the plan itself closes it. What readers see of each
value is a word of the string tables (`theme/strings/`), under `<list>.<value>`.
"""

from enum import StrEnum


class Stream(StrEnum):
    """The two halves of the plan: government (commitments 1-14) and parliament (15-19)."""

    OPEN_GOVERNMENT = "open-government"
    OPEN_PARLIAMENT = "open-parliament"


class Voice(StrEnum):
    """Who speaks in the ledger. Voices are shown side by side and never merged."""

    GOVERNMENT = "government"
    CIVIL_SOCIETY = "civil-society"
    IRM = "irm"
    EVIDENCE = "evidence"


class Completion(StrEnum):
    """OGP's completion scale (opengovpartnership.org/glossary/completion)."""

    NO_EVIDENCE = "no-evidence-available"
    NOT_STARTED = "not-started"
    LIMITED = "limited"
    SUBSTANTIAL = "substantial"
    COMPLETE = "complete"


class EarlyResults(StrEnum):
    """IRM "Did it open government?" (plans before 2020); `no-data` is the IRM's own entry."""

    WORSENED = "worsened"
    DID_NOT_CHANGE = "did-not-change"
    MARGINAL = "marginal"
    MAJOR = "major"
    OUTSTANDING = "outstanding"
    NO_DATA = "no-data"


class PotentialImpact(StrEnum):
    """IRM potential impact (plans before 2020)."""

    NONE = "none"
    MINOR = "minor"
    MODERATE = "moderate"
    TRANSFORMATIVE = "transformative"


class Ambition(StrEnum):
    """OGP commitment pages' field "Ambition"."""

    LOW = "low"
    HIGH = "high"


class OrganizationKind(StrEnum):
    """Popolo `classification`, as this plan needs it; `unknown` where no source says it."""

    GOVERNMENT = "government"
    INDEPENDENT_AGENCY = "independent-agency"
    PARLIAMENT = "parliament"
    CIVIL_SOCIETY = "civil-society"
    UNKNOWN = "unknown"


class SpeakerFunction(StrEnum):
    """What a person did at a meeting."""

    SPEAKER = "speaker"
    OPENING = "opening"
    CHAIR = "chair"


class Relation(StrEnum):
    """How a commitment relates to one of another plan."""

    CONTINUES = "continues"
    THEMATIC = "thematic"


class DocumentKind(StrEnum):
    """Kinds of documents of a plan."""

    PLAN = "plan"
    PARLIAMENT_PLAN = "parliament-plan"
    IMPLEMENTATION_REPORT = "implementation-report"
    IRM_DESIGN = "irm-design-report"
    IRM_PROGRESS = "irm-progress-report"
    IRM_RESULTS = "irm-results-report"


class Certainty(StrEnum):
    """How sure an editorial note is."""

    CONTRADICTION = "contradiction"
    PROBABLE_ERROR = "probable-error"
    UNCLEAR = "unclear"
    CHECKED = "checked"


class NoteGroup(StrEnum):
    """What an editorial note is about."""

    FIGURES = "figures"
    STAGES = "stages"
    PEOPLE = "people"
    LANGUAGE = "language"
    OTHER_SOURCES = "other-sources"


class AuditMethod(StrEnum):
    """How the site was looked at; each is run by `make accessibility`."""

    AXE = "axe"
    KEYBOARD = "keyboard"
    REFLOW = "reflow"
    HTML = "html"


class Section(StrEnum):
    """The pages of the site that are there for themselves, and the ids of their entries."""

    HOME = "home"
    COMMITMENTS = "commitments"
    MATRIX = "matrix"
    STAGES = "stages"
    MEETINGS = "meetings"
    PARTNERS = "partners"
    CONSULTATION = "consultation"
    PLANS = "plans"
    ORGANIZATIONS = "organizations"
    PEOPLE = "people"
    DOCUMENTS = "documents"
    NOTES = "notes"
    SOURCES = "sources"
    GLOSSARY = "glossary"
    QUALITY = "quality"
    CHANGES = "changes"
    DATA = "data"
    FOLLOW = "follow"
    DICTIONARY = "dictionary"
    ACCESSIBILITY = "accessibility"
    ABOUT = "about"
    PROPOSE = "propose"
    EVERYTHING = "everything"
    SEARCH = "search"


class Kind(StrEnum):
    """Kinds of entries of the corpus; also the first half of a reference `kind:id`."""

    PLAN = "plan"
    PLAN_OVERVIEW = "plan-overview"
    COMMITMENT = "commitment"
    STAGE = "stage"
    MEETING = "meeting"
    UPDATE = "update"
    ORGANIZATION = "organization"
    PERSON = "person"
    SOURCE = "source"
    TERM = "term"
    NOTE = "note"
    POLICY_AREA = "policy-area"
    OGP_VALUE = "ogp-value"
    SDG = "sdg"
    THEME = "theme"
    PAGE = "page"
    EXCEPTION = "exception"
    REDIRECT = "redirect"
    AUDIT = "audit"


# What messages call each kind, in Indonesian and in English.
KIND_NAMES: dict[Kind, tuple[str, str]] = {
    Kind.PLAN: ("rencana aksi", "action plan"),
    Kind.PLAN_OVERVIEW: ("rencana aksi di data/plans.yaml", "plan in data/plans.yaml"),
    Kind.COMMITMENT: ("komitmen", "commitment"),
    Kind.STAGE: ("tahap", "stage"),
    Kind.MEETING: ("pertemuan", "meeting"),
    Kind.UPDATE: ("catatan kemajuan", "update"),
    Kind.ORGANIZATION: ("organisasi", "organisation"),
    Kind.PERSON: ("orang", "person"),
    Kind.SOURCE: ("sumber", "source"),
    Kind.TERM: ("istilah", "glossary term"),
    Kind.NOTE: ("catatan redaksi", "editorial note"),
    Kind.POLICY_AREA: ("bidang kebijakan", "policy area"),
    Kind.OGP_VALUE: ("nilai OGP", "OGP value"),
    Kind.SDG: ("tujuan SDG", "SDG"),
    Kind.THEME: ("tema", "theme"),
    Kind.PAGE: ("halaman", "page"),
    Kind.EXCEPTION: ("pengecualian", "known exception"),
    Kind.REDIRECT: ("pengalihan", "redirect"),
    Kind.AUDIT: ("pemeriksaan situs", "audit of the site"),
}
