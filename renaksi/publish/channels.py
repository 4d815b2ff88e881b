"""Where a reader's proposal can go: GitHub's issues and files, and e-mail where one is set."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from renaksi.publish.page import SitePage
from renaksi.publish.words import Words

CORRECTION = "correction"
# The form on GitHub that takes all answers of a form of the site in one field, and that field.
WEBSITE, ANSWERS = "website", "answers"
# A title of an issue is read in a list; what is longer is cut.
_LONGEST_TITLE = 120


@dataclass(frozen=True)
class Channels:
    """What `mkdocs.yml` says of them. Each may be missing, and then nothing leads there."""

    repo_url: str | None = None
    edit_uri: str | None = None
    email: str | None = None

    @classmethod
    def of(cls, config: Any) -> "Channels":
        """Those that a configuration as MkDocs reads it has."""
        return cls(config["repo_url"], config["edit_uri"], config["extra"].get("contact_email"))

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways to send a proposal that are open here, in the order in which they are told."""
        github = ("issue", "edit") if self.repo_url else ()
        return ("form", *github, *(("mail",) if self.email else ()), "file")

    def issue_url(self, form: str, title: str, **fields: str) -> str | None:
        """GitHub's page for a new issue, with fields of one of our forms filled in.

        Only fields that take text: with a choice filled in, GitHub shows an empty form.
        """
        if not self.repo_url:
            return None
        query = {"template": f"{form}.yml", "title": _cut(title), **fields}
        return f"{self.repo_url.rstrip('/')}/issues/new?{_encode(query)}"

    def new_file_url(self) -> str | None:
        """GitHub's page for a new file, up to the folder."""
        if not self.repo_url or not self.edit_uri:
            return None
        return f"{self.repo_url.rstrip('/')}/{self.edit_uri.replace('edit/', 'new/', 1)}"

    def mail_url(self, subject: str, body: str = "") -> str | None:
        """A letter that the reader's own program writes."""
        if not self.email:
            return None
        query = {"subject": subject, **({"body": body.replace("\n", "\r\n")} if body else {})}
        return f"mailto:{quote(self.email, safe='@')}?{_encode(query)}"


@dataclass(frozen=True)
class Report:
    """Links to report a problem on a page, or at one place of it.

    `query` tells the form of this site which place that is.
    """

    issue: str | None
    mail: str | None
    query: str


def find_report(
    channels: Channels, words: Words, page: SitePage, address: str, name: str = ""
) -> Report:
    """The links for the page at `address`, or for its box `name` there."""
    about = words.t("report.box", page=page.short, box=name) if name else page.short
    title = words.t("report.subject", title=about)
    return Report(
        channels.issue_url(CORRECTION, title, page=address),
        channels.mail_url(title, words.t("report.mail", address=address)),
        _encode({"page": address}),
    )


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _encode(query: dict[str, str]) -> str:
    return urlencode(query, quote_via=quote, safe="/:")
