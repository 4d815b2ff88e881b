"""Atom feeds (RFC 4287) of what changed: of the plan, of an entry, of a voice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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

    `path` is where it is published; `own` its permanent one, which ids are made of, also where it
    is published at a former path as well.
    """

    path: str
    own: str
    title: str
    page: str
    events: Sequence[Event]


def build_changes(publication: Publication) -> Files:
    """All changes of the plan."""
    for desk in publication.desks.values():
        path = feed_url(desk.language, "changes")
        events = publication.history.events[::-1]
        feed = Feed(path, path, desk.t("feed.changes"), desk.section("changes"), events)
        yield _write(publication, desk, feed)


def build_commitments(publication: Publication) -> Files:
    """The changes of each commitment, and what is said of it in the ledger."""
    find = partial(publication.history.of, Kind.COMMITMENT)
    entries = [(each, find(each.id)) for each in publication.corpus.commitments]
    yield from _of_entries(publication, Kind.COMMITMENT, "commitments", entries)


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
    yield from _of_entries(publication, Kind.ORGANIZATION, "organizations", entries)


def build_voices(publication: Publication) -> Files:
    """What each voice says in the ledger."""
    voices = {each.id: each.voice for each in publication.corpus.updates}
    for desk in publication.desks.values():
        for voice in Voice:
            path = feed_url(desk.language, "voices", voice.value)
            events = _told_by(publication.history.events, voice, voices)
            title = desk.t("feed.voice", voice=desk.t(f"voice.{voice.value}"))
            feed = Feed(path, path, title, desk.section("changes"), events)
            yield _write(publication, desk, feed)


def _told_by(events: Sequence[Event], voice: Voice, voices: dict[str, Voice]) -> Sequence[Event]:
    """The events of one voice's entries in the ledger that are still there, newest first."""
    found = []
    for event in reversed(events):
        steps = tuple(
            step
            for step in event.steps
            if step.kind == Kind.UPDATE.value and voices.get(step.id) is voice
        )
        if steps:
            found.append(replace(event, steps=steps))
    return found


def _of_entries(
    publication: Publication,
    kind: Kind,
    folder: str,
    entries: Iterable[tuple[model.TitledEntry, Sequence[Event]]],
) -> Files:
    for entry, events in entries:
        for desk in publication.desks.values():
            own = feed_url(desk.language, folder, entry.id)
            title = desk.t("feed.entry", title=desk.short(entry).text)
            feed = Feed(own, own, title, f"{desk.url(kind, entry)}", events)
            yield _write(publication, desk, feed)
            for former in publication.former_ids(kind, entry.id):
                path = feed_url(desk.language, folder, former)
                yield _write(publication, desk, replace(feed, path=path))


def _write(publication: Publication, desk: Desk, feed: Feed) -> tuple[str, bytes]:
    """Path and content of a feed."""
    own = publication.absolute(feed.own)
    events = feed.events[:_ENTRIES]
    began = publication.site.edition.time or f"{publication.as_of}T00:00:00+00:00"
    root = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": desk.language})
    _text(root, "id", own)
    _text(root, "title", f"{publication.name}: {feed.title}")
    _text(root, "subtitle", desk.t("feed.about"))
    _text(root, "updated", events[0].time if events else began)
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _text(author, "name", publication.name)
    _text(author, "uri", publication.absolute(desk.section("home")))
    _text(root, "rights", f"{LICENCE['name']}, {LICENCE['url']}")
    _link(root, "self", publication.absolute(feed.path), "application/atom+xml")
    page = publication.absolute(feed.page)
    _link(root, "alternate", page, "text/html")
    for event in events:
        root.append(_entry(desk, event, own, page))
    ET.register_namespace("", _ATOM)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return feed.path, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(desk: Desk, event: Event, feed: str, page: str) -> ET.Element:
    found = ET.Element(f"{{{_ATOM}}}entry")
    _text(found, "id", f"{feed}#{event.commit}")
    _text(found, "title", _title(desk, event))
    _text(found, "updated", event.time)
    _link(found, "alternate", page, "text/html")
    content = ET.SubElement(found, f"{{{_ATOM}}}content", {"type": "html"})
    content.text = _fit(_html(desk, event))
    return found


def _title(desk: Desk, event: Event) -> str:
    """The first change, and how many more there are."""
    told = _sentence(desk, event.steps[0])
    more = len(event.steps) - 1
    return f"{told} {desk.words.count('feed.more', more)}" if more else told


def _html(desk: Desk, event: Event) -> str:
    """The reason in quotation marks, then each change."""
    items = [_item(desk, step) for step in event.steps[:_STEPS]]
    left = len(event.steps) - _STEPS
    if left > 0:
        items.append(Markup("<li>{}</li>").format(desk.words.count("feed.more", left)))
    reason = Markup("<p>{}</p>").format(desk.t("format.quote", text=event.reason))
    return str(reason + Markup("<ul>") + Markup("").join(items) + Markup("</ul>"))


def _item(desk: Desk, step: Step) -> Markup:
    """A change, with the words before and after of each spot that differs."""
    spots = (
        Markup("<br><del>{}</del> <ins>{}</ins>").format(before, after)
        for before, after in step.spots
    )
    return Markup("<li>{}{}</li>").format(_sentence(desk, step), Markup("").join(spots))


def _sentence(desk: Desk, step: Step) -> str:
    return f"{step.entry[desk.language]}: {step.sentence[desk.language]}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = _fit(text)


def _link(parent: ET.Element, relation: str, url: str, media_type: str) -> None:
    named = {"rel": relation, "type": media_type, "href": url}
    ET.SubElement(parent, f"{{{_ATOM}}}link", named)


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
