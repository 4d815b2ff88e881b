"""Whatever stands in a file, the model gives an entry or located problems, never an exception."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renaksi.layout import LAYOUT
from renaksi.model import Entry
from renaksi.problem import Place
from renaksi.reader import Document, read_yaml
from renaksi.sentences import FORMS
from renaksi.shape import parse

MODELS = sorted({place.model for place in LAYOUT}, key=lambda model: model.__name__)
TEXTS = st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["2018-00", "id", "-1", "x y"]))


def document_of(data: Any) -> Document:
    """A document without places, as for a file of one line."""
    empty = read_yaml("", "x.yaml")
    assert isinstance(empty, Document)
    return Document("x.yaml", data, empty.root)


def data_for(model: type[Entry]) -> st.SearchStrategy[Any]:
    """Mappings that are almost right: keys of the model, values of any shape."""
    keys = st.one_of(st.sampled_from([*model.model_fields, "value", "source"]), st.text(max_size=6))
    inner = st.sampled_from(
        ["value", "source", "note", "id", "en", "title", "stream", "url", "kind"]
    )
    values = st.recursive(
        TEXTS,
        lambda deep: st.one_of(
            st.lists(deep, max_size=3), st.dictionaries(inner, deep, max_size=4)
        ),
        max_leaves=8,
    )
    return st.one_of(values, st.dictionaries(keys, values, max_size=8))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_data_gives_an_entry_or_problems(model: type[Entry], data: st.DataObject) -> None:
    found = data.draw(data_for(model))
    entry, problems = parse(document_of(found), (), found, model)
    assert (entry is None) is bool(problems)
    for problem in problems:
        assert problem.place.path == "x.yaml"
        assert problem.message.id
        assert problem.message.en


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_record_refuses_a_key_that_it_does_not_know(model: type[Entry]) -> None:
    _, problems = parse(document_of({"xyzzy": "1"}), (), {"xyzzy": "1"}, model)
    assert [problem.key for problem in problems if problem.rule == "known-key"] == ["xyzzy"]


def test_problem_in_a_list_names_the_record_by_its_id() -> None:
    text = "- id: x\n- id: one\n  milestones:\n    - id: m1\n    - id: m2\n      end_date: never\n"
    document = read_yaml(text, "x.yaml")
    assert isinstance(document, Document)
    commitment = next(model for model in MODELS if model.__name__ == "Commitment")
    _, problems = parse(document, (1,), document.data[1], commitment)
    found = {problem.key: problem.place for problem in problems if problem.rule == "date-form"}
    assert found == {"milestones.m2.end_date": Place("x.yaml", 6, 17)}


def test_problem_in_a_list_of_texts_names_the_item_by_its_number() -> None:
    text = "legal_basis:\n  value:\n    - {id: embun, en: x}\n    - {id: embun, en: [x]}\n"
    document = read_yaml(text, "x.yaml")
    assert isinstance(document, Document)
    commitment = next(model for model in MODELS if model.__name__ == "Commitment")
    _, problems = parse(document, (), document.data, commitment)
    assert "legal_basis.value.2.en" in {problem.key for problem in problems}


def patterns(schema: Any) -> set[str]:
    """Every pattern that a JSON Schema asks for, of keys too."""
    if isinstance(schema, list):
        return set().union(*map(patterns, schema))
    if not isinstance(schema, dict):
        return set()
    own = {schema["pattern"]} if isinstance(schema.get("pattern"), str) else set()
    return own.union(schema.get("patternProperties", ()), *map(patterns, schema.values()))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_form_of_the_model_has_words_of_its_own(model: type[Entry]) -> None:
    assert patterns(model.model_json_schema()) - FORMS.keys() == set()
    assert len(set(FORMS.values())) == len(FORMS)


@pytest.mark.parametrize("text", ["1_000", "1.000", "5.0", "٥"])
def test_number_with_a_separator_is_refused_and_not_guessed(text: str) -> None:
    stage = next(model for model in MODELS if model.__name__ == "Stage")
    data = {"id": "x", "title": {"id": "x"}, "plan": "x", "number": text}
    assert parse(document_of(data), (), data, stage)[1]


@pytest.mark.parametrize("field", ["title", "short_title"])
def test_text_in_no_language_is_refused(field: str) -> None:
    stage = next(model for model in MODELS if model.__name__ == "Stage")
    data = {"id": "x", "title": {"id": "x"}, "plan": "x", "number": "1", field: {}}
    assert parse(document_of(data), (), data, stage)[1]
