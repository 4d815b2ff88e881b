"""What is found of a commitment in the ledger: evidence, and the latest word."""

from collections.abc import Iterable

from renaksi import model
from renaksi.dates import last_day
from renaksi.vocabulary import Voice


def has_evidence(updates: Iterable[model.Update]) -> bool:
    """Whether a public trace of what was done is named, or documents themselves speak."""
    return any(item.evidence or item.voice is Voice.EVIDENCE for item in updates)


def latest_date(updates: Iterable[model.Update]) -> str | None:
    """The latest date that an update carries, as it is written, or None."""
    dates = [item.date for item in updates if item.date]
    return max(dates, key=last_day) if dates else None
