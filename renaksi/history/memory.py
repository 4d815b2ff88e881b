"""What was found out of each commit before, so that it need not be found out again.

A record is remembered by the objects that it was made from; it is forgotten when the program, the
words or a name that it uses is another one.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from renaksi.corpus import Corpus
from renaksi.history.steps import digest
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

_Blobs = Mapping[str, str]
_PROGRAM = Path(__file__).resolve().parent.parent


@dataclass
class Memory:
    """Records by what they were made from, kept in one file; without a file nothing is kept.

    `made_by` tells apart what made them: the program and the words.
    """

    file: Path | None = None
    made_by: str = ""
    _records: dict[str, dict[str, Any]] = field(default_factory=dict)
    _used: dict[str, dict[str, Any]] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            kept = from_json(self.file.read_bytes()) if self.file else {}
        except (OSError, ValueError):
            return
        if isinstance(kept, dict) and kept.get("made_by") == self.made_by:
            self._records = kept["records"]

    def get(self, old: _Blobs, new: _Blobs, today: Corpus) -> dict[str, Any] | None:
        """The record of a change, if it still holds."""
        key = _key(old, new)
        record = self._records.get(key)
        if record is None or any(
            self._digest(today, name) != was for name, was in record["uses"].items()
        ):
            return None
        self._used[key] = record
        return record

    def _digest(self, today: Corpus, name: str) -> str:
        if name not in self._digests:
            kind, _, id = name.partition(":")
            self._digests[name] = digest(today, Kind(kind), id)
        return self._digests[name]

    def add(self, old: _Blobs, new: _Blobs, record: dict[str, Any]) -> dict[str, Any]:
        """Remembers a record, and gives it back."""
        self._used[_key(old, new)] = record
        return record

    def keep(self) -> None:
        """Writes what was used, if it is not what stands there already and the folder is open."""
        if self.file is None or self._used == self._records:
            return
        text = json.dumps({"made_by": self.made_by, "records": self._used}, ensure_ascii=False)
        fresh = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(self.file)
        except OSError:
            return


def _key(old: _Blobs, new: _Blobs) -> str:
    return hashlib.sha256(
        json.dumps([sorted(old.items()), sorted(new.items())]).encode()
    ).hexdigest()


def fingerprint(words: Mapping[str, Words]) -> str:
    """A hash of the program and of its words: what they made is theirs alone."""
    found = hashlib.sha256()
    for path in sorted(_PROGRAM.rglob("*.py")):
        found.update(path.read_bytes())
    for language, table in sorted(words.items()):
        found.update(json.dumps([language, sorted(table.table.items())]).encode())
    return found.hexdigest()
