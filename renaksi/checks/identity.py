"""Rules on identifiers, file names and numbers."""

from collections.abc import Iterator
from itertools import count, islice
from pathlib import PurePosixPath
from typing import cast

from renaksi.checks.references import find_no_entry
from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.layout import ADDRESSED, NAMED_AFTER_ID
from renaksi.model import ActionPlan, Commitment, Redirect, Stage
from renaksi.problem import Message, Severity
from renaksi.vocabulary import KIND_NAMES, Kind

Numbered = Commitment | Stage
_MOST_NAMED = 3
_OF_A_PLAN = (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING)


@rule(Severity.ERROR)
def check_file_name_equals_id(corpus: Corpus) -> Iterator[Finding]:
    """A file must be named after the id of the entry in it.

    Addresses and links are made from the id; a file of another name cannot be found again.
    Bad: `06-e-legislation.md` holds `id: 6-elegislation`.
    Good: `06-e-legislation.md` holds `id: 06-e-legislation`.

    Nama berkas harus sama dengan pengenal entri di dalamnya.

    Alamat dan tautan dibuat dari pengenal; berkas dengan nama lain tidak dapat ditemukan lagi.
    Salah: `06-e-legislation.md` berisi `id: 6-elegislation`.
    Benar: `06-e-legislation.md` berisi `id: 06-e-legislation`.
    """
    for kind in NAMED_AFTER_ID:
        for entry in corpus.of(kind):
            stem = PurePosixPath(corpus.origins[kind, entry.id].document.path).stem
            if stem != entry.id:
                yield finding(
                    kind,
                    entry,
                    ("id",),
                    id=f'Pengenal harus sama dengan nama berkas "{stem}", bukan "{entry.id}".',
                    en=f'The id must equal the file name "{stem}", not "{entry.id}".',
                )


@rule(Severity.ERROR)
def check_folder_equals_plan(corpus: Corpus) -> Iterator[Finding]:
    """An entry must lie in the folder of its plan.

    The folder is how people find the entries of a plan, and the entry must not contradict it.
    Bad: `content/stages/2018-2020/01-start.md` with `plan: 2020-2022`.
    Good: `content/stages/2018-2020/01-start.md` with `plan: 2018-2020`.

    Entri harus berada di folder rencana aksinya.

    Lewat folder itulah orang mencari isi satu rencana aksi, jadi isi berkas tidak boleh berbeda.
    Salah: `content/stages/2018-2020/01-start.md` dengan `plan: 2020-2022`.
    Benar: `content/stages/2018-2020/01-start.md` dengan `plan: 2018-2020`.
    """
    for kind in _OF_A_PLAN:
        for entry in corpus.of(kind):
            folder = PurePosixPath(corpus.origins[kind, entry.id].document.path).parent.name
            plan = entry.plan  # type: ignore[attr-defined]
            if plan != folder:
                yield finding(
                    kind,
                    entry,
                    ("plan",),
                    id=f'Isian plan harus sama dengan nama folder "{folder}", bukan "{plan}".',
                    en=f'The plan must equal the folder name "{folder}", not "{plan}".',
                )


@rule(Severity.ERROR)
def check_plan_has_its_entries(corpus: Corpus) -> Iterator[Finding]:
    """A plan must have the id that its commitments, stages and meetings name.

    An id that changes in one place alone leaves every entry without its plan.
    Bad: `id: 2018-2021` in `data/renaksi.yaml`, where every commitment has `plan: 2018-2020`.
    Good: `id: 2018-2020` in `data/renaksi.yaml`, where every commitment has `plan: 2018-2020`.

    Rencana aksi harus memakai pengenal yang disebut komitmen, tahap, dan pertemuannya.

    Pengenal yang berubah di satu tempat saja membuat semua entri kehilangan rencana aksinya.
    Salah: `id: 2018-2021` di `data/renaksi.yaml`, padahal semua komitmen berisi `plan: 2018-2020`.
    Benar: `id: 2018-2020` di `data/renaksi.yaml`, dan semua komitmen berisi `plan: 2018-2020`.
    """
    named = corpus.plan_named_instead
    for plan in corpus.of(Kind.PLAN) if named else ():
        yield finding(
            Kind.PLAN,
            plan,
            ("id",),
            id=f'Tidak ada entri dari rencana aksi "{plan.id}"; yang disebut di sana "{named}". '
            "Kembalikan pengenal itu, atau ganti di semua entri beserta nama foldernya.",
            en=f'No entry belongs to the plan "{plan.id}"; they name "{named}". Bring that id '
            "back, or change it in all of them and in the names of their folders.",
        )


