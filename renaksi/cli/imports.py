"""`renaksi import`: a country's rows of OGP's table of commitments to a corpus of its own."""

import argparse
from pathlib import Path

from renaksi import report
from renaksi.build import ENGINE
from renaksi.cli.check import gate
from renaksi.cli.common import both, complain, say
from renaksi.exchange import REPORT, Choice, Imported, Need, TableError, import_plan
from renaksi.export.write import write_files
from renaksi.layout import CONFIGURATION, LANGUAGES
from renaksi.problem import Message

_NOT_EMPTY = Message(
    id="Folder tujuan harus belum ada atau kosong, supaya tidak ada data yang tertimpa.",
    en="The folder must not be there yet, or be empty, so that no data are overwritten.",
)
_WRITTEN = Message(
    id="{n} komitmen ditulis ke {folder}.", en="{n} commitments were written to {folder}."
)
_KEPT = Message(
    id="{kept} dari {cells} sel tersimpan persis; {n} lainnya ada di {file}:",
    en="{kept} of {cells} cells were kept exactly; the {n} others stand in {file}:",
)
_NEEDS = {
    Need.LOOK: Message(id="perlu dilihat orang", en="a person should look at"),
    Need.FORM: Message(id="tersimpan dengan tulisan lain", en="kept, but written otherwise"),
    Need.NO_FIELD: Message(id="tidak ada isiannya di data", en="no field of the corpus for it"),
    Need.OGP: Message(id="dihitung atau diurus OGP", en="computed or kept by OGP"),
    Need.NOTHING: Message(id="tidak berisi nilai", en="without a value"),
}
_NOT_CLEAN = Message(
    id="Data sudah ditulis tetapi belum lolos pemeriksaan; perbaiki yang di atas.",
    en="The corpus was written but does not pass the check yet; mend the above.",
)
_NEXT = Message(
    id="Berikutnya: terjemahkan judul dan narasi, isi jenis lembaga, dan isi site_url di "
    "mkdocs.yml dengan alamat situsnya nanti; tabel OGP tidak memuatnya.",
    en="Next: translate titles and narratives, say of what kind each organisation is, and write "
    "the address of the site to be into mkdocs.yml as site_url; OGP's table has none of these.",
)


def add_import(parser: argparse.ArgumentParser) -> None:
    """The options of `renaksi import`."""
    parser.add_argument(
        "--ogp",
        type=Path,
        required=True,
        metavar="FILE",
        help="tabel komitmen OGP (CSV) / OGP's table of commitments (CSV)",
    )
    parser.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help="folder baru / new folder"
    )
    parser.add_argument("--country", metavar="NAME", help="nama atau kode / name or code: IDN")
    parser.add_argument("--plan", metavar="ID", help="rencana aksi / action plan: AP_IDN05")
    parser.add_argument(
        "--language", choices=LANGUAGES, default="en", help="bahasa teksnya / language of its texts"
    )
    parser.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    source: Path = options.ogp
    try:
        content = source.read_bytes()
    except OSError as error:
        complain(f"{source}: tidak dapat dibaca / cannot be read: {error.strerror}")
        return 2
    output: Path = options.output
    if output.exists() and not (output.is_dir() and not any(output.iterdir())):
        complain(f"{output}: {both(_NOT_EMPTY)}")
        return 2
    try:
        imported = import_plan(
            source.name,
            content,
            (ENGINE / CONFIGURATION).read_text(encoding="utf-8"),
            Choice(options.country, options.plan, options.language),
        )
    except TableError as fault:
        for line in (f"{source}: {both(fault.message)}", *(f"  {each}" for each in fault.choices)):
            complain(line)
        return 2
    return _deliver(imported, output)


def _deliver(imported: Imported, output: Path) -> int:
    """Writes the corpus, tells what became of the cells, and checks it."""
    try:
        write_files(((path, text.encode()) for path, text in imported.files.items()), output)
    except OSError as error:
        complain(f"{output}: tidak dapat ditulis / cannot be written: {error.strerror}")
        return 2
    reported = len(imported.findings)
    values = {
        "n": imported.commitments,
        "folder": report.printable(str(output)),
        "kept": imported.cells - reported,
        "cells": imported.cells,
        "file": REPORT,
    }
    say(_filled(_WRITTEN, **values))
    say(_filled(_KEPT, **{**values, "n": reported}))
    for need, number in imported.needs.items():
        say(f"{number:>7}  {both(_NEEDS[need])}")
    status = gate(output.resolve(), _NOT_CLEAN)
    if status == 0:
        say(_NEXT)
    return status


def _filled(message: Message, **values: object) -> Message:
    return Message(message.id.format(**values), message.en.format(**values))
