"""Charts of how far the commitments got, by the voice that says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renaksi import model
from renaksi.publish.chart import Cell, Chart, Line, Part
from renaksi.publish.desk import Desk
from renaksi.publish.drawing import Piece, draw_bar, draw_swatch
from renaksi.publish.facets import facet_of
from renaksi.publish.figures import completion as figures
from renaksi.publish.figures.completion import Ledger, Share, Tally, read_ledger
from renaksi.publish.paths import facet_url
from renaksi.publish.values import Value
from renaksi.vocabulary import Completion, Kind, Voice

UNKNOWN = "unknown"
Commitments = Sequence[model.Commitment]
_DONE = (Completion.SUBSTANTIAL, Completion.COMPLETE)


@dataclass(frozen=True)
class Finding:
    """A headline figure with its sources; `gap` says what is not known of it."""

    text: str
    sources: tuple[Value, ...]
    gap: str | None


def charts(desk: Desk, plan: model.ActionPlan) -> tuple[Chart, ...]:
    """All commitments of a plan by voice, then by stream and theme; nothing without any."""
    commitments = figures.of_plan(desk.corpus, plan.id)
    if not commitments:
        return ()
    ledger = read_ledger(desk.corpus)
    return (
        _voices(desk, ledger, commitments),
        _streams(desk, ledger, commitments),
        _themes(desk, ledger, commitments),
    )


def irm_finding(desk: Desk, plan: model.ActionPlan) -> Finding | None:
    """How many the IRM counted as done, and whether the sources tell which ones these are."""
    fact = plan.irm.substantial_or_complete
    if fact is None or fact.value is None:
        return None
    commitments = figures.of_plan(desk.corpus, plan.id)
    rated = read_ledger(desk.corpus).tally(commitments, Voice.IRM).counts
    listed = sum(rated[rating] for rating in _DONE) >= fact.value
    number, total = desk.words.number(fact.value), _number(desk, commitments)
    return Finding(
        desk.t("home.irm_finding", n=number, total=total),
        desk.marks(fact.source),
        None if listed else desk.t("home.irm_list", n=number),
    )


def _voices(desk: Desk, ledger: Ledger, commitments: Commitments) -> Chart:
    tallies = {voice: ledger.tally(commitments, voice) for voice in Voice}
    shown = _shown(list(tallies.values()))
    known = ", ".join(
        desk.t("chart.pair", name=name, n=desk.words.number(tally.rated))
        for name, tally in zip(_in_a_row(desk, tallies), tallies.values(), strict=True)
    )
    lines = tuple(
        _line(desk, desk.t(f"voice.{voice.value}"), tally, shown, voice=voice)
        for voice, tally in tallies.items()
    )
    return Chart(
        id="voices",
        title=desk.t("chart.voices"),
        summary=desk.t("chart.voices_summary", total=_number(desk, commitments), known=known),
        layout="flow",
        columns=_columns(desk, desk.t("chart.voice"), shown),
        parts=(Part(lines),),
        notes=(Value(desk.t("chart.unknown_help")),),
    )


def _streams(desk: Desk, ledger: Ledger, commitments: Commitments) -> Chart:
    shares = figures.by_stream(commitments)
    titles = [
        Value(desk.t(f"stream.{share.key}"), f"{desk.section('commitments')}#_{share.key}")
        for share in shares
    ]
    known = ", ".join(
        desk.t(
            "chart.of",
            name=title.text,
            n=desk.words.number(ledger.count_rated(share.commitments)),
            total=_number(desk, share.commitments),
        )
        for title, share in zip(titles, shares, strict=True)
    )
    groups = list(zip(titles, shares, strict=True))
    summary = desk.t("chart.streams_summary", known=known)
    return _grouped(desk, ledger, ("streams", desk.t("chart.streams")), summary, groups)


def _themes(desk: Desk, ledger: Ledger, commitments: Commitments) -> Chart:
    shares = figures.by_theme(desk.corpus, commitments)
    label = desk.label(Kind.THEME)
    summary = desk.t(
        "chart.themes_summary",
        known=desk.words.number(sum(len(each.commitments) for each in shares if each.key)),
        total=_number(desk, commitments),
        rated=desk.words.number(ledger.count_rated(commitments)),
    )
    groups = [
        (label(share.key) if share.key else Value(desk.t("chart.no_theme")), share)
        for share in shares
    ]
    return _grouped(desk, ledger, ("themes", desk.t("chart.themes")), summary, groups)


def _grouped(
    desk: Desk,
    ledger: Ledger,
    name: tuple[str, str],
    summary: str,
    groups: Sequence[tuple[Value, Share]],
) -> Chart:
    counted = [
        {voice: ledger.tally(share.commitments, voice) for voice in Voice} for _, share in groups
    ]
    shown = _shown([tally for tallies in counted for tally in tallies.values()])
    parts = tuple(
        Part(
            tuple(_lines(desk, tallies, shown)),
            title=title,
            count=desk.words.count("count.commitments", len(share.commitments)),
        )
        for (title, share), tallies in zip(groups, counted, strict=True)
    )
    return Chart(
        id=name[0],
        title=name[1],
        summary=summary,
        layout="flow",
        columns=_columns(desk, desk.t("chart.voice"), shown),
        parts=parts,
    )


def _lines(desk: Desk, tallies: dict[Voice, Tally], shown: Sequence[str]) -> Iterator[Line]:
    """A line for each voice that rated any of the commitments, and one for all others together."""
    silent = {voice: tally for voice, tally in tallies.items() if not tally.rated}
    for voice, tally in tallies.items():
        if voice not in silent:
            yield _line(desk, desk.t(f"voice.{voice.value}"), tally, shown)
    if silent:
        names = desk.words.listed(_in_a_row(desk, silent))
        yield _line(desk, desk.words.begin(names), next(iter(silent.values())), shown)


def _line(
    desk: Desk, label: str, tally: Tally, shown: Sequence[str], *, voice: Voice | None = None
) -> Line:
    """The ratings of some commitments; of all of them if it is about a single `voice`."""
    counts = {_key(rating): number for rating, number in tally.counts.items()}
    cells = tuple(
        Cell(
            desk.words.number(counts[key]),
            desk.t(f"completion.{key}"),
            draw_swatch(key),
            silent=not counts[key],
            url=_counted(desk, voice, key, counts[key]) if voice else "",
        )
        for key in shown
    )
    spoken = desk.words.count("count.spoken", tally.spoken) if voice and tally.spoken else ""
    pieces = [Piece(key, 100 * number / tally.total) for key, number in counts.items()]
    return Line(Value(label), cells, details=(spoken,) if spoken else (), drawing=draw_bar(pieces))


def _counted(desk: Desk, voice: Voice, key: str, number: int) -> str:
    """The page of the commitments that a voice rates so; none if it has others than were counted.

    Pages of facets know no plan: where the corpus has commitments of several, theirs are more.
    """
    facet = facet_of(voice)
    members = desk.facets.members[facet].get(key, ())
    return facet_url(desk.words, facet, key) if number and len(members) == number else ""


def _shown(tallies: Sequence[Tally]) -> tuple[str, ...]:
    """The ratings that occur, best first, and "not known", which is always named."""
    return tuple(
        _key(rating)
        for rating in figures.RATINGS
        if rating is None or any(tally.counts[rating] for tally in tallies)
    )


def _columns(desk: Desk, first: str, shown: Sequence[str]) -> tuple[str, ...]:
    return (first, *(desk.t(f"completion.{key}") for key in shown))


def _in_a_row(desk: Desk, voices: dict[Voice, Tally]) -> list[str]:
    """Names of voices as they stand within a sentence."""
    return [_lowered(desk.t(f"voice.{voice.value}")) for voice in voices]


def _lowered(name: str) -> str:
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _key(rating: Completion | None) -> str:
    return rating.value if rating else UNKNOWN


def _number(desk: Desk, commitments: Commitments) -> str:
    return desk.words.number(len(commitments))
