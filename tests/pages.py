"""The pages that the browser tests visit: every kind of page, in both languages."""

from tests.screenshots import KINDS

LANGUAGES = ("id", "en")
ERROR = "404"


def _addresses() -> dict[tuple[str, str], str]:
    found = {
        (kind, language): path
        for kind, paths in KINDS.items()
        for language, path in zip(LANGUAGES, paths, strict=True)
    }
    # The file itself, so that an answer of 404 does not count as a failed request.
    return found | {(ERROR, "id"): "404.html", (ERROR, "en"): "en/404.html"}


ADDRESSES = _addresses()
ALL = tuple(ADDRESSES)
"""(kind, language) of every page to visit."""
TRANSLATED = tuple(kind for kind in KINDS if kind != ERROR)
OPEN_EVERYTHING = "() => document.querySelectorAll('details').forEach(one => { one.open = true; })"
