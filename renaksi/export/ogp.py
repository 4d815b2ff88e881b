"""The commitments in the columns of OGP's own table (`renaksi.exchange`)."""

from renaksi.exchange import fill_rows, read_member, write_table
from renaksi.export.output import Files
from renaksi.export.publication import Publication

PATH = "data/ogp-commitments.csv"


def build_ogp(publication: Publication) -> Files:
    """One row for each commitment, below the names of OGP's columns."""
    rows = fill_rows(publication.corpus, read_member(publication.extra))
    yield PATH, write_table(rows)
