"""Organizations, partners and people: who takes part in what."""

from collections.abc import Iterator
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk, Owner
from renaksi.publish.values import Card, Group, Row, Value
from renaksi.publish.views import commitments, making
from renaksi.vocabulary import Kind, OrganizationKind

_ROLES = ("lead_organizations", "supporting_organizations", "civil_society_organizations")


def _roles(desk: Desk, id: str) -> Iterator[tuple[str, model.Commitment]]:
    for role in _ROLES:
        for commitment in desk.corpus.commitments:
            fact = getattr(commitment, role)
            if fact and id in (fact.value or ()):
                yield role, commitment


def card(desk: Desk, organization: model.Organization) -> Card:
    """An organization in a list, with what it takes part in."""
    counts: dict[str, int] = {}
    for role, _ in _roles(desk, organization.id):
        counts[role] = counts.get(role, 0) + 1
    details = [Value(desk.words.count(f"count.{role}", n)) for role, n in counts.items()]
    attended = len(making.meetings(desk, organization))
    if attended:
        details.append(Value(desk.words.count("count.meetings", attended)))
    return Card(
        title=desk.title(organization).text,
        url=desk.url(Kind.ORGANIZATION, organization),
        eyebrow=organization.abbreviation or "",
        details=tuple(details),
    )


def list_view(desk: Desk) -> dict[str, Any]:
    """All organizations by kind."""
    found = []
    for kind in OrganizationKind:
        members = [item for item in desk.corpus.organizations if item.kind is kind]
        members.sort(key=lambda item: desk.title(item).text.casefold())
        if members:
            cards = tuple(card(desk, item) for item in members)
            count = desk.words.count("count.organizations", len(cards))
            title = desk.t(f"organization_kind.{kind.value}")
            found.append(Group(kind.value, title, cards, count=count))
    return {"groups": tuple(found)}


def view(desk: Desk, organization: model.Organization) -> dict[str, Any]:
    """One organization: its names, its commitments by role, its part in making the plan."""
    owner = Owner(Kind.ORGANIZATION, organization)
    abbreviation, also = organization.abbreviation, organization.also_written
    rows = [
        desk.plain_row("abbreviation", [Value(abbreviation)] if abbreviation else []),
        desk.plain_row("also_written", [Value(text) for text in also], organization.source),
        desk.row(owner, "website", desk.web),
        desk.plain_row("source", desk.marks(organization.source)),
    ]
    if not also:
        rows.pop(1)
    if organization.parent:
        rows.insert(
            0, desk.plain_row("parent", [desk.link(Kind.ORGANIZATION)(organization.parent)])
        )
    children = [item for item in desk.corpus.organizations if item.parent == organization.id]
    if children:
        links = [desk.link(Kind.ORGANIZATION)(item.id) for item in children]
        rows.insert(0, desk.plain_row("children", links))
    return {
        "eyebrow": desk.t(f"organization_kind.{organization.kind.value}"),
        "wordings": desk.wordings(organization),
        "own_wording": desk.is_own_wording(organization),
        "note": desk.text(organization.note) if organization.note else None,
        "rows": tuple(rows),
        "roles": _role_groups(desk, organization.id),
        "making": making.cards(desk, organization),
        "people": tuple(
            Value(item.name, desk.url(Kind.PERSON, item))
            for item in desk.corpus.people
            if item.organization == organization.id
        ),
        "title_notes": desk.notes(Kind.ORGANIZATION, organization.id, "title"),
        "notes": desk.notes(Kind.ORGANIZATION, organization.id),
    }


def _role_groups(desk: Desk, id: str) -> tuple[Group, ...]:
    by_role: dict[str, list[Card]] = {}
    for role, commitment in _roles(desk, id):
        by_role.setdefault(role, []).append(commitments.card(desk, commitment))
    return tuple(
        Group(role, desk.t(f"role.{role}"), tuple(cards)) for role, cards in by_role.items()
    )


def partners_view(desk: Desk) -> dict[str, Any]:
    """Mitra OGI: civil society and agencies, and what each takes part in."""
    civil: list[Group] = []
    agencies: list[Group] = []
    for organization in desk.corpus.organizations:
        roles = list(_roles(desk, organization.id))
        rows = _partner_rows(desk, organization, roles)
        if not rows:
            continue
        group = Group(
            organization.id,
            desk.title(organization).text,
            text=desk.url(Kind.ORGANIZATION, organization),
            count=organization.abbreviation,
            rows=rows,
        )
        is_civil = organization.kind is OrganizationKind.CIVIL_SOCIETY
        (civil if is_civil else agencies).append(group)
    return {
        "partners": (
            ("civil-society", desk.t("partners.civil_society"), tuple(civil)),
            ("agencies", desk.t("partners.agencies"), tuple(agencies)),
        )
    }


def _partner_rows(
    desk: Desk, organization: model.Organization, roles: list[tuple[str, model.Commitment]]
) -> tuple[Row, ...]:
    rows = []
    for role in _ROLES:
        links = [
            Value(f"{item.number}. {desk.short(item).text}", desk.url(Kind.COMMITMENT, item))
            for found, item in roles
            if found == role
        ]
        if links:
            rows.append(Row(role, desk.t(f"role.{role}"), tuple(links)))
    links = [
        Value(desk.title(item).text, desk.url(Kind.MEETING, item))
        for item in making.meetings(desk, organization)
    ]
    if links:
        rows.append(Row("meetings", desk.t("role.meetings"), tuple(links)))
    return tuple(rows)


def people_view(desk: Desk) -> dict[str, Any]:
    """Everyone the sources name, with each source's wording of the role and the meetings."""
    groups = []
    for person in desk.corpus.people:
        spoke = [
            Value(desk.title(meeting).text, desk.url(Kind.MEETING, meeting))
            for meeting in desk.corpus.meetings
            if any(speaker.person == person.id for speaker in meeting.speakers)
        ]
        rows = list(desk.statements(person.roles))
        if spoke:
            rows.append(desk.plain_row("spoke_at", spoke))
        if person.note:
            rows.append(desk.plain_row("note", [desk.text(person.note)]))
        groups.append(Group(person.id, person.name, rows=tuple(rows)))
    return {"people": tuple(groups)}
