"""Every rule that the corpus must keep."""

from renaksi.checks import dates, identity, links, references, texts
from renaksi.checks.registry import RULES, RegisteredRule, find_problems

__all__ = [
    "RULES",
    "RegisteredRule",
    "dates",
    "find_problems",
    "identity",
    "links",
    "references",
    "texts",
]
