"""The first document of the API: what there is, and where."""

from collections.abc import Sequence
from typing import Any

from renaksi.export.api.document import Document, address, encode
from renaksi.export.api.openapi import VERSION
from renaksi.export.output import Collection, Files, Output
from renaksi.export.publication import Publication
from renaksi.publish.paths import API


def build_index(outputs: Sequence[Output | Collection], publication: Publication) -> Files:
    """The index, which lists every file for machines that the table has."""
    plan = publication.corpus.plan
    data: dict[str, Any] = {
        "title": dict(plan.title.root),
        "version": VERSION,
        "openapi": address(publication, "openapi.json"),
        "commit": publication.site.edition.commit,
        "outputs": [_told(each, publication) for each in outputs],
    }
    document = Document("index.json", "index", data, publication.sections("data"))
    yield f"{API}/index.json", encode(publication, document)


def _told(output: Output | Collection, publication: Publication) -> dict[str, Any]:
    key = f"output.{output.name}"
    return {
        "name": output.name,
        "path": output.path,
        "media_type": output.media_type,
        "title": {code: each.t(key) for code, each in publication.words.items()},
        "about": {code: each.t(f"{key}.about") for code, each in publication.words.items()},
    }
