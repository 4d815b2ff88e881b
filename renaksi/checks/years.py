"""A rule on years that cannot be. It needs no clock: a plan's own years say what lies near them."""

import sys
from collections.abc import Iterator

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.model import ActionPlan, Commitment, Entry, Fact, Update
from renaksi.pieces import Loc
from renaksi.problem import Severity
from renaksi.vocabulary import Kind

# How many years before and after a plan something may lie, wide enough for no false alarm: a plan
# is made in a year or two, but what became of it is reported long afterwards.
_BEFORE, _AFTER, _REPORTED = 5, 5, 10
# Documents may be laws of another century; links are looked up as long as the site lives.
_OLDEST, _LONG_AFTER = 1800, 20
_ANY = range(sys.maxsize)


@rule(Severity.WARNING)
def check_year_is_plausible(corpus: Corpus) -> Iterator[Finding]:
    """A date must lie in a year in which it can have been.

    A wrong digit moves a meeting to another century, where nobody looks for it. Stages and meetings
    lie within five years of their plan, what became of it from five years before to ten years after
    it, and sources from 1800 to twenty years after the last plan.
    Bad: `start_date: {value: 2081-08-08, source: ogi-plan-page}` for a stage of a plan of 2018.
    Good: `start_date: {value: 2018-08-08, source: ogi-plan-page}` for a stage of that plan.

    Tahun suatu tanggal harus mungkin benar.

    Satu angka yang salah memindahkan rapat ke abad lain, dan di sana tidak ada yang mencarinya.
    Tahap dan rapat berjarak paling jauh lima tahun dari rencana aksinya, catatan kemajuan dari lima
    tahun sebelum sampai sepuluh tahun sesudahnya, dan sumber dari tahun 1800 sampai dua puluh tahun
    sesudah rencana aksi terakhir.
    Salah: `start_date: {value: 2081-08-08, source: ogi-plan-page}` untuk tahap rencana aksi 2018.
    Benar: `start_date: {value: 2018-08-08, source: ogi-plan-page}` untuk tahap rencana aksi itu.
    """
    for kind, entry, loc, date, years in _dates(corpus):
        if int(date[:4]) not in years:
            yield finding(
                kind,
                entry,
                loc,
                id=f"Tahun harus berada di antara {years[0]} dan {years[-1]}; periksa angkanya: "
                f"'{date}'.",
                en=f"The year must lie between {years[0]} and {years[-1]}; check its digits: "
                f"'{date}'.",
            )


def _dates(corpus: Corpus) -> Iterator[tuple[Kind, Entry, Loc, str, range]]:
    """Every date that another rule does not look at, and the years in which it may lie."""
    for kind, entry, span, loc, near in _spans(corpus):
        for name in ("start_date", "end_date"):
            fact: Fact[str] | None = getattr(span, name)
            if fact is not None and fact.value is not None:
                yield kind, entry, (*loc, name, "value"), fact.value, near
    for commitment in corpus.commitments:
        reported = _around(corpus, commitment.plan, _REPORTED)
        for index, step in enumerate(commitment.milestones):
            if step.actual_end_date is not None:
                loc = ("milestones", index, "actual_end_date")
                yield Kind.COMMITMENT, commitment, loc, step.actual_end_date, reported
    for update in corpus.updates:
        yield from _of_update(corpus, update)
    ever = range(_OLDEST, max(_last_years(corpus), default=_ANY.stop) + _LONG_AFTER + 1)
    for source in corpus.sources:
        if source.document_date is not None:
            yield Kind.SOURCE, source, ("document_date",), source.document_date, ever


def _spans(corpus: Corpus) -> Iterator[tuple[Kind, Entry, Entry, Loc, range]]:
    """Stages, meetings and consultations: each with its entry, its place in it, and its years."""
    for kind in (Kind.STAGE, Kind.MEETING):
        for entry in corpus.of(kind):
            plan: str = entry.plan  # type: ignore[attr-defined]
            yield kind, entry, entry, (), _around(corpus, plan, _AFTER)
    for entry in corpus.of(Kind.PLAN):
        assert isinstance(entry, ActionPlan)
        for index, consultation in enumerate(entry.consultations):
            near = _around(corpus, entry.id, _AFTER)
            yield Kind.PLAN, entry, consultation, ("consultations", index), near


def _of_update(corpus: Corpus, update: Update) -> Iterator[tuple[Kind, Entry, Loc, str, range]]:
    commitment = corpus.get(Kind.COMMITMENT, update.commitment)
    reported = _ANY
    if isinstance(commitment, Commitment):
        reported = _around(corpus, commitment.plan, _REPORTED)
    if update.date is not None:
        yield Kind.UPDATE, update, ("date",), update.date, reported
    if update.reporting_period.partition("-")[0].isdigit():
        yield Kind.UPDATE, update, ("reporting_period",), update.reporting_period, reported


def _around(corpus: Corpus, plan: str, after: int) -> range:
    """The years near a plan; all of them where its period is not known."""
    found = corpus.get(Kind.PLAN, plan)
    period = found.period.value if isinstance(found, ActionPlan) else None
    if period is None:
        return _ANY
    first, last = map(int, period.split("-"))
    return range(first - _BEFORE, last + after + 1)


def _last_years(corpus: Corpus) -> Iterator[int]:
    for kind in (Kind.PLAN, Kind.PLAN_OVERVIEW):
        for plan in corpus.of(kind):
            period: str | None = plan.period.value  # type: ignore[attr-defined]
            if period is not None:
                yield int(period[-4:])
