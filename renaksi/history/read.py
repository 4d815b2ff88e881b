"""The history of a corpus: for each commit what it changed, in words.

A commit is compared through the files that it touched alone, so the whole history takes as long as
what changed. Names of entries that a commit did not touch are those of today.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from renaksi import layout
from renaksi.commits import Commit, read_blobs, read_commits
from renaksi.corpus import Corpus
from renaksi.events import Event, History, Step, Version
from renaksi.history.memory import Memory
from renaksi.history.steps import find_steps, find_versions
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

_Blobs = dict[str, str]


def read_history(root: Path, corpus: Corpus, words: Mapping[str, Words], memory: Memory) -> History:
    """The history of the corpus of `root`, which is `corpus` today.

    Raises RevisionError where the repository does not have all of it.
    """
    commits = read_commits(root)
    if commits is None:
        return History()
    events: list[Event] = []
    versions: dict[tuple[Kind, str], list[Version]] = {}
    for commit, record in _read_records(root, commits, corpus, words, memory):
        steps = tuple(Step(**each) for each in record["steps"])
        if steps:
            facts = commit.name, commit.time, commit.reason, commit.pull_request
            events.append(Event(*facts, steps))
        for kind, id, entry in record["versions"]:
            version = Version(commit.name, commit.time, entry)
            versions.setdefault((Kind(kind), id), []).append(version)
    memory.keep()
    return History(True, tuple(events), {key: tuple(found) for key, found in versions.items()})


def _read_records(
    root: Path,
    commits: Sequence[Commit],
    corpus: Corpus,
    words: Mapping[str, Words],
    memory: Memory,
) -> Iterator[tuple[Commit, dict[str, Any]]]:
    """What each commit changed: remembered, or found out now."""
    states = list(_find_states(commits))
    known = [memory.get(old, new, corpus) for old, new in states]
    unknown = [state for state, record in zip(states, known, strict=True) if record is None]
    names = (name for sides in unknown for side in sides for name in side.values())
    texts = {name: _decode(content) for name, content in read_blobs(root, names)}
    for commit, (old, new), record in zip(commits, states, known, strict=True):
        yield commit, record or memory.add(old, new, _compare(old, new, texts, corpus, words))


def _find_states(commits: Sequence[Commit]) -> Iterator[tuple[_Blobs, _Blobs]]:
    """The files that each commit touched before and after it, with their other languages."""
    tree: _Blobs = {}
    for commit in commits:
        touched = {
            layout.translation_path(layout.primary_path(path), language)
            for path in commit.files
            if not path.startswith(layout.IMAGES)
            for language in layout.LANGUAGES
        }
        before = {path: tree[path] for path in touched if path in tree}
        for path, (_, after) in commit.files.items():
            if after is None:
                tree.pop(path, None)
            else:
                tree[path] = after
        yield before, {path: tree[path] for path in touched if path in tree}


def _compare(
    old: _Blobs,
    new: _Blobs,
    texts: Mapping[str, str | None],
    corpus: Corpus,
    words: Mapping[str, Words],
) -> dict[str, Any]:
    first, second = (
        {path: text for path, name in side.items() if (text := texts[name]) is not None}
        for side in (old, new)
    )
    steps, uses = find_steps(first, second, corpus, words)
    return {"steps": steps, "uses": uses, "versions": find_versions(first, second)}


def _decode(content: bytes) -> str | None:
    """The text of a file; None where it is none, which no entry is read from."""
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
