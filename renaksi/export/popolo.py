"""Organizations and people in the terms of Popolo (popoloproject.com), as one JSON file."""

import json
from collections.abc import Iterator
from typing import Any

from renaksi import model
from renaksi.export.output import Files
from renaksi.export.publication import Publication
from renaksi.layout import PRIMARY_LANGUAGE
from renaksi.vocabulary import Kind

PATH = "data/popolo.json"
Node = dict[str, Any]


def build_popolo(publication: Publication) -> Files:
    """Organizations, persons, and memberships: one for each role of a person in an organization."""
    corpus = publication.corpus
    found = {
        "organizations": [_organization(publication, each) for each in corpus.organizations],
        "persons": [_person(publication, each) for each in corpus.people],
        "memberships": [
            each for person in corpus.people for each in _memberships(publication, person)
        ],
    }
    yield PATH, f"{json.dumps(found, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _organization(publication: Publication, entry: model.Organization) -> Node:
    website = entry.website.value if entry.website else None
    pages = publication.pages(Kind.ORGANIZATION, entry)
    names = [name for code, name in entry.title.root.items() if code != PRIMARY_LANGUAGE]
    short = list(entry.short_title.root.values()) if entry.short_title else []
    abbreviation = [entry.abbreviation] if entry.abbreviation else []
    own = entry.title.best(PRIMARY_LANGUAGE)[1]
    others = dict.fromkeys([*names, *short, *abbreviation, *entry.also_written])
    return {
        "id": entry.id,
        "name": own,
        "other_names": [{"name": name} for name in others if name != own],
        "classification": entry.kind.value,
        "parent_id": entry.parent,
        "links": [
            *([{"url": website, "note": "website"}] if website else []),
            *({"url": url, "note": f"page ({code})"} for code, url in pages.items()),
        ],
        "sources": _sources(publication, entry.source),
    }


def _person(publication: Publication, entry: model.Person) -> Node:
    pages = publication.pages(Kind.PERSON, entry)
    sources = dict.fromkeys(id for role in entry.roles for id in role.source or ())
    roles = [] if entry.organization else [_role(each) for each in entry.roles]
    return {
        "id": entry.id,
        "name": entry.name,
        "summary": "; ".join(filter(None, roles)) or None,
        "links": [{"url": url, "note": f"page ({code})"} for code, url in pages.items()],
        "sources": _sources(publication, tuple(sources)),
    }


def _memberships(publication: Publication, entry: model.Person) -> Iterator[Node]:
    """Nobody is a member of nothing: roles outside of an organization stand in the summary."""
    for place, role in enumerate(entry.roles if entry.organization else (), start=1):
        yield {
            "id": f"{entry.id}-{place}",
            "person_id": entry.id,
            "organization_id": entry.organization,
            "role": _role(role),
            "sources": _sources(publication, role.source or ()),
        }


def _role(role: model.Fact[model.Localized]) -> str | None:
    return role.value.best(PRIMARY_LANGUAGE)[1] if role.value else None


def _sources(publication: Publication, ids: tuple[str, ...]) -> list[Node]:
    """The sources as links: where a source has no address, its place in our list."""
    found = []
    for id in ids:
        source = publication.corpus.get(Kind.SOURCE, id)
        assert isinstance(source, model.Source), id
        url = source.url or publication.pages(Kind.SOURCE, source)[PRIMARY_LANGUAGE]
        found.append({"url": url, "note": source.title})
    return found
