"""When things took place as far as dates tell, and the axis that this is drawn on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from renaksi.dates import first_day, last_day, parts

_AFTER = date.max.toordinal() + 1
# Months between two ticks, and up to how many months of an axis they serve.
_STEPS = ((1, 5), (2, 10), (3, 15), (6, 30), (12, 60))


@dataclass(frozen=True)
class Span:
    """The time of a stage or meeting, both days of each pair included.

    It lies within `outer`; on the days of `inner` it was surely under way. A date of reduced
    precision makes `outer` wider than `inner`; None: there is no day of which one can be sure.
    `begin` are the first and last day on which it may have begun.
    """

    outer: tuple[date, date]
    inner: tuple[date, date] | None
    begin: tuple[date, date]

    @property
    def is_day(self) -> bool:
        """Whether it is one known day."""
        return self.outer[0] == self.outer[1]

    @property
    def is_exact(self) -> bool:
        return self.inner == self.outer


def find_span(start: str | None, end: str | None) -> Span | None:
    """The span of two dates as written; None where neither is known.

    Where one is missing, only the other is drawn: how long it went on is not known.
    """
    if start is None and end is None:
        return None
    low, high = start or end, end or start
    assert low and high
    outer = (first_day(low), max(last_day(high), last_day(low)))
    sure = (last_day(low), first_day(high))
    inner = sure if sure[0] <= sure[1] else None
    begin = (first_day(low) if start else date.min, last_day(low))
    return Span(outer, inner, begin)


def find_ranks(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """For each span the first and the last place it may have in the order of beginning, from 1."""
    return tuple(
        (
            1 + sum(other.begin[1] < span.begin[0] for other in spans),
            len(spans) - sum(other.begin[0] > span.begin[1] for other in spans),
        )
        for span in spans
    )


def find_overlaps(spans: Sequence[Span]) -> tuple[int, ...]:
    """Which of the spans were surely under way on a day on which another one was, too."""
    inner = [(index, span.inner) for index, span in enumerate(spans) if span.inner]
    return tuple(
        index
        for index, one in inner
        if any(at != index and other[0] <= one[1] and one[0] <= other[1] for at, other in inner)
    )


@dataclass(frozen=True)
class Tick:
    """A place on the axis: the first day of a month. `year` says whether to name the year."""

    share: float
    day: date
    year: bool


@dataclass(frozen=True)
class Axis:
    """Whole months, from `first` to before `end`, counted from the year 0."""

    first: int
    end: int

    def interval(self, days: tuple[date, date]) -> tuple[float, float]:
        """Where a span of days begins and how wide it is, of 100."""
        low = _begin(self.first)
        begin, end = days[0].toordinal() - low, days[1].toordinal() + 1 - low
        whole = _begin(self.end) - low
        return 100 * begin / whole, 100 * (end - begin) / whole

    @property
    def step(self) -> int:
        """Months between two ticks; at most five or six ticks fit a narrow screen."""
        months = self.end - self.first
        fitting = (step for step, most in _STEPS if months <= most)
        return next(fitting, 12 * -(-months // 60))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        step = self.step
        first = -(-self.first // step) * step
        days = [date(month // 12, month % 12 + 1, 1) for month in range(first, self.end, step)]
        return tuple(
            Tick(self.interval((day, day))[0], day, not index or day.month == 1)
            for index, day in enumerate(days)
        )


def find_axis(spans: Iterable[Span]) -> Axis | None:
    """The axis that holds all spans, in whole months."""
    outer = [span.outer for span in spans]
    if not outer:
        return None
    return Axis(_month(min(days[0] for days in outer)), _month(max(days[1] for days in outer)) + 1)


def is_coarse(value: str | None) -> bool:
    """Whether a date lacks its day."""
    return value is not None and parts(value)[2] is None


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _begin(month: int) -> int:
    """The first day of a month as a number; the month after the last of the calendar has one."""
    year, index = divmod(month, 12)
    return date(year, index + 1, 1).toordinal() if year <= date.max.year else _AFTER
