"""The one table of columns: what OGP's table has, how each is filled, and how each is read.

Names and order are those of OGP's table of commitments as published in July 2024; `former` are
names that earlier editions gave the same column. docs/open-data.md tells people of it.
"""

from dataclasses import dataclass
from enum import Enum

from renaksi.exchange import ratings as rate
from renaksi.exchange import reading as read
from renaksi.exchange import view as fill
from renaksi.exchange.areas import AREAS, FORMER_AREAS, MORE_AREAS, SINCE
from renaksi.exchange.marks import NO_DATA, NOT_AVAILABLE
from renaksi.exchange.reading import Read
from renaksi.exchange.view import Fill
from renaksi.remedies import suggest_id


class Origin(Enum):
    """Who knows what a column says."""

    OURS = "a field of the corpus"
    OGP = "OGP computes it, or keeps it for itself"
    ELSEWHERE = "no field of the corpus holds it"


@dataclass(frozen=True)
class Column:
    """A column: what a commitment has in it, and what a cell of it brings to a commitment.

    Without `read` a cell brings nothing, or only what the rows of a plan have in common.
    """

    name: str
    fill: Fill
    read: Read | None = None
    former: tuple[str, ...] = ()
    origin: Origin = Origin.OURS


# Other ids by which a corpus may name an area, and other names of columns.
_ALSO = {
    "Civic Space and Enabling Environment": ("civic-space",),
    "Health & Nutrition": ("health",),
    "Legislation & Regulation": ("legislation-and-regulation",),
}
_CALLED = {"Subnational": ("Sub-national",)}


def _area(name: str) -> Column:
    id = suggest_id(name) or ""
    filled = fill.of_list("policy_areas", id, *_ALSO.get(name, ()), since=SINCE.get(name))
    return Column(name, filled, rate.of_area(id, name), _CALLED.get(name, ()))


def _value(name: str, id: str, label: str, former: str) -> Column:
    return Column(name, fill.of_list("ogp_values", id), rate.of_value(id, label), (former,))


def _of_ogp(name: str, *former: str, mark: str = NO_DATA) -> Column:
    return Column(name, fill.constant(mark), former=former, origin=Origin.OGP)


def _elsewhere(name: str, *former: str, mark: str = NO_DATA) -> Column:
    return Column(name, fill.constant(mark), former=former, origin=Origin.ELSEWHERE)


