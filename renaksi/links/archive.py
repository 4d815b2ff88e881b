"""Copies at the Internet Archive: which it has, and asking it for one.

archive.org/help/wayback_api.php describes the first; the second is "Save Page Now".
"""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from renaksi.links.ask import Client

AVAILABILITY = "https://archive.org"
SAVING = "https://web.archive.org"
_COPY = re.compile(r"https?://web\.archive\.org/web/([0-9]{14})/(https?://[^\s<>\"]+)")


@dataclass(frozen=True)
class Archive:
    """The archive, asked through a client; tests have one of their own."""

    client: Client
    availability: str = AVAILABILITY
    saving: str = SAVING

    def find_copy(self, address: str, day: str | None) -> str | None:
        """The address of a good copy that is not older than what it is evidence of, or None.

        `day` is a date of reduced precision.
        """
        query = {"url": address, **({"timestamp": day.replace("-", "")} if day else {})}
        self.client.wait()
        text = self.client.read(f"{self.availability}/wayback/available?{urlencode(query)}")
        try:
            closest = json.loads(text or b"")["archived_snapshots"]["closest"]
            copy = (
                str(closest["url"]) if closest["available"] and closest["status"] == "200" else ""
            )
        except (ValueError, KeyError, TypeError):
            return None
        match = _COPY.fullmatch(copy)
        if match is None or match[1] < (day or "").replace("-", ""):
            return None
        return f"https://web.archive.org/web/{match[1]}/{match[2]}"

    def ask_for_copy(self, address: str) -> bool:
        """Asks for a copy to be made, which takes a while; whether the archive has taken it up."""
        self.client.wait()
        return self.client.read(f"{self.saving}/save/{address}") is not None
