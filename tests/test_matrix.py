"""The matrix of commitments by half-years, and the numbered pages of long lists."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from renaksi.corpus import Corpus
from renaksi.model import ActionPlan, Fact
from renaksi.publish.figures.halves import Matrix, Period, split_period
from renaksi.publish.pager import PAGE_SIZE, build_pager, page_count, take_page
from renaksi.vocabulary import Kind, Voice
from tests.pages import ADDRESSES
from tests.test_facets import TITLE, commitment, update
from tests.test_site import REAL, WORDS

pytest_plugins = ("tests.browsing",)

PERIODS = ("design", "mid-term", "end-of-term", "2031", "2031-S1", "2032-S2", "2029-S1")


def corpus(*periods: str, plan: str = "2030-2031") -> Corpus:
    """Two commitments; the first has an update for each period."""
    given = {"id": "p", "title": TITLE, "period": Fact(value=plan), "ordinal": Fact(value=1)}
    updates = [
        update(Voice.IRM, "a", id=f"u{index}", reporting_period=period)
        for index, period in enumerate(periods)
    ]
    entries = {
        Kind.PLAN: [ActionPlan.model_validate(given)],
        Kind.COMMITMENT: [commitment("a"), commitment("b", number=2)],
        Kind.UPDATE: updates,
    }
    return Corpus({kind: {item.id: item for item in found} for kind, found in entries.items()})


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2020-S1", Period("2020-S1", 2020, 1)),
        ("2020-S2", Period("2020-S2", 2020, 2)),
        ("2020", Period("2020", 2020)),
        ("mid-term", Period("mid-term")),
    ],
)
def test_a_period_is_a_half_a_year_or_an_assessment(period, expected) -> None:
    assert split_period(period) == expected


def test_every_half_year_of_the_plan_has_a_column_even_when_nothing_was_found() -> None:
    matrix = Matrix(corpus())
    assert matrix.columns == ("2030-S1", "2030-S2", "2031-S1", "2031-S2")
    assert set(matrix.told.values()) == {0}


def test_whole_years_and_assessments_have_columns_of_their_own_and_later_years_are_added() -> None:
    assert Matrix(corpus("design", "mid-term", "end-of-term", "2031", "2032-S1")).columns == (
        *("design", "2030-S1", "2030-S2", "2031-S1", "2031-S2", "2031"),
        *("2032-S1", "2032-S2", "mid-term", "end-of-term"),
    )


@given(st.lists(st.sampled_from(PERIODS), max_size=6))
def test_every_update_stands_in_exactly_one_cell(periods: list[str]) -> None:
    found = corpus(*periods)
    matrix = Matrix(found)
    cells = [
        item.id
        for each in found.commitments
        for period in matrix.columns
        for item in matrix.cell(each.id, period)
    ]
    assert sorted(cells) == sorted(item.id for item in found.updates)
    assert len(set(matrix.columns)) == len(matrix.columns)
    assert sum(matrix.told.values()) == len(set(periods))


@pytest.mark.parametrize("width", [320, 1280])
def test_every_entry_of_the_ledger_is_linked_from_its_column(new_page, width) -> None:
    page = new_page(ADDRESSES["matrix", "id"], width=width)
    found = page.locator(".matrix__entry").evaluate_all(
        "all => all.map(one => [new URL(one.href).hash, one.closest('td').dataset.label])"
    )
    words = WORDS["id"]
    assert sorted(found) == sorted(
        [f"#{item.id}", words.t(f"period.{item.reporting_period}")] for item in REAL.corpus.updates
    )
    assert page.locator("table.matrix caption").inner_text()
    assert page.get_by_role("rowheader").count() == len(REAL.corpus.commitments) + 1
    assert page.get_by_role("columnheader").count() == len(Matrix(REAL.corpus).columns) + 1
    page.locator(".matrix__entry").first.click()
    expect(page.locator(":target")).to_be_visible()


ADDRESS: Callable[[int], str] = "page/{}".format


@pytest.mark.parametrize("total", [0, 1, PAGE_SIZE])
def test_a_short_list_has_one_page_and_no_pager(total) -> None:
    assert page_count(total) == 1
    assert build_pager(WORDS["en"], total, 1, ADDRESS) is None


@given(st.integers(1, 5000), st.data())
def test_pages_hold_everything_once_and_lead_to_one_another(total, data) -> None:
    items, last = range(total), page_count(total)
    pages = [take_page(items, number) for number in range(1, last + 1)]
    assert [item for page in pages for item in page] == list(items)
    assert all(0 < len(page) <= PAGE_SIZE for page in pages)
    number = data.draw(st.integers(1, last))
    pager = build_pager(WORDS["en"], total, number, ADDRESS)
    assert (pager is None) is (last == 1)
    if pager:
        assert pager.previous == (ADDRESS(number - 1) if number > 1 else None)
        assert pager.next == (ADDRESS(number + 1) if number < last else None)
        texts = [each.text for each in pager.numbers if each]
        assert {"1", pager.current, WORDS["en"].number(last)} <= set(texts)
        assert len(pager.numbers) <= 9
