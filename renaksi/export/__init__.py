"""The plan for machines: everything that a reader sees, in the formats of other fields."""

from collections.abc import Collection as Some
from collections.abc import Iterator

from renaksi.export.output import Format
from renaksi.export.publication import Publication
from renaksi.export.table import COLLECTIONS, OUTPUTS

__all__ = ["Format", "Publication", "build_files"]


def build_files(
    publication: Publication, formats: Some[Format] = tuple(Format)
) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file of some formats, the same for the site and for an export."""
    collections = [each for each in COLLECTIONS if each.format in formats]
    made: dict[str, bytes] = {}
    for output in OUTPUTS:
        if output.format in formats or collections:
            for path, content in output.build(publication):
                if collections:
                    made[path] = content
                if output.format in formats:
                    yield path, content
    for collection in collections:
        for path, content in collection.collect(publication, made):
            made[path] = content
            yield path, content
