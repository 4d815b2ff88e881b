"""The shapes of a history: what changed in a corpus, when and why, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from renaksi.vocabulary import Kind

_RENAMED = "renamed"


@dataclass(frozen=True)
class Step:
    """A change of one entry, by language: the entry's name, a sentence, words before and after.

    `act` is one of `renaksi.changes.Act`; `path` the keys of the field, empty for the entry as
    such. `of` is the commitment that an update speaks of. `more` counts spots that are not shown.
    """

    act: str
    kind: str
    id: str
    former: str | None
    of: str | None
    path: list[Any]
    entry: Mapping[str, str]
    sentence: Mapping[str, str]
    spots: list[list[str]]
    more: int


@dataclass(frozen=True)
class Event:
    """A commit that changed content: why, when (ISO 8601, UTC), and what, step by step."""

    commit: str
    time: str
    reason: str
    pull_request: int | None
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Version:
    """An entry as it stood from a commit on, as data of JSON; None once it was gone."""

    commit: str
    time: str
    entry: Mapping[str, Any] | None


@dataclass(frozen=True)
class History:
    """Events, oldest first, and versions of every entry that has a page of its own.

    `known` is False where there is no Git: nothing is known then, and that is told.
    """

    known: bool = False
    events: tuple[Event, ...] = ()
    versions: Mapping[tuple[Kind, str], tuple[Version, ...]] = field(default_factory=dict)

    def of(self, kind: Kind, id: str) -> tuple[Event, ...]:
        """What changed in an entry, newest first, under former ids and in its updates, too."""
        return tuple(self._of(kind.value, id))

    def versions_of(self, kind: Kind, id: str) -> tuple[Version, ...]:
        """An entry as it stood from each commit on, oldest first, under former ids, too.

        Where it got its present id, the end under the former one is no version of its own.
        """
        found: list[Version] = []
        wanted: str | None = id
        seen: set[str] = set()
        while wanted is not None and wanted not in seen:
            seen.add(wanted)
            found += reversed(self.versions.get((kind, wanted), ()))
            wanted = self._former.get((kind.value, wanted))
        renamed = {each.commit for each in found if each.entry is not None}
        kept = [each for each in found if each.entry is not None or each.commit not in renamed]
        return tuple(reversed(kept))

    @cached_property
    def _former(self) -> Mapping[tuple[str, str], str]:
        """The id that an entry had before it was renamed."""
        return {
            (step.kind, step.id): step.former
            for event in self.events
            for step in event.steps
            if step.act == _RENAMED and step.former
        }

    def _of(self, kind: str, id: str) -> Iterator[Event]:
        ids = {id}
        for event in reversed(self.events):
            steps = tuple(step for step in event.steps if _concerns(step, kind, ids))
            ids |= {step.former for step in steps if step.act == _RENAMED and step.former}
            if steps:
                yield replace(event, steps=steps)


def _concerns(step: Step, kind: str, ids: set[str]) -> bool:
    own = step.kind == kind and step.id in ids
    return own or (kind == Kind.COMMITMENT.value and step.of in ids)
