"""Rules on where facts come from."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.problem import Severity
from renaksi.vocabulary import Kind


@rule(Severity.ERROR)
def check_fact_names_its_source(corpus: Corpus) -> Iterator[Finding]:
    """A fact with a value must name the source that it was read from.

    A fact that nobody can look up is a rumour; leave it out until a source is found.
    Bad: `responses: {value: 17}`. Good: `responses: {value: 17, source: ogi-plan-page}`.

    Fakta yang ada nilainya harus menyebut sumber yang dibaca.

    Fakta yang tidak dapat diperiksa siapa pun hanyalah kabar; jangan ditulis sampai sumbernya
    ditemukan.
    Salah: `responses: {value: 17}`. Benar: `responses: {value: 17, source: ogi-plan-page}`.
    """
    for kind, entry, loc, fact in corpus.facts:
        if fact.value is not None and fact.source is None:
            yield finding(
                kind,
                entry,
                loc,
                id='Isian ini harus menyebut sumbernya ("source: ...").',
                en='This fact must name its source ("source: ...").',
            )


@rule(Severity.WARNING)
def check_every_source_is_used(corpus: Corpus) -> Iterator[Finding]:
    """A source must be referred to by at least one entry.

    A source that nothing was taken from makes the list of sources look better than it is. Nothing
    is said while a file cannot be read, since that file may be the one that uses the source.
    Bad: an entry of `data/sources.yaml` that nothing names.
    Good: a fact with `source: its-id` for that entry of `data/sources.yaml`.

    Setiap sumber harus dirujuk paling sedikit oleh satu entri.

    Sumber yang tidak dipakai membuat daftar sumber tampak lebih baik dari keadaannya. Selama ada
    berkas yang tidak dapat dibaca, aturan ini diam, karena mungkin berkas itulah yang memakai
    sumbernya.
    Salah: entri di `data/sources.yaml` yang tidak disebut di mana pun.
    Benar: ada fakta dengan `source: its-id` untuk entri di `data/sources.yaml` itu.
    """
    if corpus.unread:
        return
    used = {id for *_, target, id in corpus.references if target is Kind.SOURCE}
    for source in corpus.sources:
        if source.id not in used:
            yield finding(
                Kind.SOURCE,
                source,
                ("id",),
                id=f'Sumber "{source.id}" harus dipakai paling sedikit sekali, atau dihapus.',
                en=f'The source "{source.id}" must be used at least once, or removed.',
            )
