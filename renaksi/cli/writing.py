"""Writes all of some files or none of them."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from renaksi.cli.common import complain

_ASIDE = ".renaksi-new"


def encode(root: Path, path: str, text: str) -> bytes:
    """A text as its file is to hold it: with the line ends that it has now."""
    target = root / path
    before = target.read_bytes() if target.is_file() else b""
    alike = before.count(b"\r\n") == before.count(b"\n") > 0
    return (text.replace("\n", "\r\n") if alike else text).encode()


def write_files(root: Path, files: Mapping[str, str], replaced: Collection[str] = ()) -> bool:
    """Writes all of the files or none, and says why not.

    Only those `replaced` may be there before; nothing is written through a symbolic link.
    """
    done: dict[Path, bytes | None] = {}
    path = ""
    try:
        for path, text in files.items():
            target = root / path
            if target.parent.resolve() != target.parent or target.is_symlink():
                raise FileExistsError(0, "symbolic link")
            content = encode(root, path, text)
            if path in replaced:
                before = target.read_bytes()
                done[target] = before
                _put(target, content)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as file:
                    done[target] = None
                    file.write(content)
    except OSError as error:
        _take_back(done)
        complain(f"{path}: tidak dapat ditulis / cannot be written: {error.strerror}")
        return False
    return True


def _put(target: Path, content: bytes) -> None:
    """Puts another content in the place of a file at once, so that it is never half of it."""
    aside = target.with_name(target.name + _ASIDE)
    try:
        aside.write_bytes(content)
        aside.chmod(target.stat().st_mode)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _take_back(done: Mapping[Path, bytes | None]) -> None:
    for target, before in done.items():
        if before is None:
            target.unlink()
        elif os.path.lexists(target) and target.read_bytes() != before:
            _put(target, before)
