"""What every data file holds, read from the same schemas that editors use."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from renaksi.layout import LANGUAGES, LAYOUT, Place
from renaksi.model.base import REFERS_TO
from renaksi.publish.desk import Desk
from renaksi.publish.paths import SCHEMAS
from renaksi.publish.schema import LABELS, build_schema, schema_name, sentence
from renaksi.publish.schema_words import FACT, LISTS, field_words, record_key, record_name
from renaksi.publish.values import Value
from renaksi.vocabulary import KIND_NAMES, Kind

Schema = dict[str, Any]
ANY = ""
_TYPES = {"string": "text", "integer": "number", "boolean": "boolean"}
_NOTHING = {"type": "null"}
# The same of lists that pages tell of in other words than of records.
_PREFIXES = {
    **{record_key(each.__name__): prefix for each, prefix in LISTS.items()},
    "audit_method": "audit",
    "section": "nav",
}


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
    groups: dict[str, list[tuple[Place, Schema]]] = {}
    # The files that most people edit come first: those of a single entry.
    for place, schema in sorted(made.values(), key=lambda item: "*" not in item[0].pattern):
        groups.setdefault(place.model.__name__, []).append((place, schema))
    return {
        "files": tuple(reader.files(name, group) for name, group in groups.items()),
        "shared": tuple(
            {**reader.record(name, schema), "title": sentence(record_name(name, desk.words))}
            for name, schema in sorted(
                reader.records().items(), key=lambda item: record_name(item[0], desk.words)
            )
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

    def files(self, name: str, group: list[tuple[Place, Schema]]) -> dict[str, Any]:
        """The files of one model: one kind, or several lists of the same form."""
        place, schema = group[0]
        names = ", ".join(_name(self.desk, each.kind) for each, _ in group)
        return {
            **self.record(name, schema["items"] if place.many else schema),
            "id": _anchor(schema_name(place).removesuffix(".schema.json")),
            "title": sentence(names),
            "places": tuple(self._place(each) for each, _ in group),
        }

    def _place(self, place: Place) -> dict[str, Any]:
        name = schema_name(place)
        return {
            "id": _anchor(name.removesuffix(".schema.json")),
            "paths": tuple(each.pattern for each in LAYOUT if each.kind is place.kind),
            "schema": Value(self.desk.t("dictionary.schema"), url=f"{SCHEMAS}/{name}"),
        }

    def record(self, name: str, schema: Schema) -> dict[str, Any]:
        required = schema.get("required", ())
        return {
            "id": _anchor(name),
            "name": name,
            "text": schema["description"],
            "count": self.desk.words.count("count.fields", len(schema["properties"])),
            "fields": tuple(
                self._field(name, key, each, key in required)
                for key, each in schema["properties"].items()
            ),
        }

    def _field(self, record: str, key: str, schema: Schema, required: bool) -> dict[str, Any]:
        said = field_words(record, key, self.desk.words)
        return {
            "key": key,
            "label": said.title,
            "text": said.about,
            "absent": None if required else said.absent,
            "required": required,
            "holds": tuple(self._holds(schema)),
            "choices": tuple(self._choices(schema)),
        }

    def _holds(self, schema: Schema) -> Iterator[Value]:
        """What a field may hold, in words, with links to records and pages."""
        if schema.get("$ref") == ANY:
            yield Value(self.desk.t("type.any"))
        elif "$ref" in schema:
            yield from self._holds_named(schema["$ref"].rpartition("/")[2])
        elif "anyOf" in schema:
            yield from self._holds_any([each for each in schema["anyOf"] if each != _NOTHING])
        elif schema.get("type") == "array":
            yield Value(self.desk.t("dictionary.list"))
            yield from self._holds(schema["items"])
        elif schema.get("type") == "object":
            yield Value(self.desk.t("dictionary.map"))
            values = [*schema.get("patternProperties", {}).values()][:1]
            for each in values or [schema["additionalProperties"]]:
                yield from self._holds(each)
        else:
            yield Value(self._scalar(schema))

    def _holds_named(self, name: str) -> Iterator[Value]:
        if "enum" in self.shared[name]:
            yield Value(self.desk.t("dictionary.choice"))
        elif "properties" not in self.shared[name]:
            yield Value(record_name(name, self.desk.words))
        else:
            fact = name.startswith(FACT)
            shown = FACT if fact else name
            text = record_name(shown, self.desk.words)
            url = f"{self.desk.section('dictionary')}#_{_anchor(shown)}"
            yield Value(f"{text}:" if fact else text, url=url)
            if fact:
                yield from self._holds(self.shared[name]["properties"]["value"])

    def _holds_any(self, choices: list[Schema]) -> Iterator[Value]:
        if len(choices) > 1 and choices[1].get("items") == choices[0]:
            yield from self._holds(choices[0])
            yield Value(self.desk.t("dictionary.or_more"))
            return
        for index, choice in enumerate(choices):
            yield from ([Value(self.desk.t("dictionary.or"))] if index else [])
            yield from self._holds(choice)

    def _scalar(self, schema: Schema) -> str:
        if REFERS_TO in schema:
            return self.desk.t("type.id_of", kind=_name(self.desk, Kind(schema[REFERS_TO])))
        if schema.get("pattern") in LABELS:
            return self.desk.t(f"type.{LABELS[schema['pattern']].lower()}")
        kinds = schema.get("type", "string")
        return self.desk.t(f"type.{_TYPES[kinds if isinstance(kinds, str) else kinds[0]]}")

    def _choices(self, schema: Schema) -> Iterator[tuple[str, str]]:
        """The values of a closed list that a field takes, and what readers see of each."""
        name = schema.get("$ref", ANY).rpartition("/")[2]
        if name.startswith(FACT):
            yield from self._choices(self.shared[name]["properties"]["value"])
        elif name:
            prefix = _PREFIXES.get(record_key(name), record_key(name))
            for value in self.shared[name].get("enum", ()):
                yield value, self._word(prefix, value)
        for each in schema.get("anyOf", ()):
            yield from self._choices(each)
        if "propertyNames" in schema:
            yield from self._choices(schema["propertyNames"])

    def _word(self, prefix: str, value: str) -> str:
        if prefix == record_key(Kind.__name__):
            return _name(self.desk, Kind(value))
        return self.desk.words.table.get(f"{prefix}.{value}", "")


def _name(desk: Desk, kind: Kind) -> str:
    return dict(zip(LANGUAGES, KIND_NAMES[kind], strict=True))[desk.language]


def _anchor(name: str) -> str:
    return name.lower()
