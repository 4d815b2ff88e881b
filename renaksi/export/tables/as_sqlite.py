"""The tables as one SQLite file, with keys that hold and a table of what each column means.

The file is made in memory, in order and without gaps (VACUUM), so that another version of SQLite
makes the same; what is left of the version in it is taken out.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from renaksi.export.api.document import LICENCE
from renaksi.export.publication import Publication
from renaksi.export.tables.as_package import about
from renaksi.export.tables.build import build_tables
from renaksi.export.tables.frame import Cell, Column, Foreign, Row, Table
from renaksi.export.tables.neutral import neutralize
from renaksi.export.tables.tongue import Tongue
from renaksi.garbage import uncollected

PATH = "data/renaksi.sqlite"
# Tables that tell of the others.
ABOUT, COLUMNS = "about", "columns"
_TYPES = {"string": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}
_PAGE_SIZE = 4096


def build_sqlite(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and content of the database. Raises sqlite3.IntegrityError where a key does not hold."""
    with uncollected():
        content = make_sqlite(publication)
    yield PATH, content


def make_sqlite(publication: Publication) -> bytes:
    """The content of the database."""
    tables = publication.once(build_tables)
    short = {table.name for table in tables if _is_short(table)}
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_create(table, short=table.name in short))
        _tell(connection, publication, tables)
        for table in tables:
            rows = _in_order(table) if table.name in short else table.rows
            _insert(connection, table.name, len(table.columns), rows)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        roots = [root for (root,) in connection.execute("SELECT rootpage FROM sqlite_master")]
        return neutralize(connection.serialize(), _PAGE_SIZE, roots)
    finally:
        connection.close()


def _create(table: Table, *, short: bool) -> str:
    """The statement that makes a table; one of short rows is kept once, as the index of its key."""
    parts = [_column(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += map(_foreign, table.foreign)
    ending = " WITHOUT ROWID" if short else ""
    lines = ",\n  ".join(parts)
    return f"CREATE TABLE {_quote(table.name)} (\n  {lines}\n){ending}"


def _is_short(table: Table) -> bool:
    """Whether a row takes a twentieth of a page at most, as SQLite's documentation advises."""
    signs = sum(len(cell) if isinstance(cell, str) else 1 for row in table.rows for cell in row)
    return signs * 20 <= len(table.rows) * _PAGE_SIZE


def _in_order(table: Table) -> list[Row]:
    """The rows by their key, as the file keeps short ones: none has to be moved for another."""
    places = [table.place(name) for name in table.key]
    return sorted(table.rows, key=itemgetter(*places))


def _column(column: Column) -> str:
    name = _quote(column.name)
    parts = [name, _TYPES[column.type]]
    if column.required:
        parts.append("NOT NULL")
    if column.type == "boolean":
        parts.append(f"CHECK ({name} IN (0, 1))")
    elif column.choices:
        parts.append(f"CHECK ({name} IN ({', '.join(map(_literal, column.choices))}))")
    return " ".join(parts)


def _foreign(foreign: Foreign) -> str:
    """A reference; it need only hold when all rows are there."""
    target = f"{_quote(foreign.table)} ({_names(foreign.references)})"
    keys = f"FOREIGN KEY ({_names(foreign.columns)})"
    return f"{keys} REFERENCES {target} DEFERRABLE INITIALLY DEFERRED"


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_quote, names))


def _quote(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _literal(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _tell(
    connection: sqlite3.Connection, publication: Publication, tables: Sequence[Table]
) -> None:
    """What the file is, and what its tables and columns are, in every language."""
    codes = tuple(publication.words)
    facts = [
        ("name", publication.name),
        ("about", about(Tongue(publication.words))),
        ("as_of", publication.as_of),
        ("address", publication.address),
        ("licence", LICENCE["url"]),
    ]
    connection.execute(
        f"CREATE TABLE {ABOUT} (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)"
    )
    connection.executemany(f"INSERT INTO {ABOUT} VALUES (?, ?)", facts)
    languages = [f"{name}_{code}" for name in ("title", "about") for code in codes]
    columns = ", ".join(f"{_quote(name)} TEXT NOT NULL" for name in languages)
    connection.execute(
        f"CREATE TABLE {COLUMNS} (table_name TEXT NOT NULL, column_name TEXT NOT NULL, {columns}, "
        "PRIMARY KEY (table_name, column_name))"
    )
    rows = [
        [
            table.name,
            name,
            *(said.title[code] for code in codes),
            *(said.about[code] for code in codes),
        ]
        for table in tables
        for name, said in (("", table.said), *((each.name, each.said) for each in table.columns))
    ]
    _insert(connection, COLUMNS, len(rows[0]), rows)


def _insert(
    connection: sqlite3.Connection, name: str, width: int, rows: Iterable[Sequence[Cell]]
) -> None:
    places = ", ".join("?" * width)
    connection.executemany(f"INSERT INTO {_quote(name)} VALUES ({places})", rows)
