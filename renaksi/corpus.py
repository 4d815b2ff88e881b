"""The corpus: every entry, frozen, with look-ups by kind and id."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from renaksi import model
from renaksi.markup import Link, find_converted, find_simple, without_code
from renaksi.pieces import Loc, find_pieces
from renaksi.problem import Place, find_near
from renaksi.reader import Document, Key
from renaksi.references import find_references
from renaksi.remedies import suggest_id
from renaksi.vocabulary import Kind

E = TypeVar("E", bound=model.Entry)


@dataclass(frozen=True)
class Origin:
    """Where an entry was read: its document and the path of keys to it."""

    document: Document
    prefix: tuple[Key, ...] = ()

    def place(self, loc: tuple[Key, ...] = (), *, key: bool = False) -> Place:
        return self.document.place(self.prefix + loc, key=key)


@dataclass(frozen=True)
class Prose:
    """The narrative of an entry in one language; `line` is where it begins in its file.

    `hash_place` is where a translation says from which text it was made.
    """

    path: str
    text: str
    source_hash: str | None = None
    line: int = 1
    hash_place: Place | None = None

    @cached_property
    def hash(self) -> str:
        """The short hash by which a translation says which text it was made from."""
        return hashlib.sha256(self.text.strip().encode()).hexdigest()[:12]

    @cached_property
    def plain(self) -> str:
        """The text with spaces instead of code, so that places stay the same."""
        return without_code(self.text)

    @cached_property
    def simple_links(self) -> list[Link] | None:
        """Every link and image, if these are all the brackets in the text and nothing is odd."""
        return find_simple(self.text)

    @cached_property
    def links(self) -> list[Link]:
        """Every link and image."""
        simple = self.simple_links
        return list(find_converted(self.text)) if simple is None else simple

    def place(self, offset: int) -> Place:
        """Where the character at an offset of the text stands in its file."""
        before = self.text[:offset]
        return Place(self.path, self.line + before.count("\n"), offset - before.rfind("\n"))

    def is_stale(self, original: "Prose") -> bool:
        """Whether this translation was made from another text than `original` is now."""
        return self.source_hash not in (None, original.hash)


# A field of a commitment, and what it names there.
Trait = tuple[str, str]
_TRAITS = ("lead_organizations", "civil_society_organizations", "policy_areas", "theme")


def find_traits(commitment: model.Commitment) -> Iterator[Trait]:
    """What a commitment can have in common with others, each once."""
    for field_name in _TRAITS:
        fact = getattr(commitment, field_name)
        value = fact.value if fact else None
        ids = (value,) if isinstance(value, str) else value or ()
        yield from ((field_name, id) for id in dict.fromkeys(ids))
    ties = [*commitment.derives_from, *commitment.continued_by]
    named = (f"{tie.plan} {tie.ogp_id}" for tie in ties if tie.ogp_id)
    yield from (("lineage", name) for name in dict.fromkeys(named))


@dataclass(frozen=True)
class Corpus:
    """All entries by kind and id, in reading order, with their origins and prose.

    `paths` are all files that may be opened; `refused` are the files and folders that may not, and
    what they were probably meant to be called.
    `unread` names entries whose files hold a mistake; a None id stands for a whole file of them.
    """

    entries: Mapping[Kind, Mapping[str, model.Entry]]
    origins: Mapping[tuple[Kind, str], Origin] = field(default_factory=dict)
    prose: Mapping[tuple[Kind, str], Mapping[str, Prose]] = field(default_factory=dict)
    unread: frozenset[tuple[Kind, str | None]] = frozenset()
    paths: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    def of(self, kind: Kind) -> Iterator[model.Entry]:
        """Every entry of a kind."""
        return iter(self.entries.get(kind, {}).values())

    def get(self, kind: Kind, id: str) -> model.Entry | None:
        """One entry, or None."""
        return self.entries.get(kind, {}).get(id)

    def in_order(self, kind: Kind) -> Sequence[Any]:
        """Every entry of a kind in the order in which the site has them."""
        ordered: dict[Kind, Callable[[], Sequence[Any]]] = {
            Kind.COMMITMENT: lambda: self.commitments,
            Kind.STAGE: lambda: self.stages,
            Kind.MEETING: lambda: self.meetings,
            Kind.UPDATE: lambda: self.updates,
            Kind.NOTE: lambda: self.notes,
        }
        return ordered.get(kind, lambda: tuple(self.of(kind)))()

    def may_exist(self, kind: Kind, id: str) -> bool:
        """Whether an id is taken, or could be that of an entry that could not be read.

        A plan that entries name instead of the one there is may exist: `plan-has-its-entries`
        tells of that mistake, once.
        """
        if self.get(kind, id) is not None or (kind is Kind.PLAN and id == self.plan_named_instead):
            return True
        return not self.unread.isdisjoint({(kind, id), (kind, None)})

    def find_meant(self, kind: Kind, id: str) -> str | None:
        """The id of the entry that an unknown one probably means, by its name or by its looks."""
        known = list(self.entries.get(kind, {}))
        return self._named.get((kind, id)) or find_near(id, known)

    @cached_property
    def _named(self) -> Mapping[tuple[Kind, str | None], str]:
        """The ids of organizations and people by what their names look like as ids."""
        found: dict[tuple[Kind, str | None], str] = {}
        for entry in self._all(Kind.ORGANIZATION, model.Organization):
            short = entry.short_title.root.values() if entry.short_title else ()
            for name in (*entry.title.root.values(), *short, *entry.also_written):
                found.setdefault((Kind.ORGANIZATION, suggest_id(name)), entry.id)
            found.setdefault((Kind.ORGANIZATION, suggest_id(entry.abbreviation or "")), entry.id)
        for person in self._all(Kind.PERSON, model.Person):
            found.setdefault((Kind.PERSON, suggest_id(person.name)), person.id)
        return found

    @cached_property
    def plan_named_instead(self) -> str | None:
        """The id of a plan that most entries name, if none names a plan that is there."""
        kinds = (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING)
        named: list[str] = [
            entry.plan  # type: ignore[attr-defined]
            for kind in kinds
            for entry in self.of(kind)
        ]
        plans = self.entries.get(Kind.PLAN, {})
        if not named or not plans or not plans.keys().isdisjoint(named):
            return None
        return Counter(named).most_common(1)[0][0]

    @cached_property
    def facts(self) -> tuple[tuple[Kind, model.Entry, Loc, model.Fact[Any]], ...]:
        """Every fact of every entry, with its path of keys."""
        return tuple(each for each in self._pieces if isinstance(each[3], model.Fact))

    @cached_property
    def texts(self) -> tuple[tuple[Kind, model.Entry, Loc, model.Localized], ...]:
        """Every localised text of every entry, with its path of keys."""
        return tuple(each for each in self._pieces if isinstance(each[3], model.Localized))

    @cached_property
    def _pieces(self) -> tuple[tuple[Kind, model.Entry, Loc, Any], ...]:
        return tuple(
            (kind, entry, loc, piece)
            for kind, entries in self.entries.items()
            for entry in entries.values()
            for loc, piece in find_pieces(entry)
        )

    @cached_property
    def references(self) -> tuple[tuple[Kind, model.Entry, Loc, Kind, str], ...]:
        """Every reference of every entry: its path of keys, the kind and id that it names."""
        return tuple(
            (kind, entry, loc, target, id)
            for kind, entries in self.entries.items()
            for entry in entries.values()
            for loc, target, id in find_references(entry)
        )

    def _all(self, kind: Kind, _type: type[E]) -> tuple[E, ...]:
        return cast("tuple[E, ...]", tuple(self.of(kind)))

    @cached_property
    def plan(self) -> model.ActionPlan:
        """The action plan of `data/renaksi.yaml`. Raises StopIteration where it is missing."""
        return cast(model.ActionPlan, next(self.of(Kind.PLAN)))

    @cached_property
    def commitments(self) -> tuple[model.Commitment, ...]:
        found = self._all(Kind.COMMITMENT, model.Commitment)
        return tuple(sorted(found, key=lambda item: (item.plan, item.number, item.id)))

    @cached_property
    def commitment_order(self) -> Mapping[str, int]:
        """The place of each commitment among all, by its id."""
        return {item.id: place for place, item in enumerate(self.commitments)}

    @cached_property
    def commitments_by_trait(self) -> Mapping[Trait, Sequence[str]]:
        """The ids of the commitments that share a trait, in their order."""
        found: dict[Trait, list[str]] = {}
        for commitment in self.commitments:
            for trait in find_traits(commitment):
                found.setdefault(trait, []).append(commitment.id)
        return found

    @cached_property
    def stages(self) -> tuple[model.Stage, ...]:
        found = self._all(Kind.STAGE, model.Stage)
        return tuple(sorted(found, key=lambda item: (item.plan, item.number, item.id)))

    @cached_property
    def meetings(self) -> tuple[model.Meeting, ...]:
        """Meetings by the number of their stage, then by date."""
        order = {stage.id: stage.number for stage in self.stages}
        found = self._all(Kind.MEETING, model.Meeting)

        def key(item: model.Meeting) -> tuple[int, str, str]:
            start = item.start_date.value if item.start_date else None
            return order.get(item.stage, 0), start or "9999", item.id

        return tuple(sorted(found, key=key))

    @cached_property
    def updates(self) -> tuple[model.Update, ...]:
        found = self._all(Kind.UPDATE, model.Update)
        return tuple(sorted(found, key=lambda item: (item.commitment, item.voice, item.id)))

    @cached_property
    def _updates(self) -> Mapping[str, list[model.Update]]:
        found: dict[str, list[model.Update]] = {}
        for update in self.updates:
            found.setdefault(update.commitment, []).append(update)
        return found

    def updates_of(self, commitment: str) -> Sequence[model.Update]:
        """The updates of one commitment."""
        return self._updates.get(commitment, ())

    @cached_property
    def organizations(self) -> tuple[model.Organization, ...]:
        return self._all(Kind.ORGANIZATION, model.Organization)

    @cached_property
    def people(self) -> tuple[model.Person, ...]:
        return self._all(Kind.PERSON, model.Person)

    @cached_property
    def sources(self) -> tuple[model.Source, ...]:
        return self._all(Kind.SOURCE, model.Source)

    @cached_property
    def terms(self) -> tuple[model.GlossaryTerm, ...]:
        return self._all(Kind.TERM, model.GlossaryTerm)

    @cached_property
    def notes(self) -> tuple[model.EditorialNote, ...]:
        found = self._all(Kind.NOTE, model.EditorialNote)
        return tuple(sorted(found, key=lambda item: item.number))

    @cached_property
    def plans(self) -> tuple[model.PlanOverview, ...]:
        return self._all(Kind.PLAN_OVERVIEW, model.PlanOverview)
