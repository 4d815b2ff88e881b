"""Shapes of the API that no model has: changes, versions, and columns for browsers."""

from renaksi.export.api.parts import (
    MAYBE,
    MAYBE_URI,
    NUMBER,
    TEXT,
    TIME,
    URI,
    Schema,
    by_language,
    listed,
    record,
    ref,
)

_ACTS = ("added", "removed", "renamed", "changed", "stale")
_TEXTS = by_language(TEXT)
_NUMBERS = listed(NUMBER)
_MANY = listed({"type": ["integer", "array"], "items": NUMBER})


def describe_history() -> dict[str, Schema]:
    """Changes of the plan, and versions of one entry."""
    spot = record({"before": TEXT, "after": TEXT})
    step = record(
        {
            "act": {"enum": list(_ACTS)},
            "kind": TEXT,
            "id": TEXT,
            "former_id": MAYBE,
            "commitment": MAYBE,
            "path": listed({"type": ["string", "integer"]}),
            "entry": _TEXTS,
            "sentence": _TEXTS,
            "spots": listed(spot),
            "more_spots": NUMBER,
        }
    )
    commit_links = record({"commit": MAYBE_URI, "pull_request": MAYBE_URI})
    change = record(
        {
            "commit": TEXT,
            "time": TIME,
            "reason": TEXT,
            "pull_request": {"type": ["integer", "null"]},
            "links": commit_links,
            "steps": listed(ref("Step")),
        }
    )
    month = record({"month": TEXT, "changes": NUMBER, "links": record({"self": URI})})
    version = record(
        {
            "from": TIME,
            "until": {"type": ["string", "null"], "format": "date-time"},
            "commit": TEXT,
            "entry": {"type": ["object", "null"]},
        }
    )
    known: Schema = {"type": "boolean"}
    versions = {"known": known, "kind": TEXT, "id": TEXT, "versions": listed(ref("Version"))}
    latest = listed(ref("Change"))
    return {
        "Step": step,
        "Change": change,
        "Changes": record({"known": known, "months": listed(month), "latest": latest}),
        "ChangesMonth": record({"month": TEXT, "changes": latest}),
        "Version": version,
        "Versions": record(versions),
    }


def describe_browse() -> dict[str, Schema]:
    """All commitments in columns, for the list that is filtered in a browser."""
    facet = record({"id": TEXT, "words": listed(TEXT), "title": TEXT, "values": listed(_row())})
    words = record({name: listed(TEXT) for name in ("sort", "view", "table")})
    titles = listed({"type": ["string", "integer"]})
    items = record(
        {
            "id": listed(TEXT),
            "plan": _NUMBERS,
            "number": _NUMBERS,
            "title": listed(TEXT),
            "short": titles,
            "end": _NUMBERS,
            "last": _NUMBERS,
            "language": _TEXTS,
        }
    )
    columns = {
        "words": words,
        "sorts": listed(_row()),
        "facets": listed(facet),
        "voices": listed(TEXT),
        "undated": TEXT,
        "dates": listed(TEXT),
        "ranks": _NUMBERS,
        "plans": listed(TEXT),
        "items": items,
        "values": listed(_MANY),
    }
    return {"Browse": record(columns)}


def describe_index() -> dict[str, Schema]:
    """What there is: the documents of the API, and the other files for machines."""
    output = {"name": TEXT, "path": TEXT, "media_type": TEXT, "title": _TEXTS, "about": _TEXTS}
    index = {
        "title": _TEXTS,
        "version": TEXT,
        "openapi": URI,
        "commit": MAYBE,
        "outputs": listed(record(output)),
    }
    return {"Index": record(index)}


def _row() -> Schema:
    """A short list of texts, whose meaning goes by their place."""
    return listed({"type": ["string", "array"], "items": TEXT})
