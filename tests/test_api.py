"""The JSON API: every document is what the OpenAPI description says, by validators of others."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from renaksi import layout
from renaksi.corpus import Corpus
from renaksi.model import Redirect
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from tests import golden, golden_data

ROOTS = {"golden_site": golden.CORPUS, "real_site": golden.ROOT}
API = "api/v1"
# What the documents say of entries whose form here is another one.
OWN = {"links", "narrative", "updates", "completion", "verifiable_parts", "deadline", "commitment"}


def documents(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path below the API and content of every document."""
    for path in sorted((site / API).rglob("*.json")):
        name = path.relative_to(site / API).as_posix()
        if name != "openapi.json" and not name.startswith("schema/"):
            yield name, json.loads(path.read_bytes())


def openapi(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / API / "openapi.json").read_bytes())
    return found


def find_operation(description: dict[str, Any], name: str) -> dict[str, Any]:
    """The operation of the one path that a document is at; literal paths come first."""
    for path in sorted(description["paths"], key=lambda each: each.count("{")):
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), f"/{name}"):
            found: dict[str, Any] = description["paths"][path]["get"]
            return found
    raise AssertionError(name)


def test_description_is_valid_openapi(site: Path) -> None:
    command = [sys.executable, "-m", "openapi_spec_validator", str(site / API / "openapi.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert openapi(site)["openapi"].startswith("3.1.")


def test_every_document_is_what_the_description_says(site: Path) -> None:
    description = openapi(site)
    checks = FormatChecker()
    seen: set[str] = set()
    for name, document in documents(site):
        operation = find_operation(description, name)
        seen.add(operation["operationId"])
        content = operation["responses"]["200"]["content"]["application/json"]
        schema = {**content["schema"], "components": description["components"]}
        errors = list(Draft202012Validator(schema, format_checker=checks).iter_errors(document))
        assert not errors, (name, errors[0].json_path, errors[0].message)
    described = {each["get"]["operationId"] for each in description["paths"].values()}
    assert described - seen <= {"changes_month"}  # without Git there are no months


def test_every_document_is_valid_by_the_schema_that_it_names(site: Path) -> None:
    for name, document in documents(site):
        path = urlsplit(document["$schema"]).path.rpartition(f"/{API}/")[2]
        schema = json.loads((site / API / path).read_bytes())
        assert schema["$id"] == document["$schema"]
        Draft202012Validator.check_schema(schema)
        assert Draft202012Validator(schema).is_valid(document), name


def test_description_tells_of_every_field_that_documents_hold(site: Path) -> None:
    """Schemas allow further fields, so that v1 can grow; none may be there undescribed."""
    strict = openapi(site)
    shapes = strict["components"]["schemas"]
    parts = {part["$ref"].rpartition("/")[2] for each in shapes.values() for part in refs(each)}
    for name, shape in shapes.items():
        if name not in parts:
            shapes[name] = closed(shape)
    assert parts and "Commitment" in parts
    for name, document in documents(site):
        operation = find_operation(strict, name)
        content = operation["responses"]["200"]["content"]["application/json"]
        schema = {**content["schema"], "components": strict["components"]}
        errors = list(Draft202012Validator(schema).iter_errors(document))
        assert not errors, (name, errors[0].json_path, errors[0].message)


def refs(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The shapes that a shape adds fields to."""
    return (part for part in schema.get("allOf", ()) if "$ref" in part)


def closed(schema: Any) -> Any:
    """A schema that allows no other fields than it names, but for what it is put together from."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    parts = schema.get("allOf", [])
    found = {key: closed(each) for key, each in schema.items()} | (
        {"allOf": parts} if parts else {}
    )
    named = "properties" in schema or parts
    return {**found, "unevaluatedProperties": False} if named else found


@pytest.mark.parametrize("name", ROOTS)
def test_documents_hold_every_field_of_every_entry(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    corpus, _ = validate(ROOTS[name])
    for kind, path in (
        (Kind.STAGE, "stages"),
        (Kind.MEETING, "meetings"),
        (Kind.ORGANIZATION, "organizations"),
        (Kind.PERSON, "people"),
        (Kind.SOURCE, "sources"),
        (Kind.TERM, "glossary"),
        (Kind.NOTE, "notes"),
        (Kind.PLAN_OVERVIEW, "plans"),
        (Kind.UPDATE, "updates"),
    ):
        data = json.loads((site / API / f"{path}.json").read_bytes())["data"]
        found = {each["id"]: each for each in data}
        assert [*found] and found.keys() == {entry.id for entry in corpus.of(kind)}
        for entry in corpus.of(kind):
            assert _plain(found[entry.id]) == _plain(entry.model_dump(mode="json")), entry.id
    for entry in corpus.commitments:
        document = json.loads((site / API / f"commitments/{entry.id}.json").read_bytes())
        assert _plain(document["data"]) == _plain(entry.model_dump(mode="json"))
    plan = json.loads((site / API / "plan.json").read_bytes())["data"]
    assert plan == corpus.plan.model_dump(mode="json")


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in record.items() if key not in OWN - {"commitment"}}


@pytest.mark.parametrize("name", ROOTS)
def test_narratives_and_milestones_are_there_in_full(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    corpus, _ = validate(ROOTS[name])
    steps = json.loads((site / API / "milestones.json").read_bytes())["data"]
    told = [(each["commitment"], each["id"]) for each in steps]
    assert told == [(item.id, step.id) for item in corpus.commitments for step in item.milestones]
    for entry in corpus.commitments:
        data = json.loads((site / API / f"commitments/{entry.id}.json").read_bytes())["data"]
        assert data["narrative"] == _narratives(corpus, entry.id)


def _narratives(corpus: Corpus, id: str) -> dict[str, str]:
    texts = corpus.prose.get((Kind.COMMITMENT, id), {})
    return {code: prose.text for code, prose in texts.items() if prose.text.strip()}


def test_links_lead_to_documents_and_pages_that_exist(site: Path) -> None:
    base = openapi(site)["servers"][0]["url"].removesuffix(API)
    led: set[str] = set()
    for _, document in documents(site):
        led |= set(_addresses(document, base))
    assert len(led) > 60
    missing = [each for each in sorted(led) if not _exists(site, each.removeprefix(base))]
    assert missing == []


def _addresses(value: Any, base: str) -> Iterator[str]:
    """Every address of the site in the links of a document."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "links":
                yield from (found for found in _texts(each) if found.startswith(base))
            yield from _addresses(each, base)
    elif isinstance(value, list):
        for each in value:
            yield from _addresses(each, base)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)


def _exists(site: Path, path: str) -> bool:
    page, _, anchor = path.partition("#")
    file = site / page / "index.html" if page.endswith("/") or not page else site / page
    return file.is_file() and (not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"))


def test_description_promises_nothing_less_than_before(golden_site: Path) -> None:
    """The fields of v1 as they were accepted: lines may come, none may go."""
    accepted = (golden.EXPECTED / "api-fields.txt").read_text(encoding="utf-8").splitlines()
    assert len(accepted) > 300
    assert sorted(set(accepted) - set(golden_data.fields(openapi(golden_site)))) == []


def test_every_list_is_in_the_order_of_the_site_and_says_its_day(real_site: Path) -> None:
    for _, document in documents(real_site):
        assert document["as_of"] == golden.AS_OF
        assert document["licence"]["name"] == "CC BY 4.0"
        assert set(document["links"]["page"]) <= set(layout.LANGUAGES)
    numbers = [
        each["number"]
        for each in json.loads((real_site / API / "commitments.json").read_bytes())["data"]
    ]
    assert numbers == list(range(1, 20))


def test_former_ids_keep_their_addresses(golden_site: Path) -> None:
    corpus, _ = validate(golden.CORPUS)
    folders = {Kind.COMMITMENT: "commitments", Kind.STAGE: "stages", Kind.MEETING: "meetings"}
    redirects = (each for each in corpus.of(Kind.REDIRECT) if isinstance(each, Redirect))
    moved = [each for each in redirects if each.kind in folders]
    assert moved
    for redirect in moved:
        folder = folders[redirect.kind]
        former = json.loads((golden_site / API / f"{folder}/{redirect.id}.json").read_bytes())
        present = f"{folder}/{redirect.to}.json"
        assert former["data"] == json.loads((golden_site / API / present).read_bytes())["data"]
