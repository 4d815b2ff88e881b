"""What the first sheet of the workbook says, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from renaksi.export.api.document import LICENCE
from renaksi.export.publication import Publication
from renaksi.export.tables.build import build_tables
from renaksi.export.tables.frame import Said
from renaksi.export.tables.tongue import Tongue

# Whether the cells are headings, and the cells.
Line = tuple[bool, Sequence[str | int]]


@dataclass(frozen=True)
class Cut:
    """How many texts of a sheet were cut, and how many rows it could not hold."""

    texts: int = 0
    rows: int = 0


def guide_rows(publication: Publication, cuts: Mapping[str, Cut]) -> Iterator[Line]:
    """What this is, then the sheets, then the columns of each."""
    tongue = Tongue(publication.words)
    yield True, [publication.name]
    for key in ("tables.about", "tables.empty"):
        yield from ((False, [text]) for text in tongue.every(key).values())
    yield False, [_both(tongue, "sheet.as_of"), publication.as_of]
    yield False, [_both(tongue, "sheet.licence"), f"{LICENCE['name']} ({LICENCE['url']})"]
    if publication.address:
        yield False, [_both(tongue, "sheet.address"), publication.address]
    yield False, [""]
    yield from _sheets(publication, tongue, cuts)
    yield False, [""]
    yield from _columns(publication, tongue)


def _sheets(publication: Publication, tongue: Tongue, cuts: Mapping[str, Cut]) -> Iterator[Line]:
    yield True, [_both(tongue, "sheet.sheet"), "", _both(tongue, "sheet.rows"), *_heads(tongue)]
    for table in publication.once(build_tables):
        titles, texts = table.said.title.values(), table.said.about.values()
        yield False, [table.name, "", len(table.rows), *titles, *texts]
        cut = cuts[table.name]
        for key, number in (("sheet.cut", cut.texts), ("sheet.left_out", cut.rows)):
            if number:
                yield False, [table.name, "", "", "", "", *tongue.every(key, n=number).values()]


def _columns(publication: Publication, tongue: Tongue) -> Iterator[Line]:
    names = [_both(tongue, f"sheet.{name}") for name in ("sheet", "column", "type")]
    yield True, [*names, *_heads(tongue)]
    for table in publication.once(build_tables):
        for column in table.columns:
            said = column.said
            sort = _both(tongue, f"sheet.type.{column.type}")
            yield False, [table.name, column.name, sort, *said.title.values(), *said.about.values()]


def _heads(tongue: Tongue) -> list[str]:
    """The headings of names and meanings, a column for each language."""
    return [
        tongue.in_language(Said(tongue.every(f"sheet.{name}"), {}), code).title[code]
        for name in ("title", "about")
        for code in tongue.words
    ]


def _both(tongue: Tongue, key: str) -> str:
    return Said(tongue.every(key), {}).joined()[0]
