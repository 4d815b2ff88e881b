"""JSON Schemas (2020-12) of every kind of file, made from the model, for editors.

They describe what an editor sees, which reads an unquoted `2018` as a number and `true` as a
boolean. What they cannot say (that a reference leads somewhere, that a day exists) the checks do.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel, StringConstraints, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from renaksi.dates import PartialDate
from renaksi.layout import LANGUAGES, LAYOUT, Place
from renaksi.model.base import REFERS_TO, URL_PATTERN, Id, Url
from renaksi.publish.schema_words import field_words, record_about, record_name
from renaksi.publish.words import Words
from renaksi.vocabulary import KIND_NAMES, Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMMENT = "Dibuat oleh / made by: make schema"

_DATE: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    "minimum": 1000,
    "maximum": 9999,
}
_URL: dict[str, Any] = {"type": "string", "pattern": f"^{URL_PATTERN}$"}
DATE_PATTERN, ADDRESS_PATTERN = _DATE["pattern"], _URL["pattern"]


def _validator(annotated: Any) -> Any:
    """The function that an annotated type is checked with."""
    return next(each.func for each in get_args(annotated) if isinstance(each, AfterValidator))


def _id_pattern() -> Any:
    return next(each.pattern for each in get_args(Id) if isinstance(each, StringConstraints))


_MAPS = {"properties", "patternProperties"}
_SCHEMAS = {"items", "additionalProperties", "propertyNames"}
_LIMITS = {"ge": "minimum", "le": "maximum"}
LABELS = {DATE_PATTERN: "Date", ADDRESS_PATTERN: "Address", _id_pattern(): "Id"}
_WRITTEN = {_validator(PartialDate): _DATE, _validator(Url): _URL}


class _Generator(GenerateJsonSchema):
    """Describes what our validators accept, which pydantic cannot see into."""

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> JsonSchemaValue:
        written = _WRITTEN.get(schema["function"]["function"])
        return dict(written) if written else super().function_after_schema(schema)

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """A list that may be written as its only item."""
        inner = super().function_before_schema(schema)
        if inner.get("type") != "array":
            return inner
        return {"anyOf": [inner["items"], {**inner, "minItems": 1}]}


def describe(model: type[BaseModel]) -> dict[str, Any]:
    """What the model accepts, as pydantic tells it."""
    return model.model_json_schema(mode="validation", schema_generator=_Generator)


def describe_scalar(annotation: Any) -> dict[str, Any]:
    """What a type without fields accepts: its form, bounds, choices and what it refers to."""
    schema: dict[str, Any] = tidy(TypeAdapter(annotation).json_schema(schema_generator=_Generator))
    return schema


def schema_name(place: Place) -> str:
    """`data/people.yaml` -> `people.schema.json`; one meeting: `meeting.schema.json`."""
    stem = place.kind if "*" in place.pattern else PurePosixPath(place.pattern).stem
    return f"{stem}.schema.json"


def build_schemas(words: Mapping[str, Words]) -> dict[str, bytes]:
    """File name and content of every schema, by the words of every language."""
    schemas = {schema_name(place): build_schema(place, words) for place in LAYOUT}
    return {
        name: f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode()
        for name, schema in sorted(schemas.items())
    }


def build_schema(place: Place, words: Mapping[str, Words]) -> dict[str, Any]:
    """The schema of one kind of file: a record, or a list of records.

    Titles and descriptions are in the languages of `words`.
    """
    made = describe(place.model)
    root, title = place.model.__name__, kind_title(place.kind, words)
    defined = define({root: made, **made.pop("$defs", {})}, words, {root: title})
    record = {key: each for key, each in defined.pop(root).items() if key != "title"}
    head = {"$schema": DIALECT, "$comment": COMMENT, "title": title}
    defs = {"$defs": dict(sorted(defined.items()))}
    if place.many:
        return {**head, "type": "array", "items": record, **defs}
    return {**head, **record, **defs}


def kind_title(kind: Kind, words: Mapping[str, Words]) -> str:
    """What entries of a kind are called, in the languages of `words`."""
    names = dict(zip(LANGUAGES, KIND_NAMES[kind], strict=True))
    return _join({code: sentence(names[code]) for code in words})


def define(
    definitions: Mapping[str, JsonSchemaValue],
    words: Mapping[str, Words],
    titles: Mapping[str, str],
    adapt: Callable[[JsonSchemaValue], JsonSchemaValue] | None = None,
) -> dict[str, JsonSchemaValue]:
    """Schemas that refer to each other, as pydantic made them, named and described for readers.

    `titles` are those of kinds of entries; other records have theirs in the string tables.
    `adapt` is what is done to each schema before that; without it, what editors need.
    """
    named = _rename({name: (adapt or _for_editors)(each) for name, each in definitions.items()})
    return {
        name: {"title": titles.get(name) or _name(name, words), **_describe(name, each, words)}
        for name, each in named.items()
    }


def inside(schema: JsonSchemaValue, change: Callable[[Any], Any]) -> JsonSchemaValue:
    """The schema with every schema directly inside it changed."""
    found = dict(schema)
    for key in _MAPS & schema.keys():
        found[key] = {name: change(each) for name, each in schema[key].items()}
    for key in _SCHEMAS & schema.keys():
        if isinstance(schema[key], dict):
            found[key] = change(schema[key])
    if "anyOf" in schema:
        found["anyOf"] = [change(each) for each in schema["anyOf"]]
    return found


def tidy(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Without titles and defaults made from names; with the limits that pydantic misnames."""
    found = inside(schema, tidy)
    for key in ("title", "default"):
        found.pop(key, None)
    for wrong, right in _LIMITS.items():
        if wrong in found:
            found[right] = found.pop(wrong)
    if "anyOf" in found:
        found.pop("minLength", None)  # stands in the list that is one of the choices
    if "patternProperties" in found:
        found["additionalProperties"] = False
    return found


