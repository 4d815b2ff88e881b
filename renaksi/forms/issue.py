"""The forms as GitHub shows them: `.github/ISSUE_TEMPLATE/*.yml`, made from spec and corpus."""

from collections.abc import Mapping
from typing import Any

import yaml

from renaksi.corpus import Corpus
from renaksi.forms.choices import find_choices
from renaksi.forms.spec import FORMS, Field, Form, Widget
from renaksi.publish.channels import ANSWERS, WEBSITE
from renaksi.publish.words import Words

COMMENT = "# Dibuat oleh / made by: make forms\n"
LABEL = "formulir"
# What a steward puts on a form that is to become a proposal.
APPROVED = f"{LABEL}:disetujui"
_WIDTH = 10_000  # GitHub shows line ends within a description


def build_forms(corpus: Corpus, words: Mapping[str, Words]) -> dict[str, str]:
    """File name and content of every form, and of the page on which one is chosen."""
    files = {f"{form.id}.yml": _form(form, corpus, words) for form in FORMS}
    files[f"{WEBSITE}.yml"] = _website(words)
    return {name: f"{COMMENT}{_dump(content)}" for name, content in files.items()}


def _dump(content: Any) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _form(form: Form, corpus: Corpus, words: Mapping[str, Words]) -> dict[str, Any]:
    return {
        "name": label(f"form.{form.id}", words),
        "description": _help(f"form_help.{form.id}", words),
        "title": f"{words['id'].t(f'form.{form.id}')}: ",
        "labels": [LABEL, f"{LABEL}:{form.id}"],
        "body": [
            {"type": "markdown", "attributes": {"value": _help("form_help.all", words)}},
            *(_field(field, corpus, words) for field in form.fields),
        ],
    }


def _website(words: Mapping[str, Words]) -> dict[str, Any]:
    """Takes the answers of any form of the site as one text.

    A link can fill in a field that takes text, but none where one chooses.
    """
    answers = {
        "label": label("ask.answers", words),
        "description": _help("ask_help.answers", words),
    }
    return {
        "name": label("form.website", words),
        "description": _help("form_help.website", words),
        "labels": [LABEL],
        "body": [
            {
                "type": Widget.TEXT.value,
                "id": ANSWERS,
                "attributes": answers,
                "validations": {"required": True},
            }
        ],
    }


def label(key: str, words: Mapping[str, Words]) -> str:
    """A name in Indonesian and English: what GitHub writes above the answer."""
    return " / ".join(dict.fromkeys(each.t(key) for each in words.values()))


def _help(key: str, words: Mapping[str, Words]) -> str:
    return " / ".join(each.t(key) for each in words.values())


def _field(field: Field, corpus: Corpus, words: Mapping[str, Words]) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": label(f"ask.{field.id}", words)}
    if f"ask_help.{field.id}" in words["id"].table:
        attributes["description"] = _help(f"ask_help.{field.id}", words)
    if field.example:
        attributes["placeholder"] = field.example
    if field.widget is Widget.CHOICE:
        attributes["options"] = list(find_choices(field, corpus, words))
    required = {"required": field.required}
    if field.widget is Widget.CONSENT:
        attributes["options"] = [{"label": label("ask_consent", words), **required}]
        return {"type": field.widget.value, "id": field.id, "attributes": attributes}
    found = {"type": field.widget.value, "id": field.id, "attributes": attributes}
    return {**found, "validations": required}
