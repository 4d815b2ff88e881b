"""Which state of the repository the site shows, made with what: for people and for machines."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from renaksi.publish.desk import Desk
from renaksi.publish.values import Row, Value
from renaksi.vocabulary import Kind

# At the root of the site, where a machine looks first.
FILE = "build.json"
_SHOWN = 12  # signs of a commit's name: enough to find it


@dataclass(frozen=True)
class Edition:
    """What a build was made of. `commit` and its `time` (ISO 8601, UTC) are None outside of Git.

    `modified` says that files differed from the commit. `versions` are those of the programs whose
    output the pages are; Python's is none of them, so that two of its versions give the same site.
    """

    address: str = ""
    repository: str = ""
    commit: str | None = None
    time: str | None = None
    modified: bool = False
    versions: Mapping[str, str] = field(default_factory=dict)


def build_record(edition: Edition, desk: Desk, pages: int) -> str:
    """`build.json`: the edition, the day of what is computed, how much there is of each kind."""
    entries = {kind.value: len(list(desk.corpus.of(kind))) for kind in Kind}
    record: dict[str, Any] = {
        "address": edition.address,
        "base_path": _base_path(edition),
        "repository": edition.repository,
        "commit": edition.commit,
        "commit_time": edition.time,
        "modified": edition.modified,
        "as_of": desk.as_of,
        "versions": dict(sorted(edition.versions.items())),
        "pages": pages,
        "entries": {kind: number for kind, number in entries.items() if number},
    }
    return f"{json.dumps(record, indent=2, ensure_ascii=False)}\n"


def edition_rows(edition: Edition, desk: Desk) -> tuple[Row, ...]:
    """The same for readers, as a list of facts."""
    commit = [_link(edition, edition.commit) if edition.commit else _tell(desk, "unknown")]
    if edition.modified:
        commit.append(_tell(desk, "modified"))
    versions = tuple(Value(f"{name} {each}") for name, each in sorted(edition.versions.items()))
    values = {
        "address": (Value(edition.address, edition.address, external=True),),
        "base_path": (Value(_base_path(edition)),),
        "commit": tuple(commit),
        "time": (Value(desk.words.date(edition.time[:10]), iso=edition.time),)
        if edition.time
        else (),
        "as_of": (desk.date(desk.as_of),),
        "versions": versions,
        "record": (Value(FILE, FILE),),
    }
    return tuple(Row(key, desk.t(f"edition.{key}"), each) for key, each in values.items() if each)


def _tell(desk: Desk, key: str) -> Value:
    return Value(desk.t(f"edition.{key}"))


def _base_path(edition: Edition) -> str:
    return urlsplit(edition.address).path or "/"


def _link(edition: Edition, commit: str) -> Value:
    shown = commit[:_SHOWN]
    if not edition.repository:
        return Value(shown)
    return Value(shown, f"{edition.repository.rstrip('/')}/commit/{commit}", external=True)
