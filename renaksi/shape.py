"""Raw data to model records; pydantic's complaints to located, plain, bilingual problems."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from renaksi.dates import is_written_as_date
from renaksi.fields import kind_at, known_keys
from renaksi.layout import LAYOUT
from renaksi.model.base import Code, Id, LanguageCode
from renaksi.model.commitment import ReportingPeriod
from renaksi.problem import Message, Problem, find_near
from renaksi.reader import Document, Key, Node
from renaksi.remedies import (
    is_short_year,
    shorten_date,
    suggest_address,
    suggest_boolean,
    suggest_date,
    suggest_half_year,
    suggest_id,
    suggest_number,
)
from renaksi.sentences import ALIASES, FALLBACK, FORMS, TEXTS, pattern_of
from renaksi.vocabulary import KIND_NAMES, Kind

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[Key, ...]

_IDENTIFIER, _LANGUAGE = re.compile(pattern_of(Id)), re.compile(pattern_of(LanguageCode))
_AT_KEY = ("extra_forbidden", "missing")


def _suggest_code(text: str) -> str | None:
    """The signs of a text that a code may have, if there are any."""
    return "".join(re.findall(pattern_of(Code).strip("^$"), text)) or None


# What the remedies for a value are, by the kind of the mistake or by the pattern that was missed;
# an id has its own.
_MEANT = {
    "partial_date": suggest_date,
    "bool_parsing": suggest_boolean,
    "int_parsing": suggest_number,
    "web_address": suggest_address,
    pattern_of(ReportingPeriod): suggest_half_year,
    pattern_of(Code): _suggest_code,
}
_RULES = {
    "missing": "required-key",
    "extra_forbidden": "known-key",
    "partial_date": "date-form",
    "impossible_date": "date-form",
    "short_year": "date-form",
}
# A key and a colon without the space after it, and what word processors make of "- ".
_NO_SPACE = re.compile(r"[a-z_]+:[^\s/]")
_DASH = re.compile(r"[\u2010-\u2015\u2022\u00b7*+]\s")
# What stands between ids that were written on one line.
_BETWEEN = re.compile(r"[,;]\s*(?=\S)")


def parse(
    document: Document,
    prefix: Loc,
    data: Any,
    model: type[Model],
    id: str | None = None,
) -> tuple[Model | None, list[Problem]]:
    """The record in `data`, which stands at `prefix` of the document, or its problems.

    `id` is the one that the record must have, where that is known.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        reading = _Reading(document, prefix, data, model, id)
        return None, [reading.problem(each) for each in _causes(model, error.errors())]


def _causes(model: type[BaseModel], errors: Sequence[Any]) -> Iterator[Any]:
    """The complaints but for a missing key that stands there misspelt, which is told already."""
    meant = set()
    for each in errors:
        if each["type"] == "extra_forbidden":
            *above, key = each["loc"]
            meant.add((*above, find_near(str(key), known_keys(model, tuple(above)))))
    for each in errors:
        if each["type"] != "missing" or each["loc"] not in meant:
            yield each


@dataclass(frozen=True)
class _Reading:
    """What `parse` was asked to read."""

    document: Document
    prefix: Loc
    data: Any
    model: type[BaseModel]
    id: str | None

    def problem(self, error: Any) -> Problem:
        """What a complaint of pydantic says to the person who wrote the file."""
        loc: Loc = error["loc"]
        kind = ALIASES.get(error["type"], error["type"])
        if kind not in _AT_KEY and loc[-1:] == ("[key]",):
            loc = loc[:-1]  # pydantic's way to say that the key itself is wrong, not its value
        value, details = error.get("input"), error.get("ctx", {})
        kind = _closer(kind, value, error)
        texts = FORMS.get(details.get("pattern")) or TEXTS.get(kind, FALLBACK)
        words = {"key": str(loc[-1]) if loc else "", "found": f"'{_shown(value)}'"}
        message = Message(*(text.format(**details, **words) for text in texts))
        sought = None
        if details.get("pattern") == pattern_of(Id):
            if _BETWEEN.search(value):
                message = _one_by_one(value)
            else:
                better = self.id if loc == ("id",) and self.id else suggest_id(value)
                message, sought = _of_id(message, kind_at(self.model, loc), better)
        else:
            message = self._remedy(message, kind, loc, value, details)
        return Problem(
            place=self.document.place(self.prefix + loc, key=kind in _AT_KEY),
            rule=_RULES.get(kind, "field-value"),
            message=message,
            key=key_path(self.document, self.prefix, loc),
            sought=sought,
        )

    def _remedy(self, message: Message, kind: str, loc: Loc, value: Any, details: Any) -> Message:
        """The message, with how to mend it where that is known."""
        if kind == "extra_forbidden":
            return self._with_keys(message, loc)
        if kind == "enum":
            return _with_choices(message, value, str(details.get("expected", "")))
        if kind == "missing" and loc == ("id",) and self.id is not None:
            return _with_id(message, self.id)
        if kind == "impossible_date":
            return _with_shorter(message, shorten_date(str(value)))
        suggest = _MEANT.get(details.get("pattern", kind))
        return message.meaning(suggest(str(value))) if suggest else message

    def _with_keys(self, message: Message, loc: Loc) -> Message:
        """Names the key that is near, or else all that could stand there and do not yet."""
        known = known_keys(self.model, loc[:-1])
        near = message.hint(str(loc[-1]), known)
        record = self.data
        for part in loc[:-1]:
            record = record[part]
        free = ", ".join(key for key in known if key not in record)
        if near != message or not free:
            return near
        return Message(
            id=f"{message.id} Yang dapat ditulis di sini: {free}.",
            en=f"{message.en} What can be written here: {free}.",
        )


