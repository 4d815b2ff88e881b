"""`renaksi export`: the files for machines, the same bytes that the site publishes."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import yaml

from renaksi import report
from renaksi.assemble import assemble_site
from renaksi.build import find_day, find_theme
from renaksi.cli.check import gate
from renaksi.cli.common import add_day, add_root, both, complain, corpus_root, say
from renaksi.export import Format, Publication, build_files
from renaksi.export.write import write_files
from renaksi.layout import CONFIGURATION
from renaksi.problem import Message
from renaksi.publish.site import Site
from renaksi.publish.words import FOLDER, load_words
from renaksi.revision import RevisionError
from renaksi.validate import validate

_NOT_EXPORTED = Message(
    id="Tidak ada berkas yang ditulis. Perbaiki yang di atas, lalu jalankan lagi.",
    en="No file was written. Mend the above and run this again.",
)
_WRITTEN = Message(id="{n} berkas ditulis ke {folder}.", en="{n} files written to {folder}.")
_NO_OUTPUT = Message(
    id="Sebutkan folder tujuan dengan --output.", en="Name the folder to write to with --output."
)


def add_export(export: argparse.ArgumentParser) -> None:
    """The options of `renaksi export`."""
    export.add_argument("--output", type=Path, metavar="DIR", help="folder tujuan / folder")
    export.add_argument(
        "--format",
        action="append",
        choices=[each.value for each in Format],
        help="bentuk ini saja; boleh diulang / this form only; may be repeated",
    )
    export.add_argument(
        "--ogp",
        action="store_true",
        help="tabel komitmen dalam kolom OGP / the table of commitments in OGP's columns",
    )
    add_day(export)
    add_root(export)
    export.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    if options.output is None and (options.format or not options.ogp):
        complain(both(_NO_OUTPUT))
        return 2
    # What is printed instead of written must hold nothing but the table.
    with redirect_stdout(sys.stdout if options.output else sys.stderr):
        status = gate(root, _NOT_EXPORTED)
    if status:
        return status
    try:
        publication = _read_publication(root, options.as_of or find_day())
    except RevisionError as error:
        complain(both(error.message))
        return 2
    chosen = [*(options.format or ()), *([Format.OGP] if options.ogp else ())]
    return _deliver(build_files(publication, list(map(Format, chosen)) or tuple(Format)), options)


def _deliver(files: Iterator[tuple[str, bytes]], options: argparse.Namespace) -> int:
    """Writes the files below the folder that was named; the one of OGP's table to the terminal."""
    if options.output is None:
        for _, content in files:
            sys.stdout.write(content.decode())
        return 0
    try:
        number = len(write_files(files, options.output))
    except OSError as error:
        complain(f"{options.output}: tidak dapat ditulis / cannot be written: {error.strerror}")
        return 2
    values = {"n": number, "folder": report.printable(str(options.output))}
    say(Message(_WRITTEN.id.format(**values), _WRITTEN.en.format(**values)))
    return 0


def _read_publication(root: Path, as_of: str) -> Publication:
    """The site of `root`, which `gate` has let through, as its build would publish it."""
    settings = yaml.safe_load((root / CONFIGURATION).read_text(encoding="utf-8"))
    words, _ = load_words(find_theme(root, settings["theme"]["custom_dir"]) / FOLDER)
    corpus, problems = validate(root)
    address, repository = (settings.get(key) or "" for key in ("site_url", "repo_url"))
    address = f"{address.rstrip('/')}/" if address else ""  # as MkDocs has it
    site = assemble_site(root, Site(corpus, words, as_of, tuple(problems)), address, repository)
    name, edit_uri = settings["site_name"], settings.get("edit_uri") or ""
    extra = settings.get("extra") or {}
    return Publication(site, name, address, repository, edit_uri, extra)
