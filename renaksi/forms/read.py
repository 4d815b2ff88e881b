"""Reads what GitHub makes of a filled form: a heading for each question, the answer below it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from renaksi.forms.issue import label
from renaksi.forms.spec import FORMS, Field, Form
from renaksi.publish.words import Words

_HEADING = re.compile(r"^### (.+?)\s*$", re.MULTILINE)
# Which form was filled in on the site, whose answers come to GitHub as one text.
_MARK = re.compile(r"(?:### [^\n]*\n+)?<!-- formulir: ([a-z]+) -->")
# What GitHub writes where nothing was answered, or nothing chosen.
_NOTHING = {"_No response_", "None"}


@dataclass(frozen=True)
class Filled:
    """A form with the answers by the ids of its fields; unanswered ones are missing."""

    form: Form
    answers: Mapping[str, str]


def find_form(body: str) -> Form | None:
    """The form of the site that a text says it comes from."""
    found = _MARK.match(body.replace("\r\n", "\n").lstrip())
    return next((form for form in FORMS if found and form.id == found[1]), None)


def read_answers(form: Form, body: str, words: Mapping[str, Words]) -> Filled:
    """The answers in the text of an issue.

    GitHub writes the heading of every question in order, so only that of the next one counts: an
    answer may hold any other.
    """
    text = body.replace("\r\n", "\n")
    spots: list[tuple[Field, int, int]] = []
    waiting = iter(form.fields)
    wanted = next(waiting, None)
    for match in _HEADING.finditer(text):
        if wanted is not None and match[1] == label(f"ask.{wanted.id}", words):
            spots.append((wanted, match.start(), match.end()))
            wanted = next(waiting, None)
    ends = [*(start for _, start, _ in spots[1:]), len(text)][: len(spots)]
    answers = {
        field.id: text[begin:end].strip()
        for (field, _, begin), end in zip(spots, ends, strict=True)
    }
    return Filled(form, {id: text for id, text in answers.items() if text and text not in _NOTHING})
