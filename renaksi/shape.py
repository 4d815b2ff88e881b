"""Raw data to model records; pydantic's complaints to located, plain, bilingual problems."""

import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from renaksi.model import Entry
from renaksi.problem import Message, Problem
from renaksi.reader import Document, Key

_TEXTS: dict[str, tuple[str, str]] = {
    "missing": ('Isian "{key}" wajib ada.', 'The key "{key}" must be given.'),
    "extra_forbidden": ('Isian "{key}" tidak dikenal.', 'The key "{key}" is not known.'),
    "int_parsing": ("Harus berupa bilangan bulat: {found}.", "Must be a whole number: {found}."),
    "bool_parsing": ("Harus true atau false: {found}.", "Must be true or false: {found}."),
    "enum": ("Nilai {found} tidak dikenal.", "The value {found} is not known."),
    "partial_date": (
        "Tanggal harus ditulis TTTT, TTTT-BB, atau TTTT-BB-HH (misalnya 2018-08-08): {found}.",
        "A date must be written YYYY, YYYY-MM or YYYY-MM-DD (such as 2018-08-08): {found}.",
    ),
    "web_address": (
        "Alamat web harus dimulai dengan http:// atau https:// tanpa spasi: {found}.",
        "A web address must begin with http:// or https:// and hold no space: {found}.",
    ),
    "string_pattern_mismatch": (
        "Bentuk tulisan tidak sesuai: {found}. Pengenal memakai huruf kecil, angka, dan "
        "tanda hubung.",
        "Not written in the expected form: {found}. An identifier has lower-case letters, "
        "digits and hyphens.",
    ),
    "string_too_short": ("Tidak boleh kosong.", "Must not be empty."),
    "too_short": ("Tidak boleh kosong.", "Must not be empty."),
    "string_too_long": ("Terlalu panjang.", "Too long."),
    "greater_than_equal": ("Terlalu kecil: {found}.", "Too small: {found}."),
    "less_than_equal": ("Terlalu besar: {found}.", "Too large: {found}."),
    "string_type": ("Harus berupa teks.", "Must be text."),
    "tuple_type": ('Harus berupa daftar (baris dengan "- ").', 'Must be a list (lines with "- ").'),
    "dict_type": (
        "Harus berupa pasangan kunci dan nilai (misalnya id: ... dan en: ...).",
        "Must be pairs of key and value (such as id: ... and en: ...).",
    ),
}
_ALIASES = {
    "model_type": "dict_type",
    "model_attributes_type": "dict_type",
    "int_type": "int_parsing",
    "bool_type": "bool_parsing",
    "int_from_float": "int_parsing",
    "literal_error": "enum",
}
_FALLBACK = ("Isi tidak sesuai: {found}.", "The value does not fit: {found}.")


def parse(
    document: Document, prefix: tuple[Key, ...], data: Any, model: type[Entry]
) -> tuple[Entry | None, list[Problem]]:
    """The record in `data`, which stands at `prefix` of the document, or its problems."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        found = [_problem(document, prefix, model, item) for item in error.errors()]
        return None, found


def _problem(
    document: Document, prefix: tuple[Key, ...], model: type[BaseModel], error: Any
) -> Problem:
    kind = _ALIASES.get(error["type"], error["type"])
    loc: tuple[Key, ...] = error["loc"]
    if kind not in ("extra_forbidden", "missing") and loc[-1:] == ("[key]",):
        loc = loc[:-1]  # pydantic's way to say that the key itself is wrong, not its value
    value = error.get("input")
    texts = _TEXTS.get(kind, _FALLBACK)
    words = {"key": str(loc[-1]) if loc else "", "found": f"'{str(value)[:80]}'"}
    message = Message(*(text.format(**words) for text in texts))
    if kind == "extra_forbidden":
        message = message.hint(str(loc[-1]), _known_keys(model, loc[:-1]))
    elif kind == "enum":
        message = _with_choices(message, value, str(error.get("ctx", {}).get("expected", "")))
    at_key = kind in ("extra_forbidden", "missing")
    return Problem(
        place=document.place(prefix + loc, key=at_key),
        rule=_RULES.get(kind, "field-value"),
        message=message,
        key=key_path(document, prefix, loc),
    )


_RULES = {"missing": "required-key", "extra_forbidden": "known-key", "partial_date": "date-form"}


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
        if isinstance(part, int) and child is not None and isinstance(child.value, dict):
            names.append(str(child.value.get("id") or part + 1))
        else:
            names.append(str(part + 1 if isinstance(part, int) else part))
        node = child  # type: ignore[assignment]
    return ".".join(names)


def _known_keys(model: type[BaseModel], loc: tuple[Key, ...]) -> list[str]:
    current: Any = model
    for part in loc:
        current = _step(current, part)
        if current is None:
            return []
    return list(current.model_fields) if _is_model(current) else []


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _step(annotation: Any, part: Key) -> Any:
    if _is_model(annotation) and part in annotation.model_fields:
        return _unwrap(annotation.model_fields[part].annotation)
    return annotation if isinstance(part, int) else None


def _unwrap(annotation: Any) -> Any:
    """The model inside Optional, tuple or Annotated; the annotation itself where there is none."""
    if _is_model(annotation):
        return annotation
    for inner in typing.get_args(annotation):
        found = _unwrap(inner)
        if _is_model(found):
            return found
    return annotation
