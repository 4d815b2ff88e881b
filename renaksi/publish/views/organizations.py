"""Organizations, partners and people: who takes part in what."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk, Owner
from renaksi.publish.facets import ROLES
from renaksi.publish.values import Card, Group, Row, Value
from renaksi.publish.views import commitments, making
from renaksi.vocabulary import Kind, OrganizationKind

# Of a partner's commitments the list of partners names the first; its own page has them all.
_MOST = 20
CIVIL = (OrganizationKind.CIVIL_SOCIETY,)
UNKNOWN = (OrganizationKind.UNKNOWN,)
AGENCIES = tuple(kind for kind in OrganizationKind if kind not in (*CIVIL, *UNKNOWN))


def _roles(desk: Desk, id: str) -> tuple[tuple[str, model.Commitment], ...]:
    return desk.facets.roles.get(id, ())


def card(desk: Desk, organization: model.Organization) -> Card:
    """An organization in a list, with what it takes part in, or else why it is named."""
    details = _role_counts(desk, organization)
    labels = _plan_labels(desk, organization)
    if labels:
        details.append(f"{', '.join(labels)}: {desk.short(desk.corpus.plan).text}")
    attended = len(making.meetings(desk, organization))
    if attended:
        details.append(desk.words.count("count.meetings", attended))
    idle = not details
    if idle:
        family = _family(desk, organization)
        details += [f"{row.label}: {item.text}" for row in family for item in row.values]
    return Card(
        title=desk.title(organization).text,
        url=desk.url(Kind.ORGANIZATION, organization),
        eyebrow=organization.abbreviation or "",
        text=desk.text(organization.note) if idle and organization.note else None,
        details=tuple(map(Value, details)),
    )


def _role_counts(desk: Desk, organization: model.Organization) -> list[str]:
    """In how many commitments it has each role."""
    counts = Counter(role for role, _ in _roles(desk, organization.id))
    found = [desk.words.count(f"count.{role}", n) for role, n in counts.items()]
    return [desk.words.begin(text) for text in found[:1]] + found[1:]


def _counts(desk: Desk, organization: model.Organization) -> tuple[str, ...]:
    """The numbers of its commitments by role, and of the meetings that it had a part in."""
    met = len(making.meetings(desk, organization))
    more = [desk.words.count("count.meetings_part", met)] if met else []
    roles = _role_counts(desk, organization)
    return (*roles, *(more if roles else map(desk.words.begin, more)))


def _plan_labels(desk: Desk, organization: model.Organization) -> tuple[str, ...]:
    """The names of its roles in the plan as a whole, each once."""
    return tuple(dict.fromkeys(row.label for row in making.plan_roles(desk, organization)))


def _family(desk: Desk, organization: model.Organization) -> tuple[Row, ...]:
    """The offices below an organization, and what it is an office of."""
    link = desk.link(Kind.ORGANIZATION)
    every = desk.corpus.organizations
    children = [link(item.id) for item in every if item.parent == organization.id]
    rows = [desk.plain_row("children", children)] if children else []
    if organization.parent:
        rows.append(desk.plain_row("parent", [link(organization.parent)]))
    return tuple(rows)


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
    every = desk.corpus.organizations
    return {
        "groups": tuple(found),
        "summary": desk.t(
            "organizations.summary",
            total=desk.words.number(len(every)),
            part=desk.words.number(sum(takes_part(desk, item) for item in every)),
        ),
        "partners_url": desk.section("partners"),
    }


def view(desk: Desk, organization: model.Organization) -> dict[str, Any]:
    """One organization: its names, its commitments by role, its part in making the plan."""
    owner = Owner(Kind.ORGANIZATION, organization)
    abbreviation, also = organization.abbreviation, organization.also_written
    rows = [
        *_family(desk, organization),
        desk.plain_row("abbreviation", [Value(abbreviation)] if abbreviation else []),
        *(
            [desk.plain_row("also_written", list(map(Value, also)), organization.source)]
            if also
            else []
        ),
        desk.row(owner, "website", desk.web),
        desk.plain_row("source", desk.marks(organization.source)),
    ]
    return {
        "eyebrow": desk.t(f"organization_kind.{organization.kind.value}"),
        "wordings": desk.wordings(organization),
        "own_wording": desk.is_own_wording(organization),
        "note": desk.text(organization.note) if organization.note else None,
        "rows": tuple(rows),
        "roles": _role_groups(desk, organization.id),
        "making": making.cards(desk, organization),
        "counts": _counts(desk, organization),
        "no_meeting": not making.meetings(desk, organization),
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
        Group(
            role,
            desk.t(f"role.{role}"),
            tuple(cards),
            count=desk.words.count("count.commitments", len(cards)),
        )
        for role, cards in by_role.items()
    )


def takes_part(desk: Desk, organization: model.Organization) -> bool:
    """Whether the sources give it a part in the plan, a commitment of it or a meeting on it."""
    return bool(
        _roles(desk, organization.id)
        or _plan_labels(desk, organization)
        or making.meetings(desk, organization)
    )


def partners_view(desk: Desk) -> dict[str, Any]:
    """Mitra OGI: civil society and agencies, and what each takes part in."""
    unknown = desk.t("organization_kind.unknown"), *_partners(desk, UNKNOWN)
    return {
        "partners": (
            ("civil-society", desk.t("partners.civil_society"), *_partners(desk, CIVIL)),
            ("agencies", desk.t("partners.agencies"), *_partners(desk, AGENCIES)),
            *((("unknown", *unknown),) if unknown[1] else ()),
        ),
        "organizations_url": desk.section("organizations"),
    }


def _partners(
    desk: Desk, kinds: Sequence[OrganizationKind]
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The partners of some kinds, and how many of all that are named these are, by kind."""
    groups: list[Group] = []
    counts = []
    for organization in (item for item in desk.corpus.organizations if item.kind in kinds):
        rows = _partner_rows(desk, organization)
        if rows:
            groups.append(
                Group(
                    organization.id,
                    desk.title(organization).text,
                    text=desk.url(Kind.ORGANIZATION, organization),
                    count=organization.abbreviation,
                    rows=rows,
                )
            )
    for kind in kinds:
        named = [item for item in desk.corpus.organizations if item.kind is kind]
        part = sum(takes_part(desk, item) for item in named)
        label = desk.t(f"organization_kind.{kind.value}")
        counts.append(desk.t("partners.count", kind=label, n=part, total=len(named)))
    return tuple(groups), tuple(counts)


def _partner_rows(desk: Desk, organization: model.Organization) -> tuple[Row, ...]:
    plan, roles = desk.corpus.plan, list(_roles(desk, organization.id))
    link = Value(desk.short(plan).text, desk.url(Kind.PLAN, plan))
    rows = [Row("plan", label, (link,)) for label in _plan_labels(desk, organization)]
    for role in ROLES:
        links = [
            Value(f"{item.number}. {desk.short(item).text}", desk.url(Kind.COMMITMENT, item))
            for found, item in roles
            if found == role
        ]
        if len(links) > _MOST:
            more = desk.t("facet.more", n=desk.words.number(len(links) - _MOST))
            links = [*links[:_MOST], Value(more, desk.url(Kind.ORGANIZATION, organization))]
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
