"""Problems as people read them: sorted, bilingual, counted, and harmless to a terminal."""

import json
import re

import pytest
from fluidattacks_core.sarif import SarifLog
from hypothesis import given
from hypothesis import strategies as st

from renaksi.problem import Message, Place, Problem, Severity
from renaksi.report import (
    printable,
    read_manual,
    render_github,
    render_json,
    render_sarif,
    render_terminal,
    render_text,
)
from renaksi.report.terminal import count_cells, cut

HOSTILE = "a%0A::error::x\n::add-mask::b\r\x1b]0;x\x07,title=c:d\u202e\x85"
WARNING = Problem(Place("x"), "w", Message("Awas.", "Mind."), severity=Severity.WARNING)


MANUAL = read_manual(
    "b",
    Severity.WARNING,
    "B must be.\n\nWhy. Bad: a. Good: b.\n\nB harus ada.\n\nSebab. Salah: a. Benar: b.",
)


def problem(path: str, line: int, *, rule: str = "a-rule", key: str = "", **more: str) -> Problem:
    message = Message(id=more.get("id", "Salah."), en=more.get("en", "Wrong."))
    return Problem(Place(path, line), rule, message, key)


def test_problem_says_where_how_bad_what_and_which_rule() -> None:
    found = Problem(Place("data/x.yaml", 14, 7), "a-rule", Message("Salah.", "Wrong."), "a.m2.b")
    assert render_text([found]).splitlines() == [
        "data/x.yaml:14:7: error: a.m2.b: Salah. [a-rule]",
        "    Wrong.",
        "1 kesalahan, 0 peringatan / 1 error, 0 warnings",
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
    assert text.splitlines()[-1] == "2 kesalahan, 1 peringatan / 2 errors, 1 warning"


def test_warnings_wait_until_no_error_stands_in_their_way() -> None:
    alone, both = render_text([WARNING]), render_text([WARNING, problem("b", 1)])
    assert WARNING.message.id in alone
    assert "Peringatan baru" not in alone
    assert WARNING.message.id not in both
    assert both.splitlines()[-2].startswith("Peringatan baru ditampilkan")


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


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("nmae", "name"),
        ("fonction", "function"),
        ("ministry-of-helth", "ministry-of-health"),
        ("5-vilage-planning", "05-village-planning"),
        ("nimbo", "nimbus"),
        ("irm-results", "irm-results-2020"),
        ("../2030-2031/01-first-drop.md", "01-first-drops.md"),
    ],
)
def test_hint_finds_a_slip_of_the_pen(value: str, known: str) -> None:
    assert f'"{known}"' in Message("", "").hint(value, ["else", known]).en


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("voice", "evidence"),
        ("ogp", "opi"),
        ("open-government", "open-parliament"),
        ("05-village-planning", "06-village-planning"),
        ("m9", "m1"),
        ("../../nowhere.md", "../../index.md"),
        ("9" * 5000, "1" * 5000),
        ("2016-2017", "2026-2027"),
    ],
)
def test_hint_names_nothing_that_was_hardly_meant(value: str, known: str) -> None:
    assert Message("", "").hint(value, [known]) == Message("", "")


@pytest.mark.parametrize(
    ("errors", "warnings", "line"),
    [
        (1, 0, "1 kesalahan, 0 peringatan / 1 error, 0 warnings"),
        (2, 1, "2 kesalahan, 1 peringatan / 2 errors, 1 warning"),
    ],
)
def test_counted_nouns_are_written_as_english_writes_them(
    errors: int, warnings: int, line: str
) -> None:
    found = [*[problem("x", 1)] * errors, *[WARNING] * warnings]
    assert render_text(found).splitlines()[-1] == line


def hostile() -> Problem:
    return Problem(Place(HOSTILE, 1, 2), HOSTILE, Message(HOSTILE, HOSTILE), HOSTILE)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_one_language_alone_has_one_line_for_each_problem() -> None:
    text = render_text([problem("x", 1)], "en")
    assert text.splitlines() == ["x:1:1: error: Wrong. [a-rule]", "1 error, 0 warnings"]


def test_terminal_shows_line_caret_both_languages_and_count() -> None:
    found = Problem(Place("data/x.yaml", 14, 7), "a-rule", Message("Salah.", "Wrong."), "a.b")
    text = render_terminal([found], lambda _: "  end: 2018-12")
    assert plain(text).splitlines() == [
        "data/x.yaml:14:7: error: a.b: Salah. [a-rule]",
        "    Wrong.",
        "  14 |   end: 2018-12",
        "     |       ^",
        "1 kesalahan, 0 peringatan / 1 error, 0 warnings",
    ]
    assert text.startswith("\x1b[1mdata/x.yaml:14:7\x1b[0m: \x1b[1;31merror\x1b[0m: ")


def test_terminal_without_colour_and_without_lines_is_the_plain_text() -> None:
    found = [problem("b", 1, key="k"), WARNING, problem("a", 2)]
    for language in (None, "id", "en"):
        text = render_terminal(found, lambda _: None, language=language, colour=False)
        assert text == render_text(found, language)


