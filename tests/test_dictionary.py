"""The page "data dictionary" tells of every field of every file, in both languages."""

import re
from pathlib import Path

import pytest

from renaksi.layout import LANGUAGES, LAYOUT
from renaksi.publish.schema import schema_name
from renaksi.publish.views import dictionary
from renaksi.vocabulary import Ambition, Completion, Kind, Voice
from tests import trees
from tests.test_site import GOLDEN


@pytest.fixture(params=LANGUAGES)
def view(request: pytest.FixtureRequest) -> dict:
    return dictionary.view(GOLDEN.desk(request.param))


def test_every_kind_of_file_and_every_field_is_there(view: dict) -> None:
    files = {
        path: file for file in view["files"] for place in file["places"] for path in place["paths"]
    }
    for place in LAYOUT:
        fields = {field["key"] for field in files[place.pattern]["fields"]}
        assert fields == set(place.model.model_fields)


def test_every_field_says_what_it_holds(view: dict) -> None:
    for record in [*view["files"], *view["shared"]]:
        for field in record["fields"]:
            assert field["holds"], (record["title"], field["key"])
            assert all(value.text.strip() for value in field["holds"])


def test_every_field_says_what_it_is_and_records_have_readable_names(view: dict) -> None:
    for record in [*view["files"], *view["shared"]]:
        assert " " in record["text"]
        for field in record["fields"]:
            assert field["label"][0].isupper(), field["key"]
            assert field["text"].endswith((".", "...")), field["key"]
            texts = [field["label"], field["text"], *(value.text for value in field["holds"])]
            assert not [text for text in texts if re.search(r"\b[A-Z][a-z]+[A-Z][a-z]", text)]
    titles = [record["title"] for record in view["shared"]]
    assert titles == sorted(titles), "in the order of the reader's alphabet"


def test_values_of_a_list_are_shown_with_the_words_of_readers(view: dict) -> None:
    fields = {
        (record["name"], field["key"]): dict(field["choices"])
        for record in [*view["files"], *view["shared"]]
        for field in record["fields"]
    }
    for name, key, values in (
        ("Update", "voice", Voice),
        ("Concern", "kind", Kind),
        ("IrmDesign", "ambition", Ambition),
        ("PlanOverview", "irm_completion", Completion),
    ):
        assert list(fields[name, key]) == list(values)
        assert all(fields[name, key].values()), "every value has a word"
    assert fields["Commitment", "title"] == {}


def test_facts_are_explained_once(view: dict) -> None:
    names = [record["name"] for record in view["shared"]]
    assert [name for name in names if name.startswith("Fact")] == ["Fact"]
    assert len(names) == len(set(names))


def test_schemas_are_published_beside_the_page(golden_site: Path) -> None:
    page = golden_site / "kamus-data" / "index.html"
    linked = {link for _, link in trees.links(page) if link.endswith(".schema.json")}
    assert linked == {f"../schema/{schema_name(place)}" for place in LAYOUT}
    for link in linked:
        published = (page.parent / link).resolve().read_bytes()
        assert published == (Path("schema") / Path(link).name).read_bytes()
