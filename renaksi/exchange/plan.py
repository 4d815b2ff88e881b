"""What the rows of a plan have in common: the plan itself, its country, the IRM's reports on it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from renaksi.exchange.choose import CODE, COUNTRY, PLAN_ID, PLAN_NUMBER, Selection
from renaksi.exchange.marks import says_nothing
from renaksi.exchange.member import Member
from renaksi.exchange.ratings import REPORT_YEAR
from renaksi.exchange.reading import SOURCE, clean, fact, fits
from renaksi.exchange.registry import unused
from renaksi.exchange.table import Row
from renaksi.model.base import MOST, Code, Line
from renaksi.remedies import suggest_id
from renaksi.vocabulary import DocumentKind
from renaksi.write import Plain

# The rounds of the IRM's reports: the column of the year, the source, and the kind of document.
ROUNDS = (
    (
        "mid-term",
        REPORT_YEAR["mid-term"],
        "irm-progress-report",
        DocumentKind.IRM_PROGRESS,
    ),
    (
        "end-of-term",
        REPORT_YEAR["end-of-term"],
        "irm-results-report",
        DocumentKind.IRM_RESULTS,
    ),
)
_NO_PERIOD = {
    "id": "Tabel OGP tidak menyebut tahun berakhirnya.",
    "en": "OGP's table does not say in which year it ends.",
}
_NO_NUMBER = {
    "id": "Tabel OGP tidak menyebut nomornya.",
    "en": "OGP's table does not say its number.",
}


@dataclass(frozen=True)
class PlanFacts:
    """A plan as data: its id, titles, the record, an overview of each plan, and report years."""

    id: str
    title: dict[str, str]
    record: dict[str, Any]
    overviews: list[dict[str, Any]]
    years: dict[str, str]
    member: Member


def read_plan(selection: Selection) -> PlanFacts:
    """The plan that was chosen, and the plans of its country."""
    rows = selection.rows
    member = _member(rows)
    ids: dict[str, str] = {}
    for key, theirs in selection.plans.items():
        ids[key] = unused(_id(theirs, key), ids.values())
    id = ids[selection.plan]
    title = _title(member.country or member.code, rows)
    years = {round: year for round, column, *_ in ROUNDS if (year := _year(rows, column))}
    record = {"id": id, "title": title, **_facts(rows)}
    plan_id = common(rows, PLAN_ID)
    if fits(Code, plan_id):
        record["ogp_plan_id"] = fact(plan_id)
    record["documents"] = [
        {"kind": Plain(kind), "language": "en", "source": source}
        for round, _, source, kind in ROUNDS
        if round in years
    ]
    overviews = [{"id": ids[key], **_facts(theirs)} for key, theirs in selection.plans.items()]
    overviews.sort(key=lambda each: str(each["id"]))
    return PlanFacts(id, title, record, overviews, years, member)


def _title(of: str | None, rows: Sequence[Row]) -> dict[str, str]:
    """A name of our own for a plan, for the table has none."""
    period, year = _period(rows), _year(rows, "Year Of Submission")
    when = (f" {period}", f" {period}") if period else ("", "")
    if year and not period:
        when = (f", diajukan {year}", f", submitted in {year}")
    return {
        "id": f"Rencana aksi keterbukaan pemerintah{f' {of}' if of else ''}{when[0]}",
        "en": f"{f'{of}: o' if of else 'O'}pen government action plan{when[1]}",
    }


def common(rows: Iterable[Row], column: str) -> str:
    """What most of the rows say in a column; nothing where none says anything."""
    cells = (clean(row.cells.get(column, "")) for row in rows)
    said = Counter(cell for cell in cells if not says_nothing(cell))
    return said.most_common(1)[0][0] if said else ""


def _member(rows: Sequence[Row]) -> Member:
    columns = (COUNTRY, CODE, "Region", "National Or Local")
    said = [common(rows, column) for column in columns]
    return Member(*(each if fits(Line, each) else None for each in said))


def _year(rows: Sequence[Row], column: str) -> str | None:
    said = common(rows, column)
    return said if re.fullmatch(r"[1-9][0-9]{3}", said) else None


def _period(rows: Sequence[Row]) -> str | None:
    """From the first to the last year of the plan."""
    end = _year(rows, "Action Plan End Year")
    length = common(rows, "Action Plan Duration (Years)")
    if end and re.fullmatch(r"[0-9]{1,2}", length):
        return f"{int(end) - int(length):04d}-{end}"
    begin = _year(rows, "Year Of Submission")
    return f"{begin}-{end}" if begin and end and begin <= end else None


def _facts(rows: Sequence[Row]) -> dict[str, Any]:
    """What is known of every plan."""
    period = _period(rows)
    number = common(rows, PLAN_NUMBER)
    counted = re.fullmatch(r"[0-9]{1,9}", number) and int(number) <= MOST
    submitted = _year(rows, "Year Of Submission")
    found: dict[str, Any] = {
        "period": fact(period) if period else _unknown(_NO_PERIOD),
        "ordinal": fact(Plain(str(int(number)))) if counted else _unknown(_NO_NUMBER),
    }
    return found | ({"submitted": fact(Plain(submitted))} if submitted else {})


def _unknown(note: dict[str, str]) -> dict[str, Any]:
    return {"value": Plain("null"), "source": SOURCE, "note": note}


def _id(rows: Sequence[Row], key: str) -> str:
    """The period, as plans are called here, or OGP's id or number of the plan."""
    number = suggest_id(key)
    named = f"plan-{number}" if number and number.isdigit() else number
    return _period(rows) or named or "plan"
