"""Writes files for machines into a folder."""

from collections.abc import Iterable
from pathlib import Path


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Writes each file below `folder` and gives their number. Raises OSError where it cannot."""
    number = 0
    for path, content in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        number += 1
    return number
