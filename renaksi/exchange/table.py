"""A file with OGP's table, whatever its encoding, its separator and its edition."""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import count, islice

from renaksi.exchange.columns import find_column
from renaksi.exchange.fault import TableError
from renaksi.exchange.marks import unguard
from renaksi.problem import Message

_SEPARATORS = ",;\t|"
# How many rows may stand above the one with the names of columns, and how many names must be known.
_ABOVE, _FEWEST = 10, 3
_FOREIGN = re.compile("[\udc80-\udcff]+")
_MOST_BYTES = 100_000_000
_CUT = Message(
    id="Berkas UTF-16 ini rusak atau terpotong; simpan ulang sebagai CSV UTF-8.",
    en="This UTF-16 file is damaged or cut off; save it again as CSV in UTF-8.",
)
# What Python's reader says, when it is strict, of a quotation mark that nothing closes.
_OPEN = "unexpected end of data"


@dataclass(frozen=True)
class Row:
    """A row by its number in a spreadsheet; `guessed` are the columns with odd letters."""

    number: int
    cells: dict[str, str]
    guessed: frozenset[str]


@dataclass(frozen=True)
class Table:
    """A file: its name, its rows, and what each column is called in it.

    Cells stand under the names that `renaksi.exchange.columns` has, others under their own.
    """

    name: str
    rows: tuple[Row, ...]
    headers: dict[str, str]


def read_table(name: str, content: bytes) -> Table:
    """The table of a file. Raises TableError where there is none."""
    if len(content) > _MOST_BYTES:
        raise TableError(
            Message(
                id="Berkas ini lebih besar dari 100 MB; ambil barisnya yang perlu saja.",
                en="This file is larger than 100 MB; take only the rows that are needed.",
            )
        )
    text = _decode(content)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    separator, above = _find_head(text)
    _refuse_open_quote(text, separator)
    rows = _parse(text, separator)
    _, head = next(islice(rows, above, None))
    keys = _keys([unguard(_letters(each)) for each in head])
    found = tuple(_row(number, cells, keys) for number, cells in rows if any(map(str.strip, cells)))
    headers = dict(zip(keys, [_letters(each).strip() for each in head], strict=True))
    return Table(name, found, headers)


def _decode(content: bytes) -> str:
    """The text, with bytes that are not UTF-8 kept apart as lone surrogates."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise TableError(_CUT) from None
    return content.decode("utf-8-sig", errors="surrogateescape")


def _letters(cell: str) -> str:
    """A cell with those bytes read as Windows-1252, which OGP's tables were once made in."""
    return _FOREIGN.sub(lambda match: "".join(map(_letter, match.group())), cell)


def _letter(surrogate: str) -> str:
    byte = bytes([ord(surrogate) - 0xDC00])
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:  # one of the five that Windows-1252 leaves open
        return byte.decode("latin-1")


def _parse(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with its number."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    for number in count(1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableError(
                Message(
                    id=f"Baris {number} (baris teks {reader.line_num}) tidak dapat dibaca sebagai "
                    f"CSV: {error}.",
                    en=f"Row {number} (line {reader.line_num}) cannot be read as CSV: {error}.",
                )
            ) from None
        yield number, cells


def _refuse_open_quote(text: str, separator: str) -> None:
    """Refuses a table of which the rows after some cell would all be read as part of that cell."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    try:
        for number, _ in enumerate(reader, 2):  # noqa: B007 (the row after the last whole one)
            pass
    except csv.Error as error:
        if str(error) == _OPEN:
            raise TableError(
                Message(
                    id=f"Baris {number} memuat tanda kutip yang tidak pernah ditutup; tutup dahulu "
                    "di lembar kerja atau penyunting teks.",
                    en=f"Row {number} holds a quotation mark that is never closed; close it first, "
                    "in a spreadsheet or a text editor.",
                )
            ) from None


def _find_head(text: str) -> tuple[str, int]:
    """The separator, and how many rows stand above the names of the columns."""
    best = (0, "", 0)
    for separator in _SEPARATORS:
        for above, (_, cells) in enumerate(islice(_parse(text, separator), _ABOVE)):
            known = sum(find_column(unguard(_letters(each))) is not None for each in cells)
            best = max(best, (known, separator, -above))
    if best[0] < _FEWEST:
        raise TableError(
            Message(
                id="Berkas ini bukan tabel komitmen OGP: nama kolom seperti "
                '"Country/Locality" dan "Commitment Title" tidak ada di baris-baris pertamanya.',
                en="This file is not OGP's table of commitments: its first rows have no names of "
                'columns such as "Country/Locality" and "Commitment Title".',
            )
        )
    return best[1], -best[2]


def _keys(head: Sequence[str]) -> list[str]:
    """What the cells of each column stand under: once each."""
    keys: list[str] = []
    for number, header in enumerate(head, 1):
        column = find_column(header)
        key = column.name if column else header.strip() or f"#{number}"
        keys.append(key if key not in keys else f"{header.strip()} #{number}")
    return keys


def _row(number: int, cells: Sequence[str], keys: Sequence[str]) -> Row:
    more = [f"#{at}" for at in range(len(keys) + 1, len(cells) + 1)]
    named = list(zip((*keys, *more), cells, strict=False))
    guessed = frozenset(key for key, cell in named if _FOREIGN.search(cell))
    return Row(number, {key: unguard(_letters(cell)) for key, cell in named}, guessed)
