"""What is asked about a new entry, in order: one question for each flag of `renaksi new`."""

from dataclasses import dataclass
from enum import Enum, auto

from renaksi.problem import Message
from renaksi.vocabulary import Completion, EarlyResults, Kind, Stream, Voice


class Form(Enum):
    """What kind of answer a question takes."""

    TEXT = auto()
    PROSE = auto()
    NUMBER = auto()
    TIME = auto()  # a date or a period


@dataclass(frozen=True)
class Question:
    """A flag, where its answer stands in the entry, and the words it is asked with.

    An answer is one of the `choices`, or the id of an entry of the kind `refers`, or text.
    """

    flag: str
    loc: tuple[str, ...]
    words: Message
    form: Form = Form.TEXT
    refers: Kind | None = None
    choices: tuple[str, ...] = ()
    required: bool = False
    many: bool = False

    @property
    def is_fact(self) -> bool:
        """Whether the answer must name its source."""
        return "value" in self.loc


def _ask(flag: str, loc: str, id: str, en: str, **more: object) -> Question:
    return Question(flag, tuple(loc.split(".")), Message(id=id, en=en), **more)  # type: ignore[arg-type]


def _both(flag: str, loc: str, id: str, en: str, **more: object) -> tuple[Question, Question]:
    """A text in the two languages of the site."""
    return (
        _ask(f"{flag}-id", f"{loc}.id", f"{id} (Indonesia)", f"{en} (Indonesian)", **more),
        _ask(f"{flag}-en", f"{loc}.en", f"{id} (Inggris)", f"{en} (English)", **more),
    )


def _organizations(flag: str, id: str, en: str) -> Question:
    loc = f"{flag.replace('-', '_')}.value"
    return _ask(flag, loc, id, en, refers=Kind.ORGANIZATION, many=True)


_ID = _ask(
    "id", "id", "Pengenal, juga nama berkas", "Identifier, also the file name", required=True
)
_PLAN = _ask("plan", "plan", "Rencana aksi", "Action plan", refers=Kind.PLAN, required=True)
_NUMBER = _ask("number", "number", "Nomor", "Number", form=Form.NUMBER, required=True)
_TITLE = _both("title", "title", "Judul", "Title", required=True)
_WORDING = (
    *_both(
        *("title-source", "title_source", "Sumber kata-kata judul", "Source of the title's words"),
        refers=Kind.SOURCE,
        many=True,
    ),
    *_both("short-title", "short_title", "Judul pendek", "Short title"),
)
_DATES = (
    _ask("start-date", "start_date.value", "Tanggal mulai", "Start date", form=Form.TIME),
    _ask("end-date", "end_date.value", "Tanggal selesai", "End date", form=Form.TIME),
)
_PURPOSE = _both("purpose", "purpose.value", "Tujuan", "Purpose")
_FACT_SOURCE = _ask(
    *("source", "source", "Sumber fakta-fakta di atas", "Source of the facts above"),
    refers=Kind.SOURCE,
    required=True,
    many=True,
)
_NARRATIVE = _both("text", "text", "Narasi", "Narrative", form=Form.PROSE)

QUESTIONS: dict[Kind, tuple[Question, ...]] = {
    Kind.COMMITMENT: (
        *(_PLAN, *_TITLE, *_WORDING, _NUMBER, _ID),
        _ask("stream", "stream", "Bagian rencana", "Stream", choices=tuple(Stream), required=True),
        _organizations("lead-organizations", "Penanggung jawab", "Lead organisations"),
        _organizations("supporting-organizations", "Instansi terkait", "Supporting organisations"),
        _organizations(
            "civil-society-organizations", "Mitra masyarakat sipil", "Civil-society partners"
        ),
        *_both("objective", "objective.value", "Tujuan", "Objective"),
        *_both("problem", "problem.value", "Masalah", "Problem"),
        *(*_DATES, _FACT_SOURCE, *_NARRATIVE),
    ),
    Kind.MEETING: (
        _PLAN,
        _ask("stage", "stage", "Tahap", "Stage", refers=Kind.STAGE, required=True),
        *(*_TITLE, *_WORDING, *_DATES, _ID),
        *_both("venue", "venue.value", "Tempat", "Venue"),
        _organizations("organizers", "Penyelenggara", "Organisers"),
        _organizations("attended-by", "Organisasi yang hadir", "Organisations that attended"),
        *(
            _ask(flag, f"attendance.{flag}.value", id, en, form=Form.NUMBER)
            for flag, id, en in (
                ("total", "Jumlah peserta", "Number of participants"),
                ("men", "Peserta laki-laki", "Men who took part"),
                ("women", "Peserta perempuan", "Women who took part"),
            )
        ),
        *_PURPOSE,
        _ask(
            *("commitments", "commitments", "Komitmen yang dibahas", "Commitments discussed"),
            refers=Kind.COMMITMENT,
            many=True,
        ),
        *(_FACT_SOURCE, *_NARRATIVE),
    ),
    Kind.UPDATE: (
        _ask(
            *("commitment", "commitment", "Komitmen", "Commitment"),
            refers=Kind.COMMITMENT,
            required=True,
        ),
        _ask("milestone", "milestone", "Tonggak capaian", "Milestone"),
        _ask(
            "voice", "voice", "Siapa yang berbicara", "Voice", choices=tuple(Voice), required=True
        ),
        _ask(
            *("reporting-period", "reporting_period"),
            "Masa laporan (design, mid-term, end-of-term, 2020, atau 2020-S1)",
            "Reporting period (design, mid-term, end-of-term, 2020 or 2020-S1)",
            form=Form.TIME,
            required=True,
        ),
        _ID,
        _ask("date", "date", "Tanggal pernyataan", "Date of the statement", form=Form.TIME),
        _ask("completion", "completion", "Penyelesaian", "Completion", choices=tuple(Completion)),
        _ask(
            *("early-results", "early_results", "Hasil awal", "Early results"),
            choices=tuple(EarlyResults),
        ),
        *_both("progress", "progress", "Kemajuan", "Progress"),
        *_both("obstacles", "obstacles", "Kendala", "Obstacles"),
        _ask("evidence", "evidence", "Alamat web bukti", "Web address of the evidence", many=True),
        _ask("author", "author", "Penulis laporan", "Author", refers=Kind.ORGANIZATION),
        *_both("note", "note", "Catatan", "Remark"),
        _ask(
            *("source", "source", "Sumber", "Source"), refers=Kind.SOURCE, required=True, many=True
        ),
    ),
    Kind.STAGE: (
        *(_PLAN, *_TITLE, *_WORDING, _NUMBER, _ID, *_DATES, *_PURPOSE, _FACT_SOURCE, *_NARRATIVE),
    ),
}
