"""The ways to propose something: the forms of this site, and what else leads to a proposal."""

from typing import Any

from renaksi.publish.desk import Desk
from renaksi.publish.paths import FORMS, form_url
from renaksi.publish.values import Card, Value


def view(desk: Desk) -> dict[str, Any]:
    """One card for each form."""
    return {"forms": tuple(_card(desk, form) for form in FORMS)}


def _card(desk: Desk, form: str) -> Card:
    return Card(
        title=desk.t(f"form.{form}"),
        url=form_url(desk.words, form),
        text=Value(desk.t(f"form_help.{form}")),
    )
