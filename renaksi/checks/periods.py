"""Rules on dates that must lie within a period. Dates are compared by their widest reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.dates import ends_before, first_day, last_day
from renaksi.model import ActionPlan, Commitment, Fact
from renaksi.pieces import Loc
from renaksi.problem import Severity
from renaksi.vocabulary import Kind


@dataclass(frozen=True)
class _Period:
    """From a first to a last date; None is an open side."""

    start: str | None
    end: str | None

    def excludes(self, date: str) -> bool:
        early = self.start is not None and ends_before(date, self.start)
        return early or (self.end is not None and ends_before(self.end, date))

    def __str__(self) -> str:
        return f"{self.start or '...'} - {self.end or '...'}"


@rule(Severity.WARNING)
def check_date_inside_plan(corpus: Corpus) -> Iterator[Finding]:
    """A planned date must lie within the period in which its stream of the plan is carried out.

    A date outside is often a slip of the pen. The day on which a milestone was really reached may
    be later and is not looked at.
    Bad: `end_date: 2022-05` in a plan of 2018 to 2020. Good: `end_date: 2020-05` in that plan.

    Tanggal yang direncanakan harus berada di dalam masa pelaksanaan bagian rencana aksinya.

    Tanggal di luar masa itu sering kali salah tulis. Hari tercapainya tonggak capaian yang
    sebenarnya boleh lebih lambat dan tidak diperiksa.
    Salah: `end_date: 2022-05` dalam rencana 2018 sampai 2020.
    Benar: `end_date: 2020-05` dalam rencana itu.
    """
    for commitment in corpus.commitments:
        period = _period_of_plan(corpus, commitment)
        for loc, date in [*_own_dates(commitment), *_dates_of_milestones(commitment)]:
            if period.excludes(date):
                yield finding(
                    Kind.COMMITMENT,
                    commitment,
                    loc,
                    id=f"Tanggal harus berada di dalam masa rencana aksi {period}: '{date}'.",
                    en=f"The date must lie within the period of the plan {period}: '{date}'.",
                )


@rule(Severity.WARNING)
def check_milestone_inside_commitment(corpus: Corpus) -> Iterator[Finding]:
    """A milestone must lie within the period of its commitment.

    A step towards a commitment cannot be due after the commitment itself.
    Bad: a milestone with `end_date: 2020-12` in a commitment with `end_date: 2020-06`.
    Good: a milestone with `end_date: 2020-06` in a commitment with `end_date: 2020-06`.

    Tonggak capaian harus berada di dalam masa komitmennya.

    Langkah menuju komitmen tidak mungkin jatuh tempo sesudah komitmen itu sendiri.
    Salah: tonggak capaian dengan `end_date: 2020-12` dalam komitmen dengan `end_date: 2020-06`.
    Benar: tonggak capaian dengan `end_date: 2020-06` dalam komitmen dengan `end_date: 2020-06`.
    """
    for commitment in corpus.commitments:
        own = {loc[0]: date for loc, date in _own_dates(commitment)}
        period = _Period(own.get("start_date"), own.get("end_date"))
        for loc, date in _dates_of_milestones(commitment):
            if period.excludes(date):
                yield finding(
                    Kind.COMMITMENT,
                    commitment,
                    loc,
                    id=f"Tanggal harus berada di dalam masa komitmen {period}: '{date}'.",
                    en=f"The date must lie within the period of the commitment {period}: '{date}'.",
                )


def _own_dates(commitment: Commitment) -> Iterator[tuple[Loc, str]]:
    for name in ("start_date", "end_date"):
        fact: Fact[str] | None = getattr(commitment, name)
        if fact is not None and fact.value is not None:
            yield (name, "value"), fact.value


def _dates_of_milestones(commitment: Commitment) -> Iterator[tuple[Loc, str]]:
    for index, milestone in enumerate(commitment.milestones):
        for name in ("start_date", "end_date"):
            date = getattr(milestone, name)
            if date is not None:
                yield ("milestones", index, name), date


def _period_of_plan(corpus: Corpus, commitment: Commitment) -> _Period:
    plan = corpus.get(Kind.PLAN, commitment.plan)
    spans = plan.implementation if isinstance(plan, ActionPlan) else ()
    own = [span for span in spans if span.stream is commitment.stream]
    return _Period(
        min((span.start_date for span in own), key=first_day, default=None),
        max((span.end_date for span in own), key=last_day, default=None),
    )
