"""The comment on a pull request, in Markdown of GitHub: Indonesian first, English folded below.

Whatever comes from the proposal stands in code, so it can neither mention anyone nor link or draw.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from renaksi.changes.render import Comparison, markdown_items
from renaksi.layout import LANGUAGES
from renaksi.problem import Place, Problem, Severity
from renaksi.publish.words import Words
from renaksi.report import code
from renaksi.review.fit import Item, Section, fit, fold

# By this the comment is found again and replaced. Nobody sees it.
MARK = "<!-- renaksi-review -->"
# GitHub takes 65,536 characters in a comment; some stay free for the two languages' frames.
MOST = 65_000
_LONGEST_MESSAGE = 600


@dataclass(frozen=True)
class Links:
    """Where the lines of the proposal are shown and edited; without a repository, nowhere.

    `repository` is `owner/name` of the proposal's own repository, `branch` its branch; `preview`
    is where the built site can be downloaded, `run` where the checks tell how they went.
    """

    server: str = "https://github.com"
    repository: str | None = None
    commit: str | None = None
    branch: str | None = None
    preview: str | None = None
    run: str | None = None

    def line(self, place: Place) -> str | None:
        """The page that shows a line."""
        if not self.repository or not self.commit:
            return None
        path = quote(place.path)
        return f"{self.server}/{self.repository}/blob/{self.commit}/{path}#L{place.line}"

    def edit(self, path: str) -> str | None:
        """The page that edits a file."""
        if not self.repository or not self.branch:
            return None
        return f"{self.server}/{self.repository}/edit/{quote(self.branch)}/{quote(path)}"


@dataclass(frozen=True)
class Proposal:
    """What a proposal changes and what is wrong with it; `problems` know which of them are new.

    `others` are the files that it changes outside `content/` and `data/`; `failed` says that a
    check failed, be it one of those that look at the code.
    """

    comparison: Comparison
    problems: Sequence[Problem]
    links: Links = Links()
    others: Sequence[str] = ()
    failed: bool = False

    @property
    def errors(self) -> list[Problem]:
        return [each for each in self.problems if each.severity is Severity.ERROR]

    @property
    def new_warnings(self) -> list[Problem]:
        return [each for each in self.problems if each.severity is Severity.WARNING and each.new]


def render_comment(proposal: Proposal, most: int = MOST) -> str:
    """The whole comment, never longer than `most` characters."""
    room = (most - 1_000) // len(LANGUAGES)
    texts = {each: _render(proposal, each, room) for each in LANGUAGES}
    return fold(MARK, texts, proposal.comparison.words)


def _render(proposal: Proposal, language: str, room: int) -> str:
    words = proposal.comparison.words[language]
    sections = [
        Section("\n\n".join([f"**{verdict(proposal, words)}**", *_remarks(proposal, words)]), ()),
        Section(words.t("review.errors"), tuple(_problem_items(proposal, proposal.errors, words))),
        Section(words.t("review.changes"), _change_items(proposal, language)),
        Section(
            words.t("review.warnings"),
            tuple(_problem_items(proposal, proposal.new_warnings, words)),
        ),
        Section(words.t("review.preview"), _preview(proposal.links, words)),
    ]
    return fit(sections, room, lambda left: words.count("review.left", left))


def verdict(proposal: Proposal, words: Words) -> str:
    """The first line: whether there is something to mend, and how much."""
    errors, warnings = len(proposal.errors), len(proposal.new_warnings)
    if errors:
        return f"❌ {words.count('review.broken', errors)}"
    if proposal.failed:
        return f"❌ {words.t('review.failed')}"
    if warnings:
        return f"✅ {words.count('review.warned', warnings)}"
    return f"✅ {words.t('review.clean')}"


def _remarks(proposal: Proposal, words: Words) -> Iterator[str]:
    """Whose look it needs beside that of a steward, and where the checks tell how they went."""
    if proposal.others:
        yield words.count("review.code", len(proposal.others))
    if proposal.errors:
        yield words.t("review.unread")
    if proposal.failed and proposal.links.run:
        yield f"[{words.t('review.run')}]({proposal.links.run})"


def _change_items(proposal: Proposal, language: str) -> tuple[Item, ...]:
    found = markdown_items(proposal.comparison, language)
    return tuple(Item(["", *lines, ""] if heads else lines, heads) for lines, heads in found)


def _problem_items(proposal: Proposal, problems: Sequence[Problem], words: Words) -> Iterator[Item]:
    """Problems by file: the file's name, then each with its line, what is wrong and the rule."""
    ordered = sorted(problems, key=lambda each: each.sort_key)
    for path, group in groupby(ordered, key=lambda each: each.place.path):
        edit = proposal.links.edit(path)
        mend = f" · [{words.t('review.edit')}]({edit})" if edit else ""
        yield Item(["", f"{code(path)}{mend}", ""], heads=True)
        for problem in group:
            yield Item(_problem_lines(problem, proposal.links, words))


def _problem_lines(problem: Problem, links: Links, words: Words) -> list[str]:
    line = words.t("review.line", line=words.number(problem.place.line))
    url = links.line(problem.place)
    where = f"[{line}]({url})" if url else line
    message = problem.message.in_language(words.language)
    if len(message) > _LONGEST_MESSAGE:
        message = f"{message[:_LONGEST_MESSAGE]}..."
    key = f" {code(problem.key)}:" if problem.key else ""
    return [f"- {where}:{key} {code(message)} ({code(problem.rule)})"]


def _preview(links: Links, words: Words) -> tuple[Item, ...]:
    if not links.preview:
        return ()
    return (Item([f"[{words.t('review.download')}]({links.preview})"]),)
