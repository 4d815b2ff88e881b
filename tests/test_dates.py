"""Dates of reduced precision are kept as written and compared by their widest reading."""

from datetime import date

import pytest

from renaksi import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018", (2018, None, None)),
        ("2018-08", (2018, 8, None)),
        ("2018-08-08", (2018, 8, 8)),
        ("2020-02-29", (2020, 2, 29)),
    ],
)
def test_three_precisions_are_read(text: str, expected: tuple[int, int | None, int | None]) -> None:
    assert dates.parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18",
        "2018-8",
        "2018-13",
        "2018-00",
        "2018-08-00",
        "2019-02-29",
        "2018-08-08T00:00",
        "08-08-2018",
        "2018/08",
        " 2018",
        "2018\n",
        "20180808",
        "0000",
        "-2018",
        "2018-",
        "٢٠١٨",
        "２０１８",
    ],
)
def test_what_is_no_such_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        dates.parts(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018-08-08", date(2018, 8, 8), date(2018, 8, 8)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_first_and_last_day_are_the_widest_reading(text: str, first: date, last: date) -> None:
    assert (dates.first_day(text), dates.last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("end", "start", "before"),
    [
        ("2018-12", "2019-01", True),
        ("2019", "2019-11", False),
        ("2019-11", "2019", False),
        ("2018", "2019", True),
        ("2019-01-01", "2019-01-02", True),
        ("2019-01-01", "2019-01-01", False),
        ("2019-01", "2019-01-31", False),
    ],
)
def test_end_is_before_start_only_when_no_reading_says_otherwise(
    end: str, start: str, before: bool
) -> None:
    assert dates.ends_before(end, start) is before
