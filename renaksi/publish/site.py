"""Every page of the site in every language: address, template, source file, prepared values."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from renaksi import model
from renaksi.corpus import Corpus, Prose
from renaksi.events import History
from renaksi.layout import LANGUAGES, PRIMARY_LANGUAGE
from renaksi.narrative import find_entries
from renaksi.problem import Problem
from renaksi.publish.browse import find_pages
from renaksi.publish.desk import Desk
from renaksi.publish.downloads import Download
from renaksi.publish.edition import Edition
from renaksi.publish.edits import find_entry_edits, find_section_edits
from renaksi.publish.glossary import Glossary, build_glossary
from renaksi.publish.page import SitePage
from renaksi.publish.paths import SECTIONS, section_url
from renaksi.publish.redirects import MovedPage, build_moved_pages
from renaksi.publish.values import Value
from renaksi.publish.views import (
    accessibility,
    browse,
    changes,
    cocreation,
    commitments,
    data,
    dictionary,
    everything,
    follow,
    home,
    matrix,
    organizations,
    plans,
    propose,
    quality,
    reference,
)
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

_SECTION_VIEWS: dict[str, Callable[[Desk], dict[str, Any]]] = {
    "home": home.view,
    "commitments": browse.list_view,
    "matrix": matrix.view,
    "stages": cocreation.stages_view,
    "meetings": cocreation.meetings_view,
    "partners": organizations.partners_view,
    "consultation": cocreation.consultation_view,
    "plans": plans.list_view,
    "organizations": organizations.list_view,
    "people": organizations.people_view,
    "documents": plans.documents_view,
    "notes": reference.notes_view,
    "sources": reference.sources_view,
    "glossary": reference.glossary_view,
    "quality": quality.view,
    "changes": changes.view,
    "data": data.view,
    "follow": follow.view,
    "dictionary": dictionary.view,
    "accessibility": accessibility.view,
    "about": lambda desk: {},
    "propose": propose.view,
    "everything": everything.view,
    "search": everything.search_view,
}
_ENTRY_VIEWS: dict[Kind, tuple[str, Callable[[Desk, Any], dict[str, Any]]]] = {
    Kind.PLAN: ("plans", plans.plan_view),
    Kind.COMMITMENT: ("commitments", commitments.view),
    Kind.STAGE: ("stages", cocreation.stage_view),
    Kind.MEETING: ("meetings", cocreation.meeting_view),
    Kind.ORGANIZATION: ("organizations", organizations.view),
}


@dataclass(frozen=True)
class Site:
    """The whole site: pages by name and language, words and glossary of each language.

    `as_of` is the day (ISO 8601) on which what is computed holds, such as "overdue". `more` gives
    pages that are made elsewhere.
    """

    corpus: Corpus
    words: Mapping[str, Words]
    as_of: str
    warnings: tuple[Problem, ...] = ()
    edition: Edition = field(default_factory=Edition)
    more: Callable[[Desk], Iterator[SitePage]] = lambda desk: iter(())
    history: History = field(default_factory=History)
    downloads: tuple[Download, ...] = ()

    @cached_property
    def glossaries(self) -> dict[str, Glossary]:
        terms = self.corpus.terms
        return {language: build_glossary(terms, words) for language, words in self.words.items()}

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        desks = map(self.desk, LANGUAGES)
        return tuple(page for desk in desks for page in (*_pages(desk), *self.more(desk)))

    def desk(self, language: str) -> Desk:
        """The corpus as pages of one language show it."""
        given = self.as_of, self.warnings, self.history, self.downloads
        return Desk(self.corpus, self.words[language], *given)

    def desks(self) -> tuple[Desk, ...]:
        """The desks of every language."""
        return tuple(map(self.desk, self.words))

    @cached_property
    def moved(self) -> tuple[MovedPage, ...]:
        """Pages at former addresses."""
        return build_moved_pages(map(self.desk, self.words))

    @cached_property
    def by_name(self) -> dict[tuple[str, str], SitePage]:
        return {(page.name, page.language): page for page in self.pages}

    @cached_property
    def by_src_uri(self) -> dict[str, SitePage]:
        return {page.src_uri: page for page in self.pages}

    def anchors(self, page: SitePage) -> frozenset[str]:
        """Anchors that a page's narrative must leave alone."""
        kind, _, id = page.name.rpartition(":")
        return find_entries(self.corpus, Kind(kind or Kind.PAGE), id)

    def alternates(self, page: SitePage) -> tuple[SitePage, ...]:
        """The page in every language, its own included."""
        return tuple(self.by_name[page.name, language] for language in LANGUAGES)


