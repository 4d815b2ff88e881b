"""The shape of a row of the table of published files."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from renaksi.export.publication import Publication

Files = Iterable[tuple[str, bytes]]


def output_pattern(path: str) -> re.Pattern[str]:
    """What the paths of an output look like: `{id}` is any name without a slash."""
    return re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)))


class Format(StrEnum):
    """What `renaksi export --format` names."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    DATA_PACKAGE = "datapackage"
    SQLITE = "sqlite"
    POPOLO = "popolo"
    DCAT = "dcat"
    OGP = "ogp"
    ATOM = "atom"
    CALENDAR = "calendar"
    ZIP = "zip"


@dataclass(frozen=True)
class Output:
    """Files of one sort: what they are called, where they stand, and what makes them.

    `path` is relative to the site's root; `{id}` in it stands for what the files differ in.
    `build` gives path and content of each. What readers see of it are the words
    `output.<name>` and `output.<name>.about`.
    """

    name: str
    format: Format
    path: str
    media_type: str
    build: Callable[[Publication], Files]


@dataclass(frozen=True)
class Collection:
    """Files that are made of all files before them, which `collect` is given by their paths."""

    name: str
    format: Format
    path: str
    media_type: str
    collect: Callable[[Publication, Mapping[str, bytes]], Files]
