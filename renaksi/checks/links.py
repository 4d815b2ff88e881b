"""Rules on the links in narratives."""

import posixpath
import re
from collections.abc import Iterator

from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus, Prose
from renaksi.layout import PRIMARY_LANGUAGE, prose_language, translation_path
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
            for offset, target in find_links(prose.text):
                message = _complaint(corpus, prose, target)
                if message is not None:
                    yield Finding(kind, entry, (), message, _place(prose, offset))


@rule(Severity.ERROR)
def check_link_keeps_its_language(corpus: Corpus) -> Iterator[Finding]:
    """A link in a narrative must lead to the file in the narrative's own language, if there is one.

    Bad: `[stages](stages/index.md)` in an English narrative. Good: `[stages](stages/index.en.md)`.
    """
    for (kind, id), by_language in corpus.prose.items():
        entry = corpus.entries[kind][id]
        for language, prose in by_language.items():
            for offset, target in find_links(prose.text):
                better = _in_language(corpus, _file(prose, target), language)
                if better is None:
                    continue
                wanted = posixpath.relpath(better, posixpath.dirname(prose.path))
                message = Message(
                    id=f"Tautan harus menuju berkas bahasa yang sama, {wanted}: '{target}'.",
                    en=f"The link must lead to its own language's {wanted}: '{target}'.",
                )
                yield Finding(kind, entry, (), message, _place(prose, offset))


def _in_language(corpus: Corpus, file: str | None, language: str) -> str | None:
    """The file in `language` of a file in another one, where both are there."""
    if file not in corpus.paths or not file or not file.endswith(".md"):
        return None
    own = prose_language(file)
    if own == language:
        return None
    stem = file.removesuffix(".md" if own == PRIMARY_LANGUAGE else f".{own}.md")
    better = translation_path(f"{stem}.md", language)
    return better if better in corpus.paths else None


def without_code(text: str) -> str:
    """The text with spaces instead of code, so that places stay the same."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def find_links(text: str) -> Iterator[tuple[int, str]]:
    """Where each link's target begins, and the target; code is not looked at."""
    for match in _LINK.finditer(without_code(text)):
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
    file = _file(prose, target)
    if file is None or file in corpus.paths:
        return None
    path, folder = target.split("#", maxsplit=1)[0], posixpath.dirname(prose.path)
    known = [posixpath.relpath(each, folder) for each in sorted(corpus.paths)]
    return Message(
        id=f"Tautan menuju berkas yang tidak ada: '{target}'.",
        en=f"The link leads to a file that does not exist: '{target}'.",
    ).hint(path, known)


def _file(prose: Prose, target: str) -> str | None:
    """The path from the root that a relative target names; None for a place on the same page."""
    path = target.split("#", maxsplit=1)[0]
    if not path:
        return None
    joined = posixpath.join(posixpath.dirname(prose.path), path)
    return posixpath.normpath(joined)


def _place(prose: Prose, offset: int) -> Place:
    before = prose.text[:offset]
    column = offset - before.rfind("\n")
    return Place(prose.path, prose.line + before.count("\n"), column)
