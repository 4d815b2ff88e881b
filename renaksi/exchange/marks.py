"""How cells of OGP's table say that nothing is known, and what spreadsheets must not run."""

import re

# What OGP's table writes: of what the plan does not say; of what the IRM did not rate by that
# method; and of what the IRM has not reported on yet, which no corpus of ours can know.
NOT_AVAILABLE = "NA"
NO_DATA = "ND"
NOT_REVIEWED = "NR"

_NOTHING = {
    *("", "na", "nd", "nr", "n/a", "n.a.", "-", "none", "none specified", "not specified"),
    *("unclear", "unspecified", "unknown", "not available", "not applicable"),
}
_RISKY = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


def says_nothing(cell: str) -> bool:
    """Whether a cell says in one of OGP's ways that there is nothing to say."""
    return cell.strip().casefold() in _NOTHING


def guard(cell: str) -> str:
    """A cell with an apostrophe before it, if a spreadsheet would take it for a formula."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def are_same(first: str, second: str) -> bool:
    """Whether two cells differ at most in spaces and line ends."""
    return "".join(first.split()) == "".join(second.split())
