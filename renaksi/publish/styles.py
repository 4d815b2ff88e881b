"""The one style sheet of the site, put together from parts so that a page asks for one file."""

from collections.abc import Callable

STYLE_SHEET = "assets/site/site.css"
FOLDER = "styles"
# Later parts win over earlier ones.
PARTS = ("base", "header", "page", "facts", "lists", "home", "charts", "entries", "footer", "print")


def join_styles(read: Callable[[str], str]) -> str:
    """The style sheet; `read` gives the text of a file of the theme."""
    return "\n".join(read(f"{FOLDER}/{part}.css") for part in PARTS)
