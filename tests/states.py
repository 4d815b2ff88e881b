"""The site of another revision, built by its own code in a folder of its own."""

import io
import subprocess
import sys
import tarfile
from pathlib import Path

from tests.golden import ROOT


def build_revision(commit: str, folder: Path) -> Path | None:
    """The site as a commit makes it; None where that cannot be built here."""
    packed = subprocess.run(
        ["git", "-C", str(ROOT), "archive", "--format=tar", commit], check=True, capture_output=True
    )
    root, site = folder / "root", folder / "site"
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(root, filter="data")
    command = [sys.executable, "-m", "renaksi", "build", "--output", str(site)]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True)
    return site if done.returncode == 0 else None
