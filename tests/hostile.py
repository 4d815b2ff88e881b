"""Cases of `tests/attacks/`: what a hostile contributor may write, by class.

A case has the keys of `tests/cases.py` but `expect`, and any of these:

    narrative:  the text of a page of its own (a meeting), or {before, text, times, after}
    title:      the title of that page
    facts:      more fields of that page
    links:      path -> where a symbolic link at that path leads

and one of these:

    refused:    the rules that `renaksi check` gives as errors
    harmless:   true; the page is built, and a browser shows that nothing of it runs.
                `shows` is a text that the page must then have
"""

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests import cases

ATTACKS = Path(__file__).resolve().parent / "attacks"
OWN = {"narrative", "title", "facts", "links", "refused", "harmless", "shows"}
FOLDER = "content/meetings/2030-2031"
PUBLISHED = ("pertemuan/2030-2031", "en/meetings/2030-2031")


def name(path: Path) -> str:
    """The id of the page of a case."""
    return f"{path.parent.name}-{path.stem}"


def read(path: Path) -> dict[str, Any]:
    """The case in a file, its narrative one text."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= cases.KEYS - {"expect"} | OWN, path
    assert ("refused" in case) != ("harmless" in case), path
    narrative = case.get("narrative")
    if isinstance(narrative, dict):
        parts = (narrative.get("before", ""), narrative["text"] * narrative["times"])
        case["narrative"] = "".join((*parts, narrative.get("after", "")))
    return case


def found(*, harmless: bool) -> list[Path]:
    """The files of the cases that are harmless, or of those that are refused."""
    paths = sorted(ATTACKS.rglob("*.yaml"))
    return [path for path in paths if ("harmless" in read(path)) == harmless]


def lay_out(paths: list[Path], folder: Path) -> Path:
    """The invented corpus in `folder` with everything that these cases put into it."""
    files: dict[str, str] = {}
    whole: dict[str, Any] = {"files": files}
    links: dict[str, str] = {}
    for path in paths:
        case = read(path)
        if "narrative" in case:
            files[f"{FOLDER}/{name(path)}.md"] = page(name(path), case)
            if is_heavy(path):  # so that it is made once, not for each language
                files[f"{FOLDER}/{name(path)}.en.md"] = "Short.\n"
        links |= case.get("links", {})
        for key in case.keys() & cases.KEYS:
            together = len(paths) == 1 or key in ("files", "hex")
            assert together, f"{path}: {key} cannot stand beside others"
            whole.setdefault(key, {} if isinstance(case[key], dict) else [])
            whole[key] = whole[key] | case[key] if isinstance(case[key], dict) else case[key]
    root = cases.lay_out({**whole, "files": {**files, **whole["files"]}}, folder)
    for path, target in links.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)
    return root


def page(id: str, case: dict[str, Any]) -> str:
    """A meeting with the narrative, title and facts of a case."""
    title = {"id": case.get("title", id), "en": case.get("title", id)}
    head = {"id": id, "title": title, "plan": "2030-2031", "stage": "01-first-drops"}
    data = yaml.safe_dump({**head, **case.get("facts", {})}, allow_unicode=True)
    return f"---\n{data}---\n\n{case['narrative']}"


def addresses(path: Path) -> tuple[str, ...]:
    """Where the page of a case is published, in Indonesian and in English."""
    return tuple(f"{folder}/{name(path)}/" for folder in PUBLISHED)


def is_heavy(path: Path) -> bool:
    """Whether a case is meant to take long."""
    return path.parent.name == "blow-ups" or "repeat" in read(path)


def clear(folder: Path) -> None:
    """Removes a corpus that was judged; hundreds of them would fill the disk."""
    shutil.rmtree(folder, ignore_errors=True)
