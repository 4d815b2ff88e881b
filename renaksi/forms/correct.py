"""A correction to the file that holds what is wrong: one spot is found, or nothing is changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from renaksi import model
from renaksi.corpus import Corpus, Prose
from renaksi.forms.leaves import Leaf, Reader
from renaksi.forms.places import Part
from renaksi.layout import LANGUAGES, PRIMARY_LANGUAGE
from renaksi.pieces import Loc
from renaksi.problem import Message, Place
from renaksi.vocabulary import Kind
from renaksi.write.edit import UneditableError, add_item, replace_prose, set_value

Faults = dict[str, Message]
_MOST_TOLD = 5
_NO_PAGE = Message(
    id="Ini bukan alamat halaman situs ini yang memuat isi yang dapat diperbaiki lewat formulir. "
    "Buka halaman komitmen, tahap, pertemuan, atau organisasinya, lalu salin alamatnya.",
    en="This is no address of a page of this site that a form can correct. Open the page of the "
    "commitment, stage, meeting or organisation, and copy its address.",
)
_NOT_THERE = Message(
    id="Tulisan ini tidak ada di halaman itu. Salin satu isian atau potongan kalimat persis "
    "seperti yang tampil, tanpa tautan; isian yang masih kosong ditambahkan oleh pengelola.",
    en="This is not on that page. Copy one value or part of a sentence exactly as it is shown, "
    "without links; a value that is still missing has to be added by a steward.",
)
_LEDGER = Message(
    id="Ini bagian dari kabar pelaksanaan yang sudah terbit, yang tidak diubah. Bila pihaknya "
    "berkata lain sekarang, kirim kabar baru; bila kami salah menyalin, pengelola memperbaikinya.",
    en="This is part of an update that is published, which is not changed. If its voice says "
    "something else now, send a new update; if we copied it wrongly, a steward mends it.",
)
_UNKNOWN = Message(
    id="Ini tidak dapat menggantikan yang keliru: isian itu berupa tanggal, angka, pilihan, atau "
    "nama yang sudah terdaftar. Tulis seperti situs menuliskannya.",
    en="This cannot stand in place of what is wrong, which is a date, a number, a choice or a name "
    "that is listed. Write it as the site does.",
)
_SAME = Message(
    id="Ini sama dengan yang tertulis sekarang.", en="This is the same as what stands there now."
)
BY_HAND = Message(
    id="Tempatnya ditemukan, tetapi berkasnya tidak dapat diubah dengan aman; pengelola "
    "memperbaikinya sendiri.",
    en="The place was found, but the file cannot be changed safely; a steward mends it by hand.",
)


@dataclass(frozen=True)
class Spot:
    """Where the wrong words stand: in a value, or in a narrative; `start` and `end` cut them out.

    Without `leaf` it is a narrative. `whole` says that the value as such is meant.
    """

    part: Part
    place: Place
    start: int
    end: int
    leaf: Leaf | None = None
    prose: Prose | None = None
    whole: bool = False


def find_spot(reader: Reader, parts: Sequence[Part], wrong: str) -> Spot | dict[str, Message]:
    """The one place where the wrong words stand on a page, or why there is none, by question."""
    if not parts:
        return {"page": _NO_PAGE}
    spots = _find(reader, parts, wrong)
    if not spots:
        return {"wrong": _NOT_THERE}
    if len(spots) > 1:
        return {"wrong": _told(spots)}
    return {"wrong": _LEDGER} if spots[0].part.kind is Kind.UPDATE else spots[0]


def split_label(reader: Reader, text: str) -> tuple[str | None, str]:
    """`Tanggal selesai: 2020` as the name of a field and the rest; None where it names none."""
    label, colon, rest = text.partition(":")
    known = {
        value.casefold()
        for words in reader.words.values()
        for key, value in words.table.items()
        if key.startswith("field.")
    }
    if colon and rest.strip() and label.strip().casefold() in known:
        return label.strip().casefold(), rest.strip()
    return None, text


def _find(reader: Reader, parts: Sequence[Part], wrong: str) -> list[Spot]:
    """Every spot, those of a field that was named only, if it was."""
    text = " ".join(wrong.split())
    label, rest = split_label(reader, text)
    if label is not None:
        found = list(_in_leaves(reader, parts, rest, label))
        if found:
            return found
    return [*_in_leaves(reader, parts, text), *_in_prose(reader.corpus, parts, text)]


def _in_leaves(
    reader: Reader, parts: Sequence[Part], text: str, label: str | None = None
) -> Iterator[Spot]:
    pattern = _pattern(text)
    for part in parts:
        origin = reader.corpus.origins[part.kind, part.id]
        for leaf in reader.leaves(part.kind, part.id, part.loc):
            if label is not None and label not in {each.casefold() for each in leaf.labels}:
                continue
            place = origin.place(leaf.loc)
            if text.casefold() in {each.casefold() for each in reader.names(leaf)}:
                yield Spot(part, place, 0, len(leaf.written), leaf, whole=True)
            elif leaf.is_text:
                for match in pattern.finditer(leaf.written):
                    yield Spot(part, place, match.start(), match.end(), leaf)


def _in_prose(corpus: Corpus, parts: Sequence[Part], text: str) -> Iterator[Spot]:
    for part in parts:
        for prose in {} if part.loc else corpus.prose.get((part.kind, part.id), {}).values():
            for match in _pattern(text).finditer(prose.text):
                place = prose.place(match.start())
                yield Spot(part, place, match.start(), match.end(), prose=prose)


def _pattern(text: str) -> re.Pattern[str]:
    """The words with any white space between them, and not within longer words."""
    words = r"\s+".join(map(re.escape, text.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)" if words else r"(?!)")


def _told(spots: Sequence[Spot]) -> Message:
    """Where the words stand, since they stand in more places than one."""
    id, en = (_places(spots, language) for language in LANGUAGES)
    return Message(
        id=f"Tulisan ini ada di {len(spots)} tempat ({id}). Salin potongan yang lebih "
        'panjang, tulis nama isiannya di depan ("Tanggal selesai: 2020-12-31"), atau pakai '
        "alamat bagiannya.",
        en=f"This stands in {len(spots)} places ({en}). Copy a longer part, write the name of "
        'the field before it ("End date: 2020-12-31"), or use the address of the part.',
    )


def _places(spots: Sequence[Spot], language: str) -> str:
    """The first places by their fields, each with the line of its file."""
    text = {PRIMARY_LANGUAGE: "teks"}.get(language, "text")
    place = LANGUAGES.index(language)
    shown = [
        f"{each.leaf.labels[place] if each.leaf else text}, "
        f"{PurePosixPath(each.place.path).name}:{each.place.line}"
        for each in spots[:_MOST_TOLD]
    ]
    return "; ".join(shown) + ("; ..." if len(spots) > _MOST_TOLD else "")


def mend(reader: Reader, spot: Spot, right: str, text: str) -> str | dict[str, Message]:
    """The file `text` with the right words at the spot, or what is wrong, by question."""
    label, rest = split_label(reader, " ".join(right.split()))
    if label is None or spot.leaf is None or label not in _folded(spot.leaf.labels):
        rest = " ".join(right.split())
    path = spot.place.path
    try:
        if spot.leaf is None:
            assert spot.prose is not None
            changed = replace_prose(text, path, spot.start, spot.end, rest)
            return changed if changed != text else {"right": _SAME}
        value = reader.meaning(spot.leaf, rest)
        if value is None:
            return {"right": _UNKNOWN}
        written = spot.leaf.written
        value = f"{written[: spot.start]}{value}{written[spot.end :]}"
        if value == written:
            return {"right": _SAME}
        return set_value(text, path, _loc(reader.corpus, spot.leaf), value)
    except UneditableError:
        return {"right": BY_HAND}


def _folded(labels: Sequence[str]) -> set[str]:
    return {each.casefold() for each in labels}


def _loc(corpus: Corpus, leaf: Leaf, loc: Loc | None = None) -> Loc:
    origin = corpus.origins[leaf.kind, leaf.id]
    return (*origin.prefix, *(leaf.loc if loc is None else loc))


def name_source(corpus: Corpus, leaf: Leaf, source: str, text: str) -> str | None:
    """The file with the source of a corrected value, or None where the model has no place for it.

    A fact is now read from this source alone; a record whose values share their sources has one
    more. Raises UneditableError.
    """
    path = corpus.origins[leaf.kind, leaf.id].document.path
    found = _find_source(corpus, leaf)
    if found is None:
        return None
    loc, known, alone = found
    if source in known and (not alone or len(known) == 1):
        return text
    whole = _loc(corpus, leaf, loc)
    return set_value(text, path, whole, source) if alone else add_item(text, path, whole, source)


def _find_source(corpus: Corpus, leaf: Leaf) -> tuple[Loc, tuple[str, ...], bool] | None:
    """Where the sources of a value stand, which they are, and whether they are its alone."""
    entry = corpus.get(leaf.kind, leaf.id)
    if "note" in leaf.loc:
        return None  # a remark of ours
    if leaf.loc[0] == "title" and isinstance(entry, model.TitledEntry):
        language = str(leaf.loc[1])
        named = entry.title_source.get(language)
        return (("title_source", language), named, True) if named else None
    value, holders = entry, []
    for depth, key in enumerate(leaf.loc):
        holders.append((leaf.loc[:depth], value))
        inner = value.root if isinstance(value, model.Localized) else value
        value = getattr(inner, str(key)) if hasattr(inner, str(key)) else inner[key]  # type: ignore[index]
    for loc, holder in reversed(holders):
        named = getattr(holder, "source", None)
        if isinstance(named, tuple):
            is_fact = isinstance(holder, model.Fact) and leaf.loc[len(loc)] == "value"
            return (*loc, "source"), named, is_fact
    return None
