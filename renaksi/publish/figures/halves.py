"""The half-years of the plan, and which entries of the ledger tell of which of them."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.dates import parts

# Assessments that tell of no half-year: the IRM's on the design come before all, the others after.
BEFORE = ("design",)
AFTER = ("mid-term", "end-of-term")


class Period(NamedTuple):
    """A reporting period in parts: a year, half of one, or an assessment by its name."""

    name: str
    year: int | None = None
    half: int | None = None


def split_period(period: str) -> Period:
    """`2020-S1` -> year 2020, half 1; `2020` -> year 2020; `end-of-term` -> neither."""
    year, _, half = period.partition("-S")
    if not year.isdigit():
        return Period(period)
    return Period(period, int(year), int(half) if half else None)


class Matrix:
    """Which updates tell of which period, commitment by commitment.

    Every half-year of the plan has a column. A whole year, and each kind of assessment, has one of
    its own where an entry tells of it, for it says nothing of a single half-year.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The periods in order."""
        used = {item.reporting_period for item in self._corpus.updates}
        found = [name for name in BEFORE if name in used]
        for year in self._years(used):
            found += [f"{year}-S1", f"{year}-S2"]
            found += [str(year)] if str(year) in used else []
        return (*found, *(name for name in AFTER if name in used))

    def _years(self, used: set[str]) -> range:
        """From the first to the last year of the plan, and of what the ledger tells of."""
        plan = self._corpus.plan
        years = [int(year) for year in (plan.period.value or "").split("-") if year]
        for stream in plan.implementation:
            years += [parts(stream.start_date)[0], parts(stream.end_date)[0]]
        years += [year for _, year, _ in map(split_period, used) if year]
        return range(min(years), max(years) + 1) if years else range(0)

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], list[model.Update]]:
        found: dict[tuple[str, str], list[model.Update]] = {}
        for item in self._corpus.updates:
            found.setdefault((item.commitment, item.reporting_period), []).append(item)
        return found

    def cell(self, commitment: str, period: str) -> tuple[model.Update, ...]:
        """The entries on one commitment and period."""
        return tuple(self._cells.get((commitment, period), ()))

    @cached_property
    def told(self) -> Mapping[str, int]:
        """The number of commitments that any entry tells of, by period."""
        counts = dict.fromkeys(self.columns, 0)
        for _, period in self._cells:
            counts[period] += 1
        return counts
