"""Everything that a browser needs to search, written into the built site."""

from collections.abc import Sequence
from pathlib import Path

from renaksi.publish.desk import Desk
from renaksi.search.facets import facet_table
from renaksi.search.forms import word_files
from renaksi.search.index import Fragment, Staging, build_index, write_data
from renaksi.search.records import entry_records
from renaksi.search.setup import find_setup


def publish_search(desks: Sequence[Desk], staging: Staging, site: Path) -> None:
    """The index of each language, and our own files beside it.

    Raises UnindexedError where Pagefind cannot run.
    """
    for desk in desks:
        for record in entry_records(desk):
            staging.add(record)
    indexed = [(desk, build_index(staging, site, desk.language)) for desk in desks]
    for desk, fragments in indexed:
        others = [item.text for other, found in indexed if other != desk for item in found]
        _write_files(desk, fragments, others, staging, site)


def _write_files(
    desk: Desk, fragments: Sequence[Fragment], others: Sequence[str], staging: Staging, site: Path
) -> None:
    ignored = desk.t("search.ignored").split()
    texts = [item.text for item in fragments]
    files = word_files(texts, desk.language, ignored)
    for letter, text in files.items():
        write_data(site, desk.language, f"words-{letter}.txt", text)
    facets = [staging.facets[desk.language, item.path] for item in fragments]
    write_data(site, desk.language, "facets.json", facet_table(desk, facets))
    write_data(site, desk.language, "setup.json", find_setup(desk, files, texts, others))
