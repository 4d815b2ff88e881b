"""Dates, numbers and counted nouns read as a person of each language writes them."""

from pathlib import Path

import pytest

from renaksi.publish.words import TOPICS, Words, load_words

THEME = Path(__file__).resolve().parent.parent / "theme" / "strings"
WORDS, PROBLEMS = load_words(THEME)
ID, EN = WORDS["id"], WORDS["en"]


def test_string_tables_have_no_problem() -> None:
    assert PROBLEMS == []


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("2018-08-08", "8 Agustus 2018", "8 August 2018"),
        ("2018-08", "Agustus 2018", "August 2018"),
        ("2018", "2018", "2018"),
        ("2018-10-23", "23 Oktober 2018", "23 October 2018"),
    ],
)
def test_date_keeps_its_precision_in_words(value: str, indonesian: str, english: str) -> None:
    assert (ID.date(value), EN.date(value)) == (indonesian, english)


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "0", "0"),
        (16, "16", "16"),
        (1927, "1.927", "1,927"),
        (1234567, "1.234.567", "1,234,567"),
    ],
)
def test_number_has_the_separator_of_its_language(
    value: int, indonesian: str, english: str
) -> None:
    assert (ID.number(value), EN.number(value)) == (indonesian, english)


def test_percent_has_a_space_in_indonesian_only() -> None:
    assert ID.percent(16).replace("\N{NO-BREAK SPACE}", " ") == "16 %"
    assert EN.percent(16) == "16%"


@pytest.mark.parametrize(
    ("start", "end", "indonesian", "english"),
    [
        ("2018-08-08", "2018-08-08", "8 Agustus 2018", "8 August 2018"),
        ("2018-05-01", "2018-07-31", "1 Mei sampai 31 Juli 2018", "1 May to 31 July 2018"),
        ("2018-05", "2018-07", "Mei sampai Juli 2018", "May to July 2018"),
        ("2018", "2020", "2018 sampai 2020", "2018 to 2020"),
        ("2018", "2018", "2018", "2018"),
        ("2018", "2018-07", "2018 sampai Juli 2018", "2018 to July 2018"),
        ("2018-05", "2018-07-31", "Mei 2018 sampai 31 Juli 2018", "May 2018 to 31 July 2018"),
        (
            "2018-11",
            "2019-02",
            "November 2018 sampai Februari 2019",
            "November 2018 to February 2019",
        ),
    ],
)
def test_period_does_not_write_the_same_year_twice(
    start: str, end: str, indonesian: str, english: str
) -> None:
    assert (ID.period(start, end), EN.period(start, end)) == (indonesian, english)


def test_period_without_either_end_is_said_to_be_unknown() -> None:
    assert EN.period(None, None) == EN.t("fact.unknown")


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1 commitment"), (0, "0 commitments"), (2, "2 commitments")]
)
def test_counted_noun_is_singular_for_one_alone(number: int, text: str) -> None:
    assert EN.count("count.commitments", number) == text


def test_braces_of_a_value_are_not_filled_in_again() -> None:
    words = Words("en", {"key": "{title}!"})
    assert words.t("key", title="{other} {0}") == "{other} {0}!"


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        EN.t("no.such.key")


def write(folder: Path, **tables: str) -> None:
    for name, text in tables.items():
        (folder / f"{name.replace('_', '.')}.yaml").write_text(text, encoding="utf-8")


def test_word_of_one_language_alone_is_reported(tmp_path: Path) -> None:
    write(tmp_path, a_id="one: satu\ntwo: dua\n", a_en="one: one\n")
    _, problems = load_words(tmp_path, ["a"])
    assert [(str(problem.place), problem.rule) for problem in problems] == [
        ("theme/strings/a.en.yaml:1:1", "string-in-every-language")
    ]
    assert '"two"' in problems[0].message.en


def test_missing_string_table_is_reported(tmp_path: Path) -> None:
    write(tmp_path, a_id="one: satu\n")
    _, problems = load_words(tmp_path, ["a"])
    assert [(problem.place.path, problem.rule) for problem in problems] == [
        ("theme/strings/a.en.yaml", "readable-file")
    ]


def test_tables_are_joined_and_a_word_in_two_of_them_is_reported(tmp_path: Path) -> None:
    write(tmp_path, a_id="one: satu\n", a_en="one: one\n", b_id="two: dua\n")
    write(tmp_path, b_en="two: two\none: uno\n")
    words, problems = load_words(tmp_path, ["a", "b"])
    assert words["id"].table == {"one": "satu", "two": "dua"}
    assert [(problem.place.path, problem.rule) for problem in problems] == [
        ("theme/strings/b.en.yaml", "string-once"),
        ("theme/strings/b.id.yaml", "string-in-every-language"),
    ]


@pytest.mark.parametrize("text", ["", "- a list\n", "just text\n"])
def test_string_table_that_is_no_table_is_reported(tmp_path: Path, text: str) -> None:
    write(tmp_path, a_id="one: satu\n", a_en=text)
    assert load_words(tmp_path, ["a"])[1]


def test_every_file_of_words_is_read() -> None:
    names = {f"{topic}.{language}.yaml" for topic in TOPICS for language in ("id", "en")}
    assert {path.name for path in THEME.iterdir()} == names
