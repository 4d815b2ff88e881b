"""The pages of the site on which the forms stand, one for each form in each language."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from renaksi.forms.choices import find_choices
from renaksi.forms.rules import find_limits
from renaksi.forms.script import build_settings
from renaksi.forms.spec import FORMS, Field, Form, Widget
from renaksi.layout import LANGUAGES, PRIMARY_LANGUAGE
from renaksi.publish.channels import Channels
from renaksi.publish.desk import Desk
from renaksi.publish.page import SitePage
from renaksi.publish.paths import FORMS as ORDER
from renaksi.publish.paths import form_url
from renaksi.publish.values import Value
from renaksi.publish.words import Words

_SECTION = "propose"
_ROWS, _FEW_ROWS = 6, 3
# What an answer to the question about the source says where none of the known ones is meant.
OTHER = "*"


@dataclass(frozen=True)
class Asked:
    """A question as a page shows it. `options` are values and what they are called."""

    id: str
    label: str
    help: str
    why: str
    widget: str
    required: bool
    options: tuple[tuple[str, str], ...] = ()
    example: str | None = None
    is_short: bool = False
    rows: int = _ROWS
    most: int | None = None


def form_pages(
    words: Mapping[str, Words], channels: Channels
) -> Callable[[Desk], Iterator[SitePage]]:
    """Gives the pages of all forms in the language of a desk."""

    def find(desk: Desk) -> Iterator[SitePage]:
        forms = {form.id: form for form in FORMS}
        return (_page(desk, forms[id], words, channels) for id in ORDER)

    return find


def _page(desk: Desk, form: Form, words: Mapping[str, Words], channels: Channels) -> SitePage:
    suffix = "" if desk.language == PRIMARY_LANGUAGE else f".{desk.language}"
    title = desk.t(f"form.{form.id}")
    return SitePage(
        name=f"{_SECTION}/{form.id}",
        kind="form",
        section=_SECTION,
        language=desk.language,
        url=form_url(desk.words, form.id),
        src_uri=f"{_SECTION}/form/{form.id}{suffix}.md",
        edits=(),
        title=Value(title),
        short=title,
        description=desk.t(f"form_help.{form.id}"),
        body="",
        body_language=desk.language,
        translation="current",
        view=lambda: view(desk, form, words, channels),
    )


def view(desk: Desk, form: Form, words: Mapping[str, Words], channels: Channels) -> dict[str, Any]:
    """The questions in their groups, and what the script has to know."""
    source = [each for each in form.fields if each.id.startswith("source_")]
    consent = [each for each in form.fields if each.widget is Widget.CONSENT]
    rest = [each for each in form.fields if each not in (*source, *consent)]
    asked = {each.id: _asked(desk, form, each) for each in form.fields}
    settings = build_settings(desk, form, words, channels)
    return {
        "form": form.id,
        "questions": tuple(asked[each.id] for each in rest),
        "source": _known_sources(desk) if source else None,
        "source_questions": tuple(asked[each.id] for each in source),
        "consent": tuple(asked[each.id] for each in consent),
        "issue": channels.issue_url(form.id, desk.t(f"form.{form.id}")),
        "mail": channels.email,
        "makes_file": form.kind is not None and channels.new_file_url() is not None,
        "settings": json.dumps(settings, ensure_ascii=False, separators=(",", ":")),
    }


def _asked(desk: Desk, form: Form, field: Field) -> Asked:
    limits = find_limits(form, field)
    counted = field.widget is Widget.TEXT and not field.many
    why = "english" if field.id.endswith("_en") else field.id
    help = desk.words.table.get(f"ask_help.{field.id}", "")
    if limits.get("is") == "date" and field.example:
        help = f"{help or desk.t('form.date')} {desk.t('form.example')}"
    return Asked(
        id=field.id,
        label=desk.t("ask_consent" if field.widget is Widget.CONSENT else f"ask.{field.id}"),
        help=help,
        why=desk.t(f"ask_why.{why}"),
        widget=field.widget.name.lower(),
        required=field.required,
        options=_options(desk, field) if field.widget is Widget.CHOICE else (),
        example=field.example if limits.get("is") == "date" else None,
        is_short=limits.get("is") in ("date", "number"),
        rows=_FEW_ROWS if field.many or why == "english" else _ROWS,
        most=limits.get("most") if counted else None,
    )


def _options(desk: Desk, field: Field) -> tuple[tuple[str, str], ...]:
    own = find_choices(field, desk.corpus, {desk.language: desk.words})
    return tuple((value, shown) for shown, value in own.items())


def _known_sources(desk: Desk) -> Asked:
    """The question which source is meant; those without an address cannot be found by one."""
    sources = [each for each in desk.corpus.sources if each.url and each.language in LANGUAGES]
    found = sorted((desk.text(each.short_title).text, each.id) for each in sources)
    return Asked(
        id="source",
        label=desk.t("form.source"),
        help=desk.t("form.source_help"),
        why=desk.t("ask_why.source"),
        widget="choice",
        required=True,
        options=((OTHER, desk.t("form.other_source")), *((id, text) for text, id in found)),
    )
