"""Rules on references between entries."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus
from renaksi.problem import Message, Severity
from renaksi.shape import with_home
from renaksi.vocabulary import KIND_NAMES, Kind


@rule(Severity.ERROR)
def check_reference_exists(corpus: Corpus) -> Iterator[Finding]:
    """Every id that an entry refers to must exist.

    Pages link to what the id names; where it names nothing, readers lose the connection.
    Bad: `lead_organizations: {value: [ministry-of-helth]}`.
    Good: `lead_organizations: {value: [ministry-of-health]}`.

    Setiap pengenal yang dirujuk suatu entri harus ada.

    Halaman menautkan apa yang disebut pengenal itu; jika tidak ada, kaitannya hilang bagi pembaca.
    Salah: `lead_organizations: {value: [ministry-of-helth]}`.
    Benar: `lead_organizations: {value: [ministry-of-health]}`.
    """
    for kind, entry, loc, target, id in corpus.references:
        if not corpus.may_exist(target, id):
            yield Finding(kind, entry, loc, find_no_entry(corpus, target, id))


@rule(Severity.ERROR)
def check_list_names_each_once(corpus: Corpus) -> Iterator[Finding]:
    """A list must name an organization, a source or any other entry once.

    Pages would show it twice, and counts would count it twice.
    Bad: `source: [ogi-plan-page, ogi-plan-page]`. Good: `source: [ogi-plan-page]`.

    Satu daftar hanya boleh menyebut organisasi, sumber, atau entri lain satu kali.

    Jika tidak, halaman menampilkannya dua kali, dan hitungan menghitungnya dua kali.
    Salah: `source: [ogi-plan-page, ogi-plan-page]`. Benar: `source: [ogi-plan-page]`.
    """
    named: set[str]
    for kind, entry, loc, _, id in corpus.references:
        at = loc[-1]
        if at == 0:  # the ids of a list follow each other, from its first on
            named = {id}
        elif isinstance(at, int):
            if id in named:
                message = Message(
                    id=f'"{id}" sudah disebut di daftar ini; hapus salah satu.',
                    en=f'"{id}" is named in this list already; remove one of them.',
                )
                yield Finding(kind, entry, loc, message)
            named.add(id)


def find_no_entry(corpus: Corpus, kind: Kind, id: str) -> Message:
    """That an id leads to no entry: the one that is meant, or else where it can be added."""
    message = Message(
        id=f'Tidak ada {KIND_NAMES[kind][0]} dengan pengenal "{id}".',
        en=f'There is no {KIND_NAMES[kind][1]} with the id "{id}".',
    )
    near = message.meaning(corpus.find_meant(kind, id))
    return with_home(message, kind) if near == message else near


@rule(Severity.ERROR)
def check_concern_exists(corpus: Corpus) -> Iterator[Finding]:
    """An editorial note must stand beside an entry, and a field, that exists.

    A note beside nothing is shown to nobody.
    Bad: `concerns: [{kind: stage, id: 09-party}]`.
    Good: `concerns: [{kind: stage, id: 03-kick-off, field: title}]`.

    Catatan redaksi harus berada di samping entri, dan isian, yang ada.

    Catatan di samping sesuatu yang tidak ada tidak akan dilihat siapa pun.
    Salah: `concerns: [{kind: stage, id: 09-party}]`.
    Benar: `concerns: [{kind: stage, id: 03-kick-off, field: title}]`.
    """
    for note in corpus.notes:
        for index, concern in enumerate(note.concerns):
            entry = corpus.get(concern.kind, concern.id)
            if not corpus.may_exist(concern.kind, concern.id):
                message = find_no_entry(corpus, concern.kind, concern.id)
                yield Finding(Kind.NOTE, note, ("concerns", index, "id"), message)
            elif entry and concern.field and concern.field not in type(entry).model_fields:
                message = Message(
                    id=f'Data {KIND_NAMES[concern.kind][0]} tidak punya isian "{concern.field}".',
                    en=f'The {KIND_NAMES[concern.kind][1]} has no field "{concern.field}".',
                ).hint(concern.field, list(type(entry).model_fields))
                yield Finding(Kind.NOTE, note, ("concerns", index, "field"), message)


@rule(Severity.ERROR)
def check_milestone_belongs_to_commitment(corpus: Corpus) -> Iterator[Finding]:
    """The milestone of an update must be one of its commitment's.

    Otherwise the report would stand beside no step, or beside that of another promise.
    Bad: `commitment: 05-village-planning`, `milestone: m9`, where that file has `m1` to `m3`.
    Good: `commitment: 05-village-planning`, `milestone: m3`, where that file has `m1` to `m3`.

    Tonggak capaian dalam catatan kemajuan harus milik komitmen yang disebutnya.

    Jika tidak, laporan itu tidak berada di samping langkah mana pun, atau di samping janji yang
    lain.
    Salah: `commitment: 05-village-planning`, `milestone: m9`, padahal berkasnya berisi `m1` sampai
    `m3`.
    Benar: `commitment: 05-village-planning`, `milestone: m3`, dan berkasnya berisi `m1` sampai
    `m3`.
    """
    for update in corpus.updates:
        commitment = corpus.get(Kind.COMMITMENT, update.commitment)
        if update.milestone is None or commitment is None:
            continue
        known = [item.id for item in commitment.milestones]  # type: ignore[attr-defined]
        if update.milestone not in known:
            message = Message(
                id=f'Komitmen "{update.commitment}" tidak punya tonggak capaian '
                f'"{update.milestone}".',
                en=f'Commitment "{update.commitment}" has no milestone "{update.milestone}".',
            ).hint(update.milestone, known)
            yield Finding(Kind.UPDATE, update, ("milestone",), message)
