"""Problems as people read them: sorted, bilingual, counted, and harmless to a terminal."""

import pytest

from renaksi.problem import Message, Place, Problem, Severity
from renaksi.report import printable, render_text


def problem(path: str, line: int, *, rule: str = "a-rule", key: str = "", **more: str) -> Problem:
    message = Message(id=more.get("id", "Salah."), en=more.get("en", "Wrong."))
    return Problem(Place(path, line), rule, message, key)


def test_problem_says_where_how_bad_what_and_which_rule() -> None:
    found = Problem(Place("data/x.yaml", 14, 7), "a-rule", Message("Salah.", "Wrong."), "a.m2.b")
    assert render_text([found]).splitlines() == [
        "data/x.yaml:14:7: error: a.m2.b: Salah. [a-rule]",
        "    Wrong.",
        "1 kesalahan, 0 peringatan / 1 errors, 0 warnings",
    ]


def test_problem_without_a_key_names_none() -> None:
    assert render_text([problem("x", 1)]).startswith("x:1:1: error: Salah. [a-rule]\n")


def test_problems_are_sorted_by_path_line_and_rule() -> None:
    mixed = [
        problem("b", 1),
        problem("a", 10),
        problem("a", 9, rule="b"),
        problem("a", 9, rule="a"),
    ]
    heads = [line.split(" ")[0] + line[-4:] for line in render_text(mixed).splitlines()[:-1:2]]
    assert heads == ["a:9:1: [a]", "a:9:1: [b]", "a:10:1:ule]", "b:1:1:ule]"]


def test_last_line_counts_errors_and_warnings_apart() -> None:
    warning = Problem(Place("x"), "w", Message("Awas.", "Mind."), severity=Severity.WARNING)
    text = render_text([problem("x", 1), warning, problem("x", 2)])
    assert text.splitlines()[-1] == "2 kesalahan, 1 peringatan / 2 errors, 1 warnings"
    assert "x:1:1: warning: Awas. [w]" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\u001b[31mred"),
        ("a\nb\tc\0", "a\\u000ab\\u0009c\\u0000"),
        ("\u202eolleh", "\\u202eolleh"),
        ("\u200f\ufeff", "\\u200f\\ufeff"),
        ("é 🎉 שלום", "é 🎉 שלום"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_every_part_of_a_problem_is_made_printable() -> None:
    found = problem("a\x1b.md", 1, key="\x1bkey", id="\x1bid", en="\x1ben", rule="\x1brule")
    text = render_text([found])
    assert "\x1b" not in text
    assert text.count("\\u001b") == 5


def test_hint_names_the_nearest_known_word() -> None:
    message = Message("Salah.", "Wrong.")
    assert message.hint("nmae", ["name", "note"]).en == 'Wrong. Did you mean "name"?'
    assert message.hint("nmae", ["name"]).id == 'Salah. Mungkin maksudnya "name".'
    assert message.hint("xyzzy", ["name", "note"]) == message
