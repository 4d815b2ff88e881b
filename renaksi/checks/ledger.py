"""Rules on the ledger of updates."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.model import Organization
from renaksi.problem import Severity
from renaksi.vocabulary import Kind, OrganizationKind, Voice

# Which kinds of organizations speak with a voice; evidence is gathered by anyone.
_SPEAKERS = {
    Voice.GOVERNMENT: {
        OrganizationKind.GOVERNMENT,
        OrganizationKind.INDEPENDENT_AGENCY,
        OrganizationKind.PARLIAMENT,
    },
    Voice.CIVIL_SOCIETY: {OrganizationKind.CIVIL_SOCIETY},
    Voice.IRM: {OrganizationKind.INDEPENDENT_AGENCY},
    Voice.EVIDENCE: set(OrganizationKind),
}
_SAYS = ("completion", "early_results", "progress", "obstacles", "evidence", "note")
_EVIDENCE = (
    "bukti (evidence, atau sumber yang punya document_date)",
    "evidence (evidence, or a source with a document_date)",
)


@rule(Severity.ERROR)
def check_update_needs_evidence(corpus: Corpus) -> Iterator[Finding]:
    """An update with a completion must have a date and evidence.

    "Complete" without a day, or without a trace, cannot be checked by anyone. Evidence is a web
    address under `evidence`, or a source with a `document_date`, which shows when it was said. The
    reports of the IRM, which name what they looked at, are evidence themselves: for `voice: irm`
    the date is enough.
    Bad: `voice: government`, `completion: complete`.
    Good: `voice: government`, `completion: complete`, `date: 2020-07`,
    `evidence: [{url: https://example.org/decree}]`.

    Catatan kemajuan yang menyebut tingkat pelaksanaan harus bertanggal dan disertai bukti.

    "Selesai" tanpa tanggal, atau tanpa jejak, tidak dapat diperiksa siapa pun. Bukti adalah alamat
    web di bawah `evidence`, atau sumber dengan `document_date`, yang menunjukkan kapan hal itu
    dikatakan. Laporan IRM, yang menyebut apa yang dilihatnya, sudah merupakan bukti: untuk
    `voice: irm` cukup tanggalnya.
    Salah: `voice: government`, `completion: complete`.
    Benar: `voice: government`, `completion: complete`, `date: 2020-07`,
    `evidence: [{url: https://example.org/decree}]`.
    """
    # A source that cannot be found is another problem, and may well have a date.
    undated = {source.id for source in corpus.sources if source.document_date is None}
    for update in corpus.updates:
        if update.completion is None:
            continue
        proved = (
            update.evidence or update.voice is Voice.IRM or not undated.issuperset(update.source)
        )
        missing = [
            *([] if update.date else [("tanggal (date)", "a date (date)")]),
            *([] if proved else [_EVIDENCE]),
        ]
        if missing:
            value = update.completion.value
            yield finding(
                Kind.UPDATE,
                update,
                ("completion",),
                id=f"Penilaian '{value}' harus disertai {' dan '.join(id for id, _ in missing)}.",
                en=f"The completion '{value}' must come with "
                f"{' and '.join(en for _, en in missing)}.",
            )


@rule(Severity.ERROR)
def check_update_says_something(corpus: Corpus) -> Iterator[Finding]:
    """An update must say something: a completion, progress, obstacles, evidence or a note.

    An entry without any of them looks like a report and tells nobody anything; that nothing was
    done is worth saying.
    Bad: `commitment`, `voice` and `source` alone.
    Good: `commitment`, `voice` and `source`, with `progress: {id: Belum ada kemajuan.}`.

    Catatan kemajuan harus berisi sesuatu: tingkat pelaksanaan, kemajuan, kendala, bukti, atau
    keterangan.

    Entri tanpa satu pun darinya tampak seperti laporan tetapi tidak memberi tahu apa-apa; bahwa
    belum ada yang dikerjakan pun layak ditulis.
    Salah: hanya `commitment`, `voice`, dan `source`.
    Benar: `commitment`, `voice`, dan `source`, dengan `progress: {id: Belum ada kemajuan.}`.
    """
    for update in corpus.updates:
        if not any(getattr(update, name) for name in _SAYS):
            yield finding(
                Kind.UPDATE,
                update,
                (),
                id="Catatan ini belum mengatakan apa-apa; tulis progress, sekalipun isinya "
                f"'belum ada kemajuan', atau salah satu dari: {', '.join(_SAYS)}.",
                en="This update says nothing; write its progress, be it 'no progress yet', or one "
                f"of: {', '.join(_SAYS)}.",
            )


@rule(Severity.ERROR)
def check_early_results_are_irm_only(corpus: Corpus) -> Iterator[Finding]:
    """Early results must be given by the IRM alone.

    "Did it open government?" is the IRM's own scale; in another voice it would pass for a rating.
    Bad: `voice: government`, `early_results: major`. Good: `voice: irm`, `early_results: major`.

    Hasil awal hanya boleh diisi oleh IRM.

    "Apakah pemerintahan menjadi lebih terbuka?" adalah skala milik IRM; pada suara lain isian ini
    akan disangka penilaian IRM.
    Salah: `voice: government`, `early_results: major`. Benar: `voice: irm`, `early_results: major`.
    """
    for update in corpus.updates:
        if update.early_results is not None and update.voice is not Voice.IRM:
            value, voice = update.early_results.value, update.voice.value
            yield finding(
                Kind.UPDATE,
                update,
                ("early_results",),
                id=f"Hasil awal '{value}' hanya boleh diisi oleh IRM, bukan oleh '{voice}'.",
                en=f"Early results '{value}' must be given by the IRM only, not by '{voice}'.",
            )


@rule(Severity.ERROR)
def check_update_names_its_voice(corpus: Corpus) -> Iterator[Finding]:
    """The id of an update must name its voice, and no other one.

    Whoever speaks with a voice approves what is said in its name. GitHub finds them by the name of
    the file (`.github/CODEOWNERS`), which is the id: a rating by the government in a file of
    another name could be published without the government having seen it.
    Bad: `id: 14-end-of-term`, `voice: government`.
    Good: `id: 14-government-end-of-term`, `voice: government`.

    Pengenal catatan kemajuan harus memuat nama suaranya, dan tidak memuat nama suara lain.

    Yang berbicara dengan sebuah suara menyetujui apa yang dikatakan atas namanya. GitHub menemukan
    mereka dari nama berkas (`.github/CODEOWNERS`), yaitu pengenal ini: penilaian pemerintah dalam
    berkas bernama lain dapat terbit tanpa dilihat pemerintah.
    Salah: `id: 14-end-of-term`, `voice: government`.
    Benar: `id: 14-government-end-of-term`, `voice: government`.
    """
    for update in corpus.updates:
        named = [voice for voice in Voice if f"-{voice.value}" in update.id]
        if named != [update.voice]:
            voice = update.voice.value
            yield finding(
                Kind.UPDATE,
                update,
                ("id",),
                id=f"Pengenal catatan dari suara '{voice}' harus memuat '-{voice}', tanpa nama "
                "suara lain; ganti juga nama berkasnya.",
                en=f"The id of an update by the voice '{voice}' must hold '-{voice}' and no other "
                "voice's name; rename its file, too.",
            )


@rule(Severity.ERROR)
def check_author_fits_voice(corpus: Corpus) -> Iterator[Finding]:
    """The author of an update must be of the kind that its voice is.

    A ministry that speaks as civil society, or the other way round, would hide who said what.
    Bad: `voice: civil-society`, `author: ministry-of-health`.
    Good: `voice: government`, `author: ministry-of-health`.

    Penulis catatan kemajuan harus sejenis dengan suaranya.

    Kementerian yang berbicara sebagai masyarakat sipil, atau sebaliknya, mengaburkan siapa berkata
    apa.
    Salah: `voice: civil-society`, `author: ministry-of-health`.
    Benar: `voice: government`, `author: ministry-of-health`.
    """
    for update in corpus.updates:
        author = update.author and corpus.get(Kind.ORGANIZATION, update.author)
        if isinstance(author, Organization) and author.kind not in _SPEAKERS[update.voice]:
            voice, kind = update.voice.value, author.kind.value
            yield finding(
                Kind.UPDATE,
                update,
                ("author",),
                id=f"Suara '{voice}' tidak boleh ditulis oleh organisasi jenis '{kind}': "
                f"'{author.id}'.",
                en=f"The voice '{voice}' must not be that of an organisation of the kind '{kind}': "
                f"'{author.id}'.",
            )
