"""How old what a page says may be, as far as anybody has said."""

from dataclasses import dataclass

from renaksi.dates import last_day
from renaksi.model import Commitment, PagedEntry
from renaksi.publish.desk import Desk
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind


@dataclass(frozen=True)
class Freshness:
    """When a steward last reviewed the entry, and its newest dated report; None: not known.

    Only commitments have reports.
    """

    reviewed: Value | None
    reported: bool = False
    newest: Value | None = None


def find_freshness(desk: Desk, kind: str, id: str) -> Freshness | None:
    """What is known of the entry that a page shows; None for pages that show many."""
    entry = desk.corpus.get(Kind(kind), id) if kind else None
    if not isinstance(entry, PagedEntry):
        return None
    reviewed = desk.date(entry.reviewed) if entry.reviewed else None
    if not isinstance(entry, Commitment):
        return Freshness(reviewed)
    return Freshness(reviewed, True, _newest(desk, id))


def _newest(desk: Desk, commitment: str) -> Value | None:
    """The date of the newest dated entry of the ledger, as a link to it, with who speaks there."""
    dated = [(update.date, update) for update in desk.corpus.updates_of(commitment) if update.date]
    if not dated:
        return None
    date, update = max(dated, key=lambda item: (last_day(item[0]), item[1].id))
    who = Value(desk.t(f"voice.{update.voice.value}"))
    return Value(desk.words.date(date), url=f"#{update.id}", iso=date, detail=who)
