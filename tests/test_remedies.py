"""What was probably meant: dates as people write them, ids made from names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.dates import parts
from renaksi.remedies import ID_LENGTH, suggest_date, suggest_id


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
    ],
)
def test_date_as_people_write_it_is_understood(text: str, date: str) -> None:
    assert suggest_date(text) == date


@pytest.mark.parametrize(
    "text", ["", "2020-13", "32/1/2020", "29/2/2019", "soon", "Brumaire 2018", "1/2/3", "8 Agustus"]
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
