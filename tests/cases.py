"""Cases of `tests/checks/` and `tests/loading/`: small changes to the invented corpus.

A case is a YAML file with any of these keys:

    files:    path -> the whole text of the file
    replace:  path -> {text that stands there once: text instead}
    remove:   list of paths
    hex:      path -> the bytes of the file in hexadecimal
    repeat:   path -> {text: ..., times: ...}, with text before and after it if need be
    expect:   list of problems exactly as `renaksi check` prints them (only in `fail-*`)
    told:     what `renaksi diff` says of the case, by language (only in `tests/changes/`)

The invented corpus has warnings on purpose. A case is told of all errors, but only of those
warnings that the rule of its folder gives and that the untouched corpus does not have.
"""

import shutil
from pathlib import Path
from typing import Any

import yaml

from renaksi.problem import Severity
from renaksi.report import render_text
from renaksi.validate import validate

CORPUS = Path(__file__).resolve().parent / "corpus"
KEYS = {"files", "replace", "remove", "hex", "repeat", "expect", "told"}


def read_case(path: Path) -> dict[str, Any]:
    """The case in a file. Raises AssertionError on a key that no case has."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= KEYS, f"{path}: {case.keys() - KEYS}"
    return case


def lay_out(case: dict[str, Any], folder: Path) -> Path:
    """A copy of the corpus in `folder`, with the changes of the case made."""
    root = folder / "corpus"
    shutil.copytree(CORPUS, root)
    for path in case.get("remove", ()):
        (root / path).unlink()
    for path, content in contents(case, root).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def contents(case: dict[str, Any], root: Path) -> dict[str, bytes]:
    found = {path: text.encode() for path, text in case.get("files", {}).items()}
    for path, text in case.get("hex", {}).items():
        found[path] = bytes.fromhex(text)
    for path, item in case.get("repeat", {}).items():
        parts = (item.get("before", ""), item["text"] * item["times"], item.get("after", ""))
        found[path] = "".join(parts).encode()
    for path, changes in case.get("replace", {}).items():
        text = (root / path).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, f"{path}: {old!r} stands there {text.count(old)} times"
            text = text.replace(old, new)
        found[path] = text.encode()
    return found


def problems_of(root: Path, *, warnings_of: str | None = None) -> list[str]:
    """Every error of a corpus, and the warnings of one rule, as they are printed, in order."""
    _, problems = validate(root)
    return [
        "\n".join(render_text([problem]).split("\n")[:2])
        for problem in problems
        if problem.severity is Severity.ERROR or problem.rule == warnings_of
    ]


def run_case(path: Path, folder: Path) -> tuple[list[str], list[str]]:
    """The problems that the case has, and those that it should have."""
    case, rule = read_case(path), path.parent.name
    usual = problems_of(CORPUS, warnings_of=rule)
    found = problems_of(lay_out(case, folder), warnings_of=rule)
    return [problem for problem in found if problem not in usual], case.get("expect", [])
