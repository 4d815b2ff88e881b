"""Reads what GitHub makes of a filled form: a heading for each question, the answer below it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from renaksi.forms.issue import label
from renaksi.forms.spec import FORMS, Field, Form, Widget
from renaksi.publish.words import Words

_HEADING = re.compile(r"^### (.+?)\s*$", re.MULTILINE)
# Which form was filled in on the site, whose answers come to GitHub as one text.
_MARK = re.compile(r"(?:### [^\n]*\n+)?<!-- formulir: ([a-z]+) -->")
# What begins a text that GitHub does not show, so that nobody sees what it says.
CONCEALING = "<!--"
# What GitHub writes where nothing was answered, or nothing chosen.
_NOTHING = {"_No response_", "None"}
# Answers that may hold any text.
_FREE = (Widget.INPUT, Widget.TEXT)


@dataclass(frozen=True)
class Filled:
    """A form with the answers by the ids of its fields; unanswered ones are missing.

    `unclear` are fields whose heading stands in an answer, too: nobody can tell where that ends.
    `concealed` says that some text is not shown on GitHub.
    """

    form: Form
    answers: Mapping[str, str]
    unclear: frozenset[str] = frozenset()
    concealed: bool = False


def find_form(body: str) -> Form | None:
    """The form of the site that a text says it comes from."""
    found = _MARK.match(body.replace("\r\n", "\n").lstrip())
    return next((form for form in FORMS if found and form.id == found[1]), None)


def read_answers(form: Form, body: str, words: Mapping[str, Words]) -> Filled:
    """The answers in the text of an issue.

    GitHub writes the heading of every question in order, so only that of the next one counts, and
    an answer may hold any other. Where that of the next one comes twice, it is unclear which ends
    the answer.
    """
    text = body.replace("\r\n", "\n")
    fields = {label(f"ask.{field.id}", words): field for field in form.fields}
    free = {field.id for before, field in pairwise(form.fields) if before.widget in _FREE}
    spots: list[tuple[Field, int, int]] = []
    waiting = iter(form.fields)
    wanted = next(waiting, None)
    unclear = set()
    for match in _HEADING.finditer(text):
        asked = fields.get(match[1])
        if asked is not None and asked is wanted:
            spots.append((asked, match.start(), match.end()))
            wanted = next(waiting, None)
        elif asked in [field for field, _, _ in spots] and asked.id in free:
            unclear.add(asked.id)
    ends = [*(start for _, start, _ in spots[1:]), len(text)][: len(spots)]
    answers = {
        field.id: text[begin:end].strip()
        for (field, _, begin), end in zip(spots, ends, strict=True)
    }
    told = {id: text for id, text in answers.items() if text and text not in _NOTHING}
    concealed = CONCEALING in _MARK.sub("", text.lstrip(), count=1)
    return Filled(form, told, frozenset(unclear), concealed)