@rule(Severity.ERROR)
def check_number_is_unique(corpus: Corpus) -> Iterator[Finding]:
    """Two commitments, or two stages, of one plan must not carry the same number.

    People speak of "commitment 6", and that must be one thing. Every entry with the number is
    reported, for nobody else knows which is the wrong one.
    Bad: two files of `content/stages/2018-2020/` with `number: 3`.
    Good: one file of `content/stages/2018-2020/` with `number: 3`, the other with the number of its
    source.

    Dua komitmen, atau dua tahap, dalam satu rencana aksi tidak boleh bernomor sama.

    Orang menyebut "komitmen 6", dan itu harus berarti satu hal. Semua entri bernomor itu
    dilaporkan, karena hanya Anda yang tahu mana yang keliru.
    Salah: dua berkas di `content/stages/2018-2020/` dengan `number: 3`.
    Benar: satu berkas di `content/stages/2018-2020/` dengan `number: 3`, dan yang lain dengan nomor
    menurut sumbernya.
    """
    for kind, entries in ((Kind.COMMITMENT, corpus.commitments), (Kind.STAGE, corpus.stages)):
        taken: dict[str, dict[int, list[Numbered]]] = {}
        for entry in entries:
            taken.setdefault(entry.plan, {}).setdefault(entry.number, []).append(entry)
        shared = ((of, *item) for of in taken for item in taken[of].items() if len(item[1]) > 1)
        for plan, number, same in shared:
            free = next(each for each in count(1) if each not in taken[plan])
            for entry in same:
                named = (f'"{each.id}"' for each in same if each is not entry)
                others = list(islice(named, _MOST_NAMED))
                yield finding(
                    kind,
                    entry,
                    ("number",),
                    id=f"Nomor {number} dipakai juga oleh {', '.join(others)}; ganti salah satu. "
                    f"Nomor yang masih bebas: {free}.",
                    en=f"The number {number} is also used by {', '.join(others)}; change one of "
                    f"them. A number that is free: {free}.",
                )


@rule(Severity.ERROR)
def check_milestone_id_is_unique(corpus: Corpus) -> Iterator[Finding]:
    """Two milestones of a commitment must not share an id, be it a present or a former one.

    An id is a place on the page, and what links to it must reach one milestone.
    Bad: `id: m2` beside `former_ids: [m2]`. Good: `id: m3` beside `former_ids: [m2]`.

    Dua tonggak capaian satu komitmen tidak boleh berpengenal sama, baik yang sekarang maupun yang
    lama.

    Pengenal adalah tempat di halaman, dan tautan ke sana harus sampai ke satu tonggak capaian.
    Salah: `id: m2` di samping `former_ids: [m2]`. Benar: `id: m3` di samping `former_ids: [m2]`.
    """
    for commitment in corpus.commitments:
        seen: set[str] = set()
        for index, step in enumerate(commitment.milestones):
            former = [(("former_ids", at), id) for at, id in enumerate(step.former_ids)]
            for loc, id in [(("id",), step.id), *former]:
                if id in seen:
                    yield finding(
                        Kind.COMMITMENT,
                        commitment,
                        ("milestones", index, *loc),
                        id=f'Pengenal "{id}" sudah dipakai tonggak capaian di atasnya.',
                        en=f'The id "{id}" is already used by a milestone above.',
                    )
                seen.add(id)


@rule(Severity.ERROR)
def check_consultation_id_is_unique(corpus: Corpus) -> Iterator[Finding]:
    """Two consultations of a plan must not share an id.

    Changes are told, and tables are joined, by the id; with two of the same, nobody can tell which
    is meant.
    Bad: two items of `consultations` with `id: survey`. Good: `id: survey` and `id: survey-two`.

    Dua konsultasi satu rencana aksi tidak boleh berpengenal sama.

    Perubahan diceritakan, dan tabel dihubungkan, menurut pengenal; kalau ada dua yang sama, tidak
    jelas mana yang dimaksud.
    Salah: dua isi `consultations` dengan `id: survey`. Benar: `id: survey` dan `id: survey-two`.
    """
    for plan in corpus.of(Kind.PLAN):
        seen: set[str] = set()
        for index, consultation in enumerate(cast(ActionPlan, plan).consultations):
            if consultation.id in seen:
                yield finding(
                    Kind.PLAN,
                    plan,
                    ("consultations", index, "id"),
                    id=f'Pengenal "{consultation.id}" sudah dipakai konsultasi di atasnya.',
                    en=f'The id "{consultation.id}" is already used by a consultation above.',
                )
            seen.add(consultation.id)


@rule(Severity.ERROR)
def check_redirect_leads_on(corpus: Corpus) -> Iterator[Finding]:
    """A redirect must lead from an id that is no longer used to an entry of the same kind.

    It is there for people who kept the former address. The former id comes first.
    Bad: `{id: 06-e-legislation, kind: commitment, to: 6-elegislation}`, where the second is the
    former.
    Good: `{id: 6-elegislation, kind: commitment, to: 06-e-legislation}`.

    Pengalihan harus menuju dari pengenal yang tidak dipakai lagi ke entri yang sejenis.

    Pengalihan dibuat untuk orang yang menyimpan alamat lama. Pengenal lama ditulis lebih dahulu.
    Salah: `{id: 06-e-legislation, kind: commitment, to: 6-elegislation}`, padahal yang lama adalah
    yang kedua.
    Benar: `{id: 6-elegislation, kind: commitment, to: 06-e-legislation}`.
    """
    for redirect in corpus.of(Kind.REDIRECT):
        assert isinstance(redirect, Redirect)
        kind = redirect.kind
        names = KIND_NAMES[kind]
        if kind not in ADDRESSED:
            message = Message(
                id=f"Entri jenis {names[0]} tidak mempunyai alamat, jadi tidak perlu dialihkan.",
                en=f"An entry of the kind {names[1]} has no address that could be redirected.",
            )
            yield Finding(Kind.REDIRECT, redirect, ("kind",), message)
        elif not corpus.may_exist(kind, redirect.to):
            message = find_no_entry(corpus, kind, redirect.to)
            yield Finding(Kind.REDIRECT, redirect, ("to",), message)
        elif corpus.get(kind, redirect.id) is not None:
            message = Message(
                id=f'Pengenal "{redirect.id}" masih dipakai, jadi tidak boleh dialihkan.',
                en=f'The id "{redirect.id}" is still used, so it must not be redirected.',
            )
            yield Finding(Kind.REDIRECT, redirect, ("id",), message)
