"""Changes as sentences, in the words of one language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from renaksi.changes.find import NARRATIVE, Act, Change
from renaksi.changes.names import Namer, Quote
from renaksi.changes.wording import Spot, find_spots
from renaksi.corpus import Corpus
from renaksi.model import Entry
from renaksi.publish.words import Words

# From here on a text is shown by the spots that differ, not as a whole.
_SHORT = 60


@dataclass(frozen=True)
class Told:
    """A change in words: the entry, what happened to it, and where two wordings differ.

    `more` is how many more spots of the text differ than are shown.
    """

    change: Change
    entry: str
    sentence: str
    spots: tuple[Spot, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Teller:
    """Tells changes from one corpus to another; `quote` marks words that are the corpus's.

    `read` makes of a narrative what is shown of it: its words, or, for reviewers, all its signs.
    """

    old: Corpus
    new: Corpus
    words: Words
    quote: Quote
    read: Callable[[str], str] = str

    def tell(self, changes: Iterable[Change]) -> Iterator[Told]:
        """Each change in words."""
        return map(self._tell, changes)

    @property
    def _before(self) -> Namer:
        return Namer(self.old, self.words, self.quote)

    @property
    def _after(self) -> Namer:
        return Namer(self.new, self.words, self.quote)

    def _tell(self, change: Change) -> Told:
        entry = self.new.get(change.kind, change.id)
        namer = self._after if entry else self._before
        entry = entry or self.old.get(change.kind, change.id)
        assert entry is not None, change
        name = namer.entry(change.kind, entry)
        if not change.loc:
            return Told(change, name, self._of_entry(change))
        field = self._field(change, namer, entry)
        if change.act is Act.STALE:
            return Told(change, name, self.words.t("change.stale", field=field))
        if _is_wording(change):
            spots, more = find_spots(*self._sides(change))
            return Told(change, name, self.words.t("change.wording", field=field), spots, more)
        before, after = self._values(change)
        key = f"change.{self._sentence(change)}"
        return Told(change, name, self.words.t(key, field=field, before=before, after=after))

    def _sides(self, change: Change) -> tuple[Any, Any]:
        """A value before and after: a narrative as it is read, unless only its signs differ."""
        if change.loc[0] == NARRATIVE:
            before, after = (each and self.read(each) for each in (change.before, change.after))
            if before != after:
                return before, after
        return change.before, change.after

    def _sentence(self, change: Change) -> str:
        """Which sentence says what happened to a value."""
        if isinstance(change.before or change.after, Entry):
            return f"item.{change.act.value}"
        if change.act is Act.ADDED and not self.old.get(change.kind, change.former or change.id):
            return "given"
        if change.act is Act.CHANGED and isinstance(change.after, tuple):
            same = sorted(change.before) == sorted(change.after)
            return "order" if same else "changed"
        return change.act.value

    def _values(self, change: Change) -> tuple[str, str]:
        if change.act is Act.RATED:
            keys = (f"completion.{each or 'unknown'}" for each in (change.before, change.after))
            before, after = map(self.words.t, keys)
            return before, after
        before, after = self._sides(change)
        return (
            self._before.value(change.kind, change.loc, before),
            self._after.value(change.kind, change.loc, after),
        )

    def _of_entry(self, change: Change) -> str:
        former = self.quote(change.former or "")
        key = f"change.entry.{change.act.value}"
        return self.words.t(key, before=former, after=self.quote(change.id))

    def _field(self, change: Change, namer: Namer, entry: Entry) -> str:
        """The field as the side names it that has it: a milestone that is gone by its old title."""
        if change.act is Act.RATED:
            return self.words.t("change.rating", voice=self.words.t(f"voice.{change.loc[-1]}"))
        if change.after is None and change.loc[0] != NARRATIVE:
            former = self.old.get(change.kind, change.former or change.id)
            if former is not None:
                return self._before.field(change, former)
        return namer.field(change, entry)


def _is_wording(change: Change) -> bool:
    texts = change.before, change.after
    return all(isinstance(text, str) and len(text) > _SHORT for text in texts)
