"""Everything that a browser needs to search in one language, written into the built site."""

from pathlib import Path

from renaksi.publish.desk import Desk
from renaksi.search.facets import facet_table
from renaksi.search.forms import word_files
from renaksi.search.index import Staging, build_index, write_data
from renaksi.search.records import entry_records
from renaksi.search.setup import find_setup


def publish_search(desk: Desk, staging: Staging, site: Path) -> None:
    """The index of a language, and our own files beside it.

    Raises UnindexedError where Pagefind cannot run.
    """
    for record in entry_records(desk):
        staging.add(record)
    fragments = build_index(staging, site, desk.language)
    ignored = desk.t("search.ignored").split()
    texts = [item.text for item in fragments]
    files = word_files(texts, desk.language, ignored)
    for letter, text in files.items():
        write_data(site, desk.language, f"words-{letter}.txt", text)
    facets = [staging.facets[desk.language, item.path] for item in fragments]
    write_data(site, desk.language, "facets.json", facet_table(desk, facets))
    write_data(site, desk.language, "setup.json", find_setup(desk, files, texts))
