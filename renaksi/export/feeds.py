"""Atom feeds (RFC 4287) of what changed: of the plan, of an entry, of a voice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from markupsafe import Markup

from renaksi import model
from renaksi.events import Event, Step
from renaksi.export.api.document import LICENCE
from renaksi.export.output import Files
from renaksi.export.publication import Publication
from renaksi.publish.desk import Desk
from renaksi.publish.paths import feed_url
from renaksi.vocabulary import Kind, Voice

_ATOM = "http://www.w3.org/2005/Atom"
# A feed is not an archive; the page "changes" and the API have everything.
_ENTRIES, _STEPS = 50, 30
# What XML cannot hold, though a message of a commit can.
_UNFIT = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Feed:
    """A feed in one language: what it is about, the page of that, and its events, newest first.

    Ids are made of `path`, also where it is a former one, so that who subscribed there is told
    nothing twice. `place` is where the page tells of the events; None where the page of all changes
    does, by month.
    """

    path: str
    title: str
    page: str
    place: str | None
    events: Sequence[Event]


def build_changes(publication: Publication) -> Files:
    """All changes of the plan."""
    for desk in publication.desks.values():
        path = feed_url(desk.language, "changes")
        events = publication.history.events[::-1]
        feed = Feed(path, desk.t("feed.changes"), desk.section("changes"), None, events)
        yield _write(publication, desk, feed)


def build_commitments(publication: Publication) -> Files:
    """The changes of each commitment, and what is said of it in the ledger."""
    find = partial(publication.history.of, Kind.COMMITMENT)
    entries = [(each, find(each.id)) for each in publication.corpus.commitments]
    yield from _of_entries(publication, Kind.COMMITMENT, "commitments", "#_changes", entries)


def build_organizations(publication: Publication) -> Files:
    """The changes of each organization, of its commitments, and of the meetings that it held."""
    desk = next(iter(publication.desks.values()))
    held: dict[str, list[str]] = {}
    for meeting in publication.corpus.meetings:
        for id in (meeting.organizers.value or ()) if meeting.organizers else ():
            held.setdefault(id, []).append(meeting.id)
    entries = []
    for each in publication.corpus.organizations:
        commitments = (item.id for _, item in desk.facets.roles.get(each.id, ()))
        names = [
            (Kind.ORGANIZATION.value, each.id),
            *((Kind.COMMITMENT.value, id) for id in commitments),
            *((Kind.MEETING.value, id) for id in held.get(each.id, ())),
        ]
        entries.append((each, publication.history.about(names)))
    yield from _of_entries(publication, Kind.ORGANIZATION, "organizations", None, entries)


def build_voices(publication: Publication) -> Files:
    """What each voice says in the ledger, as far as it still stands there."""
    for voice in Voice:
        told = (each.id for each in publication.corpus.updates if each.voice is voice)
        events = publication.history.about((Kind.UPDATE.value, id) for id in told)
        for desk in publication.desks.values():
            path = feed_url(desk.language, "voices", voice.value)
            title = desk.t("feed.voice", voice=desk.t(f"voice.{voice.value}"))
            feed = Feed(path, title, desk.section("changes"), None, events)
            yield _write(publication, desk, feed)


def _of_entries(
    publication: Publication,
    kind: Kind,
    folder: str,
    place: str | None,
    entries: Iterable[tuple[model.TitledEntry, Sequence[Event]]],
) -> Files:
    for entry, events in entries:
        for desk in publication.desks.values():
            title = desk.t("feed.entry", title=desk.short(entry).text)
            for id in (entry.id, *publication.former_ids(kind, entry.id)):
                path = feed_url(desk.language, folder, id)
                feed = Feed(path, title, desk.url(kind, entry), place, events)
                yield _write(publication, desk, feed)


def _write(publication: Publication, desk: Desk, feed: Feed) -> tuple[str, bytes]:
    """Path and content of a feed."""
    name = f"{publication.first_address}{feed.path}"
    events = feed.events[:_ENTRIES]
    began = publication.site.edition.time or f"{publication.as_of}T00:00:00+00:00"
    root = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": desk.language})
    _text(root, "id", name)
    _text(root, "title", f"{publication.name}: {feed.title}")
    _text(root, "subtitle", desk.t("feed.about"))
    # Not that of the first: a commit may come after one that was made later.
    _text(root, "updated", max((each.time for each in events), default=began))
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _text(author, "name", publication.name)
    _text(author, "uri", publication.absolute(desk.section("home")))
    _text(root, "rights", f"{LICENCE['name']}, {LICENCE['url']}")
    _link(root, "self", publication.absolute(feed.path), "application/atom+xml")
    page = publication.absolute(feed.page)
    _link(root, "alternate", page, "text/html")
    changes = publication.absolute(desk.section("changes"))
    for event in events:
        by_month = f"{changes}#_{event.time[:7]}"
        told = by_month if feed.place is None else f"{page}{feed.place}"
        root.append(_entry(publication, desk, event, name, told))
    ET.register_namespace("", _ATOM)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return feed.path, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(publication: Publication, desk: Desk, event: Event, feed: str, page: str) -> ET.Element:
    found = ET.Element(f"{{{_ATOM}}}entry")
    _text(found, "id", f"{feed}#{event.commit}")
    _text(found, "title", _title(desk, event))
    _text(found, "updated", event.time)
    _link(found, "alternate", page, "text/html")
    content = ET.SubElement(found, f"{{{_ATOM}}}content", {"type": "html"})
    content.text = _fit(_html(desk, event) + _sources(publication, desk, event))
    return found


def _title(desk: Desk, event: Event) -> str:
    """The first change, and how many more there are."""
    told = _sentence(desk, event.steps[0])
    more = len(event.steps) - 1
    return f"{told} {desk.words.count('feed.more', more)}" if more else told


def _html(desk: Desk, event: Event) -> Markup:
    """The reason in quotation marks, then each change."""
    items = [_item(desk, step) for step in event.steps[:_STEPS]]
    left = len(event.steps) - _STEPS
    if left > 0:
        items.append(Markup("<li>{}</li>").format(desk.words.count("feed.more", left)))
    reason = Markup("<p>{}</p>").format(desk.t("format.quote", text=event.reason))
    return reason + Markup("<ul>") + Markup("").join(items) + Markup("</ul>")


def _sources(publication: Publication, desk: Desk, event: Event) -> Markup:
    """The commit and the proposal that it came from, as the page "changes" links to them."""
    named = (
        (publication.commit_url(event), desk.t("changes.commit")),
        (publication.pull_url(event), desk.t("changes.pull_request", n=event.pull_request)),
    )
    links = [Markup('<a href="{}">{}</a>').format(url, text) for url, text in named if url]
    return Markup("<p>{}</p>").format(Markup(" · ").join(links)) if links else Markup("")


def _item(desk: Desk, step: Step) -> Markup:
    """A change, with the words before and after of each spot that differs."""
    spots = (
        Markup("<br><del>{}</del> <ins>{}</ins>").format(before, after)
        for before, after in step.spots
    )
    more = f" {desk.words.count('change.more', step.more)}" if step.more else ""
    told = _sentence(desk, step), Markup("").join(spots), more
    return Markup("<li>{}{}{}</li>").format(*told)


def _sentence(desk: Desk, step: Step) -> str:
    return f"{step.entry[desk.language]}: {step.sentence[desk.language]}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = _fit(text)


def _link(parent: ET.Element, relation: str, url: str, media_type: str) -> None:
    named = {"rel": relation, "type": media_type, "href": url}
    ET.SubElement(parent, f"{{{_ATOM}}}link", named)


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
