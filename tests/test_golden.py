"""The invented corpus publishes exactly what `tests/expected/` holds."""

from pathlib import Path
from typing import Any

import pytest

from renaksi import layout
from renaksi.model import Entry, PagedEntry, Record, TitledEntry
from renaksi.validate import has_errors, validate
from tests import golden, golden_data

NAMES = sorted(
    [f"{kind}.{language}.html" for kind in golden.PAGES for language in layout.LANGUAGES]
    + [f"{name}.csv" for name in golden.TABLES]
    + ["404.html", "datapackage.json", "ogp-commitments.csv", "sitemap.xml", "problems.txt"]
    + golden_data.NAMES
)
ADVICE = "{name} differs from what is now built: run 'make bless' and review the diff."


@pytest.fixture(scope="module")
def outputs(golden_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return golden.outputs(golden_site, tmp_path_factory.mktemp("broken"))


def test_expected_folder_holds_every_output_and_nothing_else() -> None:
    assert sorted(path.name for path in golden.EXPECTED.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_output_is_the_expected_one_byte_for_byte(outputs: dict[str, bytes], name: str) -> None:
    expected = golden.EXPECTED / name
    same = expected.is_file() and expected.read_bytes() == outputs[name]
    assert same, ADVICE.format(name=name)


def test_every_template_of_a_page_has_an_expected_output() -> None:
    templates = {path.stem for path in (golden.ROOT / "theme" / "pages").glob("*.html")}
    assert templates == golden.PAGES.keys()


def test_invented_corpus_has_no_error() -> None:
    assert not has_errors(validate(golden.CORPUS)[1])


def test_invented_corpus_has_every_kind_of_entry() -> None:
    corpus, _ = validate(golden.CORPUS)
    assert corpus.entries.keys() == {place.kind for place in layout.LAYOUT}


def test_invented_corpus_fills_every_field_of_every_model() -> None:
    corpus, _ = validate(golden.CORPUS)
    filled: set[tuple[str, str]] = set()
    for entries in corpus.entries.values():
        for entry in entries.values():
            collect(entry, filled)
    models = _subclasses(Record) - {Entry, PagedEntry, TitledEntry}
    fields = {(_plain_name(model), name) for model in models for name in model.model_fields}
    assert ("Rating", "criteria") in fields
    assert sorted(fields - filled) == []


def collect(value: Any, filled: set[tuple[str, str]]) -> None:
    """Adds model and name of every field below `value` that holds something."""
    if isinstance(value, Record):
        for name in value.model_fields_set:
            inner = getattr(value, name)
            if inner not in (None, (), {}):
                filled.add((_plain_name(type(value)), name))
                collect(inner, filled)
    elif isinstance(value, tuple):
        for item in value:
            collect(item, filled)


def _plain_name(model: type) -> str:
    return model.__name__.split("[")[0]


def _subclasses(model: type[Record]) -> set[type[Record]]:
    found = set(model.__subclasses__())
    return found | {deep for each in found for deep in _subclasses(each)}
