"""What the commands share: the corpus root, paths in it, and how they speak."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from renaksi import report
from renaksi.layout import CONFIGURATION
from renaksi.problem import Message

_PARTS = ("content", "data", CONFIGURATION)
_NO_ROOT = (
    f"Sebutkan dengan --root folder yang berisi content/, data/, dan {CONFIGURATION}. / "
    f"Name with --root the folder that holds content/, data/ and {CONFIGURATION}."
)


def add_root(parser: argparse.ArgumentParser) -> None:
    """The option that nearly every command has."""
    parser.add_argument("--root", type=Path, default=Path(), help="folder data / corpus root")


def add_day(parser: argparse.ArgumentParser) -> None:
    """The option of commands that compute something as of a day."""
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="hari yang berlaku bagi yang dihitung / day on which what is computed holds",
    )


def corpus_root(options: argparse.Namespace) -> Path | None:
    """The root asked for, or None when it is no corpus root, which is then said."""
    given: Path = options.root
    try:
        root = given.resolve()
        missing = [name for name in _PARTS if not (root / name).exists()]
        known, folder = root.exists(), root.is_dir()
    except (OSError, RuntimeError):  # no permission, or links that lead in a circle
        complain(f"{given}: tidak dapat dibuka / cannot be opened")
        return None
    if not known:
        complain(f"{root}: tidak ada / does not exist")
    elif not folder:
        complain(f"{root}: bukan folder / not a folder")
    elif "content" in missing or "data" in missing:
        complain(f"{root}: tidak ada / missing: {', '.join(missing)}")
    else:  # without mkdocs.yml it is a corpus root with a problem
        return root
    complain(_NO_ROOT)
    return None


def regular(root: Path, path: str) -> frozenset[str]:
    """The path, if it is that of a regular file."""
    return frozenset([path] if (root / path).is_file() else [])


def find_paths(root: Path, paths: Sequence[str]) -> list[str] | None:
    """Paths given by the user as paths from the root, or None when one is not there."""
    chosen = [_inside(root, path) for path in paths]
    unknown = [path for path, found in zip(paths, chosen, strict=True) if found is None]
    for path in unknown:
        complain(f"{path}: tidak ada di folder data / not in the corpus root: {root}")
    return None if unknown else [path for path in chosen if path is not None]


def concerns(path: str, chosen: Sequence[str]) -> bool:
    """Whether a path is one of those chosen, or lies below one; all are when none is chosen."""
    return not chosen or any(each in (".", path) or path.startswith(f"{each}/") for each in chosen)


def complain(text: str) -> None:
    """One sentence to the user, on the stream for errors."""
    print(report.printable(text), file=sys.stderr)


def say(text: str | Message) -> None:
    """One sentence to the user."""
    print(report.printable(both(text) if isinstance(text, Message) else text))


def both(message: Message) -> str:
    """A sentence in both languages, on one line."""
    return f"{message.id} / {message.en}"


def _day(text: str) -> str:
    """A whole date, since a month has no day on which something is overdue."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f'"{report.printable(text)}" bukan tanggal TTTT-BB-HH, misalnya 2020-12-31. / '
            "is not a date YYYY-MM-DD, such as 2020-12-31."
        ) from None


def _inside(root: Path, path: str) -> str | None:
    """A path, taken from the working folder or else from the root, as a path from the root."""
    for base in (Path.cwd(), root):
        given = Path(os.path.abspath(base / path))  # noqa: PTH100 (a link stays what it is)
        found = given.parent.resolve() / given.name
        if found.is_relative_to(root) and os.path.lexists(found):
            return found.relative_to(root).as_posix()
    return None
