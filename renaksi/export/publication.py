"""What files for machines are made from: the site, and where it and its sources are published."""

from collections.abc import Mapping
from dataclasses import dataclass

from renaksi.corpus import Corpus
from renaksi.events import History
from renaksi.publish.desk import Desk
from renaksi.publish.edits import Edit, edit_url
from renaksi.publish.site import Site
from renaksi.publish.words import Words


@dataclass(frozen=True)
class Publication:
    """A site with its addresses: `address` of the site, `repository` and `edit_uri` of its sources.

    `name` is the site's. They are what `mkdocs.yml` says, empty where it says nothing.
    """

    site: Site
    name: str
    address: str
    repository: str
    edit_uri: str

    @property
    def corpus(self) -> Corpus:
        return self.site.corpus

    @property
    def words(self) -> Mapping[str, Words]:
        """The words of every language, the primary one first."""
        return self.site.words

    @property
    def as_of(self) -> str:
        """The day (ISO 8601) on which what is computed holds."""
        return self.site.as_of

    @property
    def history(self) -> History:
        return self.site.history

    def desk(self, language: str) -> Desk:
        """The corpus as pages of one language show it."""
        return self.site.desk(language)

    def absolute(self, path: str) -> str:
        """The full address of a path of the site."""
        return f"{self.address.rstrip('/')}/{path}"

    def source(self, path: str) -> str | None:
        """Where a file of the repository is shown, None where no repository is known."""
        return edit_url(self.repository, self.edit_uri.replace("edit/", "blob/", 1), Edit("", path))