@pytest.mark.parametrize(
    ("line", "column", "cells"),
    [
        ("abc", 3, 2),
        ("abc", 99, 3),  # a place beyond the end of the line
        ("\tabc", 2, 1),
        ("漢字x", 3, 4),  # wide characters take two columns
        ("e\u0301x", 3, 1),  # and combining ones none
        ("\x1bx", 2, 6),
    ],
)
def test_caret_stands_below_the_column(line: str, column: int, cells: int) -> None:
    found = Problem(Place("x", 1, column), "r", Message("S.", "W."))
    shown = render_terminal([found], lambda _: line, colour=False).splitlines()
    assert shown[-2] == f"    | {' ' * cells}^"


@given(st.integers(0, 500), st.integers(1, 600), st.integers(0, 200))
def test_long_line_is_cut_around_the_column(length: int, column: int, width: int) -> None:
    line = "".join(chr(0x100 + number) for number in range(length))
    text, caret = cut(line, column, width)
    assert len(text) == min(length, max(width, 20))
    assert caret == len(text) if column > length else text[caret] == line[column - 1]
    assert text.strip("…") in line


@pytest.mark.parametrize("sign", ["漢", "\x1b", "a", "e\u0301"])
@pytest.mark.parametrize("width", [40, 60, 200])
def test_excerpt_fits_into_the_terminal(sign: str, width: int) -> None:
    line = f"{sign * 200}^{sign * 200}"
    found = Problem(Place("x", 7, line.index("^") + 1), "r", Message("S.", "W."))
    shown = render_terminal([found], lambda _: line, colour=False, width=width).splitlines()
    assert max(count_cells(each) for each in shown[-3:-1]) < width
    before, _, _ = shown[-3].partition("^")
    assert count_cells(before) == shown[-2].index("^")


def test_control_characters_never_reach_a_terminal() -> None:
    texts = [
        render_text([hostile()]),
        plain(render_terminal([hostile()], lambda _: HOSTILE)),
        render_json([hostile()]),
        render_github([hostile()]),
        render_sarif([hostile()], [], "1"),
    ]
    for text in texts:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


def test_github_gets_one_command_for_each_problem() -> None:
    found = Problem(Place("data/x.yaml", 14, 7), "a-rule", Message("Salah: 5 %.", "Wrong."), "a.b")
    assert render_github([found, WARNING]).splitlines() == [
        "::error file=data/x.yaml,line=14,col=7,title=a-rule::a.b: Salah: 5 %25.%0AWrong.",
        "::warning file=x,line=1,col=1,title=w::Awas.%0AMind.",
        "1 kesalahan, 1 peringatan / 1 error, 1 warning",
    ]


def test_no_value_or_file_name_can_begin_a_command() -> None:
    command, count = render_github([hostile()]).split("\n")
    properties, _, message = command.removeprefix("::error ").partition("::")
    assert [each.split("=")[0] for each in properties.split(",")] == [
        "file",
        "line",
        "col",
        "title",
    ]
    assert "%250A%3A%3Aerror" in properties
    assert message.startswith("a%250A::error::x\\u000a::add-mask::b\\u000d")
    assert count.startswith("1 kesalahan")


@given(st.text(), st.text())
def test_github_output_is_always_one_line_for_a_problem(path: str, value: str) -> None:
    text = render_github([Problem(Place(path), "r", Message(value, value), value)])
    lines = re.split(r"[\r\n]", text)
    assert len(lines) == 2
    assert re.match(r"::error file=[^,:]*,line=1,col=1,title=r::", lines[0])


def test_json_keeps_every_character_of_a_value() -> None:
    found = json.loads(render_json([hostile(), WARNING]))
    assert found["counts"] == {"error": 1, "warning": 1}
    assert found["problems"][0]["message"] == {"id": HOSTILE, "en": HOSTILE}


def test_sarif_is_what_models_made_from_its_schema_take() -> None:
    manuals = [MANUAL]
    text = render_sarif([problem("data/é %x.yaml", 3, rule="b"), hostile(), WARNING], manuals, "1")
    log = SarifLog.model_validate_json(text)  # refuses keys that the standard does not know
    assert len(log.runs[0].results or []) == 3


def test_sarif_has_the_structure_of_2_1_0() -> None:
    manuals = [MANUAL]
    problems = [problem("data/é %x.yaml", 3, rule="b", key="k"), problem("x", 1, rule="unlisted")]
    log = json.loads(render_sarif(problems, manuals, "1.2.3"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("renaksi", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["b", "unlisted"]
    rule = driver["rules"][0]
    assert rule["shortDescription"] == {"text": "B harus ada.\nB must be."}
    assert rule["fullDescription"] == {"text": "B harus ada. Sebab.\nB must be. Why."}
    assert rule["help"] == {
        "text": "B harus ada.\nSebab.\nSalah: a.\nBenar: b.\n\nB must be.\nWhy.\nBad: a.\nGood: b."
    }
    assert driver["rules"][0]["defaultConfiguration"] == {"level": "warning"}
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1]
    assert run["results"][0]["message"] == {"text": "k: Salah.\nWrong."}
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/%C3%A9%20%25x.yaml"},
        "region": {"startLine": 3, "startColumn": 1},
    }


def test_a_file_name_that_is_not_utf_8_can_be_reported() -> None:
    found = [problem("data/\udcff.yaml", 1)]
    assert "data/%FF.yaml" in render_sarif(found, [], "1")
    for text in (render_text(found), render_github(found), render_json(found)):
        assert "\\udcff" in text
        text.encode()
