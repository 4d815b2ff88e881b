"""Rules on texts in two languages."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.layout import LANGUAGES
from renaksi.model import Localized
from renaksi.problem import Severity


@rule(Severity.ERROR)
def check_title_in_every_language(corpus: Corpus) -> Iterator[Finding]:
    """A title must be given in every language of the site.

    Every page has a title in both languages. A title of our own is fine: leave the language out of
    `title_source` and the page says so.
    Bad: `title: {id: Pertemuan awal}`. Good: `title: {id: Pertemuan awal, en: Kick-off}`.

    Judul harus ada dalam setiap bahasa situs.

    Setiap halaman berjudul dalam kedua bahasa. Judul boleh susunan kita sendiri: jangan sebut
    bahasa itu di `title_source`, dan halaman akan memberitahukannya.
    Salah: `title: {id: Pertemuan awal}`. Benar: `title: {id: Pertemuan awal, en: Kick-off}`.
    """
    for kind, entries in corpus.entries.items():
        for entry in entries.values():
            for name in ("title", "label"):
                title = getattr(entry, name, None)
                if not isinstance(title, Localized):
                    continue
                for language in LANGUAGES:
                    if title.get(language) is None:
                        yield finding(
                            kind,
                            entry,
                            (name,),
                            id=f'Judul dalam bahasa "{language}" belum ada.',
                            en=f'The title in the language "{language}" is missing.',
                        )
