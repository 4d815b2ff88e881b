"""Every document of the API: its path, the shape of its data, and what makes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from renaksi import model
from renaksi.export.api import records
from renaksi.export.api.changes import months, one_month
from renaksi.export.api.document import Document, encode, entry_links
from renaksi.export.output import Files
from renaksi.export.publication import Publication
from renaksi.publish.data import browse_records
from renaksi.publish.facets import VOCABULARIES
from renaksi.publish.paths import API, BROWSE, data_url, versions_url
from renaksi.vocabulary import Kind

Build = Callable[[Publication], Iterator[Document]]


@dataclass(frozen=True)
class Endpoint:
    """Documents of one sort; `path` is below the root of the API, `{id}` in it what they differ in.

    `schema` names the shape of their data in `renaksi.export.api.shapes`.
    """

    name: str
    path: str
    schema: str
    documents: Build

    def build(self, publication: Publication) -> Files:
        """Path and content of each document."""
        for document in self.documents(publication):
            content = encode(publication, document)
            yield f"{API}/{document.path}", content


def _list(
    kind: Kind, section: str, path: str, own: str | None, publication: Publication
) -> Iterator[Document]:
    """All entries of a kind; `own` is the folder of their own documents, where they have some."""
    found = [
        records.with_links(
            records.summary(publication, entry)
            if isinstance(entry, model.Commitment)
            else records.dump(entry),
            entry_links(publication, kind, entry, f"{own}/{entry.id}.json" if own else None),
        )
        for entry in publication.corpus.in_order(kind)
    ]
    pages, source = publication.sections(section), publication.home(kind)
    yield Document(path, path.removesuffix(".json"), found, pages, source)


def _each(kind: Kind, folder: str, schema: str, publication: Publication) -> Iterator[Document]:
    """One document for each entry of a kind, at its former addresses, too."""
    for entry in publication.corpus.in_order(kind):
        made = (
            records.commitment_record(publication, entry)
            if isinstance(entry, model.Commitment)
            else records.narrated(publication, kind, entry)
        )
        pages = publication.pages(kind, entry)
        versions = publication.absolute(versions_url(kind, entry.id))
        source = publication.origin(kind, entry.id)
        path = f"{folder}/{entry.id}.json"
        yield from _everywhere(
            publication,
            kind,
            entry.id,
            Document(path, schema, made, pages, source, {"versions": versions}),
        )


def _versions(kind: Kind, folder: str, publication: Publication) -> Iterator[Document]:
    for entry in publication.corpus.in_order(kind):
        made = records.versions_record(publication, kind, entry.id)
        pages = {code: f"{url}#_changes" for code, url in publication.pages(kind, entry).items()}
        path = f"{folder}/{entry.id}/versions.json"
        source = publication.origin(kind, entry.id)
        yield from _everywhere(
            publication, kind, entry.id, Document(path, "versions", made, pages, source)
        )


def _everywhere(
    publication: Publication, kind: Kind, id: str, document: Document
) -> Iterator[Document]:
    """The document at its address and at those that it had under former ids."""
    yield document
    for former in publication.former_ids(kind, id):
        yield replace(document, path=document.path.replace(f"/{id}", f"/{former}", 1))


def _plan(publication: Publication) -> Iterator[Document]:
    plan = publication.corpus.plan
    pages, source = publication.pages(Kind.PLAN, plan), publication.origin(Kind.PLAN, plan.id)
    yield Document("plan.json", "plan", records.dump(plan), pages, source)


def _milestones(publication: Publication) -> Iterator[Document]:
    found = []
    for entry in publication.corpus.commitments:
        links = entry_links(publication, Kind.COMMITMENT, entry, f"commitments/{entry.id}.json")
        for step in entry.milestones:
            page = {code: f"{url}#{step.id}" for code, url in links["page"].items()}
            record = {"commitment": entry.id, **records.dump(step)}
            found.append(records.with_links(record, {**links, "page": page}))
    pages, source = publication.sections("commitments"), publication.home(Kind.COMMITMENT)
    yield Document("milestones.json", "milestones", found, pages, source)


def _vocabularies(publication: Publication) -> Iterator[Document]:
    found = {
        kind.value: [records.dump(entry) for entry in publication.corpus.of(kind)]
        for kind in VOCABULARIES
    }
    path = "vocabularies.json"
    yield Document(path, "vocabularies", found, publication.sections("commitments"))


def _browse(publication: Publication) -> Iterator[Document]:
    pages = publication.sections("commitments")
    for language, data in browse_records(tuple(publication.desks.values())).items():
        path = data_url(language).removeprefix(f"{API}/")
        yield Document(path, "browse", data, {language: pages[language]})


def _changes(publication: Publication) -> Iterator[Document]:
    pages = publication.sections("changes")
    yield Document("changes.json", "changes", months(publication), pages)


def _month(publication: Publication) -> Iterator[Document]:
    for month, data in one_month(publication):
        pages = publication.sections("changes")
        yield Document(f"changes/{month}.json", "changes-month", data, pages)


_PAGED = (
    (Kind.COMMITMENT, "commitments"),
    (Kind.STAGE, "stages"),
    (Kind.MEETING, "meetings"),
)
_LISTED = (
    *((kind, name, name) for kind, name in _PAGED),
    (Kind.ORGANIZATION, "organizations", "organizations"),
    (Kind.PERSON, "people", "people"),
    (Kind.SOURCE, "sources", "sources"),
    (Kind.TERM, "glossary", "glossary"),
    (Kind.NOTE, "notes", "notes"),
    (Kind.PLAN_OVERVIEW, "plans", "plans"),
    (Kind.UPDATE, "updates", "commitments"),
)


def _endpoints() -> Iterator[Endpoint]:
    yield Endpoint("plan", "plan.json", "plan", _plan)
    for kind, name, section in _LISTED:
        own = name if (kind, name) in _PAGED else None
        build = partial(_list, kind, section, f"{name}.json", own)
        yield Endpoint(name, f"{name}.json", name, build)
    for kind, name in _PAGED:
        one, path = kind.value, f"{name}/{{id}}"
        yield Endpoint(one, f"{path}.json", one, partial(_each, kind, name, one))
        build = partial(_versions, kind, name)
        yield Endpoint(f"{one}_versions", f"{path}/versions.json", "versions", build)
    yield Endpoint("milestones", "milestones.json", "milestones", _milestones)
    yield Endpoint("vocabularies", "vocabularies.json", "vocabularies", _vocabularies)
    yield Endpoint("changes", "changes.json", "changes", _changes)
    yield Endpoint("changes_month", "changes/{month}.json", "changes-month", _month)
    yield Endpoint("browse", f"{BROWSE}/{{language}}.json", "browse", _browse)


ENDPOINTS = tuple(_endpoints())
