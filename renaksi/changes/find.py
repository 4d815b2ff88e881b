"""Typed changes between two corpora. Values are compared, never the text of files.

A file that is only written differently has not changed. Entries, milestones and consultations are
matched by id, and by the former ids that redirects and `former_ids` name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, cast

from renaksi import model
from renaksi.corpus import Corpus, Prose
from renaksi.layout import PRIMARY_LANGUAGE
from renaksi.pieces import Loc
from renaksi.publish.figures.completion import read_ledger
from renaksi.vocabulary import Kind, Voice

# The narrative of an entry as the last key of a path: `("narrative", "en")`.
NARRATIVE = "narrative"
_UNSEEN = ("id", "former_ids")


class Act(StrEnum):
    """What happened to an entry or to a value in it."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    STALE = "stale"
    RATED = "rated"


@dataclass(frozen=True)
class Change:
    """One change of an entry.

    `loc` is the path of keys in the new entry, or in the old one of what was removed; it is empty
    for the entry as such. `before` and `after` are model values: of a list of ids or words, those
    that left and those that came; of a narrative, a paragraph; None is nothing. `id` is the present
    id, `former` the one before a renaming.
    """

    act: Act
    kind: Kind
    id: str
    loc: Loc = ()
    before: Any = None
    after: Any = None
    former: str | None = None


def find_changes(old: Corpus, new: Corpus) -> Iterator[Change]:
    """Every change from `old` to `new`, by kind, then in the order of the entries.

    Entries whose file could not be read on one of the sides are left out: what became of them
    nobody can tell.
    """
    redirects = cast("Iterator[model.Redirect]", new.of(Kind.REDIRECT))
    moved = {(each.kind, each.id): each.to for each in redirects}
    for kind in Kind:
        yield from _of_kind(kind, old, new, moved)
        if kind is Kind.COMMITMENT:
            yield from _find_rated(old, new, moved)


def _of_kind(
    kind: Kind, old: Corpus, new: Corpus, moved: Mapping[tuple[Kind, str], str]
) -> Iterator[Change]:
    present = new.entries.get(kind, {})
    former = {_successor(kind, id, present, moved): id for id in old.entries.get(kind, {})}
    for id, was in former.items():
        entry = cast(model.Entry, old.get(kind, was))
        if id in present:
            yield from _of_entry(kind, id, was, old, new)
        elif not new.may_exist(kind, id):
            yield Change(Act.REMOVED, kind, was, before=entry)
    for id, entry in present.items():
        if id not in former and not old.may_exist(kind, id):
            yield Change(Act.ADDED, kind, id, after=entry)
            comparison = _Comparison(kind, id)
            yield from comparison.given(entry)
            yield from comparison.of_prose({}, new.prose.get((kind, id), {}))


def _find_rated(
    old: Corpus, new: Corpus, moved: Mapping[tuple[Kind, str], str]
) -> Iterator[Change]:
    """How far commitments got by each voice, where that is another than before."""
    present = new.entries.get(Kind.COMMITMENT, {})
    before = {
        (_successor(Kind.COMMITMENT, id, present, moved), voice): rating
        for (id, voice), rating in read_ledger(old).ratings.items()
    }
    after = read_ledger(new).ratings
    for id in present:
        for voice in Voice:
            was, now = before.get((id, voice)), after.get((id, voice))
            if was is not now:
                yield Change(Act.RATED, Kind.COMMITMENT, id, ("completion", voice.value), was, now)


def _successor(
    kind: Kind, id: str, present: Mapping[str, model.Entry], moved: Mapping[tuple[Kind, str], str]
) -> str:
    return id if id in present else moved.get((kind, id), id)


def _of_entry(kind: Kind, id: str, was: str, old: Corpus, new: Corpus) -> Iterator[Change]:
    before, after = old.get(kind, was), new.get(kind, id)
    comparison = _Comparison(kind, id, None if id == was else was)
    if id != was:
        yield Change(Act.RENAMED, kind, id, before=before, after=after, former=was)
    if before != after:
        yield from comparison.of_record(before, after, ())
    texts = old.prose.get((kind, was), {}), new.prose.get((kind, id), {})
    yield from comparison.of_prose(*texts)


