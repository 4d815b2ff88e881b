"""The shape of each document's data, as JSON Schema (2020-12), made from the model.

Records may gain fields within v1, so no schema forbids further ones.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import (
    GenerateJsonSchema,
    JsonSchemaMode,
    JsonSchemaValue,
    models_json_schema,
)
from pydantic_core import core_schema

from renaksi import model
from renaksi.export.api.described import describe_browse, describe_history, describe_index
from renaksi.export.api.parts import (
    MAYBE,
    MAYBE_URI,
    NUMBER,
    REF,
    TEXT,
    URI,
    Schema,
    by_language,
    document_properties,
    listed,
    record,
    ref,
)
from renaksi.publish.facets import VOICES, Deadline
from renaksi.publish.schema import ADDRESS_PATTERN, DATE_PATTERN, define, kind_title, tidy
from renaksi.publish.words import Words
from renaksi.vocabulary import Completion, Kind

_MODELS: dict[Kind, type[BaseModel]] = {
    Kind.PLAN: model.ActionPlan,
    Kind.PLAN_OVERVIEW: model.PlanOverview,
    Kind.COMMITMENT: model.Commitment,
    Kind.STAGE: model.Stage,
    Kind.MEETING: model.Meeting,
    Kind.UPDATE: model.Update,
    Kind.ORGANIZATION: model.Organization,
    Kind.PERSON: model.Person,
    Kind.SOURCE: model.Source,
    Kind.TERM: model.GlossaryTerm,
    Kind.NOTE: model.EditorialNote,
    Kind.POLICY_AREA: model.VocabularyTerm,
}


_PUBLISHED: JsonSchemaMode = "serialization"


class _Generator(GenerateJsonSchema):
    """Describes what is published, where dates and addresses are texts of one form."""

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> JsonSchemaValue:
        found = super().function_after_schema(schema)
        name = getattr(schema["function"]["function"], "__name__", "")
        patterns = {"_validate": DATE_PATTERN, "_http_url": ADDRESS_PATTERN}
        return {**found, "pattern": patterns[name]} if name in patterns else found


def build_shapes(words: Mapping[str, Words]) -> dict[str, Schema]:
    """Every shape by its name: those of the model, and those that are the API's own."""
    return {**_of_model(words), **document_properties(build_own_shapes(), words)}


def build_own_shapes() -> dict[str, Schema]:
    """The shapes that are the API's own, before their properties are described."""
    return {**_own(), **describe_history(), **describe_browse(), **describe_index()}


def _of_model(words: Mapping[str, Words]) -> dict[str, Schema]:
    # All at once: two facts of one form in different models are then one shape, under one name.
    wanted = [(each, _PUBLISHED) for each in _MODELS.values()]
    _, made = models_json_schema(wanted, schema_generator=_Generator)
    titles = {each.__name__: kind_title(kind, words) for kind, each in _MODELS.items()}
    defined = define(made["$defs"], words, titles, tidy)
    return {name: _published(each) for name, each in sorted(defined.items())}


def _published(schema: Any) -> Any:
    """Without the ban on further fields, and with references to where the shapes stand."""
    if isinstance(schema, list):
        return [_published(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _published(each) for key, each in schema.items()}
    if "properties" in found and found.get("additionalProperties") is False:
        del found["additionalProperties"]
    if isinstance(found.get("$ref"), str):
        found["$ref"] = f"{REF}{found['$ref'].rpartition('/')[2]}"
    return found


def _computed() -> dict[str, Schema]:
    rating = {"enum": [*(each.value for each in Completion), None]}
    parts = model.Commitment.model_construct().verifiable_parts
    return {
        "completion": record({voice.value: rating for voice in VOICES.values()}),
        "verifiable_parts": record({name: {"type": "boolean"} for name in parts}),
        "deadline": {"enum": [each.value for each in Deadline]},
    }


def _own() -> dict[str, Schema]:
    page = by_language(URI)
    links = record({"page": page, "source": MAYBE_URI})
    links["properties"] |= {"self": URI, "versions": URI}
    narrated = {"narrative": by_language(TEXT)}
    return {
        "Links": links,
        "Licence": record({"name": TEXT, "url": URI}),
        "CommitmentRecord": _and(
            "Commitment", {**narrated, "updates": listed(TEXT), **_computed()}
        ),
        "StageRecord": _and("Stage", narrated),
        "MeetingRecord": _and("Meeting", narrated),
        "MilestoneInList": _and("Milestone", {"commitment": TEXT, "links": ref("Links")}),
        **{f"{name}InList": _and(name, {"links": ref("Links")}) for name in _IN_LISTS},
        "CommitmentSummary": record(_summary() | {"links": ref("Links")}),
    }


def _and(name: str, properties: Mapping[str, Schema]) -> Schema:
    return {"allOf": [ref(name), record(properties)]}


_IN_LISTS = tuple(
    each.__name__
    for kind, each in _MODELS.items()
    if kind not in (Kind.PLAN, Kind.COMMITMENT, Kind.POLICY_AREA)
)


def _summary() -> dict[str, Schema]:
    ids: Schema = {"type": ["array", "null"], "items": TEXT}
    title = by_language(TEXT)
    return {
        "id": TEXT,
        "plan": TEXT,
        "number": NUMBER,
        "stream": ref("Stream"),
        "title": title,
        "short_title": {"anyOf": [title, {"type": "null"}]},
        "theme": MAYBE,
        "policy_areas": ids,
        "lead_organizations": ids,
        "start_date": {**MAYBE, "pattern": DATE_PATTERN},
        "end_date": {**MAYBE, "pattern": DATE_PATTERN},
        **_computed(),
    }
