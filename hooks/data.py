"""MkDocs adapter: makes the files for machines first, and puts them beside the finished pages.

They are made before any page, which tells their sizes, and before MkDocs touches the old site.
"""

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig

from renaksi.export import Publication, build_files, find_downloads
from renaksi.export.write import write_files

state = SimpleNamespace(folder=None)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Makes them, and tells the site of them."""
    site = config.extra["site"]
    # What `mkdocs.yml` says, and not what MkDocs would guess where it says nothing.
    edit_uri = next((each["edit_uri"] for each in config.user_configs if "edit_uri" in each), "")
    addresses = config.site_url or "", config.repo_url or "", edit_uri or ""
    publication = Publication(site, config.site_name, *addresses, extra=config.extra)
    state.folder = TemporaryDirectory()
    sizes = write_files(build_files(publication), Path(state.folder.name))
    config.extra["site"] = replace(site, downloads=find_downloads(sizes))
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Puts them into the site that MkDocs has just made."""
    shutil.copytree(state.folder.name, config.site_dir, dirs_exist_ok=True)
    state.folder.cleanup()
