"""A corpus and what its repository tells of it: all that the pages of a site are made from."""

from dataclasses import replace
from importlib.metadata import distributions, version
from pathlib import Path

from renaksi.history import find_history
from renaksi.publish.edition import Edition
from renaksi.publish.site import Site
from renaksi.revision import read_head

# Programs whose output the pages are, by the names of their packages.
_PROGRAMS = ("markdown", "mkdocs", "mkdocs-material", "pagefind-bin", "renaksi")


def assemble_site(root: Path, site: Site, address: str, repository: str) -> Site:
    """A site of the corpus of `root`, published at `address`, with its history and edition.

    Raises RevisionError where the repository has only a part of its history.
    """
    history = find_history(root, site.corpus, site.words)
    return replace(site, history=history, edition=_find_edition(root, address, repository))


def _find_edition(root: Path, address: str, repository: str) -> Edition:
    """Which commit the site is made of, and with what."""
    versions = {name: version(name) for name in _PROGRAMS if any(distributions(name=name))}
    edition = Edition(address, repository, versions=versions)
    head = read_head(root)
    if head is None:
        return edition
    return replace(edition, commit=head.commit, time=head.time, modified=head.modified)
