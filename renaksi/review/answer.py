"""What a form is answered with on GitHub: the proposal that it became, or why it became none.

Whatever the form brought stands in code, as in the comment on a proposal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from renaksi.layout import LANGUAGES
from renaksi.problem import Message, Problem
from renaksi.publish.words import Words
from renaksi.report import code
from renaksi.review.fit import Item, Section, fit, fold

# By this the answer is found again and replaced. Nobody sees it.
MARK = "<!-- renaksi-form -->"
_MOST = 60_000
_LONGEST = 600


class Outcome(StrEnum):
    """What came of a form; `answer.<outcome>` has the words, and what to do next."""

    PROPOSED = "proposed"
    REFUSED = "refused"
    INPUT = "input"
    UNLABELLED = "unlabelled"
    TOUCHED = "touched"
    UNOPENED = "unopened"


@dataclass(frozen=True)
class Answer:
    """What came of a form.

    `values` stand in them and are our own: numbers, and addresses on GitHub. `faults` say what is
    wrong with an answer by its question, `problems` what is wrong with the files.
    """

    outcome: Outcome
    values: Mapping[str, object] = field(default_factory=dict)
    faults: Mapping[str, Message] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


def render_answer(answer: Answer, words: Mapping[str, Words]) -> str:
    """The whole comment: Indonesian first, English folded below."""
    return fold(MARK, {each: _render(answer, words[each]) for each in LANGUAGES}, words)


def _render(answer: Answer, words: Words) -> str:
    verdict = f"**{words.t(f'answer.{answer.outcome}', **answer.values)}**"
    then = words.t(f"answer.{answer.outcome}.next", **answer.values)
    faults = [
        Item([f"- {words.t(f'ask.{question}')}: {_said(message, words)}"])
        for question, message in answer.faults.items()
    ]
    problems = [
        Item([f"- {code(str(each.place))}: {_said(each.message, words)} ({code(each.rule)})"])
        for each in answer.problems
    ]
    sections = [
        Section(f"{verdict}\n\n{then}", ()),
        Section(words.t("answer.wrong"), [*faults, *problems]),
    ]
    return fit(sections, _MOST // len(LANGUAGES), lambda left: words.count("review.left", left))


def _said(message: Message, words: Words) -> str:
    text = message.in_language(words.language)
    return code(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")
