"""The page "data dictionary" tells of every field of every file, in both languages."""

from pathlib import Path

import pytest

from renaksi.layout import LANGUAGES, LAYOUT
from renaksi.publish.schema import schema_name
from renaksi.publish.views import dictionary
from tests import trees
from tests.test_site import GOLDEN


@pytest.fixture(params=LANGUAGES)
def view(request: pytest.FixtureRequest) -> dict:
    return dictionary.view(GOLDEN.desk(request.param))


def test_every_kind_of_file_and_every_field_is_there(view: dict) -> None:
    files = {path: file for file in view["files"] for path in file["paths"]}
    for place in LAYOUT:
        fields = {field["key"] for field in files[place.pattern]["fields"]}
        assert fields == set(place.model.model_fields)


def test_every_field_says_what_it_holds(view: dict) -> None:
    for record in [*view["files"], *view["shared"]]:
        for field in record["fields"]:
            assert field["holds"], (record["title"], field["key"])
            assert all(value.text.strip() for value in field["holds"])


def test_facts_are_explained_once(view: dict) -> None:
    names = [record["title"] for record in view["shared"]]
    assert [name for name in names if name.startswith("Fact")] == ["Fact"]
    assert len(names) == len(set(names))


def test_schemas_are_published_beside_the_page(golden_site: Path) -> None:
    page = golden_site / "kamus-data" / "index.html"
    linked = {link for _, link in trees.links(page) if link.endswith(".schema.json")}
    assert linked == {f"../schema/{schema_name(place)}" for place in LAYOUT}
    for link in linked:
        published = (page.parent / link).resolve().read_bytes()
        assert published == (Path("schema") / Path(link).name).read_bytes()
