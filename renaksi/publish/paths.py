"""Published paths, all of them. They are permanent: a change here breaks links out there."""

from renaksi.layout import ANCHORED, PRIMARY_LANGUAGE
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind, Section

# Where the JSON Schemas are published, one file for each kind of file.
SCHEMAS = "schema"
SECTIONS = tuple(section.value for section in Section)


def section_url(words: Words, section: str, *parts: str) -> str:
    """`en/commitments/2018-2020/06-x/`, relative to the site's root; home is `` or `en/`."""
    root = [] if words.language == PRIMARY_LANGUAGE else [words.language]
    slug = [] if section == "home" else [words.t(f"path.{section}")]
    return "".join(f"{part}/" for part in (*root, *slug, *parts))


def anchor_url(words: Words, kind: Kind, id: str) -> str:
    """The place on a list page where an entry without a page of its own stands."""
    return f"{section_url(words, ANCHORED[kind])}#{id}"
