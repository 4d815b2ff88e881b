"""The corpus as it stood in a Git revision, read as objects of the repository.

Nothing is checked out: no filter, hook or attribute of the repository is at work, and neither the
work tree nor the index is looked at. What a tree holds that is no file or link stays behind.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from renaksi.files import FOLDERS
from renaksi.layout import CONFIGURATION
from renaksi.problem import Message

# Far above any corpus; what lies beyond it would fill memory or disk.
_MOST_BYTES = 300_000_000
_LINK = "120000"
_NO_GIT = Message(
    id="Git tidak ditemukan; pasang Git untuk membandingkan.",
    en="Git was not found; install it in order to compare.",
)
_NO_REPOSITORY = Message(
    id="Folder data tidak berada di repositori Git.",
    en="The corpus root is not in a Git repository.",
)
_SHALLOW = Message(
    id='Riwayat repositori ini tidak lengkap. Jalankan "git fetch --unshallow", lalu ulangi.',
    en='The history of this repository is not complete. Run "git fetch --unshallow" and try again.',
)


class RevisionError(Exception):
    """A revision that cannot be read; `message` says why in both languages."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True)
class _Blob:
    """A file of a tree: its mode, the name of its object, its size and its path."""

    mode: str
    name: str
    size: int
    path: str


@dataclass(frozen=True)
class Head:
    """The commit that a work tree stands at, its time (ISO 8601, UTC), and whether files differ."""

    commit: str
    time: str
    modified: bool


def read_head(root: Path) -> Head | None:
    """Where the work tree of `root` stands; None unless `root` is the top of a Git repository."""
    try:
        if find_prefix(root):
            return None
        line = run_git(root, _NO_REPOSITORY, "show", "-s", "--format=%H %ct", "HEAD").decode()
        changed = run_git(root, _NO_REPOSITORY, "status", "--porcelain", "--untracked-files=normal")
    except RevisionError:  # no Git, no repository, or no commit yet
        return None
    commit, seconds = line.split()
    time = datetime.fromtimestamp(int(seconds), tz=UTC)
    return Head(commit, time.isoformat().replace("+00:00", "Z"), bool(changed))


@contextmanager
def corpus_of_revision(root: Path, revision: str) -> Iterator[Path]:
    """A corpus root with its files as they stood in `revision`, a name that Git knows.

    Raises RevisionError where there is no Git, no repository or no such revision.
    """
    prefix = find_prefix(root)
    commit = find_commit(root, revision)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        blobs = _list_blobs(root, commit, prefix, revision)
        try:
            for blob, content in _read_blobs(root, blobs, revision):
                _write(tree, blob, content)
            (tree / prefix).mkdir(parents=True, exist_ok=True)
        except OSError as error:  # a full disk, or a tree that names one path twice
            raise RevisionError(_unwritable(revision, error)) from error
        yield tree / prefix


def find_merge_base(root: Path, revision: str, head: str = "HEAD") -> str:
    """The commit at which `head` left `revision`: what a proposal has to be compared with.

    Raises RevisionError, too where the history does not reach back so far.
    """
    commits = find_commit(root, revision), find_commit(root, head)
    refuse_shallow(root)
    apart = Message(
        id=f"'{revision}' dan '{head}' tidak mempunyai riwayat bersama.",
        en=f"'{revision}' and '{head}' have no history in common.",
    )
    return run_git(root, apart, "merge-base", *commits).decode().strip()


def refuse_shallow(root: Path) -> None:
    """Raises RevisionError, with the remedy, where a repository has only a part of its history."""
    shallow = run_git(root, _NO_REPOSITORY, "rev-parse", "--is-shallow-repository").strip()
    if shallow == b"true":
        raise RevisionError(_SHALLOW)


def fetch_commit(root: Path, reference: str, commit: str) -> None:
    """Fetches the commit that `reference` of the remote `origin` names; no branch is touched.

    Raises RevisionError where it is another one than `commit` by now.
    """
    moved = Message(
        id=f"'{reference}' sudah menunjuk ke commit lain.",
        en=f"'{reference}' points to another commit by now.",
    )
    run_git(root, _unknown(reference), "fetch", "--quiet", "--no-tags", "origin", reference)
    if find_commit(root, "FETCH_HEAD") != commit:
        raise RevisionError(moved)


