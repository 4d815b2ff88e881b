"""`renaksi fmt`: the files of a corpus in canonical form."""

import argparse
from pathlib import Path

from renaksi import report
from renaksi.cli.common import add_root, both, complain, concerns, corpus_root, find_paths
from renaksi.files import survey
from renaksi.load import read_text
from renaksi.problem import Message, Problem
from renaksi.write import format_text

_UNTIDY = Message(
    id="Berkas di atas belum rapi. Jalankan: .venv/bin/renaksi fmt (atau make fmt)",
    en="The files above are not in canonical form. Run: .venv/bin/renaksi fmt (or make fmt)",
)
_NOT_OURS = Message(
    id="tidak ada berkas data atau narasi di sini; fmt hanya merapikan content/ dan data/.",
    en="there is no file of data or narrative here; fmt works on content/ and data/ only.",
)


def add_fmt(fmt: argparse.ArgumentParser) -> None:
    """The options of `renaksi fmt`."""
    fmt.add_argument("paths", nargs="*", metavar="PATH", help="rapikan ini saja / these only")
    fmt.add_argument("--check", action="store_true", help="hanya periksa / only look, for CI")
    add_root(fmt)
    fmt.set_defaults(run=_fmt)


def _fmt(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    chosen = None if root is None else find_paths(root, options.paths)
    if root is None or chosen is None:
        return 2
    paths, problems = survey(root)
    problems = [each for each in problems if concerns(each.place.path, chosen)]
    missed = [each for each in chosen if not any(concerns(path, [each]) for path in _texts(paths))]
    if missed and not problems:
        for each in missed:
            complain(f"{each}: {both(_NOT_OURS)}")
        return 2
    changed: dict[str, bytes] = {}
    for path in [each for each in _texts(paths) if concerns(each, chosen)]:
        found = _format(root, path)
        if isinstance(found, Problem):
            problems.append(found)
        elif found is not None:
            changed[path] = found
    written = changed if options.check else _write(root, changed)
    for path in written:
        print(path)
    if problems:
        print(report.render_text(problems))
    if options.check and changed:
        complain(both(_UNTIDY))
    elif not problems and len(written) == len(changed):
        print(_summary(len(changed)))
    return 1 if problems or len(written) < len(changed) or (options.check and changed) else 0


def _texts(paths: list[str]) -> list[str]:
    """Those of the paths that have a canonical form."""
    return [path for path in paths if path.endswith((".md", ".yaml"))]


def _format(root: Path, path: str) -> bytes | Problem | None:
    """The canonical content of a file that is not canonical yet, or the problem with it."""
    text = read_text(root, path)
    found = format_text(text, path) if isinstance(text, str) else text
    if isinstance(found, Problem):
        return found
    content = found.encode()
    return content if content != (root / path).read_bytes() else None


def _write(root: Path, changed: dict[str, bytes]) -> list[str]:
    """Writes the files and returns those that could be written."""
    written: list[str] = []
    for path, content in changed.items():
        try:
            (root / path).write_bytes(content)
        except OSError as error:
            complain(f"{path}: tidak dapat ditulis / cannot be written: {error.strerror}")
        else:
            written.append(path)
    return written


def _summary(count: int) -> str:
    if count == 0:
        return "Semua berkas sudah rapi. / Every file is in canonical form."
    files = "1 file" if count == 1 else f"{count} files"
    return f"{count} berkas dirapikan. / {files} put in canonical form."
