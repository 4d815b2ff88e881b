"""Raw data to model records; pydantic's complaints to located, plain, bilingual problems."""

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from renaksi.dates import is_written_as_date
from renaksi.fields import kind_at, known_keys
from renaksi.layout import LAYOUT
from renaksi.model.base import Id, LanguageCode
from renaksi.model.commitment import ReportingPeriod, Sha256
from renaksi.model.plan import Period
from renaksi.problem import Message, Problem
from renaksi.reader import Document, Key, Node
from renaksi.remedies import suggest_date, suggest_id
from renaksi.vocabulary import KIND_NAMES, Kind

Model = TypeVar("Model", bound=BaseModel)


def _pattern(annotated: Any) -> str:
    """The pattern that an annotated type of the model asks for."""
    pattern: str = annotated.__metadata__[0].pattern
    return pattern


# What each form of the model means in words. A test keeps this complete.
FORMS = {
    _pattern(Id): (
        "Pengenal hanya memakai huruf kecil a-z, angka, dan tanda hubung di antaranya: {found}.",
        "An identifier has only lower-case letters a-z, digits and hyphens between them: {found}.",
    ),
    _pattern(LanguageCode): (
        "Kode bahasa terdiri dari dua atau tiga huruf kecil, seperti id atau en: {found}.",
        "A language code has two or three lower-case letters, such as id or en: {found}.",
    ),
    _pattern(Period): (
        "Periode ditulis dengan dua tahun, misalnya 2018-2020: {found}.",
        "A period is written as two years, such as 2018-2020: {found}.",
    ),
    _pattern(ReportingPeriod): (
        "Masa laporan harus berupa design, mid-term, end-of-term, tahun (2020), atau "
        "semester (2020-S1): {found}.",
        "A reporting period must be design, mid-term, end-of-term, a year (2020) or a "
        "half-year (2020-S1): {found}.",
    ),
    _pattern(Sha256): (
        "Sidik SHA-256 terdiri dari 64 tanda, angka 0-9 dan huruf kecil a-f: {found}.",
        "A SHA-256 checksum has 64 characters, digits 0-9 and lower-case letters a-f: {found}.",
    ),
}

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
    "impossible_date": (
        "Tanggal ini tidak ada di kalender: {found}.",
        "There is no such date in the calendar: {found}.",
    ),
    "web_address": (
        "Alamat web harus dimulai dengan http:// atau https:// tanpa spasi: {found}.",
        "A web address must begin with http:// or https:// and hold no space: {found}.",
    ),
    "string_pattern_mismatch": (
        "Bentuk tulisan tidak sesuai: {found}.",
        "Not written in the expected form: {found}.",
    ),
    "string_too_short": ("Tidak boleh kosong.", "Must not be empty."),
    "too_short": ("Tidak boleh kosong.", "Must not be empty."),
    "string_too_long": (
        "Terlalu panjang; pendekkan menjadi paling banyak {max_length} huruf.",
        "Too long; shorten it to at most {max_length} characters.",
    ),
    "greater_than_equal": (
        "Angka ini terlalu kecil, paling sedikit {ge}: {found}.",
        "This number is too small, it must be at least {ge}: {found}.",
    ),
    "less_than_equal": (
        "Angka ini terlalu besar, paling banyak {le}: {found}. Periksa jumlah angkanya.",
        "This number is too large, it must be at most {le}: {found}. Check how many digits it has.",
    ),
    "int_parsing_size": (
        "Angka ini terlalu besar: {found}. Periksa jumlah angkanya.",
        "This number is too large: {found}. Check how many digits it has.",
    ),
    "string_type": ("Harus berupa teks.", "Must be text."),
    "tuple_type": ('Harus berupa daftar (baris dengan "- ").', 'Must be a list (lines with "- ").'),
    "empty": (
        "Isian ini kosong; isilah, atau hapus barisnya.",
        "This field is empty; fill it in or remove the line.",
    ),
    "empty_file": ("Berkas ini kosong.", "This file is empty."),
    "fact_type": (
        "Fakta ditulis dengan dua baris di bawahnya, value: ... dan source: ..., bukan {found}.",
        "A fact is written as two lines below it, value: ... and source: ..., not {found}.",
    ),
    "record_type": (
        "Harus berupa isian bernama (baris seperti kunci: nilai).",
        "Must be named fields (lines such as key: value).",
    ),
    "dict_type": (
        "Harus berupa pasangan kunci dan nilai (misalnya id: ... dan en: ...).",
        "Must be pairs of key and value (such as id: ... and en: ...).",
    ),
}
_IDENTIFIER, _LANGUAGE = re.compile(_pattern(Id)), re.compile(_pattern(LanguageCode))
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
    document: Document,
    prefix: tuple[Key, ...],
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
        found = [_problem(document, prefix, model, item, id) for item in error.errors()]
        return None, found


