"""What a browser can check of answers: read from the model, so that its rules have one home."""

import re
from typing import Any

from pydantic import BaseModel

from renaksi import bounds, model
from renaksi.forms.read import CONCEALING
from renaksi.forms.spec import Field, Form, Widget
from renaksi.layout import LAYOUT
from renaksi.publish.schema import ADDRESS_PATTERN, DATE_PATTERN, describe
from renaksi.signs import HIDDEN, MERGING
from renaksi.vocabulary import Kind
from renaksi.write import QUESTIONS
from renaksi.write.scalars import GUESSED, RESOLVED

# Rules of `checks/` on answers that must fit each other, by the kind of entry: see answers.js.
TOGETHER = {
    Kind.UPDATE: ("dated", "proved"),  # update-needs-evidence
    # end-date-follows-start-date, sum-of-men-and-women; and an id can be made.
    Kind.MEETING: ("order", "sum", "named"),
}
# Where the answers about a source stand in its entry.
_SOURCE = {
    **{f"source_{name}": name for name in ("title", "url", "publisher", "language")},
    "source_date": "document_date",
}


def find_limits(form: Form, field: Field) -> dict[str, Any]:
    """What an answer must be like; empty where anything will do.

    `is` names a form that takes more than a pattern (date, address, number, prose); `most` is the
    greatest number or the greatest length, `pattern` what must be found.
    """
    if field.widget in (Widget.CHOICE, Widget.CONSENT):
        return {}
    if field.id == "page":
        return {"is": "address", "pattern": ADDRESS_PATTERN}
    if field.id in _SOURCE:
        return _limits(model.Source, (_SOURCE[field.id],))
    if field.flag is None or form.kind is None:
        return {}
    if field.flag.startswith("text-"):
        most = {"most": bounds.MAX_CHARACTERS}
        return {"is": "prose", **most, "lines": bounds.MAX_LINES, "line": bounds.MAX_LINE}
    question = next(each for each in QUESTIONS[form.kind] if each.flag == field.flag)
    place = next(each for each in LAYOUT if each.kind is form.kind)
    loc = (*question.loc, "url") if question.flag == "evidence" else question.loc
    return _limits(place.model, loc)


def build_signs() -> dict[str, Any]:
    """Patterns, in the dialect of browsers too: what no text may hold, and what YAML quotes."""
    bare = (re.sub(r"\s+", "", pattern) for pattern in RESOLVED)
    forbidden = [f"[{_class(HIDDEN.pattern)}]", MERGING.pattern, CONCEALING]
    return {"forbidden": forbidden, "guessed": [*bare, f"^(?:{GUESSED.pattern})$"]}


def _class(pattern: str) -> str:
    """The inside of a class of characters, all of them escaped."""
    inside = pattern.removeprefix("[").removesuffix("]")
    return "".join(sign if sign == "-" else f"\\u{ord(sign):04x}" for sign in inside)


def _limits(record: type[BaseModel], loc: tuple[str, ...]) -> dict[str, Any]:
    schema = describe(record)
    node = schema
    for key in loc:
        node = _step(_resolve(node, schema), key)
    found = _resolve(node, schema)
    pattern = found.get("pattern")
    if pattern == DATE_PATTERN:
        return {"is": "date"}
    if pattern == ADDRESS_PATTERN:
        return {"is": "address", "pattern": pattern}
    if found.get("type") == "integer":
        return {"is": "number", "most": found.get("maximum", found.get("le"))}
    assert pattern is not None, (record, loc)
    return {"pattern": pattern, "most": found["maxLength"]}


def _resolve(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """What a node stands for, where it points elsewhere or may be left out."""
    if "$ref" in node:
        return _resolve(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    if "anyOf" in node:
        return _resolve(next(each for each in node["anyOf"] if each != {"type": "null"}), schema)
    if "items" in node:
        return _resolve(node["items"], schema)
    return node


def _step(node: dict[str, Any], key: str) -> dict[str, Any]:
    if "patternProperties" in node:
        found: dict[str, Any] = next(iter(node["patternProperties"].values()))
        return found
    step: dict[str, Any] = node["properties"][key]
    return step
