"""The plan for machines: everything that a reader sees, in the formats of other fields."""

from collections.abc import Collection as Some
from collections.abc import Iterator, Mapping

from renaksi.export.output import Collection, Format, Output, output_pattern
from renaksi.export.publication import Publication
from renaksi.export.table import COLLECTIONS, OUTPUTS
from renaksi.publish.downloads import Download

__all__ = ["Format", "Publication", "build_files", "find_downloads"]


def build_files(
    publication: Publication, formats: Some[Format] = tuple(Format)
) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file of some formats, the same for the site and for an export.

    What is collected from all files before it needs them all, whichever of them are asked for.
    """
    wanted = [place for place, each in enumerate(COLLECTIONS) if each.format in formats]
    collections = COLLECTIONS[: max(wanted, default=-1) + 1]
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
            if collection.format in formats:
                yield path, content


def find_downloads(sizes: Mapping[str, int]) -> tuple[Download, ...]:
    """The sorts of files that there are, in the order of the table, given the size of each path."""
    return tuple(_find_downloads(sizes))


def _find_downloads(sizes: Mapping[str, int]) -> Iterator[Download]:
    every: tuple[Output | Collection, ...] = (*OUTPUTS, *COLLECTIONS)
    for output in every:
        pattern = output_pattern(output.path)
        found = [path for path in sizes if pattern.fullmatch(path)]
        if found:
            told = output.name, output.format.value, output.path, output.media_type
            yield Download(*told, tuple(found), sum(sizes[path] for path in found))