@dataclass(frozen=True)
class _Comparison:
    """Walks two versions of one entry."""

    kind: Kind
    id: str
    former: str | None = None

    def _change(self, loc: Loc, before: Any, after: Any) -> Change:
        act = Act.ADDED if before is None else Act.REMOVED if after is None else Act.CHANGED
        return Change(act, self.kind, self.id, loc, before, after, self.former)

    def given(self, entry: model.Record) -> Iterator[Change]:
        """Every field of a new entry that says something."""
        for name, field in type(entry).model_fields.items():
            value = getattr(entry, name)
            if name not in _UNSEEN and value != field.get_default(call_default_factory=True):
                yield self._change((name,), None, value)

    def of_record(self, before: Any, after: Any, loc: Loc) -> Iterator[Change]:
        for name in type(after).model_fields:
            if name not in _UNSEEN:
                yield from self.of_value(getattr(before, name), getattr(after, name), (*loc, name))

    def of_value(self, before: Any, after: Any, loc: Loc) -> Iterator[Change]:
        if before == after:
            return
        if isinstance(before, model.Localized) and isinstance(after, model.Localized):
            yield from self._of_mapping(before.root, after.root, loc)
        elif isinstance(before, dict) and isinstance(after, dict):
            yield from self._of_mapping(before, after, loc)
        elif isinstance(before, model.Record) and isinstance(after, model.Record):
            yield from self.of_record(before, after, loc)
        elif isinstance(before, tuple) and isinstance(after, tuple):
            yield from self._of_list(before, after, loc)
        else:
            yield self._change(loc, before, after)

    def _of_mapping(
        self, before: Mapping[str, Any], after: Mapping[str, Any], loc: Loc
    ) -> Iterator[Change]:
        for key in dict.fromkeys((*before, *after)):
            yield from self.of_value(before.get(key), after.get(key), (*loc, key))

    def _of_list(
        self, before: tuple[Any, ...], after: tuple[Any, ...], loc: Loc
    ) -> Iterator[Change]:
        every = (*before, *after)
        if all(isinstance(item, str) for item in every):
            yield self._of_words(before, after, loc)
        elif all(isinstance(item, model.Entry) for item in every):
            yield from self._of_entries(before, after, loc)
        else:
            yield from self._of_items(before, after, loc)

    def _of_words(self, before: tuple[str, ...], after: tuple[str, ...], loc: Loc) -> Change:
        """A list of ids or words: which left and which came, or else a new order."""
        left = tuple(item for item in before if item not in after)
        came = tuple(item for item in after if item not in before)
        if left or came:
            return self._change(loc, left or None, came or None)
        return self._change(loc, before, after)

    def _of_entries(
        self, before: tuple[Any, ...], after: tuple[Any, ...], loc: Loc
    ) -> Iterator[Change]:
        """A list of records with ids, such as milestones."""
        present = {item.id for item in after}
        moved = {id: each.id for each in after for id in getattr(each, "former_ids", ())}
        known: dict[str, Any] = {}
        for index, item in enumerate(before):
            id = item.id if item.id in present else moved.get(item.id)
            if id is None or id in known:
                yield self._change((*loc, index), item, None)
            else:
                known[id] = item
        for index, item in enumerate(after):
            if item.id in known:
                yield from self.of_record(known[item.id], item, (*loc, index))
            else:
                yield self._change((*loc, index), None, item)

    def _of_items(
        self, before: tuple[Any, ...], after: tuple[Any, ...], loc: Loc
    ) -> Iterator[Change]:
        """Records and texts without ids: those that differ at the same place between like ones."""
        pairs = _pairs([repr(item) for item in before], [repr(item) for item in after])
        for first, second in pairs:
            if first is None:
                assert second is not None
                yield self._change((*loc, second), None, after[second])
            elif second is None:
                yield self._change((*loc, first), before[first], None)
            else:
                yield from self.of_value(before[first], after[second], (*loc, second))

    def of_prose(self, old: Mapping[str, Prose], new: Mapping[str, Prose]) -> Iterator[Change]:
        """Paragraphs that differ, and translations that are behind and were not before."""
        for language in dict.fromkeys((*old, *new)):
            before, after = (_paragraphs(side.get(language)) for side in (old, new))
            for first, second in _pairs(before, after):
                yield self._change(
                    (NARRATIVE, language),
                    None if first is None else before[first],
                    None if second is None else after[second],
                )
        for language in new:
            if _is_stale(language, new) and not _is_stale(language, old):
                loc = (NARRATIVE, language)
                yield Change(Act.STALE, self.kind, self.id, loc, former=self.former)


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """The places of items that stand for each other and differ; None where there is none."""
    for tag, i, k, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            common = min(k - i, n - m)
            yield from ((i + step, m + step) for step in range(common))
            yield from ((place, None) for place in range(i + common, k))
            yield from ((None, place) for place in range(m + common, n))


def _paragraphs(prose: Prose | None) -> list[str]:
    """The paragraphs of a narrative without regard to where its lines break."""
    if prose is None:
        return []
    return [" ".join(each.split()) for each in prose.text.split("\n\n") if each.strip()]


def _is_stale(language: str, texts: Mapping[str, Prose]) -> bool:
    """Whether a translation is behind the text that it was made from."""
    prose, original = texts.get(language), texts.get(PRIMARY_LANGUAGE)
    return bool(prose and original and prose is not original and prose.is_stale(original))
