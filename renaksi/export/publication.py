"""What files for machines are made from: the site, and where it and its sources are published."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.events import Event, History
from renaksi.layout import LAYOUT
from renaksi.publish.desk import Desk
from renaksi.publish.edits import Edit, edit_url
from renaksi.publish.redirects import find_former_ids
from renaksi.publish.site import Site
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

T = TypeVar("T")


@dataclass(frozen=True)
class Publication:
    """A site with its addresses: `address` of the site, `repository` and `edit_uri` of its sources.

    `name` is the site's. They are what `mkdocs.yml` says, empty where it says nothing; `extra` is
    what stands there under that key.
    """

    site: Site
    name: str
    address: str
    repository: str
    edit_uri: str
    extra: Mapping[str, Any] = field(default_factory=dict)
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

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

    def once(self, make: Callable[["Publication"], T]) -> T:
        """What `make` makes of this publication, made once for all builders that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    @cached_property
    def desks(self) -> Mapping[str, Desk]:
        """The corpus as pages of each language show it."""
        return {language: self.site.desk(language) for language in self.words}

    @cached_property
    def first_address(self) -> str:
        """What permanent names begin with: the address of the site, or its first if it moved."""
        return f"{(self.extra.get('first_address') or self.address).rstrip('/')}/"

    def absolute(self, path: str) -> str:
        """The full address of a path of the site."""
        return f"{self.address.rstrip('/')}/{path}"

    def pages(self, kind: Kind, entry: model.Entry) -> dict[str, str]:
        """The full address of an entry's page, or of its place on one, in each language."""
        return {code: self.absolute(desk.url(kind, entry)) for code, desk in self.desks.items()}

    def former_ids(self, kind: Kind, id: str) -> tuple[str, ...]:
        """The ids that an entry had before, at whose addresses it can still be read."""
        return find_former_ids(self.corpus, kind.value, id)

    def sections(self, section: str) -> dict[str, str]:
        """The full address of a section of the site in each language."""
        return {code: self.absolute(desk.section(section)) for code, desk in self.desks.items()}

    def source(self, path: str, line: int | None = None) -> str | None:
        """Where a file of the repository is shown, None where no repository is known."""
        shown = self.edit_uri.replace("edit/", "blob/", 1)
        return edit_url(self.repository, shown, Edit("", path, line))

    def home(self, kind: Kind) -> str | None:
        """Where all entries of a kind are written: the file, or the folder of their files."""
        pattern = next(place.pattern for place in LAYOUT if place.kind is kind)
        folder, several, _ = pattern.partition("/*")
        shown = self.edit_uri.replace("edit/", "tree/" if several else "blob/", 1)
        return edit_url(self.repository, shown, Edit("", folder))

    def commit_url(self, event: Event) -> str | None:
        """Where the commit of an event is shown, None where no repository is known."""
        base = self.repository.rstrip("/")
        return f"{base}/commit/{event.commit}" if base else None

    def pull_url(self, event: Event) -> str | None:
        """Where the proposal is shown that an event came from, None where there is none."""
        base, number = self.repository.rstrip("/"), event.pull_request
        return f"{base}/pull/{number}" if base and number else None

    def origin(self, kind: Kind, id: str) -> str | None:
        """Where the facts of an entry stand in the repository."""
        place = self.corpus.origins[kind, id].place()
        return self.source(place.path, None if place.path.endswith(".md") else place.line)
