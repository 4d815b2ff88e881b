"""Places on a page that a link of a narrative can lead to: headings, and entries listed there."""

import re
from collections.abc import Iterator
from functools import partial
from typing import cast

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from renaksi.corpus import Corpus
from renaksi.dialect import EXTENSIONS, restrain
from renaksi.layout import ANCHORED, PRIMARY_LANGUAGE
from renaksi.model import Commitment, Redirect
from renaksi.vocabulary import Kind

# Most narratives have no line that could make a heading; they need not be converted to see that.
_MAY_BE_HEADING = re.compile(r"^(?:[^\w\n]|\d)*#|[=-]\s*$", re.MULTILINE)


def slugify_heading(text: str, separator: str, *, taken: frozenset[str]) -> str:
    """The anchor of a heading; never one of an entry, nor of the templates (which begin with _)."""
    slug = slugify_unicode(text, separator).lstrip("_") or "bagian"
    return f"{slug}{separator}" if slug in taken else slug


def find_headings(text: str, taken: frozenset[str] = frozenset()) -> list[str]:
    """The anchors of a narrative's headings as its page will have them, in order."""
    if not _MAY_BE_HEADING.search(text):
        return []
    slugs = partial(slugify_heading, taken=taken)
    markdown = Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"slugify": slugs}})
    restrain(markdown)
    markdown.convert(text)
    return list(_ids(markdown.toc_tokens))  # type: ignore[attr-defined]


def _ids(tokens: list[dict[str, object]]) -> list[str]:
    found = []
    for token in tokens:
        found += [str(token["id"]), *_ids(token["children"])]  # type: ignore[arg-type]
    return found


def find_entries(corpus: Corpus, kind: Kind, id: str) -> frozenset[str]:
    """The ids of entries that stand as anchors on the page of an entry."""
    listed = {page: listed for listed, page in ANCHORED.items()}
    if kind is Kind.PAGE and id in listed:
        ids = [entry.id for entry in corpus.of(listed[id])]
        return frozenset([*ids, *_former(corpus, listed[id], ids)])
    if kind is not Kind.COMMITMENT:
        return frozenset()
    commitment = cast("Commitment | None", corpus.get(kind, id))
    steps = commitment.milestones if commitment else ()
    updates = [item.id for item in corpus.updates_of(id)]
    milestones = [each for item in steps for each in (item.id, *item.former_ids)]
    return frozenset([*milestones, *updates, *_former(corpus, Kind.UPDATE, updates)])


def _former(corpus: Corpus, kind: Kind, ids: list[str]) -> Iterator[str]:
    """The ids that some entries of a kind had before."""
    for redirect in cast("Iterator[Redirect]", corpus.of(Kind.REDIRECT)):
        if redirect.kind is kind and redirect.to in ids:
            yield redirect.id


def find_anchors(corpus: Corpus, kind: Kind, id: str, language: str) -> list[str]:
    """Every place on the page of an entry in one language, in reading order."""
    by_language = corpus.prose.get((kind, id), {})
    prose = by_language.get(language)
    if prose is None or not prose.text.strip():
        prose = by_language.get(PRIMARY_LANGUAGE)
    entries = find_entries(corpus, kind, id)
    return [*(find_headings(prose.text, entries) if prose else ()), *sorted(entries)]
