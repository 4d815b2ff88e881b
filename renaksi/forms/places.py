"""Which entries an address of the site shows, found by the addresses that it publishes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import unquote, urlsplit

from renaksi.corpus import Corpus
from renaksi.layout import ANCHORED, SECTION_OF
from renaksi.model import Commitment, Redirect
from renaksi.pieces import Loc
from renaksi.publish.desk import Desk
from renaksi.publish.paths import SECTIONS, section_url
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

# Pages that list entries, or a part of the plan, which stand in files of data.
_LISTS = {section: kind for kind, section in ANCHORED.items()} | {
    "organizations": Kind.ORGANIZATION,
    "partners": Kind.ORGANIZATION,
}
_PARTS_OF_PLAN = {"consultation": "consultations", "documents": "documents"}


@dataclass(frozen=True)
class Part:
    """An entry that a page shows, or what of it stands at a path of keys."""

    kind: Kind
    id: str
    loc: Loc = ()


def find_parts(
    address: str, home: str, corpus: Corpus, words: Mapping[str, Words]
) -> tuple[Part, ...]:
    """What the page at an address shows, or the place on it; nothing where it is no such page.

    The host is not looked at: a copy of the site shows the same entries. `home` is the site's own
    address.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ()
    path = unquote(parts.path).removesuffix("index.html").strip("/")
    known = {url.partition("#")[0].strip("/"): part for url, part in _published(corpus, words)}
    known[urlsplit(home).path.strip("/")] = known[""]
    found = _shortened(path, known)
    if found is None:
        return ()
    return tuple(_narrow(corpus, found, unquote(parts.fragment)))


def _shortened(path: str, known: Mapping[str, Part]) -> Part | None:
    """The page at a path, below whatever folder a copy of the site lies in."""
    if path in known:
        return known[path]
    steps = path.split("/")
    ends = ("/".join(steps[start:]) for start in range(1, len(steps)))
    return next((known[end] for end in ends if end in known), None)


def _published(corpus: Corpus, words: Mapping[str, Words]) -> Iterator[tuple[str, Part]]:
    """Every address with the entry that it is of, former ones too."""
    redirects = list(cast("Iterator[Redirect]", corpus.of(Kind.REDIRECT)))
    for each in words.values():
        desk = Desk(corpus, each, "")
        for section in SECTIONS:
            yield section_url(each, section), Part(Kind.PAGE, section)
        for kind in SECTION_OF:
            for entry in corpus.of(kind):
                yield desk.url(kind, entry), Part(kind, entry.id)
        for moved in redirects:
            entry_now = corpus.get(moved.kind, moved.to)
            if moved.kind in SECTION_OF and entry_now is not None:
                former = entry_now.model_copy(update={"id": moved.id})
                yield desk.url(moved.kind, former), Part(moved.kind, moved.to)


def _narrow(corpus: Corpus, page: Part, place: str) -> Iterator[Part]:
    """What stands at a place on a page; all of the page where the place is none of an entry."""
    if page.kind is Kind.COMMITMENT:
        yield from _of_commitment(corpus, page, place)
    elif page.kind is Kind.PAGE:
        yield from _of_section(corpus, page, place)
    else:
        yield page


def _of_commitment(corpus: Corpus, page: Part, place: str) -> Iterator[Part]:
    commitment = corpus.get(Kind.COMMITMENT, page.id)
    assert isinstance(commitment, Commitment)
    for index, step in enumerate(commitment.milestones):
        if place and place in (step.id, *step.former_ids):
            yield Part(page.kind, page.id, ("milestones", index))
            return
    updates = [Part(Kind.UPDATE, each.id) for each in corpus.updates_of(page.id)]
    named = [each for each in updates if each.id == place]
    yield from named or [page, *updates]


def _of_section(corpus: Corpus, page: Part, place: str) -> Iterator[Part]:
    kind = _LISTS.get(page.id)
    if kind is not None and corpus.get(kind, place) is not None:
        yield Part(kind, place)
        return
    if corpus.get(Kind.PAGE, page.id) is not None:
        yield page
    if kind is not None:
        yield from (Part(kind, entry.id) for entry in corpus.of(kind))
    if page.id in _PARTS_OF_PLAN:
        yield Part(Kind.PLAN, corpus.plan.id, (_PARTS_OF_PLAN[page.id],))
