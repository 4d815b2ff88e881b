"""The command line, one module for each larger command. Exit 0 clean, 1 problems, 2 usage."""

import argparse
import errno
import io
import ipaddress
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from renaksi import __version__, report
from renaksi.build import ENGINE, build_site, serve_site
from renaksi.cli.check import add_check, gate
from renaksi.cli.comment import add_comment
from renaksi.cli.common import add_day, add_root, complain, corpus_root
from renaksi.cli.diff import add_diff
from renaksi.cli.export import add_export
from renaksi.cli.fmt import add_fmt
from renaksi.cli.forms import add_forms, add_import_form
from renaksi.cli.imports import add_import
from renaksi.cli.links import add_archive, add_links
from renaksi.cli.new import add_new
from renaksi.cli.parser import Parser
from renaksi.cli.propose import add_propose
from renaksi.cli.review import add_review
from renaksi.problem import Message
from renaksi.publish.schema import build_schemas
from renaksi.publish.words import FOLDER, load_words

_NOT_BUILT = Message(
    id="Situs tidak dibangun; situs lama tetap seperti semula.",
    en="The site was not built; the old one stays as it was.",
)
_NOT_SERVED = Message(
    id="Situs belum ditampilkan. Perbaiki yang di atas, lalu jalankan lagi.",
    en="The site is not served yet. Mend the above and run this again.",
)
# What a disk says on which nothing more fits.
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_WRITTEN = Message(
    id="Tidak ada tempat lagi untuk menulis; kosongkan sebagian lalu jalankan lagi.",
    en="There is no room left to write to; make some and run this again.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old code page must not stop a message
            stream.reconfigure(errors="backslashreplace")
    options = build_parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:  # as `| head` does when it has read enough
        _hush(sys.stdout, sys.stderr)
        return 1
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        _hush(sys.stdout)
        complain(f"{_NOT_WRITTEN.id} / {_NOT_WRITTEN.en} ({error.strerror})")
        return 2
    return status


def _hush(*streams: TextIO) -> None:
    """Lets what is still to be printed go nowhere, so that Python does not complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())


def build_parser() -> argparse.ArgumentParser:
    """Every command and option. docs/commands.md describes them, kept complete by a test."""
    parser = Parser(
        prog="renaksi",
        description="Periksa dan bangun situs rencana aksi / check and build the action-plan site.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_check(commands.add_parser("check", help="periksa data / check the corpus"))
    add_diff(commands.add_parser("diff", help="apa yang berubah / what changed"))
    add_fmt(commands.add_parser("fmt", help="rapikan berkas / put files in canonical form"))
    add_new(commands.add_parser("new", help="buat entri baru / write a new entry"))
    add_forms(commands.add_parser("forms", help="tulis formulir / write the forms on GitHub"))
    add_import_form(
        commands.add_parser("import-form", help="berkas dari formulir / files from a form")
    )
    add_propose(
        commands.add_parser("propose", help="usulan dari formulir / a proposal from a form")
    )
    add_review(commands.add_parser("review", help="jawab usulan / answer a proposal"))
    add_comment(commands.add_parser("comment", help="jawab di GitHub / answer on GitHub"))
    add_links(commands.add_parser("links", help="alamat yang rusak / addresses that are broken"))
    add_archive(commands.add_parser("archive", help="salinan arsip / copies at an archive"))
    add_export(commands.add_parser("export", help="berkas untuk mesin / files for machines"))
    add_import(commands.add_parser("import", help="tabel OGP jadi data / OGP's table to a corpus"))
    build = commands.add_parser("build", help="bangun situs / build the site")
    build.add_argument("--output", type=Path, default=None, help="folder situs / site folder")
    add_day(build)
    build.add_argument(
        "--portable", action="store_true", help="dapat dibuka dari disk / opens from a disk"
    )
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", help="lihat situs sambil mengedit / serve while editing")
    serve.add_argument("--address", type=_address, default="127.0.0.1:8000", help="IP:PORT")
    serve.set_defaults(run=_serve)
    schema = commands.add_parser("schema", help="tulis JSON Schema / write the JSON Schemas")
    schema.add_argument("--output", type=Path, default=Path("schema"), help="folder")
    schema.set_defaults(run=_schema)
    for command in (build, serve):
        add_root(command)
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


def _build(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    output = (options.output or root / "site").resolve()
    return gate(root, _NOT_BUILT) or build_site(
        root, output, options.as_of, portable=options.portable
    )


def _serve(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    return gate(root, _NOT_SERVED) or serve_site(root, options.address)


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
        complain(f"{options.output}: tidak dapat ditulis / cannot be written: {error.strerror}")
        return 2
    return 0
