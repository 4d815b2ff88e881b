"""The site of another revision, built by its own code in a folder of its own."""

import subprocess
import sys
from pathlib import Path

from tests.golden import ROOT


def build_revision(commit: str, folder: Path) -> Path | None:
    """The site as a commit makes it, with its history; None where that cannot be built here."""
    root, site = folder / "root", folder / "site"
    for arguments in (
        ("clone", "-q", "--shared", "--no-checkout", str(ROOT), str(root)),
        ("-C", str(root), "checkout", "-q", "--detach", commit),
    ):
        subprocess.run(["git", *arguments], check=True, capture_output=True)
    command = [sys.executable, "-m", "renaksi", "build", "--output", str(site)]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True)
    return site if done.returncode == 0 else None
