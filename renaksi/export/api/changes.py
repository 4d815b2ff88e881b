"""What changed, month by month: a month that is over does not change any more."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from renaksi.export.api.document import address
from renaksi.export.api.records import event_record
from renaksi.export.publication import Publication

_LATEST = 20


def months(publication: Publication) -> dict[str, Any]:
    """The months with changes, newest first, and the latest changes themselves."""
    history = publication.history
    return {
        "known": history.known,
        "months": [
            {
                "month": month,
                "changes": len(data["changes"]),
                "links": {"self": address(publication, f"changes/{month}.json")},
            }
            for month, data in one_month(publication)
        ],
        "latest": [event_record(publication, each) for each in history.events[: -_LATEST - 1 : -1]],
    }


def one_month(publication: Publication) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every month with its changes, newest first."""
    for month, events in groupby(publication.history.events[::-1], key=lambda each: each.time[:7]):
        found = [event_record(publication, each) for each in events]
        yield month, {"month": month, "changes": found}
