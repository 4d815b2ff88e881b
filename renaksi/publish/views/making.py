"""What an organization and its people did when the plan was made, with each role named."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.values import Card, Row, Value
from renaksi.publish.views import cocreation
from renaksi.vocabulary import Kind

PLAN_ROLES = ("coordinating_organization", "organizers")
MEETING_ROLES = ("organizers", "attended_by")
PERSON_ROLE = "civil_society_coordinator"


def cards(desk: Desk, organization: model.Organization) -> tuple[Card, ...]:
    """The plan and the meetings that it had a part in; an office of it counts as it does."""
    plan = desk.corpus.plan
    found = []
    rows = plan_roles(desk, organization)
    if rows:
        title, url = desk.short(plan).text, desk.url(Kind.PLAN, plan)
        found.append(Card(title, url, desk.t("kind.plan"), rows=rows))
    for meeting in desk.corpus.meetings:
        rows = tuple(_meeting_roles(desk, organization, meeting))
        if rows:
            found.append(replace(cocreation.meeting_card(desk, meeting), rows=rows))
    return tuple(found)


def meetings(desk: Desk, organization: model.Organization) -> tuple[model.Meeting, ...]:
    """The meetings that it, an office of it or one of its people had a part in."""
    every = desk.corpus.meetings
    return tuple(item for item in every if any(_meeting_roles(desk, organization, item)))


def plan_roles(desk: Desk, organization: model.Organization) -> tuple[Row, ...]:
    """What it, an office of it or one of its people does for the plan as a whole."""
    plan = desk.corpus.plan
    found = [
        row for role in PLAN_ROLES for row in _role(desk, organization, role, getattr(plan, role))
    ]
    fact = plan.civil_society_coordinator
    if fact and fact.value and _is_of(desk, organization, fact.value):
        name = desk.link(Kind.PERSON)(fact.value)
        found.append(_row(desk, f"role.{PERSON_ROLE}", name, fact))
    return tuple(found)


def _meeting_roles(
    desk: Desk, organization: model.Organization, meeting: model.Meeting
) -> Iterator[Row]:
    for role in MEETING_ROLES:
        yield from _role(desk, organization, role, getattr(meeting, role))
    for speaker in meeting.speakers:
        if _is_of(desk, organization, speaker.person):
            name = cocreation.speaker_name(desk, speaker)
            yield _row(desk, f"function.{speaker.function.value}", name, speaker)


def _role(
    desk: Desk, organization: model.Organization, role: str, fact: model.Fact[Any] | None
) -> Iterator[Row]:
    """The row of a role that the organization or an office of it has, by name."""
    value = fact.value if fact else None
    holders = value if isinstance(value, tuple) else (value,)
    for member in (organization, *_offices(desk, organization)):
        if fact and member.id in holders:
            name = desk.link(Kind.ORGANIZATION)(member.id)
            own = replace(name, url=None) if member is organization else name
            # A remark on several holders speaks of all of them and reads oddly beside one.
            told = fact if len(holders) == 1 else fact.model_copy(update={"note": None})
            yield _row(desk, f"role.{role}", own, told)


def _row(desk: Desk, label: str, name: Value, told: model.Fact[Any] | model.Speaker) -> Row:
    note = desk.text(told.note) if told.note else None
    return Row("role", desk.t(label), (name,), sources=desk.marks(told.source), note=note)


def _offices(desk: Desk, organization: model.Organization) -> list[model.Organization]:
    return [item for item in desk.corpus.organizations if item.parent == organization.id]


def _is_of(desk: Desk, organization: model.Organization, person_id: str) -> bool:
    """Whether the sources place a person in the organization or in an office of it."""
    person = desk.corpus.get(Kind.PERSON, person_id)
    assert isinstance(person, model.Person), person_id
    ids = {organization.id, *(item.id for item in _offices(desk, organization))}
    return person.organization in ids
