"""The OpenAPI 3.1 description of the API, and the schema of each document (JSON Schema)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from renaksi.export.api.document import LICENCE, address, schema_path, to_json
from renaksi.export.api.endpoints import ENDPOINTS
from renaksi.export.api.parts import REF, TEXT, URI, Schema, listed, record, ref
from renaksi.export.api.shapes import build_shapes
from renaksi.export.output import Files
from renaksi.export.publication import Publication
from renaksi.publish.paths import API
from renaksi.publish.schema import DIALECT
from renaksi.publish.words import Words

# v1 only grows: the second number counts what was added (docs/open-data.md has the changes).
VERSION = "1.0.0"
_PARAMETER = re.compile(r"{(\w+)}")
# The shape of each document's data.
DATA: Mapping[str, Schema] = {
    "index": ref("Index"),
    "plan": ref("ActionPlan"),
    "plans": listed(ref("PlanOverviewInList")),
    "commitments": listed(ref("CommitmentSummary")),
    "commitment": ref("CommitmentRecord"),
    "milestones": listed(ref("MilestoneInList")),
    "stages": listed(ref("StageInList")),
    "stage": ref("StageRecord"),
    "meetings": listed(ref("MeetingInList")),
    "meeting": ref("MeetingRecord"),
    "organizations": listed(ref("OrganizationInList")),
    "people": listed(ref("PersonInList")),
    "sources": listed(ref("SourceInList")),
    "glossary": listed(ref("GlossaryTermInList")),
    "notes": listed(ref("EditorialNoteInList")),
    "updates": listed(ref("UpdateInList")),
    "vocabularies": {"type": "object", "additionalProperties": listed(ref("VocabularyTerm"))},
    "versions": ref("Versions"),
    "changes": ref("Changes"),
    "changes-month": ref("ChangesMonth"),
    "browse": ref("Browse"),
}


def build_openapi(publication: Publication) -> Files:
    """The description of every document."""
    words, name = publication.words, publication.name
    operations = {f"/{each.path}": _operation(each.name, each.schema, words) for each in ENDPOINTS}
    index = {"/index.json": _operation("index", "index", words)}
    description = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{name}: API v1",
            "version": VERSION,
            "description": _both(words, "api.promise"),
            "license": {"name": LICENCE["name"], "url": LICENCE["url"]},
        },
        "servers": [{"url": address(publication, "").rstrip("/")}],
        "paths": dict(sorted({**index, **operations}.items())),
        "components": {"schemas": {**build_shapes(words), **_documents(words)}},
    }
    yield f"{API}/openapi.json", to_json(description)


def build_document_schemas(publication: Publication) -> Files:
    """The schema of each document, whole in itself."""
    shapes = {**build_shapes(publication.words), **_documents(publication.words)}
    for name in DATA:
        document = _component(name)
        used = _find_used(shapes, document)
        schema = {
            "$schema": DIALECT,
            "$id": address(publication, schema_path(name)),
            "$ref": f"#/$defs/{document}",
            "$defs": {each: _within(shapes[each]) for each in sorted(used)},
        }
        yield f"{API}/{schema_path(name)}", to_json(schema)


def _documents(words: Mapping[str, Words]) -> dict[str, Schema]:
    """What each document is wrapped in."""
    described = {
        "$schema": URI,
        "licence": ref("Licence"),
        "as_of": {**TEXT, "format": "date"},
        "links": ref("Links"),
    }
    told = {
        key: {**each, "description": _both(words, f"api.{key.lstrip('$')}")}
        for key, each in described.items()
    }
    return {_component(name): record({**told, "data": data}) for name, data in DATA.items()}


def _component(name: str) -> str:
    """`changes-month` -> `ChangesMonthDocument`."""
    return f"{name.title().replace('-', '')}Document"


def _operation(name: str, schema: str, words: Mapping[str, Words]) -> dict[str, Any]:
    path = next((each.path for each in ENDPOINTS if each.name == name), "")
    content = {"application/json": {"schema": ref(_component(schema))}}
    parameters = [
        {
            "name": each,
            "in": "path",
            "required": True,
            "schema": TEXT,
            "description": _both(words, f"api.parameter.{each}"),
        }
        for each in _PARAMETER.findall(path)
    ]
    return {
        "get": {
            "operationId": name,
            "summary": _both(words, f"output.api_{name}"),
            "description": _both(words, f"output.api_{name}.about"),
            **({"parameters": parameters} if parameters else {}),
            "responses": {
                "200": {"description": _both(words, f"output.api_{name}"), "content": content}
            },
        }
    }


def _both(words: Mapping[str, Words], key: str) -> str:
    return " / ".join(each.t(key) for each in words.values())


def _find_used(shapes: Mapping[str, Schema], name: str) -> set[str]:
    """The shapes that one is made of, itself among them."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += _refs(shapes[each])
    return found


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for each in schema:
            yield from _refs(each)
    elif isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].removeprefix(REF)
        for each in schema.values():
            yield from _refs(each)


def _within(schema: Any) -> Any:
    """The schema with its references within one file."""
    if isinstance(schema, list):
        return [_within(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _within(each) for key, each in schema.items()}
    if isinstance(found.get("$ref"), str):
        found["$ref"] = found["$ref"].replace(REF, "#/$defs/", 1)
    return found
