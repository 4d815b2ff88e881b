"""What every data file holds, read from the same schemas that editors use."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from renaksi.layout import LANGUAGES, LAYOUT, Place
from renaksi.model.base import REFERS_TO
from renaksi.publish.desk import Desk
from renaksi.publish.paths import SCHEMAS
from renaksi.publish.schema import LABELS, build_schema, schema_name
from renaksi.publish.values import Value
from renaksi.vocabulary import KIND_NAMES, Kind

Schema = dict[str, Any]
FACT, ANY = "Fact", ""
_TYPES = {"string": "text", "integer": "number", "boolean": "boolean"}


def view(desk: Desk) -> dict[str, Any]:
    """Every kind of file with its fields, and the records that fields are made of."""
    made = {
        schema_name(place): (place, build_schema(place, {desk.language: desk.words}))
        for place in LAYOUT
    }
    shared: dict[str, Schema] = {}
    for _, schema in made.values():
        shared.update(schema["$defs"])
    reader = _Reader(desk, shared)
    return {
        "files": tuple(reader.file(place, schema) for place, schema in made.values()),
        "shared": tuple(
            reader.record(name, schema) for name, schema in sorted(reader.records().items())
        ),
    }


@dataclass(frozen=True)
class _Reader:
    """Schemas in the words of one language; `shared` are the records and lists that they name."""

    desk: Desk
    shared: dict[str, Schema]

    def records(self) -> dict[str, Schema]:
        """The records that others are made of; facts differ in their value only and are one."""
        found = {name: each for name, each in self.shared.items() if "properties" in each}
        facts = [name for name in found if name.startswith(FACT)]
        fact = found[facts[0]]
        any_value = {**fact["properties"], "value": {"$ref": ANY}}
        rest = {name: each for name, each in found.items() if name not in facts}
        return {**rest, FACT: {**fact, "properties": any_value}}

    def file(self, place: Place, schema: Schema) -> dict[str, Any]:
        record = schema["items"] if place.many else schema
        name = schema_name(place)
        return {
            **self.record(name.removesuffix(".schema.json"), record),
            "title": schema["title"],
            "paths": tuple(each.pattern for each in LAYOUT if each.kind is place.kind),
            "schema": Value(self.desk.t("dictionary.schema"), url=f"{SCHEMAS}/{name}"),
        }

    def record(self, name: str, schema: Schema) -> dict[str, Any]:
        required = schema.get("required", ())
        return {
            "id": _anchor(name),
            "title": name,
            "text": schema["description"],
            "fields": tuple(
                {
                    "key": key,
                    "label": each.get("title", ""),
                    "required": key in required,
                    "holds": tuple(self._holds(each)),
                }
                for key, each in schema["properties"].items()
            ),
        }

    def _holds(self, schema: Schema) -> Iterator[Value]:
        """What a field may hold, in words, with links to records and pages."""
        if schema.get("$ref") == ANY:
            yield Value(self.desk.t("type.any"))
        elif "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if "properties" not in self.shared[name]:
                yield from self._holds(self.shared[name])
                return
            fact = name.startswith(FACT)
            shown = FACT if fact else name
            yield Value(
                f"{shown}:" if fact else shown,
                url=f"{self.desk.section('dictionary')}#_{_anchor(shown)}",
            )
            if fact:
                yield from self._holds(self.shared[name]["properties"]["value"])
        elif "anyOf" in schema:
            choices = [list(self._holds(each)) for each in schema["anyOf"] if each != _NOTHING]
            for index, choice in enumerate(choices):
                yield from ([Value(self.desk.t("dictionary.or"))] if index else [])
                yield from choice
        elif schema.get("type") == "array":
            yield Value(self.desk.t("dictionary.list"))
            yield from self._holds(schema["items"])
        elif schema.get("type") == "object":
            yield Value(self.desk.t("dictionary.map"))
            for each in [*schema.get("patternProperties", {}).values()][:1]:
                yield from self._holds(each)
        else:
            yield Value(self._scalar(schema))

    def _scalar(self, schema: Schema) -> str:
        if "enum" in schema:
            return f"{self.desk.t('dictionary.choice')} {', '.join(map(str, schema['enum']))}"
        if REFERS_TO in schema:
            return self.desk.t("type.id_of", kind=_name(self.desk, Kind(schema[REFERS_TO])))
        if schema.get("pattern") in LABELS:
            return self.desk.t(f"type.{LABELS[schema['pattern']].lower()}")
        kinds = schema.get("type", "string")
        return self.desk.t(f"type.{_TYPES[kinds if isinstance(kinds, str) else kinds[0]]}")


def _name(desk: Desk, kind: Kind) -> str:
    return dict(zip(LANGUAGES, KIND_NAMES[kind], strict=True))[desk.language]


_NOTHING = {"type": "null"}


def _anchor(name: str) -> str:
    return name.lower()
