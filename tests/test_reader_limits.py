"""The reader to the letter: what just fits, what a file without data is, where its prose begins."""

import pytest

from renaksi.problem import Place, Problem
from renaksi.reader import MAX_DEPTH, MAX_SCALAR, Document, read_front_matter, read_yaml


def test_entry_of_the_greatest_length_is_read() -> None:
    assert isinstance(read_yaml("a: " + "x" * MAX_SCALAR, "x.yaml"), Document)
    assert isinstance(read_yaml("a: " + "x" * (MAX_SCALAR + 1), "x.yaml"), Problem)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_lists_and_mappings_may_be_nested_to_the_same_depth(opening: str, closing: str) -> None:
    fits = opening * MAX_DEPTH + closing * MAX_DEPTH
    assert isinstance(read_yaml(fits, "x.yaml"), Document)
    deeper = read_yaml(opening * (MAX_DEPTH + 1) + "x" + closing * (MAX_DEPTH + 1), "x.yaml")
    assert isinstance(deeper, Problem)
    assert deeper.rule == "nesting"


def test_file_without_front_matter_has_its_place_at_the_top() -> None:
    document = read_front_matter("Prose\n", "x.md")
    assert isinstance(document, Document)
    assert document.place() == document.place(("id",)) == Place("x.md", 1, 1)
    assert document.body_line == 1


def test_empty_front_matter_is_an_empty_mapping() -> None:
    document = read_front_matter("---\n---\nProse\n", "x.md")
    assert isinstance(document, Document)
    assert document.data == {}


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\nid: x\n---\nProse\n", "Prose\n", 4),
        ("---\nid: x\n---\n\n\nProse\n\nmore", "Prose\n\nmore", 6),
        ("---\nid: x\nto: y\n---\n\n    code\n", "    code\n", 6),
        ("---\nid: x\n---\n\nXylophone", "Xylophone", 5),
    ],
)
def test_prose_begins_at_its_first_line_of_words(text: str, body: str, line: int) -> None:
    document = read_front_matter(text, "x.md")
    assert isinstance(document, Document)
    assert (document.body, document.body_line) == (body, line)
