"""OGP's table from a corpus."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from renaksi.corpus import Corpus
from renaksi.exchange.columns import COLUMNS
from renaksi.exchange.marks import guard
from renaksi.exchange.member import Member
from renaksi.exchange.view import View


def fill_rows(corpus: Corpus, member: Member) -> list[list[str]]:
    """One row for each commitment, in the order of the columns."""
    views = (View(corpus, member, each) for each in corpus.commitments)
    return [[column.fill(view) for column in COLUMNS] for view in views]


def write_table(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows below the names of the columns, as CSV: UTF-8, with commas.

    Cells that a spreadsheet would run begin with an apostrophe, which an import takes off again.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows([[guard(cell) for cell in row] for row in rows])
    return written.getvalue().encode()
