"""Which kinds of entries have a table, and what it is called."""

from renaksi.layout import LAYOUT
from renaksi.vocabulary import Kind

# Kinds that serve the site and say nothing of a plan.
_OF_THE_SITE = (Kind.PAGE, Kind.EXCEPTION, Kind.REDIRECT, Kind.AUDIT)
MODELS = {each.kind: each.model for each in LAYOUT if each.kind not in _OF_THE_SITE}
# Where the name of a kind is short for what its entries are, or has a plural of its own.
_NAMES = {Kind.PERSON: "people", Kind.TERM: "glossary_terms", Kind.NOTE: "editorial_notes"}
_RECORDS = {"evidence": "evidence"}


def kind_table(kind: Kind) -> str:
    """`policy-area` -> `policy_areas`."""
    return _NAMES.get(kind, f"{kind_column(kind)}s")


def kind_column(kind: Kind) -> str:
    """What a column that names an entry of a kind is called: `policy_area`."""
    return kind.value.replace("-", "_")


def record_table(record: str) -> str:
    """`theme_list` -> `theme_lists`."""
    return _RECORDS.get(record, f"{record}s")