def _shown(value: Any) -> str:
    """A value as it is quoted in a message: its first letters, or a sign for what holds more."""
    brackets: dict[type, str] = {list: "[...]", dict: "{...}"}
    return brackets.get(type(value)) or str(value)[:80]


def _closer(kind: str, value: Any, error: Any) -> str:
    """A kind of mistake that says more than pydantic's own."""
    if value is None and kind not in _AT_KEY:
        return "empty" if error["loc"] else "empty_file"
    if kind in ("dict_type", "tuple_type") and isinstance(value, str):
        if _NO_SPACE.match(value):
            return "colon_type"
        if kind == "tuple_type" and _DASH.match(value):
            return "dash_type"
    if kind == "dict_type" and str(error.get("ctx", {}).get("class_name", "")).startswith("Fact"):
        return "fact_type"
    if kind == "dict_type" and error["type"] != "dict_type":
        return "record_type"
    return _closer_date(str(value)) if kind == "partial_date" else kind


def _closer_date(value: str) -> str:
    if is_written_as_date(value):
        return "impossible_date"
    return "short_year" if is_short_year(value) else "partial_date"


def _with_shorter(message: Message, shorter: str | None) -> Message:
    if shorter is None:
        return message
    return Message(
        id=f'{message.id} Bila bagian akhirnya tidak diketahui, tulis "{shorter}".',
        en=f'{message.en} If the last part is not known, write "{shorter}".',
    )


def _of_id(
    message: Message, kind: Kind | None, better: str | None
) -> tuple[Message, tuple[str, str] | None]:
    """Says what is meant by an id; of a reference, what is sought, for it must be there."""
    if kind is None:
        return message.meaning(better), None
    return with_home(message, kind), (kind, better) if better else None


def _one_by_one(value: str) -> Message:
    ids = [suggest_id(part) for part in _BETWEEN.split(value)]
    listed = ", ".join(f'"- {id}"' for id in ids if id is not None)
    return Message(
        id=f"Di sini ada beberapa pengenal; tulis masing-masing di baris sendiri: {listed}.",
        en=f"There are several ids here; write each on a line of its own: {listed}.",
    )


def with_home(message: Message, kind: Kind) -> Message:
    """Says of a reference which file has the ids: whoever writes a web address needs to know."""
    file = next(place.pattern for place in LAYOUT if place.kind is kind)
    names = [
        name if file in name else f"{name} {word} {file}"
        for name, word in zip(KIND_NAMES[kind], ("dari", "from"), strict=True)
    ]
    return Message(
        id=f"{message.id} Di sini ditulis pengenal {names[0]}; "
        "bila belum ada, tambahkan dulu di sana.",
        en=f"{message.en} Write here the id of the {names[1]}; "
        "if it is not there yet, add it there first.",
    )


def _with_id(message: Message, id: str) -> Message:
    return Message(
        id=f'{message.id} Tulis "id: {id}", sama dengan nama berkas.',
        en=f'{message.en} Write "id: {id}", the same as the name of the file.',
    )


def _with_choices(message: Message, value: Any, expected: str) -> Message:
    choices = [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]
    listed = ", ".join(choice for choice in choices if choice)
    message = Message(
        id=f"{message.id} Pilihannya: {listed}.", en=f"{message.en} The choices are: {listed}."
    )
    return message.hint(str(value), choices)


def key_path(document: Document, prefix: tuple[Key, ...], loc: tuple[Key, ...]) -> str:
    """`milestones.m2.end_date`: keys by name, list items by their id where they have one."""
    node = document.root
    for part in prefix:
        node = node.children[part]
    names: list[str] = []
    for part in loc:
        child = node.children.get(part) if node else None
        if isinstance(part, int) and child is None:
            break  # the only item of a list, written without one
        names.append(part if isinstance(part, str) else _id_of(child) or str(part + 1))
        node = child  # type: ignore[assignment]
    return ".".join(names)


def _id_of(node: Node | None) -> str | None:
    """The id of a record; in a localised text, `id` means Indonesian and holds words."""
    record = node.value if node else None
    if not isinstance(record, dict) or all(map(_LANGUAGE.search, record)):
        return None
    id = record.get("id")
    return id if isinstance(id, str) and _IDENTIFIER.search(id) else None
