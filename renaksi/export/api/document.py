"""What every document of the API is wrapped in, and the addresses of documents."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from renaksi import model
from renaksi.export.publication import Publication
from renaksi.publish.paths import API
from renaksi.vocabulary import Kind

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}


@dataclass(frozen=True)
class Document:
    """One document: its `path` below the root of the API, the `schema` of its data, and the data.

    `pages` shows the same to people, by language; `source` is the file that it was read from;
    `more` are further links by name.
    """

    path: str
    schema: str
    data: Any
    pages: Mapping[str, str]
    source: str | None = None
    more: Mapping[str, str] = field(default_factory=dict)


def address(publication: Publication, path: str) -> str:
    """The full address of a path below the root of the API."""
    return publication.absolute(f"{API}/{path}")


def schema_path(name: str) -> str:
    """Where the schema of a document is, below the root of the API."""
    return f"schema/{name}.json"


def links(
    publication: Publication,
    path: str | None,
    pages: Mapping[str, str],
    source: str | None,
    more: Mapping[str, str],
) -> dict[str, Any]:
    """The links of a document or of a record in a list; `self` is there if it has a document."""
    own = {"self": address(publication, path)} if path else {}
    return {**own, "page": dict(pages), "source": source, **more}


def entry_links(
    publication: Publication, kind: Kind, entry: model.Entry, path: str | None = None
) -> dict[str, Any]:
    """The links of an entry that stands in a list; `path` is that of its own document."""
    pages = publication.pages(kind, entry)
    return links(publication, path, pages, publication.origin(kind, entry.id), {})


def encode(publication: Publication, document: Document) -> bytes:
    """The document as it is published."""
    wrapped = {
        "$schema": address(publication, schema_path(document.schema)),
        "licence": LICENCE,
        "as_of": publication.as_of,
        "links": links(publication, document.path, document.pages, document.source, document.more),
        "data": document.data,
    }
    return to_json(wrapped)


def to_json(value: Any) -> bytes:
    """Compact JSON in UTF-8, with a line end."""
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()
