"""What cells of few possible values bring to a commitment: lists of words, the IRM's ratings."""

from typing import Any

from renaksi.exchange import reasons
from renaksi.exchange.marks import says_nothing
from renaksi.exchange.reading import Read, Reading, fact
from renaksi.exchange.scales import COMPLETION, IMPACT, OPENED, VERIFIABLE
from renaksi.vocabulary import Ambition, Stream
from renaksi.write import Plain

# The column of the year in which the IRM's report of a round came out.
REPORT_YEAR = {
    "mid-term": "Report Publication Year (Progress Report)",
    "end-of-term": "Report Publication Year (End Of Term)",
}


def of_area(id: str, label: str) -> Read:
    """Whether the commitment belongs to a policy area."""
    return _dummy("policy_areas", id, label)


def of_value(id: str, label: str) -> Read:
    """Whether the commitment is relevant to a value of OGP."""
    return _dummy("ogp_values", id, label)


def _dummy(name: str, id: str, label: str) -> Read:
    def read(reading: Reading, column: str, cell: str) -> None:
        if cell.strip() in ("0", "1"):
            named = reading.named.setdefault(name, [])
            if cell.strip() == "1" and id not in named:
                named.append(id)
                reading.registry.term(name, id, label)
        elif not says_nothing(cell):
            reading.doubts[column] = reasons.NO_VALUE

    return read


def parliament(reading: Reading, column: str, cell: str) -> None:
    """Whether the commitment stands in a plan of the parliament."""
    own = cell.strip() == "1"
    reading.data["stream"] = Plain(Stream.OPEN_PARLIAMENT if own else Stream.OPEN_GOVERNMENT)


def verifiable(reading: Reading, column: str, cell: str) -> None:
    """Whether the IRM found the commitment verifiable."""
    known = {word.casefold(): value for value, word in VERIFIABLE.items()}
    _design(reading, column, cell, "verifiable", known.get(cell.strip().casefold()))


def relevant(reading: Reading, column: str, cell: str) -> None:
    """Whether the IRM found it relevant to the values of OGP."""
    _design(reading, column, cell, "relevant", {"1": True, "0": False}.get(cell.strip()))


def ambition(reading: Reading, column: str, cell: str) -> None:
    """Whether OGP counts it among the ambitious ones."""
    known = {"1": Ambition.HIGH, "0": Ambition.LOW}
    _design(reading, column, cell, "ambition", known.get(cell.strip()))


def impact(reading: Reading, column: str, cell: str) -> None:
    """The potential impact that the IRM saw."""
    _design(reading, column, cell, "potential_impact", IMPACT.read(cell))


def _design(reading: Reading, column: str, cell: str, name: str, value: Any) -> None:
    if value is not None:
        plain = str(value).lower() if isinstance(value, bool) else str(value)
        reading.design[name] = fact(Plain(plain))
    elif not says_nothing(cell):
        reading.doubts[column] = reasons.NO_VALUE


def completion(period: str) -> Read:
    """How far the IRM found the commitment in one round of its reports."""

    def read(reading: Reading, column: str, cell: str) -> None:
        value = COMPLETION.read(cell)
        if value is None:
            if not says_nothing(cell):
                reading.doubts[column] = reasons.NO_VALUE
            return
        year = reading.registry.years.get(period)
        if year is None:
            reading.doubts[column] = reasons.UNDATED
            return
        update = reading.updates.setdefault(period, {})
        update |= {"date": Plain(year), "completion": Plain(value)}
        if says_nothing(reading.cells.get(REPORT_YEAR[period], "")):
            reading.doubts[column] = reasons.YEAR_OF_OTHERS

    return read


def newer_scale(reading: Reading, column: str, cell: str) -> None:
    """Early results on the scale that came in 2021, whose words the model does not have."""
    if not says_nothing(cell):
        reading.doubts[column] = reasons.NEWER_SCALE


def opening(reading: Reading, column: str, cell: str) -> None:
    """What the IRM found on "did it open government?"."""
    value = OPENED.read(cell)
    if value is not None:
        reading.updates.setdefault("end-of-term", {})["early_results"] = Plain(value)
    elif not says_nothing(cell):
        reading.doubts[column] = reasons.NO_VALUE
