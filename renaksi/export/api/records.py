"""The records of the API: entries of the corpus with what is computed of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from renaksi import model
from renaksi.events import Event, Step
from renaksi.export.publication import Publication
from renaksi.publish.facets import VOICES, Facet
from renaksi.publish.figures.completion import find_rating
from renaksi.vocabulary import Kind

Record = dict[str, Any]
# What the list of commitments says of each; the rest stands in its own document.
_SUMMARY = (
    *("id", "plan", "number", "stream", "title", "short_title", "theme", "policy_areas"),
    *("lead_organizations", "start_date", "end_date"),
)


def dump(entry: model.Entry) -> Record:
    """Every field of an entry, in the order of the model; null where nothing is known."""
    return entry.model_dump(mode="json")


def commitment_record(publication: Publication, entry: model.Commitment) -> Record:
    """A commitment with its narrative, its updates, and what is computed of it."""
    updates = publication.corpus.updates_of(entry.id)
    return {
        **narrated(publication, Kind.COMMITMENT, entry),
        "updates": [each.id for each in updates],
        **computed(publication, entry),
    }


def summary(publication: Publication, entry: model.Commitment) -> Record:
    """A commitment as the list has it: values without their sources."""
    facts = {name: _value(getattr(entry, name)) for name in _SUMMARY}
    return {**facts, **computed(publication, entry)}


def computed(publication: Publication, entry: model.Commitment) -> Record:
    """What is worked out for a commitment; only `deadline` depends on the day."""
    corpus = publication.corpus
    ratings = {voice: find_rating(corpus, entry.id, voice) for voice in VOICES.values()}
    desk = next(iter(publication.desks.values()))
    return {
        "completion": {
            voice.value: rating.value if rating else None for voice, rating in ratings.items()
        },
        "verifiable_parts": entry.verifiable_parts,
        "deadline": desk.facets.values[entry.id][Facet.DEADLINE][0],
    }


def narrated(publication: Publication, kind: Kind, entry: model.Entry) -> Record:
    """An entry with its narrative by language, in Markdown."""
    texts = publication.corpus.prose.get((kind, entry.id), {})
    narrative = {code: prose.text for code, prose in texts.items() if prose.text.strip()}
    return {**dump(entry), "narrative": narrative}


def event_record(publication: Publication, event: Event) -> Record:
    """A commit that changed content, with the links to it."""
    return {
        "commit": event.commit,
        "time": event.time,
        "reason": event.reason,
        "pull_request": event.pull_request,
        "links": {
            "commit": publication.commit_url(event),
            "pull_request": publication.pull_url(event),
        },
        "steps": list(map(_step, event.steps)),
    }


def versions_record(publication: Publication, kind: Kind, id: str) -> Record:
    """An entry as it stood between commits, oldest first; `until` is null for that of today."""
    found = publication.history.versions_of(kind, id)
    ends: Iterable[str | None] = [*(each.time for each in found), None][1:]
    return {
        "known": publication.history.known,
        "kind": kind.value,
        "id": id,
        "versions": [
            {"from": each.time, "until": end, "commit": each.commit, "entry": each.entry}
            for each, end in zip(found, ends, strict=True)
        ],
    }


def _step(step: Step) -> Record:
    return {
        "act": step.act,
        "kind": step.kind,
        "id": step.id,
        "former_id": step.former,
        "commitment": step.of,
        "path": step.path,
        "entry": dict(step.entry),
        "sentence": dict(step.sentence),
        "spots": [{"before": before, "after": after} for before, after in step.spots],
        "more_spots": step.more,
    }


def _value(value: Any) -> Any:
    """A field as plain data, without the source and the note of a fact."""
    inner = value.value if isinstance(value, model.Fact) else value
    if isinstance(inner, model.Localized):
        return dict(inner.root)
    return list(inner) if isinstance(inner, tuple) else inner


def with_links(record: Mapping[str, Any], links: Mapping[str, Any]) -> Record:
    """A record as it stands in a list."""
    return {**record, "links": links}
