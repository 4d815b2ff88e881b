"""Rules on the order of dates."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.dates import ends_before
from renaksi.model import Entry, Fact
from renaksi.problem import Severity
from renaksi.reader import Key
from renaksi.vocabulary import Kind

Span = tuple[Kind, Entry, tuple[Key, ...], object]


def _spans(corpus: Corpus) -> Iterator[Span]:
    """Everything that has a start and an end: where it stands and the record itself."""
    for kind in (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING):
        for entry in corpus.of(kind):
            yield kind, entry, (), entry
    for commitment in corpus.commitments:
        for index, milestone in enumerate(commitment.milestones):
            yield Kind.COMMITMENT, commitment, ("milestones", index), milestone
    for plan in corpus.of(Kind.PLAN):
        for name in ("implementation", "consultations"):
            for index, span in enumerate(getattr(plan, name)):
                yield Kind.PLAN, plan, (name, index), span


def _plain(value: "Fact[str] | str | None") -> str | None:
    return value.value if isinstance(value, Fact) else value


@rule(Severity.ERROR)
def check_end_date_follows_start_date(corpus: Corpus) -> Iterator[Finding]:
    """An end date must not lie before its start date.

    Otherwise readers cannot tell how long something took. Dates of reduced precision are compared
    by their widest reading: 2019 may end after 2019-11.
    Bad: `start_date: 2019-01`, `end_date: 2018-12`.
    Good: `start_date: 2019-01`, `end_date: 2019-01`.

    Tanggal selesai tidak boleh mendahului tanggal mulai.

    Jika mendahului, pembaca tidak tahu berapa lama sesuatu berlangsung. Tanggal tanpa bulan atau
    hari dibandingkan menurut rentang terluasnya: 2019 boleh menjadi akhir dari 2019-11.
    Salah: `start_date: 2019-01`, `end_date: 2018-12`.
    Benar: `start_date: 2019-01`, `end_date: 2019-01`.
    """
    for kind, entry, loc, span in _spans(corpus):
        start = _plain(span.start_date)  # type: ignore[attr-defined]
        end = _plain(span.end_date)  # type: ignore[attr-defined]
        if start and end and ends_before(end, start):
            sourced = isinstance(span.end_date, Fact)  # type: ignore[attr-defined]
            yield finding(
                kind,
                entry,
                (*loc, "end_date", "value") if sourced else (*loc, "end_date"),
                id=f"Tanggal selesai tidak boleh mendahului tanggal mulai {start}: '{end}'.",
                en=f"The end date must not be before the start date {start}: '{end}'.",
            )


@rule(Severity.WARNING)
def check_stage_order_is_noted(corpus: Corpus) -> Iterator[Finding]:
    """A stage that ended before a stage of a lower number began must have an editorial note.

    The number says where the source lists a stage, not when it took place. The dates are not mended
    silently: a note beside the date of either stage tells readers of the contradiction.
    Bad: stage 6 in 2019-05, stage 7 in 2018-10, and no note.
    Good: the same with a note whose `concerns` names one of the stages and its `start_date` or
    `end_date`.

    Tahap yang selesai sebelum tahap bernomor lebih kecil dimulai harus diberi catatan redaksi.

    Nomor adalah urutan tahap di sumber, bukan urutan waktunya. Tanggal tidak diubah diam-diam:
    catatan di samping tanggal salah satu tahap memberi tahu pembaca bahwa keduanya bertentangan.
    Salah: tahap 6 pada 2019-05, tahap 7 pada 2018-10, tanpa catatan.
    Benar: sama, tetapi dengan catatan yang `concerns`-nya menyebut salah satu tahap dan
    `start_date` atau `end_date` tahap itu.
    """
    starts = [(stage, _plain(stage.start_date)) for stage in corpus.stages]
    dated = [(stage, start) for stage, start in starts if start is not None]
    for index, (stage, begin) in enumerate(dated):
        last = _plain(stage.end_date) or begin
        for earlier, start in dated[:index]:
            if stage.plan != earlier.plan or not ends_before(last, start):
                continue
            if not _is_noted(corpus, {stage.id, earlier.id}):
                yield finding(
                    Kind.STAGE,
                    stage,
                    ("start_date", "value"),
                    id=f"Tahap {stage.number} ({last}) selesai sebelum tahap {earlier.number} "
                    f"dimulai ({start}); hal ini harus diberi catatan redaksi.",
                    en=f"Stage {stage.number} ({last}) ended before stage {earlier.number} "
                    f"began ({start}); an editorial note must say so.",
                )


def _is_noted(corpus: Corpus, stages: set[str]) -> bool:
    return any(
        concern.kind is Kind.STAGE
        and concern.id in stages
        and concern.field in ("start_date", "end_date")
        for note in corpus.notes
        for concern in note.concerns
    )
