"""The corpus as it stood in a Git revision, laid out in a folder of its own.

Git's own programs write the files, into a separate index, so that neither the work tree nor the
index of the repository is touched.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from renaksi.files import FOLDERS
from renaksi.layout import CONFIGURATION
from renaksi.problem import Message

_NO_GIT = Message(
    id="Git tidak ditemukan; pasang Git untuk membandingkan.",
    en="Git was not found; install it in order to compare.",
)
_NO_REPOSITORY = Message(
    id="Folder data tidak berada di repositori Git.",
    en="The corpus root is not in a Git repository.",
)


class RevisionError(Exception):
    """A revision that cannot be read; `message` says why in both languages."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


@contextmanager
def corpus_of_revision(root: Path, revision: str) -> Iterator[Path]:
    """A corpus root with its files as they stood in `revision`, a name that Git knows.

    Raises RevisionError where there is no Git, no repository or no such revision.
    """
    top = _git(root, _NO_REPOSITORY, "rev-parse", "--show-toplevel").strip()
    prefix = _git(root, _NO_REPOSITORY, "rev-parse", "--show-prefix").strip()
    unknown = Message(
        id=f"Revisi '{revision}' tidak ada di repositori ini (atau riwayatnya tidak lengkap).",
        en=f"The revision '{revision}' is not in this repository (or its history is not complete).",
    )
    named = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _git(root, unknown, "rev-parse", *named).strip()
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "tree"
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(Path(top), unknown, "read-tree", commit, **index)
        listed = [f"{prefix}{name}" for name in (*FOLDERS, CONFIGURATION)]
        names = _git(Path(top), unknown, "ls-files", "-z", "--", *listed, **index)
        _git(
            Path(top),
            unknown,
            "checkout-index",
            "-z",
            "--stdin",
            f"--prefix={old}/",
            stdin=names,
            **index,
        )
        (old / prefix).mkdir(parents=True, exist_ok=True)
        yield old / prefix


def _git(
    folder: Path, failure: Message, *arguments: str, stdin: str | None = None, **environment: str
) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            env={**os.environ, **environment},
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise RevisionError(_NO_GIT) from error
    if done.returncode != 0:
        raise RevisionError(failure)
    return done.stdout
