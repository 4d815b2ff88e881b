"""Rules on narratives and texts in two languages."""

import re
from collections.abc import Iterator, Mapping

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus, Prose
from renaksi.layout import LANGUAGES, PRIMARY_LANGUAGE, translation_path
from renaksi.model import Entry
from renaksi.problem import Message, Place, Severity
from renaksi.vocabulary import Kind

_HEADING = re.compile(r"^ {0,3}#{1,6} ", re.MULTILINE)
_TABLE_ROW = re.compile(r"^ {0,3}\|", re.MULTILINE)
# Fields that are titles, which have a rule of their own; a short one falls back on the long one.
_TITLES = {("title",), ("label",), ("short_title",)}

Pair = tuple[Kind, Entry, Prose, Prose]


@rule(Severity.WARNING)
def check_translation_missing(corpus: Corpus) -> Iterator[Finding]:
    """A narrative must be there in every language of the site.

    Until then the page shows the other language and says so.
    Bad: `03-open-roof.md` alone. Good: `03-open-roof.md` and, beside it, `03-open-roof.en.md`.

    Narasi harus ada dalam setiap bahasa situs.

    Selama belum ada, halaman menampilkan bahasa yang lain dan memberitahukannya.
    Salah: hanya `03-open-roof.md`.
    Benar: `03-open-roof.md` dan, di sampingnya, `03-open-roof.en.md`.
    """
    for (kind, id), proses in corpus.prose.items():
        written = [code for code in LANGUAGES if code in proses and proses[code].text.strip()]
        for language in LANGUAGES:
            path = translation_path(proses[PRIMARY_LANGUAGE].path, language)
            # A file that is there and was not read has a mistake that is reported already.
            unread = path in corpus.paths and language not in proses
            if not written or language in written or unread:
                continue
            message = Message(
                id=f'Narasi dalam bahasa "{language}" harus ada: {path}.',
                en=f'The narrative in the language "{language}" must be there: {path}.',
            )
            prose = proses[written[0]]
            place = Place(prose.path, prose.line)
            yield Finding(kind, corpus.entries[kind][id], (), message, place)


@rule(Severity.WARNING)
def check_translation_stale(corpus: Corpus) -> Iterator[Finding]:
    """A translation must say by `source_hash` that it is made from the text as it stands now.

    When the Indonesian text changes, the hash no longer fits, and the page says so.
    Bad: the `source_hash` of an older text.
    Good: the `source_hash` that this message names, once the translation was brought up to date.

    Terjemahan harus menyatakan dengan `source_hash` bahwa yang diterjemahkan adalah teks yang
    sekarang.

    Jika teks bahasa Indonesia berubah, sidiknya tidak cocok lagi, dan halaman memberitahukannya.
    Salah: `source_hash` dari teks yang lama.
    Benar: `source_hash` yang disebut pesan ini, sesudah terjemahannya diperbarui.
    """
    for kind, entry, original, translation in _translations(corpus):
        hash = original.hash
        if translation.source_hash is None and translation.text.strip():
            message = Message(
                id="Terjemahan ini tidak menyebut teks yang diterjemahkan. Bila isinya sama dengan "
                f'teks bahasa Indonesia, tulis source_hash: "{hash}" di antara dua baris "---".',
                en="This translation does not say which text it was made from. If it says what the "
                f'Indonesian text says, write source_hash: "{hash}" between two "---" lines.',
            )
            yield Finding(kind, entry, (), message, Place(translation.path))
        elif translation.is_stale(original):
            message = Message(
                id="Teks bahasa Indonesia sudah berubah; terjemahan ini harus diperbarui. "
                f'Sesudah itu tulis source_hash: "{hash}".',
                en="The Indonesian text has changed; this translation must be brought up to date. "
                f'Then write source_hash: "{hash}".',
            )
            yield Finding(kind, entry, (), message, translation.hash_place)


@rule(Severity.WARNING)
def check_translation_structure(corpus: Corpus) -> Iterator[Finding]:
    """A translation must have as many headings, links and table rows as the Indonesian text.

    A difference shows that something was left out. A stale translation is reported as such only.
    Bad: a table of 5 rows whose translation has 4. Good: 5 rows in both.

    Jumlah judul, tautan, dan baris tabel terjemahan harus sama dengan teks bahasa Indonesia.

    Perbedaan menandakan ada yang tertinggal. Terjemahan yang usang hanya dilaporkan sebagai usang.
    Salah: tabel 5 baris yang terjemahannya 4 baris. Benar: 5 baris di keduanya.
    """
    for kind, entry, original, translation in _translations(corpus):
        if translation.is_stale(original) or not translation.text.strip():
            continue
        there, here = _structure(original), _structure(translation)
        for names in there:
            if there[names] != here[names]:
                message = Message(
                    id=f"Jumlah {names[0]} harus sama dengan di teks bahasa Indonesia "
                    f"({there[names]}), bukan {here[names]}.",
                    en=f"The number of {names[1]} must be that of the Indonesian text "
                    f"({there[names]}), not {here[names]}.",
                )
                place = Place(translation.path, translation.line)
                yield Finding(kind, entry, (), message, place)


@rule(Severity.WARNING)
def check_localized_text_in_every_language(corpus: Corpus) -> Iterator[Finding]:
    """A text must be given in every language of the site.

    Readers of one language would miss what the others are told. Titles have a rule of their own,
    `title-in-every-language`.
    Bad: `note: {id: Tidak terbaca.}`. Good: `note: {id: Tidak terbaca., en: Not readable.}`.

    Teks harus ada dalam setiap bahasa situs.

    Jika tidak, pembaca satu bahasa tidak mendapat apa yang dibaca orang lain. Untuk judul ada
    aturan tersendiri, `title-in-every-language`.
    Salah: `note: {id: Tidak terbaca.}`. Benar: `note: {id: Tidak terbaca., en: Not readable.}`.
    """
    for kind, entry, loc, text in corpus.texts:
        for language in LANGUAGES:
            if loc not in _TITLES and text.get(language) is None:
                yield finding(
                    kind,
                    entry,
                    loc,
                    id=f'Teks ini harus ada juga dalam bahasa "{language}".',
                    en=f'This text must also be given in the language "{language}".',
                )


def _translations(corpus: Corpus) -> Iterator[Pair]:
    """Every translation beside the text that it was made from."""
    for (kind, id), proses in corpus.prose.items():
        original = proses[PRIMARY_LANGUAGE]
        for language, translation in proses.items():
            if language != PRIMARY_LANGUAGE and original.text.strip():
                yield kind, corpus.entries[kind][id], original, translation


def _structure(prose: Prose) -> Mapping[tuple[str, str], int]:
    """How many there are of each thing, by its name in both languages."""
    return {
        ("judul", "headings"): len(_HEADING.findall(prose.plain)),
        ("tautan", "links"): len(prose.links),
        ("baris tabel", "table rows"): len(_TABLE_ROW.findall(prose.plain)),
    }
