"""The tables of a corpus, laid out in a folder, for the tests that look at them."""

from pathlib import Path
from typing import Any

from renaksi.export import Format, Publication, build_files
from renaksi.export.tables.build import build_tables
from renaksi.export.tables.frame import Table
from renaksi.export.write import write_files
from renaksi.publish.site import Site
from renaksi.publish.words import FOLDER, load_words
from renaksi.validate import validate
from tests import golden

FORMATS = (Format.CSV, Format.DATA_PACKAGE, Format.XLSX, Format.SQLITE)
ADDRESS = "https://example.org/plan/"
WORDS = load_words(golden.ROOT / "theme" / FOLDER)[0]


class Made:
    """The files of one corpus, laid out in a folder."""

    def __init__(self, publication: Publication, folder: Path) -> None:
        self.publication = publication
        self.corpus = publication.corpus
        self.tables = {table.name: table for table in publication.once(build_tables)}
        self.folder = folder / "data"
        write_files(build_files(publication, FORMATS), folder)


def publish(root: Path) -> Publication:
    site = Site(validate(root)[0], WORDS, golden.AS_OF)
    return Publication(site, "Plan", ADDRESS, "https://github.com/example/plan", "edit/main/")


def cells(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.names(), row, strict=True)) for row in table.rows]
