"""What `mkdocs.yml` must say for a site of ours; MkDocs would stop in its own words, or crash.

What only MkDocs can judge, such as the options of an extension, is left to it.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from renaksi.model.base import Email, Line, Url
from renaksi.problem import Problem
from renaksi.reader import Document
from renaksi.shape import parse


class Theme(BaseModel):
    """Material, with our own templates in `custom_dir`; what else it is told is its own affair."""

    model_config = ConfigDict(extra="allow", frozen=True)

    name: Literal["material"]
    custom_dir: Line


class Member(BaseModel):
    """The member of OGP whose plan this is, in the words of OGP's table of commitments.

    `code` is that of OGP (`IDN`), `level` is "National" or what OGP calls a local member.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: Line | None = None
    code: Line | None = None
    region: Line | None = None
    level: Line | None = None


class Extra(BaseModel):
    """What the site itself is told; other keys are the templates' own affair.

    `contact_email` is where people without an account at GitHub may write to. It is public, so it
    is an institution's. Without it nothing leads to an e-mail. `ogp` is the member of OGP.
    `first_address` is where a site that has moved was published first.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    contact_email: Email | None = None
    first_address: Url | None = None
    ogp: Member | None = None


class Configuration(BaseModel):
    """The keys that MkDocs knows; a strict build takes any other for a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    site_name: Line
    theme: Theme
    docs_dir: Literal["content"] = "content"
    hooks: tuple[Line, ...] | None = None
    repo_url: Url | None = None
    site_url: Url | None = None
    copyright: Line | None = None
    dev_addr: Any = None
    draft_docs: Any = None
    edit_uri: Line | None = None
    edit_uri_template: Any = None
    exclude_docs: Any = None
    extra: Extra | None = None
    extra_css: Any = None
    extra_javascript: Any = None
    extra_templates: Any = None
    markdown_extensions: Any = None
    nav: Any = None
    not_in_nav: Any = None
    plugins: Any = None
    remote_branch: Any = None
    remote_name: Any = None
    repo_name: Line | None = None
    site_author: Line | None = None
    site_description: Line | None = None
    site_dir: Any = None
    strict: Any = None
    use_directory_urls: Any = None
    validation: Any = None
    watch: Any = None


def find_configuration_problems(document: Document) -> list[Problem]:
    """Everything that is wrong with `mkdocs.yml`."""
    return parse(document, (), document.data, Configuration)[1]
