"""Real Git repositories for tests."""

import subprocess
from pathlib import Path

from tests import cases


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def commit_corpus(folder: Path) -> Path:
    """The invented corpus below `folder`, committed on the branch `main` of a new repository."""
    root = cases.lay_out({}, folder)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "First")
    return root
