"""The matrix of commitments by half-years: where entries of the ledger and evidence were found."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.figures.halves import Matrix
from renaksi.publish.pager import build_pager, take_page
from renaksi.publish.paths import page_url
from renaksi.publish.values import Value
from renaksi.publish.views.browse import ways
from renaksi.publish.views.commitments import by_stream
from renaksi.publish.views.periods import period_name
from renaksi.vocabulary import Kind

_SECTION = "matrix"


@dataclass(frozen=True)
class Entry:
    """An entry of the ledger in a cell: who speaks, what of, and whether evidence is named."""

    link: Value
    voice: str
    status: str
    evidence: bool


@dataclass(frozen=True)
class MatrixRow:
    """A commitment and its cells, each with a column's label and the entries found."""

    number: str
    link: Value
    cells: tuple[tuple[str, tuple[Entry, ...]], ...]


def view(desk: Desk, number: int = 1) -> dict[str, Any]:
    """The matrix, or one of its further pages."""
    every, matrix = by_stream(desk), Matrix(desk.corpus)
    labels = {period: period_name(desk.words, period) for period in matrix.columns}
    address = partial(page_url, desk.words, _SECTION)
    spoken = sum(bool(desk.corpus.updates_of(item.id)) for item in every)
    silent = [labels[period] for period, told in matrix.told.items() if not told]
    return {
        "crumbs": (Value(desk.t("nav.commitments"), desk.section("commitments")),),
        "ways": ways(desk, "matrix"),
        "columns": tuple(labels.values()),
        "rows": tuple(_row(desk, matrix, labels, item) for item in take_page(every, number)),
        "told": tuple((labels[each], desk.words.number(n)) for each, n in matrix.told.items()),
        "summary": desk.t(
            "matrix.summary", n=desk.words.number(spoken), total=desk.words.number(len(every))
        ),
        "silent": desk.t("matrix.silent", periods=desk.words.listed(silent)) if silent else None,
        "pager": build_pager(desk.words, len(every), number, lambda n: address(number=n)),
        "first": number == 1,
    }


def _row(
    desk: Desk, matrix: Matrix, labels: dict[str, str], commitment: model.Commitment
) -> MatrixRow:
    url = desk.url(Kind.COMMITMENT, commitment)
    short = desk.short(commitment)
    return MatrixRow(
        number=desk.words.number(commitment.number),
        link=Value(short.text, url, language=short.language),
        cells=tuple(
            (label, tuple(_entry(desk, url, item) for item in matrix.cell(commitment.id, period)))
            for period, label in labels.items()
        ),
    )


def _entry(desk: Desk, url: str, update: model.Update) -> Entry:
    """What an entry says at a glance; one on a milestone is marked as such."""
    voice = desk.t(f"voice_short.{update.voice.value}")
    rating = update.completion
    word = desk.t(f"completion.{rating.value}" if rating else "matrix.unrated")
    key = "matrix.step" if update.milestone else "matrix.entry"
    return Entry(
        link=Value(desk.t(key, voice=voice, says=word), f"{url}#{update.id}"),
        voice=update.voice.value,
        status=rating.value if rating and not update.milestone else "unknown",
        evidence=bool(update.evidence),
    )
