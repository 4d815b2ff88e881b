"""Published paths, all of them. They are permanent: a change here breaks links out there."""

from renaksi.layout import ANCHORED, PRIMARY_LANGUAGE, SECTION_OF
from renaksi.publish.facets import CLOSED, NONE, UNKNOWN, Facet
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind, Section

# Where the JSON Schemas are published, one file for each kind of file.
SCHEMAS = "schema"
# What the list of commitments is filtered by in a browser, one file for each language. It is a
# part of the JSON API (renaksi/export/api).
API = "api/v1"
BROWSE = "browse"
# The forms on which readers propose something, in the order in which they are offered. What they
# ask is told by `renaksi/forms/spec.py`.
FORMS = ("correction", "update", "evidence", "meeting", "input")
FEEDS, CALENDAR = "feeds", "calendar"
SECTIONS = tuple(section.value for section in Section)


def section_url(words: Words, section: str, *parts: str) -> str:
    """`en/commitments/2018-2020/06-x/`, relative to the site's root; home is `` or `en/`."""
    root = [] if words.language == PRIMARY_LANGUAGE else [words.language]
    slug = [] if section == "home" else [words.t(f"path.{section}")]
    return "".join(f"{part}/" for part in (*root, *slug, *parts))


def anchor_url(words: Words, kind: Kind, id: str) -> str:
    """The place on a list page where an entry without a page of its own stands."""
    return f"{section_url(words, ANCHORED[kind])}#{id}"


def page_url(words: Words, section: str, *parts: str, number: int = 1) -> str:
    """One of the numbered pages of a long list; the first is the list's own address."""
    more = () if number == 1 else (words.t("path.page"), str(number))
    return section_url(words, section, *parts, *more)


def facet_parts(words: Words, facet: Facet, value: str | None = None) -> tuple[str, ...]:
    """Where a facet of commitments, or one value of it, stands below their list."""
    name = words.t(f"path.facet.{facet.value}")
    return (name,) if value is None else (name, value_slug(words, facet, value))


def value_slug(words: Words, facet: Facet, value: str) -> str:
    """A value in an address: the id of an entry, or the word for a value of a closed list."""
    if facet in CLOSED or value in (NONE, UNKNOWN):
        return words.t(f"path.value.{value}")
    return value


def facet_url(words: Words, facet: Facet, value: str | None = None, number: int = 1) -> str:
    """The page of a facet, or of one value of it."""
    return page_url(words, "commitments", *facet_parts(words, facet, value), number=number)


def filtered_url(words: Words, facet: Facet, value: str) -> str:
    """The list of commitments, filtered by a script for one value."""
    name, slug = facet_parts(words, facet, value)
    return f"{section_url(words, 'commitments')}?{name}={slug}"


def feed_url(language: str, *parts: str) -> str:
    """The Atom feed of all changes, or of what some are about."""
    return f"{FEEDS}/{language}/{'/'.join(parts)}.atom"


def calendar_url(language: str) -> str:
    """The calendar in one language."""
    return f"{CALENDAR}/{language}.ics"


def versions_url(kind: Kind, id: str) -> str:
    """The document of the API that holds an entry as it stood on any day."""
    return f"{API}/{SECTION_OF[kind]}/{id}/versions.json"


def form_url(words: Words, form: str) -> str:
    """The page of a form."""
    return section_url(words, "propose", words.t(f"path.form.{form}"))


def data_url(language: str) -> str:
    """The file of all commitments that the list loads once a reader filters it."""
    return f"{API}/{BROWSE}/{language}.json"
