"""One page of the site, in one language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from renaksi.publish.edits import Edit
from renaksi.publish.values import Value

View = Callable[[], dict[str, Any]]


@dataclass(frozen=True)
class SitePage:
    """One page in one language.

    `name` is the same in every language; `src_uri` is the file under `content/` that its prose
    is kept in, or would be; `edits` are the files in the repository that "edit" leads to.
    """

    name: str
    kind: str
    section: str
    language: str
    url: str
    src_uri: str
    edits: tuple[Edit, ...]
    title: Value
    short: str
    description: str
    body: str
    body_language: str
    translation: str
    view: View
    previous: Value | None = None
    next: Value | None = None

    @property
    def template(self) -> str:
        return f"pages/{self.kind}.html"

    @property
    def dest_uri(self) -> str:
        return f"{self.url}index.html"
