"""The command line: `renaksi check|build|serve|schema`. Exit 0 clean, 1 problems, 2 usage."""

import argparse
import inspect
import io
import ipaddress
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from renaksi import __version__, report
from renaksi.build import ENGINE, build_site, serve_site
from renaksi.checks import RULES
from renaksi.corpus import Corpus
from renaksi.layout import CONFIGURATION, LANGUAGES
from renaksi.load import read_text
from renaksi.problem import Message, Place, Problem
from renaksi.publish.words import FOLDER, load_words
from renaksi.schema import build_schemas
from renaksi.validate import has_errors, validate

_PARTS = ("content", "data", CONFIGURATION)
_NO_ROOT = (
    f"Sebutkan dengan --root folder yang berisi content/, data/, dan {CONFIGURATION}. / "
    f"Name with --root the folder that holds content/, data/ and {CONFIGURATION}."
)
FORMATS = ("text", "json", "github", "sarif")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old code page must not stop a message
            stream.reconfigure(errors="backslashreplace")
    options = build_parser().parse_args(arguments)
    return int(options.run(options))


def build_parser() -> argparse.ArgumentParser:
    """Every command and option. docs/commands.md describes them, kept complete by a test."""
    parser = argparse.ArgumentParser(
        prog="renaksi",
        description="Periksa dan bangun situs rencana aksi / check and build the action-plan site.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="periksa data / check the corpus")
    _add_check_options(check)
    build = commands.add_parser("build", help="bangun situs / build the site")
    build.add_argument("--output", type=Path, default=None, help="folder situs / site folder")
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", help="lihat situs sambil mengedit / serve while editing")
    serve.add_argument("--address", type=_address, default="127.0.0.1:8000", help="IP:PORT")
    serve.set_defaults(run=_serve)
    schema = commands.add_parser("schema", help="tulis JSON Schema / write the JSON Schemas")
    schema.add_argument("--output", type=Path, default=Path("schema"), help="folder")
    schema.set_defaults(run=_schema)
    for command in (check, build, serve):
        command.add_argument("--root", type=Path, default=Path(), help="folder data / corpus root")
    return parser


def _address(text: str) -> str:
    """An address that can be listened on; whether it is free is seen later."""
    host, _, port = text.rpartition(":")
    try:
        if host != "localhost":
            ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
        if 0 <= int(port) <= 65535:
            return text
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(
        f'"{report.printable(text)}" bukan IP:PORT, misalnya 127.0.0.1:8001. / '
        "is not IP:PORT, such as 127.0.0.1:8001."
    )


def _add_check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="laporkan ini saja / report on these only"
    )
    check.add_argument("--format", choices=FORMATS, help="bentuk laporan / form of the report")
    check.add_argument("--lang", choices=LANGUAGES, help="satu bahasa saja / one language only")
    manual = check.add_mutually_exclusive_group()
    manual.add_argument("--list", action="store_true", help="daftar aturan / list the rules")
    manual.add_argument("--explain", metavar="RULE", help="jelaskan aturan / explain a rule")
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    if options.list:
        print(report.list_manuals(_manuals()))
        return 0
    if options.explain is not None:
        return _explain(options.explain)
    root = _corpus_root(options)
    if root is None:
        return 2
    chosen = [_inside(root, path) for path in options.paths]
    unknown = [path for path, found in zip(options.paths, chosen, strict=True) if found is None]
    for path in unknown:
        _complain(f"{path}: tidak ada di folder data / not in the corpus root: {root}")
    if unknown:
        return 2
    wanted = [path for path in chosen if path is not None]
    return _report(root, wanted, options.format, options.lang)


def _build(options: argparse.Namespace) -> int:
    root = _corpus_root(options)
    if root is None:
        return 2
    return _gate(root) or build_site(root, (options.output or root / "site").resolve())


def _serve(options: argparse.Namespace) -> int:
    root = _corpus_root(options)
    if root is None:
        return 2
    return _gate(root) or serve_site(root, options.address)


def _schema(options: argparse.Namespace) -> int:
    words, problems = load_words(ENGINE / "theme" / FOLDER)
    if problems:
        print(report.render_text(problems), file=sys.stderr)
        return 1
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        for name, content in build_schemas(words).items():
            (options.output / name).write_bytes(content)
    except OSError as error:
        _complain(f"{options.output}: tidak dapat ditulis / cannot be written: {error.strerror}")
        return 2
    return 0


