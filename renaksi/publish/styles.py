"""The one style sheet of the site, put together from parts so that a page asks for one file."""

import re
from collections.abc import Callable

from renaksi.publish.prune import prune

STYLE_SHEET = "assets/site/site.css"
FOLDER = "styles"
# Later parts win over earlier ones, and all of them over Material's.
PARTS = (
    *("base", "header", "page", "facts", "lists", "tables", "home", "charts", "entries", "footer"),
    *("browse", "reading", "search", "dictionary", "propose", "changes", "data"),
    "print",
)


def join_styles(material: str, read: Callable[[str], str]) -> str:
    """The style sheet: what we need of Material's, and then the site's own parts.

    `read` gives the text of a file of the theme.
    """
    ours = join_parts(read)
    return f"{prune(material, ours)}\n{ours}"


def join_parts(read: Callable[[str], str]) -> str:
    """The site's own parts alone."""
    return "\n".join(read(f"{FOLDER}/{part}.css") for part in PARTS)


def find_colours(read: Callable[[str], str]) -> dict[str, str]:
    """The site's colours by name, for what is drawn: `brand` -> `#0b4f5c`."""
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", read(f"{FOLDER}/base.css")))
