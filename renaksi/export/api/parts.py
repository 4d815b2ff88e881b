"""The pieces that shapes of the API are put together from (JSON Schema 2020-12)."""

from collections.abc import Mapping
from typing import Any

from renaksi.publish.words import Words

Schema = dict[str, Any]
REF = "#/components/schemas/"
URI = {"type": "string", "format": "uri"}
MAYBE_URI = {"type": ["string", "null"], "format": "uri"}
TIME = {"type": "string", "format": "date-time"}
TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}
NUMBER = {"type": "integer"}


def ref(name: str) -> Schema:
    """A reference to a shape."""
    return {"$ref": f"{REF}{name}"}


def record(properties: Mapping[str, Schema]) -> Schema:
    """An object all of whose properties are there."""
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def listed(item: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": item}


def by_language(value: Schema) -> Schema:
    """A mapping from BCP 47 codes of languages."""
    return {"type": "object", "additionalProperties": value}


def find_properties(schema: Any) -> set[str]:
    """The names of all properties of some schemas and of those within them."""
    if isinstance(schema, list):
        return {name for each in schema for name in find_properties(each)}
    if not isinstance(schema, dict):
        return set()
    inner = {name for each in schema.values() for name in find_properties(each)}
    return {*schema.get("properties", ()), *inner}


def document_properties(schema: Any, words: Mapping[str, Words]) -> Any:
    """The schema with what each property is, in the languages of `words` (`api.<property>`)."""
    if isinstance(schema, list):
        return [document_properties(each, words) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: document_properties(each, words) for key, each in schema.items()}
    if "properties" in schema:
        found["properties"] = {
            name: {"description": " / ".join(each.t(f"api.{name}") for each in words.values())}
            | document_properties(inner, words)
            for name, inner in schema["properties"].items()
        }
    return found
