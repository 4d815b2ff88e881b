"""What the invented corpus publishes for machines, in forms that people can review as a diff."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any
from unittest import mock

from tests import roots
from tests.repositories import git

API = "api/v1"
COMMITMENT = "01-foggy-roads"
# Names below `tests/expected/`, and the JSON documents that they show with line breaks.
JSON = {
    "api-index.json": f"{API}/index.json",
    "api-commitments.json": f"{API}/commitments.json",
    "api-commitment.json": f"{API}/commitments/{COMMITMENT}.json",
    "popolo.json": "data/popolo.json",
}
TEXTS = {
    "calendar.id.ics": "calendar/id.ics",
    "calendar.en.ics": "calendar/en.ics",
    "opensearch-id.xml": "opensearch-id.xml",
    "robots.txt": "robots.txt",
    "security.txt": ".well-known/security.txt",
}
# The same of a repository with two commits.
OF_HISTORY = {
    "changes.id.atom": "feeds/id/changes.atom",
    "commitment.en.atom": f"feeds/en/commitments/{COMMITMENT}.atom",
}
JSON_OF_HISTORY = {"api-changes.json": f"{API}/changes.json"}
NAMES = [*JSON, *TEXTS, *OF_HISTORY, *JSON_OF_HISTORY, "api-fields.txt", "catalog.ttl"]
# What changes with every byte of data elsewhere.
_OF_CONTENT = re.compile(r'"[0-9a-f]{64}"|(?<=byteSize )"[0-9]+"')
_COMMIT = re.compile(rb"[0-9a-f]{40}")
_DAY = "2031-02-03T04:05:06+00:00"


def data_outputs(site: Path, corpus: Path, folder: Path, as_of: str) -> dict[str, bytes]:
    """Name and content of each; `folder` is free to work in."""
    found = {name: pretty((site / path).read_bytes()) for name, path in JSON.items()}
    # Line ends of a calendar are those of another system, which Git would change.
    for name, path in TEXTS.items():
        found[name] = (site / path).read_bytes().replace(b"\r\n", b"\n")
    catalogue = (site / "data" / "catalog.ttl").read_text(encoding="utf-8")
    found["catalog.ttl"] = _OF_CONTENT.sub('"..."', catalogue).encode()
    openapi = json.loads((site / API / "openapi.json").read_bytes())
    found["api-fields.txt"] = "".join(f"{line}\n" for line in fields(openapi)).encode()
    history = _export_with_history(corpus, folder, as_of)
    told = {name: (history / path).read_bytes() for name, path in OF_HISTORY.items()}
    told |= {n: pretty((history / path).read_bytes()) for n, path in JSON_OF_HISTORY.items()}
    return found | {name: _COMMIT.sub(b"COMMIT", content) for name, content in told.items()}


def pretty(content: bytes) -> bytes:
    return f"{json.dumps(json.loads(content), indent=1, ensure_ascii=False)}\n".encode()


def fields(openapi: dict[str, Any]) -> list[str]:
    """Every path and every field that the description promises."""
    promised = list(openapi["paths"])
    for name, schema in openapi["components"]["schemas"].items():
        promised += [f"{name}.{each}" for each in sorted(_properties(schema))]
    return sorted(promised)


def _properties(schema: Any) -> set[str]:
    """Names of properties, those of records within with a dot."""
    if isinstance(schema, list):
        return {name for each in schema for name in _properties(each)}
    if not isinstance(schema, dict):
        return set()
    found: set[str] = set()
    for name, inner in schema.get("properties", {}).items():
        found |= {name, *(f"{name}.{deep}" for deep in _properties(inner))}
    for key in ("items", "anyOf", "allOf", "additionalProperties"):
        found |= _properties(schema.get(key))
    return found


def _commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def _export_with_history(corpus: Path, folder: Path, as_of: str) -> Path:
    root, output = folder / "history", folder / "exported"
    shutil.copytree(corpus, root)
    git(root, "init", "-q", "-b", "main")
    with mock.patch.dict(os.environ, GIT_AUTHOR_DATE=_DAY, GIT_COMMITTER_DATE=_DAY):
        _commit(root, "Awan pertama")
        path = root / "content/commitments/2030-2031" / f"{COMMITMENT}.md"
        roots.replace(path, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
        _commit(root, "Kabut lebih tebal (#7)")
    arguments = ("--as-of", as_of, "--format", "atom", "--format", "json", "--output", output)
    done = roots.run("export", "--root", root, *arguments, cwd=root)
    assert done.returncode == 0, done.stderr
    return output
