"""Which files may lie in `content/` and `data/`. Decided before anything is opened.

Symbolic links could publish what is outside the repository, devices could hang a reader, and two
names that differ only in case overwrite each other on many machines, so names are lower-case.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from renaksi.images import FORMATS
from renaksi.layout import IMAGES, usual_path
from renaksi.problem import Message, Place, Problem
from renaksi.remedies import suggest_id

FOLDERS = ("content", "data")
MAX_FILES = 15_000
MAX_TEXT_BYTES = 2_000_000
MAX_IMAGE_BYTES = 1_000_000
_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
# What Windows cannot hold, whatever follows the first full stop.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
MAX_NAME = 120
# What systems leave behind in folders.
_OF_SYSTEMS = (".DS_Store", "Thumbs.db", "desktop.ini")
_TEXT_SUFFIXES = (".md", ".yaml")
_SMALLER_TEXT = Message(id="Bagi menjadi beberapa berkas.", en="Divide it into several files.")
_SMALLER_IMAGE = Message(
    id="Perkecil gambarnya, misalnya menjadi selebar 1600 piksel.",
    en="Make the image smaller, such as 1600 pixels wide.",
)


def survey(root: Path) -> tuple[list[str], list[Problem]]:
    """The files that may be read, as sorted paths from `root`, and problems with all others."""
    allowed: list[str] = []
    problems: list[Problem] = []
    for count, (path, status) in enumerate(_walk(root), start=1):
        if count > MAX_FILES:
            return [], [_too_many()]
        problem = _problem(path, status)
        if problem is not None:
            problems.append(problem)
        elif isinstance(status, os.stat_result) and stat.S_ISREG(status.st_mode):
            allowed.append(path)
    return sorted(allowed), problems


def _walk(root: Path) -> Iterator[tuple[str, os.stat_result | OSError]]:
    """Everything below the folders: what it is, or why that cannot be known."""
    waiting = [root / name for name in FOLDERS]
    while waiting:
        path = waiting.pop()
        name = path.relative_to(root).as_posix()
        try:
            status = path.lstat()
            yield name, status
            if stat.S_ISDIR(status.st_mode):
                waiting.extend(path.iterdir())
        except FileNotFoundError:
            continue  # it was deleted a moment ago, by an editor for instance
        except OSError as error:
            yield name, error


def _problem(path: str, status: os.stat_result | OSError) -> Problem | None:
    name = path.rsplit("/", 1)[-1]
    if isinstance(status, OSError):
        return _refuse(
            path,
            "readable-file",
            "Berkas atau folder ini tidak dapat dibuka; periksa izin aksesnya.",
            "This file or folder cannot be opened; check the permissions on it.",
        )
    if stat.S_ISLNK(status.st_mode) or not (
        stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
    ):
        return _refuse(
            path,
            "regular-file",
            "Hanya berkas biasa yang boleh ada di sini, bukan tautan atau perangkat.",
            "Only regular files may lie here, no links and no devices.",
        )
    folder = stat.S_ISDIR(status.st_mode)
    # No better name would help `CNAME` or what systems leave behind.
    named = folder or ("." in name and name not in _OF_SYSTEMS)
    if named and not _NAME.fullmatch(name):
        return _refuse(
            path,
            "file-name",
            "Nama berkas dan folder hanya boleh memakai huruf kecil a-z, angka, titik, dan "
            "tanda hubung.",
            "The name of a file or folder may have only lower-case letters a-z, digits, full stops "
            "and hyphens.",
            better=_better_name(name),
        )
    if named and (len(name) > MAX_NAME or _DEVICES.fullmatch(name)):
        return _refuse(
            path,
            "file-name",
            f"Nama ini tidak dapat dipakai di semua komputer; pilih nama lain (paling panjang "
            f"{MAX_NAME} huruf).",
            f"Not every computer can use this name; choose another (of at most {MAX_NAME} "
            "letters).",
        )
    return None if folder else _type_problem(path, status.st_size)


def _type_problem(path: str, size: int) -> Problem | None:
    image = path.startswith(IMAGES)
    suffixes = tuple(FORMATS) if image else _TEXT_SUFFIXES
    if not path.endswith(suffixes):
        listed = ", ".join(suffixes)
        better = _better_name(path.rsplit("/", 1)[-1])
        return _refuse(
            path,
            "file-type",
            f"Jenis berkas ini tidak boleh ada di sini. Yang boleh: {listed}. "
            f"Gambar disimpan di {IMAGES}; berkas lain harus dihapus.",
            f"This type of file may not lie here. Allowed: {listed}. "
            f"Images belong in {IMAGES}; other files must be deleted.",
            better=better if better and better.endswith(suffixes) else None,
        )
    limit = MAX_IMAGE_BYTES if image else MAX_TEXT_BYTES
    if size > limit:
        millions = limit // 1_000_000
        remedy = _SMALLER_IMAGE if image else _SMALLER_TEXT
        return _refuse(
            path,
            "file-size",
            f"Berkas lebih besar dari {millions} MB. {remedy.id}",
            f"The file is larger than {millions} MB. {remedy.en}",
        )
    return None


def _too_many() -> Problem:
    return _refuse(
        "content",
        "file-count",
        f"Berkasnya lebih dari {MAX_FILES:,}. ".replace(",", ".") + "Hapus yang tidak perlu.",
        f"There are more than {MAX_FILES:,} files. Remove those that are not needed.",
    )


def _better_name(name: str) -> str | None:
    """`Laporan Akhir.MD` as `laporan-akhir.md`, where something is left of every part of it."""
    parts = [suggest_id(part) for part in usual_path(name).split(".")]
    known = [part for part in parts if part is not None]
    return ".".join(known) if len(known) == len(parts) else None


def _refuse(path: str, rule: str, id: str, en: str, better: str | None = None) -> Problem:
    return Problem(Place(path), rule, Message(id=id, en=en).meaning(better))
