"""The small shapes that templates print: values, links, rows of a fact box."""

from dataclasses import dataclass, field

from renaksi.vocabulary import Certainty


@dataclass(frozen=True)
class Value:
    """A text with what is known of it: its language if not the page's, a link, an ISO date.

    `url` is relative to the site's root, or absolute when `external`; `detail` stands behind the
    text, after a comma.
    """

    text: str
    url: str | None = None
    external: bool = False
    iso: str | None = None
    language: str | None = None
    remark: str | None = None
    detail: "Value | None" = None


@dataclass(frozen=True)
class NoteMark:
    """An editorial note as it stands beside a fact."""

    title: str
    text: Value
    url: str
    certainty: Certainty


@dataclass(frozen=True)
class Row:
    """A labelled fact. No values and `empty` False: not found in the sources."""

    key: str
    label: str
    values: tuple[Value, ...] = ()
    empty: bool = False
    sources: tuple[Value, ...] = ()
    note: Value | None = None
    notes: tuple[NoteMark, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is anything to say beyond that no source was found."""
        return bool(self.values or self.empty or self.note or self.notes)


@dataclass(frozen=True)
class Assessment:
    """What one voice says: `entries` is empty where it has said nothing that was found.

    `other` links to what it says where it does not state how far the commitment got.
    """

    voice: str
    label: str
    completion: str | None = None
    completion_label: str | None = None
    entries: tuple["LedgerEntry", ...] = ()
    other: Value | None = None


@dataclass(frozen=True)
class LedgerEntry:
    """One entry of the ledger, in words."""

    id: str
    heading: str
    period: str
    completion: str | None
    rows: tuple[Row, ...]
    date: Value | None = None


@dataclass(frozen=True)
class Card:
    """An entry in a list: where it leads and what is said of it at a glance.

    `disputes` are the notes that doubt the date which the list shows.
    """

    title: str
    url: str
    eyebrow: str = ""
    text: Value | None = None
    details: tuple[Value, ...] = ()
    status: str | None = None
    status_label: str | None = None
    mark: str | None = None
    rows: tuple[Row, ...] = ()
    disputes: tuple[NoteMark, ...] = ()


@dataclass(frozen=True)
class Group:
    """A titled list of cards or rows; `former` are ids that it had before."""

    id: str
    title: str
    cards: tuple[Card, ...] = ()
    text: str | None = None
    count: str | None = None
    rows: tuple[Row, ...] = field(default=())
    former: tuple[str, ...] = ()
