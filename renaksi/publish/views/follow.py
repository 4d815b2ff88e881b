"""How to be told of changes: feeds, a calendar, and e-mail."""

from typing import Any

from renaksi.publish.desk import Desk
from renaksi.publish.paths import calendar_url, feed_url
from renaksi.publish.values import Value
from renaksi.vocabulary import Voice


def view(desk: Desk) -> dict[str, Any]:
    """The feeds that are not about one entry, the lists of entries with one, and the calendar."""
    changes = Value(desk.t("output.feed_changes"), url=feed_url(desk.language, "changes"))
    voices = (
        Value(
            desk.words.begin(desk.t("feed.voice", voice=desk.t(f"voice.{voice.value}"))),
            url=feed_url(desk.language, "voices", voice.value),
        )
        for voice in Voice
    )
    lists = ("commitments", "organizations")
    return {
        "feeds": (changes, *voices),
        "lists": tuple(Value(desk.t(f"nav.{name}"), url=desk.section(name)) for name in lists),
        "calendar": calendar_url(desk.language),
    }
