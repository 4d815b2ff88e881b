"""What the script of a form's page has to know: rules, words, and how answers become a file."""

from collections.abc import Iterator, Mapping
from typing import Any

from renaksi.forms.choices import find_choices
from renaksi.forms.issue import label
from renaksi.forms.rules import TOGETHER, build_signs, find_limits
from renaksi.forms.spec import Field, Form, Widget
from renaksi.layout import LAYOUT, Place
from renaksi.publish.channels import ANSWERS, WEBSITE, Channels
from renaksi.publish.desk import Desk
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind
from renaksi.write import QUESTIONS, Question
from renaksi.write import Form as Written
from renaksi.write.emit import WIDTH
from renaksi.write.order import rank

# GitHub answers longer addresses with an error; letters that are written by links are shorter.
LONGEST_URL, LONGEST_MAIL = 8_000, 2_000
# Of longer lists the text says ids, which are read as well: the names would weigh too much.
_MANY = 100
_WORDS = (
    *("required", "choice", "consent", "date", "day", "address", "number", "large", "long"),
    *("lines", "hidden", "empty", "form", "named", "order", "sum", "dated", "proved"),
)


def build_settings(
    desk: Desk, form: Form, words: Mapping[str, Words], channels: Channels
) -> dict[str, Any]:
    """All of it as plain data for JSON."""
    return {
        "form": form.id,
        "name": f"{desk.t('path.propose')}-{desk.t(f'path.form.{form.id}')}",
        "title": desk.t(f"form.{form.id}"),
        "fields": {each.id: _field(desk, form, each, words) for each in form.fields},
        "rules": [] if form.kind is None else TOGETHER.get(form.kind, ()),
        "sources": _sources(desk, form, words),
        "file": None if form.kind is None else _file(desk, form, form.kind),
        "links": _links(channels),
        "words": {
            **{name: desk.t(f"wrong.{name}") for name in _WORDS},
            **{name: desk.t(f"form.{name}") for name in ("count", "too_many", "optional")},
            **{name: desk.t(f"form.{name}") for name in ("restored", "restored_other", "erased")},
            **{name: desk.t(f"exit.{name}") for name in ("subject", "mail_long")},
        },
        **build_signs(),
    }


def _field(desk: Desk, form: Form, field: Field, words: Mapping[str, Words]) -> dict[str, Any]:
    """The question as GitHub's form has it, whose text the importing command reads."""
    found: dict[str, Any] = {"label": label(f"ask.{field.id}", words), **find_limits(form, field)}
    if field.required:
        found["required"] = True
    if field.many:
        found["many"] = True
    if field.widget is Widget.CHOICE:
        choices = find_choices(field, desk.corpus, words)
        if len(choices) <= _MANY:
            found["options"] = {value: shown for shown, value in choices.items()}
    if field.widget is Widget.CONSENT:
        found["consent"] = f"- [x] {label('ask_consent', words)}"
    return found


def _sources(desk: Desk, form: Form, words: Mapping[str, Words]) -> dict[str, list[str | None]]:
    """What forms ask of each known source, in the order in which they ask it."""
    asked = {each.id: each for each in form.fields}
    if "source_language" not in asked:
        return {}
    languages = find_choices(asked["source_language"], desk.corpus, words)
    named = {value: shown for shown, value in languages.items()}
    return {
        each.id: [each.title, each.url, each.publisher, named[each.language], each.document_date]
        for each in desk.corpus.sources
        if each.url and each.language in named
    }


def _links(channels: Channels) -> dict[str, Any]:
    return {
        "issue": channels.issue_url(WEBSITE, ""),
        "answers": ANSWERS,
        "file": channels.new_file_url(),
        "mail": channels.email,
        "longest": LONGEST_URL,
        "longest_mail": LONGEST_MAIL,
    }


def _file(desk: Desk, form: Form, kind: Kind) -> dict[str, Any]:
    """Where the entry is kept, and what it holds in which order."""
    place = next(each for each in LAYOUT if each.kind is kind)
    slots = sorted(_slots(form, kind, place), key=lambda slot: rank(place.model, slot["at"]))
    return {
        "path": place.pattern.replace("*", "{plan}", 1).replace("*", "{id}", 1),
        "plan": desk.corpus.plan.id,
        "taken": [each.id for each in desk.corpus.of(kind)],
        "prose": place.prose,
        "slots": slots,
        "width": WIDTH,
    }


def _slots(form: Form, kind: Kind, place: Place) -> Iterator[dict[str, Any]]:
    """Each value of the entry: where it stands, and which answer it is.

    `if` names an answer without which it is left out.
    """
    questions = {each.flag: each for each in QUESTIONS[kind]}
    yield {"at": ["id"], "of": "id"}
    if "plan" in questions:
        yield {"at": ["plan"], "of": "plan"}
    for flag, value in form.given:
        yield {"at": list(questions[flag].loc), "is": value}
    for field in form.fields:
        if field.flag is not None and questions[field.flag].form is not Written.PROSE:
            yield _slot(field, questions[field.flag])
            if questions[field.flag].is_fact:
                at = questions[field.flag].loc
                fact = list(at[: at.index("value")])
                yield {"at": [*fact, "source"], "of": "source", "if": field.id}
    if "source" in place.model.model_fields:
        yield {"at": ["source"], "of": "source"}


def _slot(field: Field, question: Question) -> dict[str, Any]:
    slot: dict[str, Any] = {"at": list(question.loc), "of": field.id}
    if question.form in (Written.NUMBER, Written.TIME):
        slot["plain"] = True
    if question.form is Written.NUMBER:
        slot["number"] = True
    if question.flag == "evidence":
        slot["each"] = "url"
    return slot
