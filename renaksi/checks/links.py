"""Rules on the links in narratives."""

import posixpath
import re
from collections.abc import Iterator

from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus, Prose
from renaksi.problem import Message, Place, Severity

# [text](target "title") and [label]: target, the two forms of Markdown links.
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_ALLOWED = ("http:", "https:", "mailto:")


@rule(Severity.ERROR)
def check_link_leads_somewhere(corpus: Corpus) -> Iterator[Finding]:
    """A link in a narrative must lead to a file of the corpus or to a web or mail address.

    A file is named by its path from the file that the link stands in, so that the link works on
    GitHub as well as on the site.
    Bad: `[kick-off](../kickoff.md)`. Good: `[kick-off](../../meetings/2018-2020/2018-kick-off.md)`.
    """
    for (kind, id), by_language in corpus.prose.items():
        entry = corpus.entries[kind][id]
        for prose in by_language.values():
            for offset, target in _find_links(prose.text):
                message = _complaint(corpus, prose, target)
                if message is not None:
                    yield Finding(kind, entry, (), message, _place(prose, offset))


def _find_links(text: str) -> Iterator[tuple[int, str]]:
    """Where each link's target begins, and the target; code is not looked at."""
    plain = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    for match in _LINK.finditer(plain):
        group = 1 if match.group(1) else 2
        yield match.start(group), match.group(group)


def _complaint(corpus: Corpus, prose: Prose, target: str) -> Message | None:
    scheme = _SCHEME.match(target)
    if scheme:
        if scheme.group().lower() in _ALLOWED:
            return None
        return Message(
            id=f"Tautan hanya boleh ke alamat http, https, atau mailto: '{target}'.",
            en=f"A link may only lead to an http, https or mailto address: '{target}'.",
        )
    path = target.split("#", maxsplit=1)[0]
    if not path:
        return None
    folder = posixpath.dirname(prose.path)
    file = posixpath.normpath(posixpath.join(folder, path))
    if file in corpus.paths and not path.startswith("/"):
        return None
    known = [posixpath.relpath(each, folder) for each in sorted(corpus.paths)]
    return Message(
        id=f"Tautan menuju berkas yang tidak ada: '{target}'.",
        en=f"The link leads to a file that does not exist: '{target}'.",
    ).hint(path, known)


def _place(prose: Prose, offset: int) -> Place:
    before = prose.text[:offset]
    column = offset - before.rfind("\n")
    return Place(prose.path, prose.line + before.count("\n"), column)
