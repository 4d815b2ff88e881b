"""MkDocs adapter of the search: what pages say is laid out while they are made, indexed at the end.

The site itself is made by `hooks/site.py`, which leaves it in `config.extra`.
"""

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from renaksi.layout import LANGUAGES
from renaksi.preview import say
from renaksi.search.build import publish_search
from renaksi.search.index import Staging, UnindexedError
from renaksi.search.records import page_record

state = SimpleNamespace(staging=None)
log = logging.getLogger(__name__)


def on_pre_build(config: MkDocsConfig) -> None:
    """An empty place for the records of this build."""
    if state.staging is not None:
        state.staging.drop()
    state.staging = Staging()


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Lays out what the page says."""
    site = config.extra["site"]
    site_page = site.by_src_uri[page.file.src_uri]
    record = page_record(site.desk(site_page.language), site_page, output)
    if record is not None:
        state.staging.add(record)
    return output


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Makes the index of each language. A site without one is a whole site."""
    site = config.extra["site"]
    try:
        desks = [site.desk(language) for language in LANGUAGES]
        publish_search(desks, state.staging, Path(config.site_dir))
    except UnindexedError as error:
        say(str(error))
    state.staging.drop()
    state.staging = None
