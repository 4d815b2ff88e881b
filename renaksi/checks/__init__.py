"""Every rule that the corpus must keep."""

from renaksi.checks import (
    dates,
    exceptions,
    figures,
    forms,
    identity,
    language,
    ledger,
    links,
    pages,
    periods,
    references,
    sources,
    texts,
    translations,
    verifiable,
    years,
)
from renaksi.checks.exceptions import find_excused
from renaksi.checks.registry import RULES, RegisteredRule, find_problems

__all__ = [
    "RULES",
    "RegisteredRule",
    "dates",
    "exceptions",
    "figures",
    "find_excused",
    "find_problems",
    "forms",
    "identity",
    "language",
    "ledger",
    "links",
    "pages",
    "periods",
    "references",
    "sources",
    "texts",
    "translations",
    "verifiable",
    "years",
]