COLUMNS: tuple[Column, ...] = (
    Column("Commitment Unique Identifier", fill.of_commitment("ogp_id"), read.code("ogp_id")),
    Column("Country/Locality", fill.of_member("country"), former=("Country", "Locality")),
    Column("Action Plan Number", fill.of_plan("ordinal")),
    Column("Commitment Number", fill.fill_number, read.number, ("Comm No",)),
    Column("Code", fill.fill_code),
    Column("Region", fill.of_member("region")),
    Column("National Or Local", fill.of_member("level")),
    Column("Commitment Dummy", fill.constant("1"), former=("Comm Dummy",)),
    Column("Year Of Submission", fill.of_plan("submitted")),
    Column("Action Plan End Year", fill.fill_end_year),
    Column("Action Plan Duration (Years)", fill.fill_duration),
    Column("Theme", fill.fill_theme, read.theme),
    Column("Commitment Title", fill.fill_title, read.title),
    Column("Short Title", fill.fill_short_title, read.line("ogp_title")),
    Column("Full Text", fill.fill_text, read.text),
    Column("Start Date", fill.of_day("start_date"), read.day("start_date")),
    Column("End Date", fill.of_day("end_date"), read.day("end_date")),
    Column(
        "Lead Institution",
        fill.of_organizations("lead_organizations"),
        read.organizations("lead_organizations"),
    ),
    Column(
        "Supporting Institution(s)",
        fill.of_organizations("supporting_organizations", "civil_society_organizations"),
        read.organizations("supporting_organizations"),
    ),
    *map(_area, AREAS),
    Column("Open Parliament Plan", fill.fill_parliament, rate.parliament),
    *map(_area, MORE_AREAS),
    Column(rate.REPORT_YEAR["mid-term"], fill.fill_progress_year),
    _elsewhere("Compound"),
    _elsewhere("Cluster"),
    _elsewhere("Specificity"),
    _elsewhere("_Specificity"),
    Column("Verifiable", fill.fill_verifiable, rate.verifiable),
    _value(
        "OGP Value Access To Information",
        "access-to-information",
        "Access to information",
        "Value -Info",
    ),
    _value(
        "OGP Value Civic Participation", "civic-participation", "Civic participation", "Value -Part"
    ),
    _value(
        "OGP Value Public Accountability",
        "public-accountability",
        "Public accountability",
        "Value -Acc",
    ),
    _value(
        "OGP Value Technology",
        "technology-and-innovation",
        "Technology and innovation",
        "Value -Tech",
    ),
    Column("_Relevant", fill.fill_relevant, rate.relevant),
    Column("Potential Impact", fill.of_impact(0), rate.impact),
    Column("_Potential Impact", fill.of_impact(1), former=("_Pot Impact Coded",)),
    Column(
        "Completion (Progress Report)",
        fill.of_completion("mid-term", 0),
        rate.completion("mid-term"),
    ),
    Column("_CompletionProgress", fill.of_completion("mid-term", 1)),
    _of_ogp("Starred (2015 Only)"),
    _of_ogp("Starred (Current Formula) Progress Report"),
    _elsewhere("Potential for Results"),
    _elsewhere("_Potential for Results"),
    _elsewhere("Cluster (AP Review)"),
    _elsewhere("Cluster Commitment ID(s)"),
    Column(rate.REPORT_YEAR["end-of-term"], fill.fill_results_year),
    Column(
        "Completion (End Of Term)",
        fill.of_completion("end-of-term", 0),
        rate.completion("end-of-term"),
    ),
    Column("_CompletionEndTerm", fill.of_completion("end-of-term", 1)),
    _of_ogp("Change In Completion"),
    _of_ogp("_ChangeCompletion"),
    Column("Early Results", fill.constant(NO_DATA), rate.newer_scale),
    Column("_Early Results", fill.constant(NO_DATA), rate.newer_scale),
    Column(
        "Did It Open Government (Overall)",
        fill.of_opening(0),
        rate.opening,
        ("Did it open government (end of term only)",),
    ),
    Column("_OpenGovernment", fill.of_opening(1), former=("_OpenGovt",)),
    _elsewhere("Did It Open Government (Access To Information)"),
    _elsewhere("_DIOGATI"),
    _elsewhere("Did It Open Government (Civic Participation)"),
    _elsewhere("_DIOGCP"),
    _elsewhere("Did It Open Government: Public Accountability"),
    _elsewhere("_DIOGPA"),
    _of_ogp("Starred (Current Formula) End of Term"),
    _elsewhere("Carried Forward"),
    _of_ogp("Most Recently Assessed"),
    _of_ogp("Star - Most Recently Assessed"),
    _of_ogp("IRM Assessed", "IRM Assessed (Y/N)?"),
    _of_ogp("Updated? (Website)", mark=NOT_AVAILABLE),
    _of_ogp("Active Commitment"),
    _of_ogp("Max star"),
    _of_ogp("Ambition Assessed"),
    _of_ogp("Comp Assessed"),
    _of_ogp("DIOG Assessed"),
    _of_ogp("Midterm Only"),
    _of_ogp("Max Completion"),
    _of_ogp("Raw Completion"),
    _of_ogp("High Completion"),
    Column("High Ambition", fill.fill_ambition, rate.ambition),
    _of_ogp("High DIOG"),
    _of_ogp("Ambitious and complete, or DIOG"),
    _of_ogp("Ambitious but not complete"),
    _of_ogp("Complete but not ambitious"),
    _of_ogp("Not complete or ambitious"),
    _of_ogp("Not reviewed"),
    _of_ogp("CHECKSUM"),
    _of_ogp("IRM-Based Score"),
    _of_ogp("Binding constraint"),
    Column("URL", fill.of_commitment("ogp_url"), read.address),
    _of_ogp("Latest IRM Report", mark=NOT_AVAILABLE),
    _of_ogp("Subnational in NAPs"),
    Column("Action Plan ID", fill.of_plan("ogp_plan_id")),
    _of_ogp("id", mark=NOT_AVAILABLE),
)
FORMER_COLUMNS = tuple(map(_area, FORMER_AREAS))


def normal(header: str) -> str:
    """The name of a column as it is compared: without capitals and odd spaces."""
    return " ".join(header.split()).casefold()


_KNOWN = {
    normal(name): column
    for column in (*FORMER_COLUMNS, *COLUMNS)
    for name in (column.name, *column.former)
}
COLUMN_OF = {column.name: column for column in (*FORMER_COLUMNS, *COLUMNS)}


def find_column(header: str) -> Column | None:
    """The column that a header names in any edition, or None."""
    return _KNOWN.get(normal(header))
