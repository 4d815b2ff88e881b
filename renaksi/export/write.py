"""Writes files for machines into a folder."""

from collections.abc import Iterable
from pathlib import Path


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> dict[str, int]:
    """Writes each file below `folder`, and gives their sizes. Raises OSError where it cannot."""
    sizes: dict[str, int] = {}
    for path, content in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        sizes[path] = len(content)
    return sizes
