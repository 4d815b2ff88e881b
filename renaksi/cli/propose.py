"""`renaksi propose`: an approved form on GitHub becomes a pull request, or is told why not.

It runs on the code of the main branch, with a token that may write. The form is data: its text is
the one that stood there when it was approved, and reaches files only as values that our own rules
have checked. Whoever put the label on has to have the right to write, which GitHub is asked.
"""

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renaksi import github, pulls
from renaksi.build import ENGINE
from renaksi.changes.names import Namer
from renaksi.cli.common import add_root, both, complain, corpus_root, say
from renaksi.cli.diff import comparison
from renaksi.cli.writing import encode
from renaksi.forms import APPROVED, FORMS, LABEL, Form, Made, find_form, make_files, read_answers
from renaksi.github import GitHub, GitHubError
from renaksi.layout import PRIMARY_LANGUAGE
from renaksi.problem import Message
from renaksi.publish.words import FOLDER, Words, load_words
from renaksi.review import Proposal, render_comment
from renaksi.review.answer import MARK, Answer, Outcome, render_answer
from renaksi.revision import RevisionError, find_commit, find_prefix
from renaksi.validate import has_errors

_WRITERS = {"admin", "maintain", "write"}
_MOST = 60_000
_NOTHING = Message(
    id="Bukan persetujuan formulir yang terbuka; tidak ada yang dikerjakan.",
    en="This is no approval of an open form; nothing was done.",
)
_NO_RIGHT = Message(
    id="Yang memasang label tidak berhak menyetujui formulir; tidak ada yang dikerjakan.",
    en="Whoever put the label on may not approve forms; nothing was done.",
)


def add_propose(propose: argparse.ArgumentParser) -> None:
    """The options of `renaksi propose`."""
    add_root(propose)
    propose.set_defaults(run=_propose)


