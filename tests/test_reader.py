"""YAML and front matter are read strictly: nothing is guessed and every value has its place."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from renaksi.problem import Place, Problem
from renaksi.reader import MAX_DEPTH, Document, read_front_matter, read_yaml
from renaksi.signs import MAX_CHARACTERS
from renaksi.syntax import explain


def read(text: str) -> Document:
    document = read_yaml(text, "x.yaml")
    assert isinstance(document, Document), document
    return document


def refuse(text: str) -> Problem:
    problem = read_yaml(text, "x.yaml")
    assert isinstance(problem, Problem), problem
    return problem


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "true",
        "012",
        "0x10",
        "12:30",
        "1_000",
        "1.50",
        "2018-08",
        "2018-08-08",
        ".inf",
        "=",
        "<<",
        "nul",
        "NuLL",
        "0o7",
        "1e3",
        "Tidak",
    ],
)
def test_plain_scalar_stays_as_it_is_written(text: str) -> None:
    assert read(f"value: {text}").data == {"value": text}


@pytest.mark.parametrize("key", ["no", "012", "12:30", "2018-08", "y", "null", "~"])
def test_key_stays_as_it_is_written(key: str) -> None:
    assert read(f"{key}: x").data == {key: "x"}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_forms_of_null_are_none(text: str) -> None:
    assert read(f"value: {text}").data == {"value": None}


@pytest.mark.parametrize("text", ['"null"', "'~'", '""', "'Null'"])
def test_quoted_null_is_text(text: str) -> None:
    assert read(f"value: {text}").data == {"value": text[1:-1]}


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n"])
def test_empty_text_is_a_document_of_nothing(text: str) -> None:
    assert read(text).data is None


def test_blocks_keep_their_lines() -> None:
    assert read("a: |\n  one\n  two\nb: >-\n  one\n  two\n").data == {
        "a": "one\ntwo\n",
        "b": "one two",
    }


def test_value_and_key_have_their_places() -> None:
    document = read("a:\n  - id: x\n    to: y\n")
    assert document.place(("a", 0, "to")) == Place("x.yaml", 3, 9)
    assert document.place(("a", 0, "to"), key=True) == Place("x.yaml", 3, 5)
    assert document.place(("a", 0)) == Place("x.yaml", 2, 5)


def test_place_of_what_is_missing_is_that_of_its_parent() -> None:
    document = read("a:\n  b: c\n")
    assert document.place(("a", "z", "y")) == document.place(("a",)) == Place("x.yaml", 2, 3)


def test_front_matter_places_count_the_lines_of_the_file() -> None:
    document = read_front_matter("---\nid: x\ntitle: {id: y}\n---\n\n\nProse\n---\n", "x.md")
    assert isinstance(document, Document)
    assert document.data == {"id": "x", "title": {"id": "y"}}
    assert document.body == "Prose\n---\n"
    assert document.place(("id",)) == Place("x.md", 2, 5)
    assert document.place(("title", "id"), key=True) == Place("x.md", 3, 9)


def test_problem_in_front_matter_counts_the_lines_of_the_file() -> None:
    problem = read_front_matter("---\nid: x\nid: y\n---\n", "x.md")
    assert isinstance(problem, Problem)
    assert (problem.rule, problem.place) == ("duplicate-key", Place("x.md", 3, 1))


def test_text_without_front_matter_is_all_prose() -> None:
    document = read_front_matter("Prose\n---\nid: x\n---\n", "x.md")
    assert isinstance(document, Document)
    assert (document.data, document.body) == (None, "Prose\n---\nid: x\n---\n")
    assert document.body_line == 1


def test_yaml_has_no_prose() -> None:
    assert read("id: x").body == ""


def test_rule_of_dashes_with_spaces_opens_and_closes_front_matter() -> None:
    document = read_front_matter("--- \nid: x\n---\t\nProse", "x.md")
    assert isinstance(document, Document)
    assert (document.data, document.body) == ({"id": "x"}, "Prose")


def test_duplicate_key_is_reported_with_both_lines() -> None:
    problem = refuse("a: 1\nb: 2\na: 3\n")
    assert (problem.rule, problem.place) == ("duplicate-key", Place("x.yaml", 3, 1))
    assert "line 1 and line 3" in problem.message.en
    assert "baris 1 dan baris 3" in problem.message.id


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_100_000_levels_are_refused_and_do_not_crash(opening: str) -> None:
    assert refuse(opening * 100_000).rule == "nesting"


def test_nesting_is_allowed_up_to_the_bound() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).data
    assert refuse("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2)).rule == "nesting"


def test_text_over_the_bound_on_size_is_refused_unread() -> None:
    assert read("# " + "x" * (MAX_CHARACTERS - 2)).data is None
    assert refuse("[" * (MAX_CHARACTERS + 1)).rule == "file-size"


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b",
        "a: *x",
        "a: !!str b",
        "a: !x b",
        "&x [a]",
        "!!map {a: b}",
        "a: b\n---\nc: d",
        "[a]: b",
        "*x : b",
        "&x a: b",
        "!!str a: b",
    ],
)
def test_more_than_plain_yaml_is_refused(text: str) -> None:
    assert refuse(text).rule == "plain-yaml"


@pytest.mark.parametrize("text", ["a: b: c", "a: 'b", "a: [b", "a: @b", "%x", "a: `b"])
def test_text_that_is_no_yaml_is_a_syntax_problem(text: str) -> None:
    assert refuse(text).rule == "yaml-syntax"


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\u202e", "\u2066", "\ufeff", "\uffff"])
def test_hidden_character_is_refused_at_its_place(sign: str) -> None:
    problem = refuse(f"a: b\nc: d{sign}e")
    assert (problem.rule, problem.place) == ("hidden-character", Place("x.yaml", 2, 5))
    assert f"U+{ord(sign):04X}" in problem.message.en


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('a: "\\u202e"', 4),
        ('a: "\\x07"', 4),
        ('a: "x\\u2061"', 4),
        ('a: "\\N"', 4),
        ('a: [b, "\\L"]', 8),
        ('"\\0": b', 1),
    ],
)
def test_hidden_character_that_is_written_as_an_escape_is_refused_too(
    text: str, column: int
) -> None:
    problem = refuse(text)
    assert (problem.rule, problem.place) == ("hidden-character", Place("x.yaml", 1, column))


def test_byte_order_mark_is_named_with_what_an_editor_calls_its_remedy() -> None:
    problem = refuse("\ufeffa: b")
    assert "UTF-8 tanpa BOM" in problem.message.id
    assert "UTF-8 without BOM" in problem.message.en


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n\tb: c", 2, 1),
        ("a: b\n\tc: d", 2, 1),
        ("a:\n  b: c\n  \td: e", 3, 3),
        ("- a: b\n\tc: d", 2, 1),
        ("\ta: b", 1, 1),
        ("a:\tb", 1, 3),
        ('a: "b\tc"', 1, 6),
        ("a: b # c\t", 1, 9),
    ],
)
def test_tab_is_named_at_its_place(text: str, line: int, column: int) -> None:
    problem = refuse(text)
    assert (problem.rule, problem.place) == ("tab-character", Place("x.yaml", line, column))
    assert "ganti dengan spasi" in problem.message.id


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('a: b\nc: "d\ne: f\n', 2, 4),
        ("a: b\nc: 'd\ne: f\n", 2, 4),
        ('a: "b\nc: "d"\ne: f\n', 1, 4),
        ('- "a\n- "b"\n', 1, 3),
        ('{"a: 1', 1, 2),
    ],
)
def test_quotation_that_is_never_closed_is_located_where_it_begins(
    text: str, line: int, column: int
) -> None:
    problem = refuse(text)
    assert (problem.rule, problem.place) == ("yaml-syntax", Place("x.yaml", line, column))
    assert "a little above" in problem.message.en


@pytest.mark.parametrize("text", ['a: "b" c', 'a: "b\n  c"\nd: e: f', 'a: "\\q"', "a: b: c"])
def test_other_syntax_errors_blame_no_quotation_mark(text: str) -> None:
    assert "never closed" not in refuse(text).message.en


@given(
    st.text(alphabet=st.sampled_from("ab:-[]{},'\"&*!|>#%@`\n \t~?\\0\0\ufeff\u2028é"), max_size=40)
)
@example("? : :")
@example('"\\ud800"')
@example("--- ---")
@example("...\n...")
@example("%YAML 9.9\n---\n")
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_document_or_a_problem(text: str) -> None:
    for result in (
        read_yaml(text, "x"),
        read_front_matter(text, "x"),
        read_front_matter(f"---\n{text}\n---\n", "x"),
    ):
        assert isinstance(result, Document | Problem)
        if isinstance(result, Document):
            assert plain(result.data)


@given(st.binary(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_bytes_that_are_text_give_a_document_or_a_problem(content: bytes) -> None:
    text = content.decode("utf-8", errors="ignore")
    assert isinstance(read_yaml(text, "x"), Document | Problem)


def plain(data: Any) -> bool:
    if isinstance(data, dict):
        return all(isinstance(key, str) and plain(value) for key, value in data.items())
    if isinstance(data, list):
        return all(map(plain, data))
    return data is None or isinstance(data, str)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\nb:5\nc: 2\n", 2, 3, "A space must follow the colon"),
        ("a:5\nb: 2\n", 1, 3, "A space must follow the colon"),
        ("a:\n  b:5\n  c: 2\n", 2, 5, "A space must follow the colon"),
        ("a:\n  b:5\n c: 2\n", 3, 2, "The spaces at the start"),
        ("x\ny: 1\n", 2, 1, "The spaces at the start"),
        ("a: x\nhttps://x.test\n", 2, 1, "has no colon"),
        ("a:\n  b: [M] x\n", 2, 6, "begins with this sign"),
        ("- {M} x\n- y\n", 1, 3, "begins with this sign"),
        ("a: **M** x\n", 1, 4, "begins with this sign"),
        ("a: > M\nb: c\n", 1, 4, "begins with this sign"),
        ("a: | M\nb: c\n", 1, 4, "begins with this sign"),
        ("a: `M`\n", 1, 4, "begins with this sign"),
        ("a: 'b' c\nd: e\n", 1, 8, "may follow the closing quotation mark"),
        ('a: "b" c\nd: e\n', 1, 8, "may follow the closing quotation mark"),
        ("a: 'b\nc: 'd'\n", 1, 4, "is opened here"),
        ("a: 'b\n---\n", 1, 4, "is opened here"),
        ("a: 'b\n", 1, 4, "is opened here"),
        ('a: "C:\\z"\n', 1, 7, "use single quotes"),
    ],
)
def test_common_slips_of_yaml_are_explained(text: str, line: int, column: int, words: str) -> None:
    problem = refuse(text)
    assert (problem.rule, problem.place) == ("yaml-syntax", Place("x.yaml", line, column))
    assert words in problem.message.en


def test_what_is_not_explained_says_where_to_look() -> None:
    asked = (
        "Susunan YAML tidak dapat dibaca di sini. Periksa titik dua, tanda kutip, "
        "dan jumlah spasi di awal baris, di sini atau sedikit di atasnya.",
        "The YAML cannot be read here. Check the colon, the quotes and the spaces "
        "at the start of the line, here or a little above.",
    )
    located = refuse("%YAML 1.1\na: b\n")
    assert located.place == Place("x.yaml", 2, 1)
    unlocated = explain("a: b", "x.yaml", yaml.YAMLError("?"), None)
    assert unlocated.place == Place("x.yaml", 1, 1)
    for problem in (located, unlocated):
        assert (problem.message.id, problem.message.en) == asked


def test_fence_may_have_blanks_behind_it_and_data_may_be_indented_by_one() -> None:
    text = "---\na: b\n---\nc: d\ne:\n f: g\n---  \n\nWords.\n"
    problem = read_front_matter(text, "x.md", ("a", "c", "e"))
    assert isinstance(problem, Problem)
    assert (problem.rule, problem.place.line) == ("front-matter", 3)