def _problem(
    document: Document,
    prefix: tuple[Key, ...],
    model: type[BaseModel],
    error: Any,
    id: str | None,
) -> Problem:
    kind = _ALIASES.get(error["type"], error["type"])
    loc: tuple[Key, ...] = error["loc"]
    if kind not in ("extra_forbidden", "missing") and loc[-1:] == ("[key]",):
        loc = loc[:-1]  # pydantic's way to say that the key itself is wrong, not its value
    value = error.get("input")
    kind = _closer(kind, value, error)
    texts = FORMS.get(error.get("ctx", {}).get("pattern")) or _TEXTS.get(kind, _FALLBACK)
    words = {"key": str(loc[-1]) if loc else "", "found": f"'{str(value)[:80]}'"}
    sought = None
    message = Message(*(text.format(**error.get("ctx", {}), **words) for text in texts))
    if kind == "extra_forbidden":
        message = message.hint(str(loc[-1]), known_keys(model, loc[:-1]))
    elif kind == "enum":
        message = _with_choices(message, value, str(error.get("ctx", {}).get("expected", "")))
    elif kind == "missing" and loc == ("id",) and id is not None:
        message = _with_id(message, id)
    elif kind == "partial_date":
        message = message.meaning(suggest_date(str(value)))
    elif error.get("ctx", {}).get("pattern") == _pattern(Id):
        message, sought = _of_id(message, kind_at(model, loc), suggest_id(value))
    at_key = kind in ("extra_forbidden", "missing")
    return Problem(
        place=document.place(prefix + loc, key=at_key),
        rule=_RULES.get(kind, "field-value"),
        message=message,
        key=key_path(document, prefix, loc),
        sought=sought,
    )


def _closer(kind: str, value: Any, error: Any) -> str:
    """A kind of error that says more than pydantic's own."""
    if value is None and kind in ("string_type", "dict_type", "tuple_type"):
        return "empty" if error["loc"] else "empty_file"
    if kind == "dict_type" and str(error.get("ctx", {}).get("class_name", "")).startswith("Fact"):
        return "fact_type"
    if kind == "dict_type" and error["type"] != "dict_type":
        return "record_type"
    if kind == "partial_date" and is_written_as_date(str(value)):
        return "impossible_date"
    return kind


_RULES = {
    "missing": "required-key",
    "extra_forbidden": "known-key",
    "partial_date": "date-form",
    "impossible_date": "date-form",
}


def _of_id(
    message: Message, kind: Kind | None, better: str | None
) -> tuple[Message, tuple[str, str] | None]:
    """Says what is meant by an id; of a reference, what is sought, for it must be there."""
    if kind is None:
        return message.meaning(better), None
    return with_home(message, kind), (kind, better) if better else None


def with_home(message: Message, kind: Kind) -> Message:
    """Says of a reference which file has the ids: whoever writes a web address needs to know."""
    file = next(place.pattern for place in LAYOUT if place.kind is kind)
    names = KIND_NAMES[kind]
    return Message(
        id=f"{message.id} Di sini ditulis pengenal {names[0]} dari {file}; "
        "bila belum ada, tambahkan dulu di sana.",
        en=f"{message.en} Write here the id of the {names[1]} from {file}; "
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
