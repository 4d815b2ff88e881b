"""The shapes of a history: what changed in a corpus, when and why, in words."""

from collections.abc import Iterable, Mapping, Sequence
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

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Kind and id of the entry, and those of the commitment that it speaks of."""
        own = (self.kind, self.id)
        return (own, (Kind.COMMITMENT.value, self.of)) if self.of else (own,)


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
        return self.about([(kind.value, id)])

    def about(self, names: Iterable[tuple[str, str]]) -> tuple[Event, ...]:
        """The same of some entries, by kind and id."""
        found = frozenset(each for kind, id in names for each in self._names(Kind(kind), id))
        places = {place for name in found for place in self._places.get(name, ())}
        return tuple(
            replace(event, steps=tuple(step for step in event.steps if found & set(step.names)))
            for event in (self.events[place] for place in sorted(places, reverse=True))
        )

    def versions_of(self, kind: Kind, id: str) -> tuple[Version, ...]:
        """An entry as it stood from each commit on, oldest first, under former ids, too.

        Where it got its present id, the end under the former one is no version of its own.
        """
        found = [
            version
            for name, former in self._names(kind, id)
            for version in reversed(self.versions.get((Kind(name), former), ()))
        ]
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

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The events that tell of an entry, by its kind and id."""
        found: dict[tuple[str, str], list[int]] = {}
        for place, event in enumerate(self.events):
            for name in {name for step in event.steps for name in step.names}:
                found.setdefault(name, []).append(place)
        return found

    def _names(self, kind: Kind, id: str) -> list[tuple[str, str]]:
        """The kind and ids of an entry, the present one first."""
        found = [(kind.value, id)]
        while (former := self._former.get(found[-1])) and (kind.value, former) not in found:
            found.append((kind.value, former))
        return found
