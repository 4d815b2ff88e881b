"""The commits that changed a corpus, and the contents of its files in each of them.

Only the first parents are followed: what came with a merge is told where it came to this branch,
with the merge's own words. Nothing is checked out.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from renaksi.files import FOLDERS
from renaksi.problem import Message
from renaksi.revision import RevisionError, find_commit, find_prefix, refuse_shallow, run_git

_NOT_READ = Message(
    id="Riwayat repositori ini tidak dapat dibaca.",
    en="The history of this repository cannot be read.",
)
_MERGE = re.compile(r"Merge pull request #(\d+)")
_SQUASHED = re.compile(r"\s*\(#(\d+)\)$")
# In the folder that Git keeps for itself.
_MEMORY = "renaksi-history.json"
_Files = dict[str, tuple[str | None, str | None]]


@dataclass(frozen=True)
class Commit:
    """A commit, its time (ISO 8601, UTC), its reason in one line, and its pull request if named.

    `files` are the names of the objects before and after by path; None where there is no file.
    """

    name: str
    time: str
    reason: str
    pull_request: int | None
    files: Mapping[str, tuple[str | None, str | None]]


def read_commits(root: Path) -> list[Commit] | None:
    """The commits that changed files of the corpus below `root`, oldest first.

    None where `root` is not the top of a Git repository with commits. Raises RevisionError where
    the history is not complete.
    """
    try:
        within = find_prefix(root)
        find_commit(root)
    except RevisionError:
        return None
    if within:
        return None
    refuse_shallow(root)
    options = ("--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "--no-renames", "-z")
    log = run_git(root, _NOT_READ, "log", *options, "--format==%H %ct", "HEAD", "--", *FOLDERS)
    found = list(_read_log(os.fsdecode(log)))
    messages = dict(read_blobs(root, (name for name, _, _ in found)))
    return [_read_commit(*each, messages[each[0]]) for each in found]


def find_memory(root: Path) -> Path | None:
    """Where something of a repository may be remembered that is no part of it; None without Git."""
    try:
        path = run_git(root, _NOT_READ, "rev-parse", "--git-path", _MEMORY)
    except RevisionError:
        return None
    return root / os.fsdecode(path.strip())


def _read_log(log: str) -> Iterator[tuple[str, str, _Files]]:
    """Name, time and files of each commit: Git parts all of these by NUL."""
    parts = iter(log.split("\0"))
    name, seconds = "", ""
    files: _Files = {}
    for part in parts:
        if part.startswith("="):
            if name:
                yield name, seconds, files
            name, seconds = part[1:].split(" ")
            files = {}
        elif part.strip():
            _, _, before, after, _ = part.lstrip("\n:").split(" ")
            files[next(parts)] = _object(before), _object(after)
    if name:
        yield name, seconds, files


def _object(name: str) -> str | None:
    """The name of an object; one of zeros alone is that of no file."""
    return name if name.strip("0") else None


def _read_commit(name: str, seconds: str, files: _Files, content: bytes) -> Commit:
    """A commit as Git keeps it: lines about it, an empty line, its message."""
    message = content.partition(b"\n\n")[2].decode(errors="replace").strip()
    subject, _, body = message.partition("\n")
    time = datetime.fromtimestamp(int(seconds), tz=UTC).isoformat().replace("+00:00", "Z")
    return Commit(name, time, *_find_reason(subject.strip(), body), files)


def _find_reason(subject: str, body: str) -> tuple[str, int | None]:
    """Why a commit was made: of a merged pull request the title, which GitHub puts in the body."""
    merged, squashed = _MERGE.match(subject), _SQUASHED.search(subject)
    if merged:
        lines = [line.strip() for line in body.splitlines() if line.strip()]
        return (lines[0] if lines else subject), int(merged[1])
    if squashed:
        return subject[: squashed.start()], int(squashed[1])
    return subject, None


def read_blobs(root: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The contents of objects by name, each once."""
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return
    asked = "".join(f"{name}\n" for name in wanted).encode()
    output = run_git(root, _NOT_READ, "cat-file", "--batch", stdin=asked)
    at = 0
    for name in wanted:
        end = output.index(b"\n", at)
        size = int(output[at:end].split()[-1])
        yield name, output[end + 1 : end + 1 + size]
        at = end + size + 2