def _gate(root: Path) -> int:
    """Lets a corpus without errors through; its warnings are only counted."""
    corpus, problems = validate(root)
    if has_errors(problems):
        return _tell(root, corpus, problems)
    print(f"{report.count_line(problems)} (make check)" if problems else report.clean_line())
    return 0


def _report(root: Path, chosen: Sequence[str], form: str | None, language: str | None) -> int:
    """Checks the corpus, prints its problems and returns the exit status."""
    corpus, problems = validate(root)
    if chosen:
        problems = [each for each in problems if _concerns(each.place.path, chosen)]
    return _tell(root, corpus, problems, form, language)


def _tell(
    root: Path,
    corpus: Corpus,
    problems: list[Problem],
    form: str | None = None,
    language: str | None = None,
) -> int:
    """Prints the problems in the form asked for and returns the exit status."""
    form = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if form == "json":
        print(report.render_json(problems))
    elif form == "sarif":
        print(report.render_sarif(problems, _manuals(), __version__))
    elif not problems:
        print(report.clean_line(language))
    elif form == "github":
        print(report.render_github(problems, language))
    else:
        print(_text(root, corpus, problems, language))
    return 1 if has_errors(problems) else 0


def _text(root: Path, corpus: Corpus, problems: list[Problem], language: str | None) -> str:
    if not sys.stdout.isatty():
        return report.render_text(problems, language)
    return report.render_terminal(
        problems,
        _source_lines(root, corpus.paths | _regular(root, CONFIGURATION)),
        language=language,
        colour="NO_COLOR" not in os.environ,
    )


def _regular(root: Path, path: str) -> frozenset[str]:
    return frozenset([path] if (root / path).is_file() else [])


def _source_lines(root: Path, readable: frozenset[str]) -> Callable[[Place], str | None]:
    """Gives the line of a place; opens only what the loader found fit to be opened."""
    texts: dict[str, list[str]] = {}

    def line(place: Place) -> str | None:
        if place.path not in readable:
            return None
        if place.path not in texts:
            text = read_text(root, place.path)
            texts[place.path] = text.split("\n") if isinstance(text, str) else []
        lines = texts[place.path]
        return lines[place.line - 1] if place.line <= len(lines) else None

    return line


def _corpus_root(options: argparse.Namespace) -> Path | None:
    """The root asked for, or None when it is no corpus root, which is then said."""
    given: Path = options.root
    try:
        root = given.resolve()
        missing = [name for name in _PARTS if not (root / name).exists()]
        known, folder = root.exists(), root.is_dir()
    except (OSError, RuntimeError):  # no permission, or links that lead in a circle
        _complain(f"{given}: tidak dapat dibuka / cannot be opened")
        return None
    if not known:
        _complain(f"{root}: tidak ada / does not exist")
    elif not folder:
        _complain(f"{root}: bukan folder / not a folder")
    elif "content" in missing or "data" in missing:
        _complain(f"{root}: tidak ada / missing: {', '.join(missing)}")
    else:  # without mkdocs.yml it is a corpus root with a problem
        return root
    _complain(_NO_ROOT)
    return None


def _inside(root: Path, path: str) -> str | None:
    """A path, taken from the working folder or else from the root, as a path from the root."""
    for base in (Path.cwd(), root):
        given = Path(os.path.abspath(base / path))  # noqa: PTH100 (a link stays what it is)
        found = given.parent.resolve() / given.name
        if found.is_relative_to(root) and os.path.lexists(found):
            return found.relative_to(root).as_posix()
    return None


def _concerns(path: str, chosen: Sequence[str]) -> bool:
    return any(each in (".", path) or path.startswith(f"{each}/") for each in chosen)


def _manuals() -> list[report.Manual]:
    found = [
        report.Manual(each.id, each.severity, inspect.cleandoc(each.manual))
        for each in RULES.values()
    ]
    return [*found, *report.loader_manuals()]


def _explain(rule: str) -> int:
    known = {manual.id: manual for manual in _manuals()}
    if rule in known:
        print(report.render_manual(known[rule]))
        return 0
    message = Message(id=f'Aturan "{rule}" tidak ada.', en=f'There is no rule "{rule}".')
    message = message.hint(rule, sorted(known))
    _complain(f"{message.id} / {message.en}")
    return 2


def _complain(text: str) -> None:
    print(report.printable(text), file=sys.stderr)
