"""The JSON Schemas: up to date, bilingual, and in agreement with the corpus and the model."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from renaksi import layout
from renaksi.cli import main
from renaksi.publish.schema import build_schemas, schema_name
from renaksi.publish.words import load_words
from tests import cases

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "schema"
STAGE = "content/stages/2030-2031/01-first-drops.md"


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers and booleans, but neither dates nor `yes` and `no`."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern in {
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?[0-9]*\.[0-9]+",
    "null": r"~|null|Null|NULL|",
}.items():
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None
    )


def schemas() -> dict[str, bytes]:
    words, problems = load_words(ROOT / "theme" / "strings")
    assert problems == []
    return build_schemas(words)


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / name).read_bytes()))


def as_edited(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\n", 2)[1]
    return yaml.load(text, EditorLoader)


def files(root: Path) -> list[tuple[str, str]]:
    """Every file of a corpus that holds data, and the name of its schema."""
    found = {
        path.relative_to(root).as_posix(): schema_name(place)
        for place in layout.LAYOUT
        for path in root.glob(place.pattern)
        if layout.prose_language(path.name) == layout.PRIMARY_LANGUAGE
    }
    return sorted(found.items())


def inner(schema: Any) -> list[dict[str, Any]]:
    """Every mapping of a schema."""
    if isinstance(schema, list):
        return [each for item in schema for each in inner(item)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(each for item in schema.values() for each in inner(item))]


def test_schema_folder_is_up_to_date() -> None:
    expected = schemas()
    present = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert sorted(present) == sorted(expected), "run 'make schema' and remove what is too much"
    stale = [name for name in expected if present[name] != expected[name]]
    assert stale == [], "run 'make schema'"


def test_there_is_a_schema_for_every_kind() -> None:
    assert schemas().keys() == {schema_name(place) for place in layout.LAYOUT}
    assert len(schemas()) == len({place.kind for place in layout.LAYOUT})


def test_schemas_are_made_alike_every_time() -> None:
    assert schemas() == schemas()


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_is_a_schema_of_2020_12(name: str) -> None:
    schema = json.loads((FOLDER / name).read_bytes())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_is_titled_and_described_in_both_languages(name: str) -> None:
    schema = json.loads((FOLDER / name).read_bytes())
    assert " / " in schema["title"]
    record = schema.get("items", schema)
    for described in (record, *schema["$defs"].values()):
        indonesian, english = described["description"].split(" / ", 1)
        assert indonesian != english
        assert indonesian.endswith((".", "..."))


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_holds_nothing_of_the_insides_of_pydantic(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert not re.search(r"Annotated|Validator|FieldInfo|renaksi__|StringConstraints", text)
    for each in inner(json.loads(text)):
        assert not {"ge", "le", "default"} & (each.keys() - each.get("properties", {}).keys())
        if each.get("type") == "array":
            assert "minLength" not in each
        if "$ref" in each:
            assert each["$ref"].removeprefix("#/$defs/") in json.loads(text)["$defs"]


def test_fields_are_titled_in_the_words_of_readers() -> None:
    fields = json.loads((FOLDER / "commitment.schema.json").read_bytes())["properties"]
    assert fields["lead_organizations"]["title"] == "Penanggung jawab / Lead organisations"
    headline = json.loads((FOLDER / "renaksi.schema.json").read_bytes())["$defs"]["IrmHeadline"]
    assert headline["properties"]["recommendation"]["title"] == "Saran IRM / The IRM's advice"


@pytest.mark.parametrize(("path", "name"), files(ROOT))
def test_file_of_the_real_corpus_fits_its_schema(path: str, name: str) -> None:
    errors = validator(name).iter_errors(as_edited(ROOT / path))
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize(("path", "name"), files(cases.CORPUS))
def test_file_of_the_invented_corpus_fits_its_schema(path: str, name: str) -> None:
    errors = validator(name).iter_errors(as_edited(cases.CORPUS / path))
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.yaml")), ids=lambda path: path.stem)
def test_data_file_names_its_schema_in_the_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    name = f"{path.stem}.schema.json"
    assert first == f"# yaml-language-server: $schema=../schema/{name}"
    assert (FOLDER / name).is_file()


FACT = {"value": "2030-08", "source": "rain"}
WRONG: list[tuple[str, Any]] = [
    ("strt_date", FACT),  # an unknown key
    ("start_date", "2030-08"),  # not a fact
    ("start_date", {"value": "2030-13"}),
    ("start_date", {"value": "August 2030"}),
    ("start_date", {"source": "rain"}),  # a fact without a value
    ("start_date", {**FACT, "source": []}),
    ("start_date", {**FACT, "source": ["Not An Id"]}),
    ("number", 0),
    ("number", "one"),
    ("draft_themes", {"value": -1}),
    ("title", {}),
    ("title", {"english": "x"}),
    ("title", "Tetes pertama"),
    ("outcomes", FACT),  # not a list
]
RIGHT: list[tuple[str, Any]] = [
    ("start_date", FACT),
    ("start_date", {"value": 2030}),  # an editor reads an unquoted year as a number
    ("start_date", {"value": None, "note": {"id": "Tidak jelas.", "en": "Unclear."}}),
    ("start_date", {**FACT, "source": ["rain", "fog"]}),
    ("start_date", None),
    ("number", 3),
    ("outcomes", []),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_what_the_model_refuses_does_not_fit(key: str, value: Any) -> None:
    stage = {**as_edited(cases.CORPUS / STAGE), key: value}
    assert list(validator("stage.schema.json").iter_errors(stage))


@pytest.mark.parametrize(("key", "value"), RIGHT)
def test_what_the_model_accepts_fits(key: str, value: Any) -> None:
    stage = {**as_edited(cases.CORPUS / STAGE), key: value}
    assert list(validator("stage.schema.json").iter_errors(stage)) == []


def test_a_list_file_must_be_a_list_and_addresses_must_be_of_the_web() -> None:
    sources = as_edited(cases.CORPUS / "data/sources.yaml")
    check = validator("sources.schema.json")
    assert check.is_valid(sources)
    assert not check.is_valid(sources[0])
    assert not check.is_valid([{**sources[0], "url": "javascript:alert(1)"}])


def test_a_period_of_the_ledger_may_be_a_year() -> None:
    path = next((cases.CORPUS / "content/updates").rglob("*.yaml"))
    check = validator("update.schema.json")
    for period, fits in ((2030, True), ("2030-S1", True), ("mid-term", True), ("2030-S3", False)):
        update = {**as_edited(path), "reporting_period": period}
        assert check.is_valid(update) is fits


def test_schema_command_writes_the_same_files(tmp_path: Path) -> None:
    assert main(["schema", "--output", str(tmp_path / "a" / "b")]) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "a" / "b").iterdir()}
    assert written == schemas()


def test_schema_command_into_what_is_no_folder_exits_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["schema", "--output", str(tmp_path / "file")]) == 2
    assert "tidak dapat ditulis / cannot be written" in capsys.readouterr().err
