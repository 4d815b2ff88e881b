"""What changed between two states of some files of a corpus, in the words of every language."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from renaksi import model
from renaksi.changes import Act, Change, find_changes
from renaksi.changes.tell import Teller, Told
from renaksi.corpus import Corpus
from renaksi.load import load_texts
from renaksi.markup import as_read
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

# Kinds whose versions are kept, since a page shows one entry of them.
PAGED = (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING)
# What is no content: results of checks, exceptions from rules, and ways from former ids.
_APART = (Kind.AUDIT, Kind.EXCEPTION, Kind.REDIRECT)
# What a voice's entry in the ledger changes is told by that entry.
_TOLD_ELSEWHERE = (Act.RATED,)


@dataclass(frozen=True)
class _Seen(Corpus):
    """A corpus of some files, in which the others are those of today; `asked` are their names."""

    today: Corpus = field(kw_only=True)
    asked: set[tuple[Kind, str]] = field(default_factory=set, kw_only=True)

    def get(self, kind: Kind, id: str) -> model.Entry | None:
        found = super().get(kind, id)
        if found is None:
            self.asked.add((kind, id))
            found = self.today.get(kind, id)
        return found


def find_steps(
    old: Mapping[str, str], new: Mapping[str, str], today: Corpus, words: Mapping[str, Words]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The steps as data of JSON, and digests of the entries of today whose names they use."""
    first, second = load_texts(old), load_texts(new)
    changes = list(_worth_telling(find_changes(first, second)))
    asked: set[tuple[Kind, str]] = set()
    before, after = (_see(side, today, asked) for side in (first, second))
    told = {
        language: list(Teller(before, after, table, _quote, as_read).tell(changes))
        for language, table in words.items()
    }
    steps = [
        _step(change, {language: each[place] for language, each in told.items()}, (after, before))
        for place, change in enumerate(changes)
    ]
    return steps, {f"{kind.value}:{id}": digest(today, kind, id) for kind, id in sorted(asked)}


def _see(corpus: Corpus, today: Corpus, asked: set[tuple[Kind, str]]) -> _Seen:
    return _Seen(
        corpus.entries, corpus.origins, corpus.prose, corpus.unread, today=today, asked=asked
    )


def digest(corpus: Corpus, kind: Kind, id: str) -> str:
    """A short hash of an entry, empty where there is none."""
    entry = corpus.get(kind, id)
    return hashlib.sha256(entry.model_dump_json().encode()).hexdigest()[:12] if entry else ""


def _worth_telling(changes: Iterator[Change]) -> Iterator[Change]:
    """Of a new entry only that it is new; nothing of what is no content."""
    added: set[tuple[Kind, str]] = set()
    for change in changes:
        if change.kind in _APART or change.act in _TOLD_ELSEWHERE:
            continue
        if (change.kind, change.id) in added:
            continue
        if change.act is Act.ADDED and not change.loc:
            added.add((change.kind, change.id))
        yield change


def _step(change: Change, told: Mapping[str, Told], sides: tuple[_Seen, ...]) -> dict[str, Any]:
    update = next(filter(None, (side.get(change.kind, change.id) for side in sides)), None)
    some = next(iter(told.values()))
    return {
        "act": change.act.value,
        "kind": change.kind.value,
        "id": change.id,
        "former": change.former,
        "of": update.commitment if isinstance(update, model.Update) else None,
        "path": list(change.loc),
        "entry": {language: each.entry for language, each in told.items()},
        "sentence": {language: each.sentence for language, each in told.items()},
        "spots": [[spot.before, spot.after] for spot in some.spots],
        "more": some.more,
    }


def find_versions(old: Mapping[str, str], new: Mapping[str, str]) -> list[list[Any]]:
    """Kind, id and data of each entry of a page that differs from before; None if it is gone."""
    first, second = load_texts(old), load_texts(new)
    found: list[list[Any]] = []
    for kind in PAGED:
        before, after = (side.entries.get(kind, {}) for side in (first, second))
        for id in dict.fromkeys((*before, *after)):
            if _version(first, kind, id) != _version(second, kind, id):
                found.append([kind.value, id, _version(second, kind, id)])
    return found


def _version(corpus: Corpus, kind: Kind, id: str) -> dict[str, Any] | None:
    entry = corpus.entries.get(kind, {}).get(id)
    if entry is None:
        return None
    texts = corpus.prose.get((kind, id), {})
    data = entry.model_dump(mode="json", exclude_defaults=True)
    return {**data, "narrative": {language: prose.text for language, prose in texts.items()}}


def _quote(text: str) -> str:
    return f"“{text}”"
