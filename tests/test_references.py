"""References are found by walking the model, wherever they stand."""

from typing import Any

from renaksi import model
from renaksi.layout import LAYOUT
from renaksi.references import find_references
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from tests.cases import CORPUS


def build(model_type: type[model.Entry], **data: Any) -> model.Entry:
    return model_type.model_validate({"id": "x", **data})


def test_references_have_the_path_of_keys_to_them() -> None:
    speaker = {
        "person": "nimbus",
        "role": {"id": "x"},
        "function": "chair",
        "source": ["one", "two"],
    }
    meeting = build(
        model.Meeting, title={"id": "x"}, plan="p", stage="s", speakers=[speaker], commitments=["c"]
    )
    assert list(find_references(meeting)) == [
        (("plan",), Kind.PLAN, "p"),
        (("stage",), Kind.STAGE, "s"),
        (("speakers", 0, "person"), Kind.PERSON, "nimbus"),
        (("speakers", 0, "source", 0), Kind.SOURCE, "one"),
        (("speakers", 0, "source", 1), Kind.SOURCE, "two"),
        (("commitments", 0), Kind.COMMITMENT, "c"),
    ]


def test_references_in_facts_and_by_language_are_found() -> None:
    stage = build(
        model.Stage,
        title={"id": "x"},
        title_source={"id": "one", "en": ["two"]},
        plan="p",
        number="1",
        start_date={"value": None, "source": "three"},
    )
    found = {(loc, id) for loc, kind, id in find_references(stage) if kind is Kind.SOURCE}
    assert found == {
        (("title_source", "id", 0), "one"),
        (("title_source", "en", 0), "two"),
        (("start_date", "source", 0), "three"),
    }


def test_an_id_that_names_the_entry_itself_is_no_reference() -> None:
    term = build(model.VocabularyTerm, label={"id": "x"})
    assert list(find_references(term)) == []


def test_invented_corpus_refers_to_every_kind_that_can_be_referred_to() -> None:
    corpus, _ = validate(CORPUS)
    kinds = {
        kind
        for entries in corpus.entries.values()
        for entry in entries.values()
        for _, kind, _ in find_references(entry)
    }
    unreferenced = {Kind.MEETING, Kind.UPDATE, Kind.TERM, Kind.NOTE, Kind.PAGE} | {
        *(Kind.EXCEPTION, Kind.REDIRECT, Kind.AUDIT),
    }
    assert kinds == {place.kind for place in LAYOUT} - unreferenced
