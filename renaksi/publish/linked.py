"""What pages say to search engines in the words of schema.org (JSON-LD).

Only what the corpus says: a meeting without a date is an event without a date.
"""

from collections.abc import Callable
from typing import Any

from renaksi import model
from renaksi.layout import LANGUAGES
from renaksi.publish.desk import Desk
from renaksi.publish.page import SitePage
from renaksi.publish.site import Site
from renaksi.vocabulary import Kind, OrganizationKind

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_CONTEXT = "https://schema.org"
_TYPES = {
    OrganizationKind.GOVERNMENT: "GovernmentOrganization",
    OrganizationKind.INDEPENDENT_AGENCY: "GovernmentOrganization",
    OrganizationKind.PARLIAMENT: "GovernmentOrganization",
    OrganizationKind.CIVIL_SOCIETY: "NGO",
    OrganizationKind.UNKNOWN: "Organization",
}
Absolute = Callable[[str], str]
Node = dict[str, Any]


def build_linked(site: Site, page: SitePage, absolute: Absolute, site_name: str) -> Node | None:
    """The data of a page, or None where it has none."""
    desk = site.desk(page.language)
    kind, _, id = page.name.rpartition(":")
    entry = desk.corpus.get(Kind(kind), id) if kind in list(Kind) else None
    nodes: list[Node] = []
    if entry is not None:
        nodes.append(_crumbs(desk, page, absolute))
        if isinstance(entry, model.Meeting):
            nodes.append(event(desk, entry, absolute))
        elif isinstance(entry, model.Organization):
            nodes.append(organization(desk, entry, absolute))
    elif page.name == "data":
        nodes.append(_dataset(desk, page, absolute, site_name))
    if not nodes:
        return None
    return {"@context": _CONTEXT, "@graph": nodes}


def _crumbs(desk: Desk, page: SitePage, absolute: Absolute) -> Node:
    steps = (
        (desk.t("nav.home"), desk.section("home")),
        (desk.t(f"nav.{page.section}"), desk.section(page.section)),
        (page.short, page.url),
    )
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(url)}
            for place, (name, url) in enumerate(steps, start=1)
        ],
    }


def event(desk: Desk, meeting: model.Meeting, absolute: Absolute) -> Node:
    """A meeting; dates are as exact as they are known (ISO 8601)."""
    dates = {"startDate": meeting.start_date, "endDate": meeting.end_date}
    url = absolute(desk.url(Kind.MEETING, meeting))
    found: Node = {"@type": "Event", "@id": f"{url}#_event", "url": url}
    found["name"] = desk.title(meeting).text
    found |= {name: fact.value for name, fact in dates.items() if fact and fact.value}
    if meeting.venue and meeting.venue.value:
        found["location"] = {"@type": "Place", "name": desk.text(meeting.venue.value).text}
    organizers = meeting.organizers.value if meeting.organizers else None
    if organizers:
        found["organizer"] = [_named(desk, id, absolute) for id in organizers]
    performers = dict.fromkeys(each.person for each in meeting.speakers)
    people = [desk.corpus.get(Kind.PERSON, id) for id in performers]
    if people:
        found["performer"] = [
            {"@type": "Person", "name": each.name}
            for each in people
            if isinstance(each, model.Person)
        ]
    return found


def organization(desk: Desk, entry: model.Organization, absolute: Absolute) -> Node:
    """An organization with its other names, its website and what it is a part of."""
    found = _named(desk, entry.id, absolute)
    others = [entry.abbreviation, *entry.also_written]
    names = list(dict.fromkeys(name for name in others if name))
    if names:
        found["alternateName"] = names
    if entry.website and entry.website.value:
        found["sameAs"] = entry.website.value
    if entry.parent:
        found["parentOrganization"] = _named(desk, entry.parent, absolute)
    return found


def _named(desk: Desk, id: str, absolute: Absolute) -> Node:
    entry = desk.corpus.get(Kind.ORGANIZATION, id)
    assert isinstance(entry, model.Organization), id
    url = absolute(desk.url(Kind.ORGANIZATION, entry))
    name = desk.title(entry).text
    return {"@type": _TYPES[entry.kind], "@id": f"{url}#_organization", "name": name, "url": url}


def _dataset(desk: Desk, page: SitePage, absolute: Absolute, site_name: str) -> Node:
    plan = desk.corpus.plan
    distributions = [
        {
            "@type": "DataDownload",
            "name": desk.t(f"output.{each.name}"),
            "encodingFormat": each.media_type,
            "contentUrl": absolute(each.path),
        }
        for each in desk.downloads
        if each.single
    ]
    return {
        "@type": "Dataset",
        "@id": absolute(f"{desk.section('data')}#_dataset"),
        "name": desk.title(plan).text,
        "description": page.description,
        "url": absolute(page.url),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": list(LANGUAGES),
        "creator": {"@type": "Organization", "name": site_name, "url": absolute("")},
        "dateModified": desk.as_of,
        "distribution": distributions,
    }
