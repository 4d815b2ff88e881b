"""The one script of the site, put together from parts so that a page asks for one file, and that of
the forms, which their pages alone ask for."""

from collections.abc import Callable

SCRIPT = "assets/site/site.js"
FOLDER = "scripts"
# `base` comes first: it sets the colours before the page is drawn.
# Of the forms. No module, since a page that was saved could not load one.
FORM_SCRIPT = "assets/site/propose.js"
FORM_PARTS = ("yaml", "answers", "files", "page")
PARTS = ("base", "reading", "offline", "search", "browse")


def join_scripts(read: Callable[[str], str]) -> str:
    """The script; `read` gives the text of a file of the theme."""
    return "\n".join(read(f"{FOLDER}/{part}.js") for part in PARTS)


def join_form_scripts(read: Callable[[str], str]) -> str:
    """The script of the forms."""
    return "\n".join(read(f"{FOLDER}/propose/{part}.js") for part in FORM_PARTS)
