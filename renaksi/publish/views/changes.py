"""What changed: on the page of an entry, and for the whole plan by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from renaksi.events import Event, Step
from renaksi.layout import ADDRESSED, LANGUAGES, entry_path
from renaksi.publish.desk import Desk
from renaksi.publish.pager import build_pager, take_page
from renaksi.publish.paths import page_url, versions_url
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind

_SECTION = "changes"
# What stands there at once; the rest is folded.
_EVENTS = 3
_STEPS = 8


@dataclass(frozen=True)
class StepView:
    """A sentence, and the words before and after of each spot that differs."""

    sentence: str
    spots: tuple[tuple[Value, Value], ...]
    more: str | None


@dataclass(frozen=True)
class EntryView:
    """What a commit changed in one entry: its name, which leads there, and the steps.

    `name` is None where it goes without saying.
    """

    name: Value | None
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class EventView:
    """A commit: its day, its reason, what it is called, and what it changed.

    `state` is the file of the page's own entry as this commit left it, as a path.
    `folded` are the entries that do not stand there at once, and `more` says how many they are.
    """

    commit: str
    date: Value
    reason: str
    pull_request: int | None
    entries: tuple[EntryView, ...]
    folded: tuple[EntryView, ...] = ()
    more: str | None = None
    state: str | None = None


@dataclass(frozen=True)
class Changes:
    """The history of an entry, newest first: what stands there at once, and what is folded.

    `versions` leads to the entry as it stood on any day, as data.
    """

    known: bool
    versions: Value
    recent: tuple[EventView, ...] = ()
    earlier: tuple[EventView, ...] = ()
    more: str | None = None


def entry_changes(desk: Desk, kind: Kind, id: str) -> Changes:
    """What changed in an entry since its first commit."""
    found = desk.history.versions_of(kind, id)
    paths = {
        each.commit: entry_path(kind, each.entry["plan"], each.entry["id"])
        for each in found
        if each.entry
    }
    events = tuple(
        replace(_event(desk, each, (kind.value, id)), state=paths.get(each.commit))
        for each in desk.history.of(kind, id)
    )
    versions = Value(desk.t("changes.versions"), url=versions_url(kind, id))
    recent, earlier = events[:_EVENTS], events[_EVENTS:]
    more = desk.words.count("changes.earlier", len(earlier)) if earlier else None
    return Changes(desk.history.known, versions, recent, earlier, more)


def view(desk: Desk, number: int = 1) -> dict[str, Any]:
    """Every change of the plan by month, newest first, or one of its further pages."""
    every = desk.history.events[::-1]
    address = partial(page_url, desk.words, _SECTION)
    return {
        "known": desk.history.known,
        "months": tuple(
            (month, desk.words.date(month), tuple(_event(desk, each) for each in events))
            for month, events in groupby(take_page(every, number), key=lambda each: each.time[:7])
        ),
        "pager": build_pager(desk.words, len(every), number, lambda n: address(number=n)),
        "first": number == 1,
    }


def _event(desk: Desk, event: Event, own: tuple[str, str] | None = None) -> EventView:
    day = event.time[:10]
    entries = tuple(_entries(desk, event.steps, own))
    shown = EventView(
        event.commit,
        Value(desk.words.date(day), iso=event.time),
        desk.words.bind(event.reason),
        event.pull_request,
        entries,
    )
    if len(entries) <= _STEPS:
        return shown
    folded = entries[_STEPS:]
    more = desk.words.count("changes.entries", len(folded))
    return replace(shown, entries=entries[:_STEPS], folded=folded, more=more)


def _entries(desk: Desk, steps: Iterable[Step], own: tuple[str, str] | None) -> Iterator[EntryView]:
    for (kind, id), found in groupby(steps, key=lambda step: (step.kind, step.id)):
        of_entry = list(found)
        named = None if (kind, id) == own else _name(desk, of_entry[0])
        yield EntryView(named, tuple(_step(desk, each) for each in of_entry))


def _step(desk: Desk, step: Step) -> StepView:
    bind = desk.words.bind
    spoken = next((part for part in step.path if part in LANGUAGES), desk.language)
    other = spoken if spoken != desk.language else None
    spots = tuple(
        (Value(bind(before), language=other), Value(bind(after), language=other))
        for before, after in step.spots
    )
    more = desk.words.count("change.more", step.more) if step.more else None
    return StepView(bind(step.sentence[desk.language]), spots, more)


def _name(desk: Desk, step: Step) -> Value:
    """The entry as it is told, as a link where it still is."""
    text = desk.words.bind(step.entry[desk.language])
    kind, id = Kind(step.kind), step.id
    if step.of is not None and desk.corpus.get(kind, id) is None:
        kind, id = Kind.COMMITMENT, step.of  # where the update was
    entry = desk.corpus.get(kind, id)
    if entry is None or kind not in ADDRESSED:
        return Value(text)
    return Value(text, desk.url(kind, entry))
