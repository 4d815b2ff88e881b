"""The fixed navigation: what stands in the header and what in the footer."""

from dataclasses import dataclass

from renaksi.publish.paths import section_url
from renaksi.publish.words import Words

HEADER = ("commitments", "stages", "meetings", "partners", "plans", "about")
FOOTER = (
    ("plan", ("commitments", "matrix", "plans", "documents")),
    ("process", ("stages", "meetings", "consultation")),
    ("actors", ("partners", "organizations", "people")),
    ("reference", ("glossary", "sources", "notes", "quality", "changes", "data", "dictionary")),
    ("site", ("everything", "search", "follow", "propose", "about", "accessibility")),
)


@dataclass(frozen=True)
class MenuItem:
    """A link of the menu; `current` marks the section the page belongs to."""

    name: str
    text: str
    url: str
    current: bool


@dataclass(frozen=True)
class Menu:
    """Header links, and footer links in titled columns."""

    header: tuple[MenuItem, ...]
    footer: tuple[tuple[str, tuple[MenuItem, ...]], ...]


def build_menu(words: Words, section: str) -> Menu:
    """The menu of one language as a page of `section` shows it."""

    def item(name: str) -> MenuItem:
        return MenuItem(name, words.t(f"nav.{name}"), section_url(words, name), name == section)

    columns = tuple((words.t(f"footer.{key}"), tuple(map(item, names))) for key, names in FOOTER)
    return Menu(tuple(map(item, HEADER)), columns)
