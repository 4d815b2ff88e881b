"""What was probably meant: dates as people write them, ids made from names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.dates import parts
from renaksi.remedies import (
    ID_LENGTH,
    suggest_date,
    suggest_half_year,
    suggest_id,
    suggest_number,
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("31/12/2020", "2020-12-31"),
        ("12/31/2020", "2020-12-31"),
        ("3/4/2018", "2018-04-03"),  # the day comes first in Indonesia
        ("8.8.2018", "2018-08-08"),
        ("2020-2-3", "2020-02-03"),
        ("2018/08/08", "2018-08-08"),
        ("12/2020", "2020-12"),
        ("Desember 2020", "2020-12"),
        ("des 2020", "2020-12"),
        ("8 Agustus 2018", "2018-08-08"),
        ("August 8th, 2018", "2018-08-08"),
        (" 8  Aug. 2018 ", "2018-08-08"),
        ("2019\u201301", "2019-01"),
        ("8\xa0Agustus\xa02018", "2018-08-08"),
        ("Rabu, 8 Agustus 2018", "2018-08-08"),
        ("Jum'at 10 Agustus 2018", "2018-08-10"),
        ("Jum\u2019at, 10 Agustus 2018", "2018-08-10"),
        ("Wed. 8 August 2018", "2018-08-08"),
        ("Wednesday, August 8, 2018", "2018-08-08"),
    ],
)
def test_date_as_people_write_it_is_understood(text: str, date: str) -> None:
    assert suggest_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-13",
        "32/1/2020",
        "29/2/2019",
        "soon",
        "Brumaire 2018",
        "1/2/3",
        "8 Agustus",
        "Esok, 8 Mei 2018",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert suggest_date(text) is None


@given(st.text())
def test_every_suggested_date_is_a_date(text: str) -> None:
    found = suggest_date(text)
    assert found is None or parts(found)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ('Encouraging "Open" Data & Café', "encouraging-open-data-cafe"),
        ("Pattiro", "pattiro"),
        ("2018\u20132020", "2018-2020"),
        ("ogp\u2011id0096", "ogp-id0096"),
        ("rain\xa0watch", "rain-watch"),
        ("https://example.org/a", None),
        ("🎉 شبكة", None),
    ],
)
def test_name_becomes_an_id(text: str, id: str | None) -> None:
    assert suggest_id(text) == id


@given(st.text(max_size=200))
def test_every_suggested_id_is_an_id(text: str) -> None:
    found = suggest_id(text)
    assert found is None or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found or "") <= ID_LENGTH


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("16%", "16"),
        ("16 %", "16"),
        ("83 orang", "83"),
        ("1.200", "1200"),
        ("1,200,000", "1200000"),
        ("1.200 org.", "1200"),
        *(
            (text, None)
            for text in ("3.5", "2 juta", "2 Ribu", "1.20", "1.200,5", "empat", "", "-1")
        ),
        *((text, None) for text in ("8 dari 10", "12.5%", "1.200,300")),
    ],
)
def test_number_with_its_unit_is_understood(text: str, number: str | None) -> None:
    assert suggest_number(text) == number


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020-s1", "2020-S1"),
        ("2020 S2", "2020-S2"),
        ("2020/S2", "2020-S2"),
        ("2020S1", "2020-S1"),
        ("Semester I 2020", "2020-S1"),
        ("semester 2, 2020", "2020-S2"),
        ("2020 Semester II", "2020-S2"),
        *((text, None) for text in ("2020-S3", "2020-Q1", "s1", "", "semester 2020")),
    ],
)
def test_half_year_as_people_write_it_is_understood(text: str, period: str | None) -> None:
    assert suggest_half_year(text) == period
