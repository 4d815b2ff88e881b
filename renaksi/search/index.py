"""The index that browsers load: records laid out for Pagefind, its run, and what is kept of it.

Pagefind reads documents made for it, not the built pages: a record that is one entry of a long
page gets a document of its own, and what pages repeat stays out. Each language has an index of its
own; one for both would list the languages in another order each time.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from renaksi.search.records import Record
from renaksi.search.rename import number_of, shorten_names
from renaksi.vocabulary import Kind

FOLDER = "pagefind"
# Lists of entries that have results of their own, and what is said on every page or by a control.
EXCLUDED = (
    *(
        "nav",
        ".place",
        ".print-line",
        ".answer",
        ".page-about",
        ".page-foot",
        ".edit-entry",
        ".report",
        ".marks",
        ".own",
        ".note",
        ".fact--unknown",
    ),
    *(".fact__unknown", ".voice--silent", ".notice", ".legend", ".disputed", "svg"),
    *(".page--home .band", ".page--commitments .band", ".page--organizations .band", ".figures"),
    *(".page--stages .timeline", ".page--stages .cards", ".page--meetings .cards", ".steps"),
    *(".commitment-item__status", ".commitment-item__number", ".glossary", ".sources"),
    *(".editorial", ".plans", ".page--people .partners", ".page--partners .partners"),
    *(".scores", ".score-table", ".page--dictionary .band", ".page--accessibility table"),
    *('[aria-labelledby="_kin"]', '[aria-labelledby="_history"]', ".page--matrix table"),
    *('[aria-labelledby="_changes"]', ".changes", '[aria-labelledby="_edition"]'),
    *(".page--commitments section", ".page--table table", ".page--facet table"),
)
# Kinds that stand behind what they speak of, and the weight of their words.
QUIET = (Kind.SOURCE, Kind.NOTE)
_QUIET = 0.4
# What ends no sentence of its own; in an excerpt the next label would seem to go on with it.
_RUNS_ON = re.compile(r"(</(?:p|ul|ol|dl|details)>\s*)?</(dd|td|th)>")
_ENDS = re.compile(r"(</(?:dt|dd|li|td|th|p|h[1-6]|summary|code|div|strong|footer)>)")
_START = b"pagefind_dcd"
_FAILED = (
    "Indeks pencarian tidak dapat dibuat: {reason}. Situs tetap dibangun; halaman pencarian "
    "menunjuk ke daftar semua isi. / The search index cannot be made: {reason}. The site is built "
    "all the same; its search page leads to the list of everything."
)


# A search loads a part of the index for each word. With Pagefind's own 20,000 (occurrences of words
# in a part) a question on 19 commitments weighed 239 kB, with 2,000 it weighs 170 kB.
_CHUNKS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "2000"}


class UnindexedError(Exception):
    """The index cannot be made here; the message says so in both languages."""


@dataclass(frozen=True)
class Fragment:
    """What Pagefind keeps of a record: its place in the index, its path, the text that it read."""

    number: int
    path: str
    text: str


class Staging:
    """A folder that records are laid out in, until it is dropped."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="renaksi-search-")
        self.root = Path(self._folder.name)
        self.facets: dict[tuple[str, str], Mapping[str, tuple[str, ...]]] = {}

    def add(self, record: Record) -> None:
        """Lays out the document of a record."""
        self.facets[record.language, record.path] = record.facets
        path = self.root / record.language / record.path / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document(record), encoding="utf-8")

    def drop(self) -> None:
        self._folder.cleanup()


def document(record: Record) -> str:
    """The document that Pagefind reads for a record."""
    quiet = record.kind in QUIET
    name = "name" if quiet else "title"  # Pagefind gives five times the weight to a title
    told = {name: record.title, "kind": record.kind.value, "context": record.context}
    told["number"] = record.number
    if "#" in record.url:
        told["url"] = f"/{record.url}"
    marks = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(text)}">'
        for name, text in told.items()
        if text
    )
    # Without a space the words of neighbouring cells would be one word to Pagefind.
    body = record.body
    if quiet:
        body = f'<div data-pagefind-weight="{_QUIET}">{body.replace("h1>", "p>")}</div>'
    body = _RUNS_ON.sub(lambda end: end[0] if end[1] else f" ·</{end[2]}>", body)
    body = _ENDS.sub(r"\1 ", body.replace("</dt>", ":</dt>"))
    return (
        f'<!doctype html><html lang="{record.language}"><head><title>{escape(record.title)}</title>'
        f"</head><body>{marks}{body}</body></html>"
    )


def build_index(staging: Staging, site: Path, language: str) -> list[Fragment]:
    """Makes the index of a language in `site`; what was kept of each record, by its path.

    Raises UnindexedError where Pagefind cannot run.
    """
    output = site / FOLDER / language
    shutil.rmtree(output, ignore_errors=True)
    _run(staging.root / language, output)
    kept = ("pagefind.js", "pagefind-entry.json", f"wasm.{language}.pagefind")
    for path in output.iterdir():
        if path.is_file() and path.name not in kept and path.suffix != ".pf_meta":
            path.unlink()
    try:
        shorten_names(output)
    except ValueError as error:
        raise UnindexedError(_FAILED.format(reason=error)) from None
    return sorted(_fragments(output / "fragment"), key=lambda item: item.number)


def _run(source: Path, output: Path) -> None:
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415  (some systems have no wheel of it)

        command = [str(get_executable()), "--site", str(source), "--output-path", str(output)]
        for selector in EXCLUDED:
            command += ["--exclude-selectors", selector]
        done = subprocess.run(
            [*command, "--silent"],
            env={**os.environ, **_CHUNKS},
            check=False,
            capture_output=True,
            text=True,
        )
    except (ImportError, OSError) as error:
        raise UnindexedError(_FAILED.format(reason=error)) from None
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().rpartition("\n")[2]
        raise UnindexedError(_FAILED.format(reason=reason or done.returncode))


def _fragments(folder: Path) -> Iterator[Fragment]:
    for path in folder.iterdir():
        content = gzip.decompress(path.read_bytes()).removeprefix(_START)
        told = json.loads(content)
        yield Fragment(number_of(path.stem), told["url"].lstrip("/"), told["content"])


def write_data(site: Path, language: str, name: str, data: Any) -> None:
    """A file of ours beside the index of a language: a text, or JSON."""
    text = data
    if not isinstance(data, str):
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (site / FOLDER / language / name).write_text(text, encoding="utf-8")