def _for_editors(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Tidy, and with numbers where an editor makes them of digits without quotes."""
    found = inside(tidy(schema), _for_editors)
    if found.get("type") == "string" and _may_be_digits(found.get("pattern")):
        found["type"] = ["string", "integer"]
    return found


def _may_be_digits(pattern: str | None) -> bool:
    """Whether a form, and not just any text, can be one of digits alone."""
    if not pattern or not pattern.startswith("^"):
        return False
    return any(re.search(pattern, "0" * length) for length in (4, 64))


def _rename(definitions: dict[str, JsonSchemaValue]) -> dict[str, JsonSchemaValue]:
    """Facts named after what their value is, not after pydantic's internals."""
    names: dict[str, str] = {}
    for name in sorted(definitions):
        better = name
        if "Fact_" in name:
            better = f"Fact{_label(definitions[name]['properties']['value'])}"
        same = [each for each in names.values() if each.rstrip("0123456789") == better]
        names[name] = f"{better}{len(same) + 1}" if same else better

    def change(schema: JsonSchemaValue) -> JsonSchemaValue:
        found = inside(schema, change)
        if "$ref" in found:
            start, _, name = found["$ref"].rpartition("/")
            found["$ref"] = f"{start}/{names[name]}"
        return found

    return {names[name]: change(each) for name, each in definitions.items()}


def _label(value: JsonSchemaValue) -> str:
    choices = [each for each in value.get("anyOf", [value]) if each.get("type") != "null"]
    chosen = choices[0]
    if "$ref" in chosen:
        return str(chosen["$ref"].rpartition("/")[2])
    if REFERS_TO in chosen:
        return "".join(part.title() for part in chosen[REFERS_TO].split("-"))
    if chosen["type"] == "array":
        return f"ListOf{_label(chosen['items'])}"
    if chosen.get("pattern") in LABELS:
        return LABELS[chosen["pattern"]]
    kind = chosen["type"] if isinstance(chosen["type"], str) else chosen["type"][0]
    return {"string": "Text", "integer": "Number", "boolean": "TrueOrFalse"}.get(kind, "Mapping")


def _describe(name: str, schema: JsonSchemaValue, words: Mapping[str, Words]) -> JsonSchemaValue:
    """The schema with what it and its properties are, in the words of readers."""
    found = {
        **schema,
        "description": _join({code: record_about(name, words[code]) for code in words}),
    }
    if "properties" in found:
        required = schema.get("required", ())
        found["properties"] = {
            key: {**_field(name, key, key in required, words), **each}
            for key, each in schema["properties"].items()
        }
    first = {key: found.pop(key) for key in ("description", "type")}
    return {**first, **found}


def _name(record: str, words: Mapping[str, Words]) -> str:
    return _join({code: sentence(record_name(record, words[code])) for code in words})


def sentence(text: str) -> str:
    """A name as it stands alone, with a capital letter."""
    return f"{text[0].upper()}{text[1:]}"


def _field(record: str, field: str, required: bool, words: Mapping[str, Words]) -> dict[str, str]:
    """Title and description; that of a field which may be left out ends with what that means."""
    said = {code: field_words(record, field, words[code]) for code in words}
    ends = {
        code: "" if required else f" {each.absent or words[code].t('absent')}"
        for code, each in said.items()
    }
    return {
        "title": _join({code: each.title for code, each in said.items()}),
        "description": _join({code: f"{each.about}{ends[code]}" for code, each in said.items()}),
    }


def _join(texts: Mapping[str, str]) -> str:
    """The texts of all languages that are asked for, in their order, none of them twice."""
    return " / ".join(dict.fromkeys(texts.values()))
