"""MkDocs adapter: puts the files for machines beside the finished pages."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from renaksi.export import Publication, build_files
from renaksi.export.write import write_files


def on_post_build(config: MkDocsConfig) -> None:
    """Writes them into the site that MkDocs has just made."""
    publication = Publication(
        config.extra["site"],
        config.site_name,
        config.site_url or "",
        config.repo_url or "",
        config.edit_uri or "",
    )
    write_files(build_files(publication), Path(config.site_dir))
