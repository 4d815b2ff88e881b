"""Copies of the published corpus in other folders, for tests that edit and break them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ENGINE = Path(__file__).resolve().parent.parent
PARTS = ("content", "data", "mkdocs.yml")
THEME = ("theme",)
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ENGINE), "PYTHONUNBUFFERED": "1"}


def copy_root(folder: Path, parts: tuple[str, ...] = PARTS) -> Path:
    """A corpus root of its own in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in parts:
        source = ENGINE / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def command(*arguments: str | Path) -> list[str]:
    """The command line of the program, as this Python runs it."""
    return [sys.executable, "-m", "renaksi", *map(str, arguments)]


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own."""
    return subprocess.run(
        command(*arguments), cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def replace(path: Path, old: str, new: str) -> None:
    """Edits one file; what is to be replaced must stand there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