def find_changed_paths(root: Path, base: str, head: str) -> list[str]:
    """The paths that differ between two commits, from `root`; those beside it begin with `../`."""
    unread = _unknown(head)
    prefix = find_prefix(root)
    output = run_git(root, unread, "diff", "--name-only", "--no-renames", "-z", base, head, "--")
    names = [os.fsdecode(name) for name in output.split(b"\0") if name]
    return [
        name.removeprefix(prefix) if name.startswith(prefix) else f"../{name}" for name in names
    ]


def find_prefix(root: Path) -> str:
    """The path of a folder within its repository, with a slash at its end; nothing at the top.

    Raises RevisionError where there is no repository.
    """
    return run_git(root, _NO_REPOSITORY, "rev-parse", "--show-prefix").decode().strip()


def find_commit(root: Path, revision: str = "HEAD") -> str:
    """The full name of a commit. Raises RevisionError where there is none."""
    named = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    run_git(root, _NO_REPOSITORY, "rev-parse", "--git-dir")
    return run_git(root, _unknown(revision), "rev-parse", *named).decode().strip()


def _unknown(revision: str) -> Message:
    return Message(
        id=f"Revisi '{revision}' tidak ada di repositori ini (atau riwayatnya tidak lengkap).",
        en=f"The revision '{revision}' is not in this repository (or its history is not complete).",
    )


def _unwritable(revision: str, error: OSError) -> Message:
    return Message(
        id=f"Berkas revisi '{revision}' tidak dapat disalin ({error.strerror}).",
        en=f"The files of the revision '{revision}' cannot be copied ({error.strerror}).",
    )


def _list_blobs(root: Path, commit: str, prefix: str, revision: str) -> list[_Blob]:
    """The files of the corpus in a commit. A name that would lead out of its folder is refused."""
    listed = [f"{prefix}{name}" for name in (*FOLDERS, CONFIGURATION)]
    options = ("-r", "-z", "-l", "--full-tree")
    output = run_git(root, _unknown(revision), "ls-tree", *options, commit, "--", *listed)
    found = []
    for line in filter(None, output.split(b"\0")):
        facts, _, name = line.partition(b"\t")
        mode, kind, object_name, size = facts.decode().split()
        path = os.fsdecode(name)
        if kind == "blob" and not size.isdigit():  # an object that is not in this repository
            raise RevisionError(_unknown(revision))
        if kind == "blob" and ".." not in PurePosixPath(path).parts:
            found.append(_Blob(mode, object_name, int(size), path))
    if sum(blob.size for blob in found) > _MOST_BYTES:
        message = Message(
            id=f"Revisi '{revision}' terlalu besar untuk dibaca.",
            en=f"The revision '{revision}' is too large to be read.",
        )
        raise RevisionError(message)
    return sorted(found, key=lambda blob: blob.mode == _LINK)


def _read_blobs(root: Path, blobs: list[_Blob], revision: str) -> Iterator[tuple[_Blob, bytes]]:
    wanted = "".join(f"{blob.name}\n" for blob in blobs).encode()
    output = run_git(root, _unknown(revision), "cat-file", "--batch", stdin=wanted)
    at = 0
    for blob in blobs:
        start = output.index(b"\n", at) + 1  # behind the line that tells name, kind and size
        yield blob, output[start : start + blob.size]
        at = start + blob.size + 1


def _write(tree: Path, blob: _Blob, content: bytes) -> None:
    """Writes a file, or a link as a link: the rules refuse it without following it.

    Links come last, and never below one another, so that nothing is written through them.
    """
    path = tree / blob.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if blob.mode != _LINK:
        path.write_bytes(content)
    elif path.parent.resolve() == tree.resolve() / PurePosixPath(blob.path).parent:
        path.symlink_to(os.fsdecode(content))


def run_git(folder: Path, failure: Message, *arguments: str, stdin: bytes | None = None) -> bytes:
    """What Git prints. Raises RevisionError with `failure` where it fails, or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], input=stdin, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise RevisionError(_NO_GIT) from error
    if done.returncode != 0:
        raise RevisionError(failure)
    return done.stdout
