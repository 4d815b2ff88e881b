"""Glossary, sources and editorial notes."""

from dataclasses import replace
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.values import Group, Row, Value
from renaksi.references import find_references
from renaksi.vocabulary import Kind, NoteGroup


def glossary_view(desk: Desk) -> dict[str, Any]:
    """Every term in alphabetical order."""
    terms = sorted(desk.corpus.terms, key=lambda term: term.term.casefold())
    return {"terms": tuple(_term(desk, term) for term in terms)}


def _term(desk: Desk, term: model.GlossaryTerm) -> dict[str, Any]:
    return {
        "id": term.id,
        "term": term.term,
        "expansion": desk.text(term.expansion),
        "other": tuple(
            Value(text, language=language)
            for language, text in term.expansion.by_language.items()
            if language != desk.language
        ),
        "explanation": desk.text(term.explanation) if term.explanation else None,
        "note": desk.text(term.note) if term.note else None,
        "sources": desk.marks(term.source),
    }


def sources_view(desk: Desk) -> dict[str, Any]:
    """Every source by publisher, with the entries that use it."""
    uses: dict[str, dict[tuple[str, str], None]] = {}
    for kind in (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING, Kind.ORGANIZATION, Kind.PLAN):
        for entry in desk.corpus.of(kind):
            for _, target, id in find_references(entry):
                if target is Kind.SOURCE:
                    uses.setdefault(id, {})[kind, entry.id] = None
    return {
        "groups": tuple(
            (sources[0].id, title, tuple(_source(desk, item, uses) for item in sources))
            for title, sources in _by_publisher(desk)
        )
    }


def _by_publisher(desk: Desk) -> list[tuple[str, list[model.Source]]]:
    """Sources in their order below their publishers; publishers of one source stand together."""
    found: dict[str, list[model.Source]] = {}
    for source in desk.corpus.sources:
        found.setdefault(source.publisher, []).append(source)
    groups = [(title, sources) for title, sources in found.items() if len(sources) > 1]
    single = [sources[0] for sources in found.values() if len(sources) == 1]
    return [*groups, (desk.t("source.others"), single)] if single else groups


def _source(
    desk: Desk, source: model.Source, uses: dict[str, dict[tuple[str, str], None]]
) -> dict[str, Any]:
    used = tuple(desk.link(Kind(kind))(id) for kind, id in uses.get(source.id, {}))
    return {
        "id": source.id,
        "title": desk.quoted(source.title, source.language),
        "publisher": source.publisher,
        "date": desk.date(source.document_date) if source.document_date else None,
        "language": desk.words.language_name(source.language),
        "link": replace(desk.web(source.url), detail=desk.archived(source.archived_url))
        if source.url
        else desk.archived(source.archived_url),
        "note": desk.text(source.note) if source.note else None,
        "used": used,
        "notes": desk.notes(Kind.SOURCE, source.id),
    }


def notes_view(desk: Desk) -> dict[str, Any]:
    """Editorial notes by what they are about."""
    groups = []
    for group in NoteGroup:
        notes = [item for item in desk.corpus.notes if item.group is group]
        if notes:
            title = desk.t(f"note_group.{group.value}")
            groups.append((group.value, title, tuple(_note(desk, item) for item in notes)))
    return {"groups": tuple(groups)}


def _note(desk: Desk, note: model.EditorialNote) -> dict[str, Any]:
    rows = [desk.plain_row("why", [desk.text(note.why)])]
    if note.others:
        rows.append(desk.plain_row("others", [desk.text(note.others)], note.sources))
    elif note.sources:
        rows.append(desk.plain_row("source", desk.marks(note.sources)))
    concerned = [desk.link(item.kind)(item.id) for item in note.concerns if _has_page(item)]
    if concerned:
        unique = tuple(dict.fromkeys(concerned))
        rows.append(Row("concerns", desk.t("field.concerns"), unique))
    return {
        "group": Group(note.id, desk.title(note).text, rows=tuple(rows)),
        "certainty": note.certainty.value,
        "certainty_label": desk.t(f"certainty.{note.certainty.value}"),
        "quotes": tuple(
            (desk.quoted(quote.text, quote.language), desk.marks([quote.source])[0])
            for quote in note.quotes
        ),
    }


def _has_page(concern: model.Concern) -> bool:
    return concern.kind in (
        Kind.COMMITMENT,
        Kind.STAGE,
        Kind.MEETING,
        Kind.ORGANIZATION,
        Kind.PLAN,
        Kind.PERSON,
    )
