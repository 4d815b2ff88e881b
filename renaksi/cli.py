"""The command line: `renaksi check|build|serve`. Exit 0 clean, 1 problems found, 2 usage."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from renaksi import __version__
from renaksi.build import build_site, serve_site
from renaksi.report import render_text
from renaksi.validate import has_errors, validate


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    options = _parser().parse_args(arguments)
    root = options.root.resolve()
    missing = [name for name in ("content", "data", "mkdocs.yml") if not (root / name).exists()]
    if missing:
        print(f"{root}: tidak ada / missing: {', '.join(missing)}", file=sys.stderr)
        return 2
    return int(options.run(root, options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="renaksi",
        description="Periksa dan bangun situs rencana aksi / check and build the action-plan site.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="periksa data / check the corpus")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", help="bangun situs / build the site")
    build.add_argument("--output", type=Path, default=None, help="folder situs / site folder")
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", help="lihat situs sambil mengedit / serve while editing")
    serve.add_argument("--address", default="127.0.0.1:8000", help="HOST:PORT")
    serve.set_defaults(run=_serve)
    for command in (check, build, serve):
        command.add_argument("--root", type=Path, default=Path(), help="folder data / corpus root")
    return parser


def _check(root: Path, options: argparse.Namespace) -> int:
    _, problems = validate(root)
    if not problems:
        print("Tidak ada masalah. / No problems found.")
        return 0
    print(render_text(problems))
    return 1 if has_errors(problems) else 0


def _build(root: Path, options: argparse.Namespace) -> int:
    if _check(root, options):
        return 1
    return build_site(root, (options.output or root / "site").resolve())


def _serve(root: Path, options: argparse.Namespace) -> int:
    if _check(root, options):
        return 1
    return serve_site(root, options.address)
