"""Commitments in the columns of OGP's own table of commitments: out and in."""

from renaksi.exchange.choose import Choice
from renaksi.exchange.columns import COLUMNS
from renaksi.exchange.fault import TableError
from renaksi.exchange.importing import REPORT, Imported, import_plan
from renaksi.exchange.member import Member, read_member
from renaksi.exchange.reasons import Need
from renaksi.exchange.rows import fill_rows, write_table

__all__ = [
    "COLUMNS",
    "REPORT",
    "Choice",
    "Imported",
    "Member",
    "Need",
    "TableError",
    "fill_rows",
    "import_plan",
    "read_member",
    "write_table",
]