def _propose(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    try:
        event = github.read_event()
        approval = _Approval.read(event) if _is_approval(event) else None
        if approval is None:
            say(_NOTHING)
            return 0
        hub = github.from_environment()
        found = hub.get(f"/collaborators/{approval.approver}/permission")
        if found["permission"] not in _WRITERS:
            say(_NO_RIGHT)
            return 0
        words, _ = load_words(ENGINE / "theme" / FOLDER)
        answer = _Proposing(root, hub, approval, words).answer()
        github.put_comment(hub, approval.number, MARK, render_answer(answer, words))
        return int(answer.outcome is Outcome.UNOPENED)
    except (GitHubError, RevisionError) as error:
        complain(both(error.message))
        return 1


def _is_approval(event: Any) -> bool:
    """Whether the event is that the label was put on an open issue."""
    try:
        issue = event["issue"]
        return bool(
            event["action"] == "labeled"
            and event["label"]["name"] == APPROVED
            and issue["state"] == "open"
            and "pull_request" not in issue
        )
    except (KeyError, TypeError):
        return False


@dataclass(frozen=True)
class _Approval:
    """An issue as it was approved: who filled it in, who put the label on, and its labels."""

    number: int
    body: str
    login: str
    user: int
    approver: str
    labels: tuple[str, ...]
    into: str

    @classmethod
    def read(cls, event: Any) -> "_Approval":
        """The approval in the payload of `issues`. Raises GitHubError where it is none."""
        try:
            issue = event["issue"]
            return cls(
                number=github.number(issue["number"]),
                body=str(issue["body"] or ""),
                login=github.login(issue["user"]["login"]),
                user=github.number(issue["user"]["id"]),
                approver=github.login(event["sender"]["login"]),
                labels=tuple(str(each["name"]) for each in issue["labels"]),
                into=str(event["repository"]["default_branch"]),
            )
        except (KeyError, TypeError) as error:
            raise GitHubError(f"issues: {error!r:.80}") from error

    @property
    def form(self) -> Form | None:
        """The form by its label, which GitHub gives and only those with rights change.

        What was filled in on the site has the label of all forms alone, and says which it is.
        """
        found = [form for form in FORMS if f"{LABEL}:{form.id}" in self.labels]
        if not found and LABEL in self.labels:
            return find_form(self.body)
        return found[0] if len(found) == 1 else None

    @property
    def branch(self) -> str:
        """The branch of the proposal: always the same one for a form."""
        return f"form/{self.number}"

    @property
    def co_author(self) -> str:
        """The line by which GitHub counts the commit as that of whoever filled the form in."""
        return f"Co-authored-by: {self.login} <{self.user}+{self.login}@users.noreply.github.com>"


@dataclass(frozen=True)
class _Proposing:
    """An approved form, and where its proposal goes."""

    root: Path
    hub: GitHub
    approval: _Approval
    words: Mapping[str, Words]

    def answer(self) -> Answer:
        """Makes the proposal, and says what came of it."""
        form, label = self.approval.form, f"`{APPROVED}`"
        if form is None:
            kinds = ", ".join(f"`{LABEL}:{each.id}`" for each in FORMS)
            return Answer(Outcome.UNLABELLED, {"labels": kinds, "label": label})
        kind = f"{LABEL}:{form.id}"
        if kind not in self.approval.labels:  # so that it stands among the others of its kind
            self.hub.send("POST", f"/issues/{self.approval.number}/labels", labels=[kind])
        if not form.makes_files:
            return Answer(
                Outcome.INPUT, {"list": self._page(f"issues?q=label%3A%22{LABEL}%3A{form.id}%22")}
            )
        filled = read_answers(form, self.approval.body, self.words)
        exists = lambda path: os.path.lexists(self.root / path)  # noqa: E731
        made = make_files(self.root, filled, self.words, exists)
        if made.faults or has_errors(list(made.problems)):
            return Answer(Outcome.REFUSED, {"label": label}, made.faults, made.problems)
        return self._send(form, made)

    def _send(self, form: Form, made: Made) -> Answer:
        branch, into = self.approval.branch, self.approval.into
        title, text = self._title(form, made), self._text(made)
        try:
            pulls.push(self.hub, self._proposal(title, made))
        except pulls.TouchedError:
            url = self._page(f"tree/{branch}")
            label = f"`{APPROVED}`"
            return Answer(Outcome.TOUCHED, {"branch": f"`{branch}`", "url": url, "label": label})
        try:
            number = pulls.open_pull(self.hub, branch, into, title, text)
        except GitHubError as error:
            complain(both(error.message))
            return Answer(
                Outcome.UNOPENED, {"url": self._page(f"compare/{into}...{branch}?expand=1")}
            )
        return Answer(Outcome.PROPOSED, {"pull": number})

    def _proposal(self, title: str, made: Made) -> pulls.Proposal:
        prefix = find_prefix(self.root)
        files = {
            f"{prefix}{path}": encode(self.root, path, text) for path, text in made.files.items()
        }
        message = f"{title}\n\nFormulir #{self.approval.number}\n\n{self.approval.co_author}\n"
        return pulls.Proposal(self.approval.branch, find_commit(self.root), files, message)

    def _title(self, form: Form, made: Made) -> str:
        """What the form is about. Nothing in it was written by whoever filled the form in."""
        words = self.words[PRIMARY_LANGUAGE]
        assert made.subject is not None
        kind, id = made.subject
        entry = made.before.get(kind, id)
        assert entry is not None, id
        about = Namer(made.before, words, "“{}”".format).entry(kind, entry)
        return f"{words.t(f'form.{form.id}')}: {about}"

    def _text(self, made: Made) -> str:
        told = Proposal(comparison(made.before, made.after), made.problems)
        parts = [
            " ".join(
                [
                    words.t(
                        "pull.made",
                        number=self.approval.number,
                        login=self.approval.login,
                        approver=self.approval.approver,
                    ),
                    words.t("pull.check"),
                    words.t("pull.stale", label=f"`{APPROVED}`"),
                ]
            )
            for words in self.words.values()
        ]
        closes = f"Closes #{self.approval.number}"
        return "\n\n".join([*parts, closes, render_comment(told, _MOST)])

    def _page(self, path: str) -> str:
        """A page of the repository."""
        return f"{self.hub.server}/{self.hub.repository}/{path}"
