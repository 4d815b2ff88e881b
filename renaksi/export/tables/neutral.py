"""Takes out of an SQLite file what depends on the version of SQLite that wrote it.

That is the version's own number, how often it counted changes, and what it left in the parts of
pages that hold nothing (https://sqlite.org/fileformat2.html). The file stays as good as it was.
"""

from collections.abc import Iterable

# Of the header of the file: where it counts changes, and where it names its writer.
_COUNTERS = ((24, 28), (92, 96))
_WRITER = (96, 100)
_HEADER = 100
_ONE = (1).to_bytes(4, "big")
# Any version will do; this one is the first that knows all that our file holds.
_VERSION = (3_008_002).to_bytes(4, "big")
_INTERIOR, _LEAF = (2, 5), (10, 13)


def neutralize(content: bytes, page_size: int, roots: Iterable[int]) -> bytes:
    """The file, given the first pages of its tables and indexes; the first of all is page one."""
    file = bytearray(content)
    for start, end in _COUNTERS:
        file[start:end] = _ONE
    file[slice(*_WRITER)] = _VERSION
    pages = [1, *roots]
    while pages:
        pages += _clear(file, page_size, pages.pop())
    return bytes(file)


def _clear(file: bytearray, page_size: int, page: int) -> list[int]:
    """Clears what lies between the list of cells and the cells of a page; gives the pages below."""
    start = (page - 1) * page_size
    head = start + (_HEADER if page == 1 else 0)
    sort = file[head]
    assert sort in (*_INTERIOR, *_LEAF), f"page {page} is of no tree"
    first = head + (12 if sort in _INTERIOR else 8)
    number, cells = _read(file, head + 3, 2), start + (_read(file, head + 5, 2) or 65_536)
    end = first + 2 * number
    file[end:cells] = bytes(cells - end)
    if sort in _LEAF:
        return []
    places = (start + _read(file, at, 2) for at in range(first, end, 2))
    return [_read(file, head + 8, 4), *(_read(file, place, 4) for place in places)]


def _read(file: bytearray, start: int, size: int) -> int:
    return int.from_bytes(file[start : start + size], "big")
