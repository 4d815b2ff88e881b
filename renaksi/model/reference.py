"""What commitments and meetings refer to: organizations, people, sources, terms, notes."""

from pydantic import Field

from renaksi.dates import PartialDate
from renaksi.model.base import (
    Count,
    Entry,
    Fact,
    Id,
    LanguageCode,
    Line,
    Localized,
    Ordinal,
    OrganizationId,
    PagedEntry,
    Record,
    SourceId,
    SourceIds,
    TitledEntry,
    Url,
)
from renaksi.vocabulary import AuditMethod, Certainty, Kind, NoteGroup, OrganizationKind


class Organization(PagedEntry):
    """An agency, the parliament or a civil-society organisation (Popolo: organization).

    `title` is the name; `also_written` are spellings found in the sources.
    """

    kind: OrganizationKind
    abbreviation: Line | None = None
    parent: OrganizationId | None = None
    also_written: tuple[Line, ...] = ()
    website: Fact[Url] | None = None
    source: SourceIds
    note: Localized | None = None


class Person(Entry):
    """A person named in the sources in a public role (Popolo: person)."""

    name: Line
    roles: tuple[Fact[Localized], ...]
    organization: OrganizationId | None = None
    note: Localized | None = None


class Source(Entry):
    """A document or page that facts were read from. `short_title` is used in marks.

    `archived_url` is a copy at an archive, so that what was read can be read again.
    """

    title: Line
    short_title: Localized
    publisher: Line
    url: Url | None = None
    archived_url: Url | None = None
    document_date: PartialDate | None = None
    language: LanguageCode
    note: Localized | None = None


class GlossaryTerm(Entry):
    """A word or abbreviation, its long form and what it means in both languages.

    `abbreviations` are the written forms that pages explain where they occur; `preferred` names
    the form that texts of a language use, where the languages differ.
    """

    term: Line
    expansion: Localized
    explanation: Localized | None = None
    abbreviations: tuple[Line, ...] = ()
    preferred: dict[LanguageCode, Line] = Field(default_factory=dict)
    source: SourceIds
    note: Localized | None = None


class Quote(Record):
    """A short exact quotation and where it stands."""

    text: Line
    language: LanguageCode
    source: SourceId


class Concern(Record):
    """What a note is about: an entry, and the field of it that the note stands beside."""

    kind: Kind
    id: Id
    field: Line | None = None


class EditorialNote(TitledEntry):
    """A contradiction in or between sources. The source's wording is kept and never mended."""

    number: Ordinal
    group: NoteGroup
    certainty: Certainty
    quotes: tuple[Quote, ...] = ()
    why: Localized
    others: Localized | None = None
    sources: tuple[SourceId, ...] = ()
    concerns: tuple[Concern, ...] = ()


class KnownException(Entry):
    """A problem of one rule that is justified and not reported, with the reason for readers.

    The `field` of the concern is a path of keys as messages print it; all below it is meant.
    """

    rule: Line
    concern: Concern
    reason: Localized


class Redirect(Entry):
    """Where readers of a former address are led: `id` is the former id of the entry `to`."""

    kind: Kind
    to: Id


class Audit(Entry):
    """The last run of one method over the built site, written by `make accessibility`.

    `checks` are single looks: a page in one language, colour scheme and width, or one test.
    """

    method: AuditMethod
    date: PartialDate
    tool: Line
    version: Line
    pages: Count
    checks: Count
    findings: Count


class VocabularyTerm(Entry):
    """A word of an open list: policy area, OGP value, SDG or theme.

    `label_source` names the languages whose wording is a source's; others are our translation.
    """

    label: Localized
    label_source: dict[LanguageCode, SourceIds] = Field(default_factory=dict)
