"""The one style sheet of the site, put together from parts so that a page asks for one file."""

from collections.abc import Callable

from renaksi.publish.prune import prune

STYLE_SHEET = "assets/site/site.css"
FOLDER = "styles"
# Later parts win over earlier ones, and all of them over Material's.
PARTS = (
    *("base", "header", "page", "facts", "lists", "tables", "home", "charts", "entries", "footer"),
    "reading",
    "print",
)


def join_styles(material: str, read: Callable[[str], str]) -> str:
    """The style sheet: what we need of Material's, and then the site's own parts.

    `read` gives the text of a file of the theme.
    """
    ours = "\n".join(read(f"{FOLDER}/{part}.css") for part in PARTS)
    return f"{prune(material, ours)}\n{ours}"
