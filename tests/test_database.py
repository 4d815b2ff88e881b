"""The database holds the rows of the tables, and its keys hold."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from renaksi.export.tables.as_sqlite import make_sqlite
from renaksi.export.tables.neutral import neutralize
from tests import golden
from tests.packages import read_package
from tests.tabular import Made, publish


def test_database_holds_the_tables_and_its_keys(made: Made, tmp_path: Path) -> None:
    connection = sqlite3.connect(made.folder / "renaksi.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    read = read_package(made.folder)
    for name, table in made.tables.items():
        found = [list(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
        expected = [list(row.values()) for row in read[name]]
        assert sorted(found, key=repr) == sorted((_stored(row) for row in expected), key=repr)
        keys = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
        assert len({key[0] for key in keys}) == len(table.foreign)
        told = connection.execute(
            "SELECT column_name, about_id, about_en FROM columns WHERE table_name = ?", [name]
        )
        expected_words = [("", table.said), *((c.name, c.said) for c in table.columns)]
        assert sorted(told) == sorted((n, s.about["id"], s.about["en"]) for n, s in expected_words)
    connection.close()


def _stored(row: list[Any]) -> list[Any]:
    return [int(cell) if isinstance(cell, bool) else cell for cell in row]


def test_database_refuses_what_breaks_a_key(tmp_path: Path) -> None:
    path = tmp_path / "plan.sqlite"
    path.write_bytes(make_sqlite(publish(golden.CORPUS)))
    for change in (
        "UPDATE milestones SET \"commitment\" = 'nowhere'",
        "INSERT INTO updates SELECT * FROM updates",
        "UPDATE updates SET voice = 'rumour'",
        "UPDATE commitments SET number = NULL",
        "UPDATE updates SET milestone = 'm9' WHERE milestone IS NOT NULL",
    ):
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError), connection:
            connection.execute(change)
        connection.close()


def test_database_does_not_tell_the_version_that_wrote_it(tmp_path: Path) -> None:
    """Another version counts otherwise and leaves other rests where a page holds nothing."""
    content = make_sqlite(publish(golden.CORPUS))
    other = bytearray(content)
    first_cell = int.from_bytes(content[105:107], "big")
    for start, rest in ((24, b"\0\0\0\7"), (92, b"\0\0\0\7"), (96, b"\0\60\0\1")):
        other[start : start + 4] = rest
    assert content[first_cell - 4 : first_cell] == bytes(4)
    other[first_cell - 4 : first_cell] = b"rest"
    path = tmp_path / "plan.sqlite"
    path.write_bytes(other)
    connection = sqlite3.connect(path)
    roots = [root for (root,) in connection.execute("SELECT rootpage FROM sqlite_master")]
    connection.close()
    assert neutralize(bytes(other), 4096, roots) == content
