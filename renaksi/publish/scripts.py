"""The one script of the site, put together from parts so that a page asks for one file."""

from collections.abc import Callable

SCRIPT = "assets/site/site.js"
FOLDER = "scripts"
# `base` comes first: it sets the colours before the page is drawn.
PARTS = ("base", "reading", "offline", "search", "browse")


def join_scripts(read: Callable[[str], str]) -> str:
    """The script; `read` gives the text of a file of the theme."""
    return "\n".join(read(f"{FOLDER}/{part}.js") for part in PARTS)