def _pages(desk: Desk) -> Iterator[SitePage]:
    for section in SECTIONS:
        yield _section_page(desk, section)
    for kind in _ENTRY_VIEWS:
        entries = desk.corpus.in_order(kind)
        for index, entry in enumerate(entries):
            previous = entries[index - 1] if index else None
            following = entries[index + 1] if index + 1 < len(entries) else None
            yield _entry_page(desk, kind, entry, previous, following)
    yield from find_pages(desk)


def _section_page(desk: Desk, section: str) -> SitePage:
    entry = desk.corpus.get(Kind.PAGE, section)
    origin = desk.corpus.origins.get((Kind.PAGE, section))
    path = origin.document.path if origin else f"content/{section}.md"
    title, description = Value(desk.t(f"nav.{section}")), ""
    if isinstance(entry, model.Page):
        title, description = desk.title(entry), desk.text(entry.description).text
    prose = _prose(desk, (Kind.PAGE, section), path)
    return SitePage(
        name=section,
        kind=section,
        section=section,
        language=desk.language,
        url=section_url(desk.words, section),
        src_uri=_src_uri(prose.path, desk.language),
        edits=find_section_edits(desk.corpus, section, prose.path),
        title=title,
        short=title.text,
        description=description,
        view=lambda: _SECTION_VIEWS[section](desk),
        body=prose.text,
        body_language=prose.language,
        translation=prose.state,
    )


def _entry_page(desk: Desk, kind: Kind, entry: Any, previous: Any, following: Any) -> SitePage:
    section, view = _ENTRY_VIEWS[kind]
    path = desk.corpus.origins[kind, entry.id].document.path
    prose = _prose(desk, (kind, entry.id), path)
    virtual = f"content/{section}/{entry.id}.md"
    src = prose.path if path.endswith(".md") else virtual
    paged = kind is not Kind.ORGANIZATION and kind is not Kind.PLAN
    return SitePage(
        name=f"{kind}:{entry.id}",
        kind=kind.value,
        section=section,
        language=desk.language,
        url=desk.url(kind, entry),
        src_uri=_src_uri(src, desk.language),
        edits=find_entry_edits(desk.corpus, kind, entry.id, prose.path),
        title=desk.title(entry),
        short=desk.short(entry).text,
        description=_description(desk, kind, entry),
        view=lambda: view(desk, entry),
        body=prose.text,
        body_language=prose.language,
        translation=prose.state,
        previous=_neighbour(desk, kind, previous) if paged else None,
        next=_neighbour(desk, kind, following) if paged else None,
    )


def _neighbour(desk: Desk, kind: Kind, entry: Any) -> Value | None:
    if entry is None:
        return None
    return Value(desk.short(entry).text, desk.url(kind, entry))


def _description(desk: Desk, kind: Kind, entry: Any) -> str:
    """One sentence for search engines: the objective or purpose, or a plain statement."""
    fact = getattr(entry, "objective", None) or getattr(entry, "purpose", None)
    if fact is not None and fact.value is not None:
        return desk.text(fact.value).text
    return desk.t(f"description.{kind.value}", title=desk.title(entry).text)


@dataclass(frozen=True)
class _PageProse:
    text: str
    language: str
    state: str
    path: str


def _prose(desk: Desk, key: tuple[Kind, str], path: str) -> _PageProse:
    """The narrative in the page's language, or the primary one with `missing` or `stale` said."""
    own = desk.corpus.prose.get(key, {})
    original = own.get(PRIMARY_LANGUAGE, Prose(path, ""))
    if desk.language == PRIMARY_LANGUAGE:
        return _PageProse(original.text, desk.language, "current", original.path)
    translated = own.get(desk.language)
    if translated is None or not translated.text.strip():
        state = "missing" if original.text.strip() else "current"
        return _PageProse(original.text, PRIMARY_LANGUAGE, state, original.path)
    state = "stale" if translated.is_stale(original) else "current"
    return _PageProse(translated.text, desk.language, state, translated.path)


def _src_uri(path: str, language: str) -> str:
    stem = path.removeprefix("content/").removesuffix(".md").removesuffix(f".{language}")
    return f"{stem}.md" if language == PRIMARY_LANGUAGE else f"{stem}.{language}.md"
