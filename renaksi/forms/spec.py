"""What each form asks. Labels and help are words of `theme/strings/forms.*`.

A field that names a `flag` is the answer to that question of `renaksi new`; choices are the
entries or the closed list that the question knows. What asks for a source has no flag: the answers
make an entry of `data/sources.yaml`.
"""

from dataclasses import dataclass
from enum import StrEnum

from renaksi.vocabulary import Kind, Voice

# The form that mends what a page says, which makes no entry.
CORRECTION = "correction"


class Widget(StrEnum):
    """How GitHub's form asks (docs.github.com: syntax for GitHub's form schema)."""

    INPUT = "input"
    TEXT = "textarea"
    CHOICE = "dropdown"
    CONSENT = "checkboxes"


@dataclass(frozen=True)
class Field:
    """One question. `example` is shown in the empty field; it is the same in every language."""

    id: str
    widget: Widget = Widget.INPUT
    flag: str | None = None
    required: bool = False
    many: bool = False
    example: str | None = None


@dataclass(frozen=True)
class Form:
    """A form: the kind of entry that it makes, if it makes one.

    `given` are answers that the form as such implies, by flag.
    """

    id: str
    kind: Kind | None
    fields: tuple[Field, ...]
    given: tuple[tuple[str, str], ...] = ()

    @property
    def makes_files(self) -> bool:
        """Whether files can be made of the answers; input to the next plan has no home in this."""
        return self.kind is not None or self.id == CORRECTION


_SOURCE = (
    Field("source_title", required=True),
    Field("source_url", required=True, example="https://"),
    Field("source_publisher", required=True),
    Field("source_language", Widget.CHOICE, required=True),
    Field("source_date", example="2020-06-30"),
)
_CONSENT = Field("consent", Widget.CONSENT, required=True)
_COMMITMENT = Field("commitment", Widget.CHOICE, "commitment", required=True)
_PERIOD = Field("period", Widget.CHOICE, "reporting-period", required=True)
_DATE = Field("date", flag="date", example="2020-06-30")
_PROGRESS = Field("progress", Widget.TEXT, "progress-id", required=True)
_PROGRESS_EN = Field("progress_en", Widget.TEXT, "progress-en")
_EVIDENCE = Field("evidence", Widget.TEXT, "evidence", many=True, example="https://")

FORMS = (
    Form(
        "update",
        Kind.UPDATE,
        (
            _COMMITMENT,
            Field("voice", Widget.CHOICE, "voice", required=True),
            _PERIOD,
            _DATE,
            Field("completion", Widget.CHOICE, "completion"),
            _PROGRESS,
            _PROGRESS_EN,
            Field("obstacles", Widget.TEXT, "obstacles-id"),
            Field("obstacles_en", Widget.TEXT, "obstacles-en"),
            _EVIDENCE,
            *_SOURCE,
            _CONSENT,
        ),
    ),
    Form(
        "evidence",
        Kind.UPDATE,
        (
            _COMMITMENT,
            _PERIOD,
            _DATE,
            Field(
                "evidence", Widget.TEXT, "evidence", required=True, many=True, example="https://"
            ),
            Field("shows", Widget.TEXT, "progress-id", required=True),
            Field("shows_en", Widget.TEXT, "progress-en"),
            *_SOURCE,
            _CONSENT,
        ),
        given=(("voice", Voice.EVIDENCE.value),),
    ),
    Form(
        "meeting",
        Kind.MEETING,
        (
            Field("stage", Widget.CHOICE, "stage", required=True),
            Field("title", flag="title-id", required=True),
            Field("title_en", flag="title-en", required=True),
            Field("start", flag="start-date", required=True, example="2018-08-08"),
            Field("end", flag="end-date", example="2018-08-09"),
            Field("venue", flag="venue-id"),
            Field("total", flag="total"),
            Field("men", flag="men"),
            Field("women", flag="women"),
            Field("report", Widget.TEXT, "text-id", required=True),
            Field("report_en", Widget.TEXT, "text-en"),
            *_SOURCE,
            _CONSENT,
        ),
    ),
    Form(
        CORRECTION,
        None,
        (
            Field("page", required=True, example="https://"),
            Field("wrong", Widget.TEXT, required=True),
            Field("right", Widget.TEXT, required=True),
            *_SOURCE,
            _CONSENT,
        ),
    ),
    Form(
        "input",
        None,
        (
            Field("topic", required=True),
            Field("proposal", Widget.TEXT, required=True),
            Field("organization"),
            _CONSENT,
        ),
    ),
)
