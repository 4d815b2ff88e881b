"""The stages of co-creation in their numbered order, each where its dates lie in time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from renaksi import model
from renaksi.publish.chart import Cell, Chart, Line, Part
from renaksi.publish.desk import Desk, Owner
from renaksi.publish.drawing import draw_axis, draw_span, draw_swatch
from renaksi.publish.figures.participation import find_occasions
from renaksi.publish.figures.timeline import (
    Axis,
    Span,
    find_axis,
    find_overlaps,
    find_ranks,
    find_span,
    is_coarse,
)
from renaksi.publish.values import Value
from renaksi.vocabulary import Certainty, Kind

# More meetings than these would hide the stages; they have a page of their own.
MOST_MEETINGS = 30
_NONE = Cell("")
Ranks = Mapping[str, tuple[int, int]]
Stages = Sequence[model.Stage]


def chart(desk: Desk, plan: model.ActionPlan, *, meetings: bool) -> Chart | None:
    """The stages of a plan, with their meetings and consultations if asked; None without stages."""
    stages = [stage for stage in desk.corpus.stages if stage.plan == plan.id]
    if not stages:
        return None
    events = {stage.id: _events(desk, stage) if meetings else () for stage in stages}
    if sum(map(len, events.values())) > MOST_MEETINGS:
        events = dict.fromkeys(events, ())
    spans = {stage.id: span for stage in stages if (span := _span(stage))}
    ranks = dict(zip(spans, find_ranks(list(spans.values())), strict=True))
    published = plan.publication_date.value if plan.publication_date else None
    owners = [Owner(Kind.STAGE, stage) for stage in stages]
    drawn = list(_drawn(desk, [*owners, *(it for each in events.values() for it in each)]))
    drawn += [(span, False) for span in (find_span(published, published),) if span]
    axis = find_axis(span for span, _ in drawn)
    doubted = [owner.entry for owner in owners if desk.disputes(owner)]
    parts = [
        Part(
            (_stage(desk, axis, stage, ranks), *(_event(desk, axis, it) for it in events[stage.id]))
        )
        for stage in stages
    ]
    if published:
        parts.append(Part((_published(desk, axis, published),)))
    return Chart(
        id="time",
        title=desk.t("chart.time"),
        summary=" ".join(_summary(desk, stages, spans, doubted)),
        layout="time",
        columns=(desk.t("chart.stage"), desk.t("chart.order"), desk.t("field.time")),
        parts=tuple(parts),
        notes=tuple(_notes(desk, stages, spans, doubted)),
        axis=draw_axis(axis, desk.words) if axis else None,
        key=tuple(_key(desk, drawn)),
    )


def _events(desk: Desk, stage: model.Stage) -> tuple[Owner, ...]:
    """What took place in a stage, unless it is one thing with the very dates of the stage."""
    entries = [each.entry for each in find_occasions(desk.corpus, stage.id)]
    if [_dates(entry) for entry in entries] == [_dates(stage)]:
        return ()
    return tuple(
        Owner(Kind.MEETING if isinstance(entry, model.Meeting) else Kind.PLAN, entry)
        for entry in entries
    )


def _dates(entry: Any) -> tuple[str | None, str | None]:
    start, end = entry.start_date, entry.end_date
    return start.value if start else None, end.value if end else None


def _span(entry: Any) -> Span | None:
    return find_span(*_dates(entry))


def _drawn(desk: Desk, owners: Iterable[Owner]) -> Iterator[tuple[Span, bool]]:
    """Every span on the axis, and whether a note doubts its dates."""
    for owner in owners:
        if span := _span(owner.entry):
            yield span, bool(desk.disputes(owner))


def _stage(desk: Desk, axis: Axis | None, stage: model.Stage, ranks: Ranks) -> Line:
    owner = Owner(Kind.STAGE, stage)
    low, high = ranks.get(stage.id, (0, 0))
    order = desk.words.number(low) if low == high else f"{low}\u2013{high}"
    place = desk.t("chart.place", n=order, total=desk.words.number(len(ranks)))
    cell = Cell(
        place if low else desk.t("chart.not_known"),
        desk.t("chart.order"),
        details=tuple(_doubt(desk, owner)),
        known=bool(low),
    )
    return Line(
        replace(desk.title(stage), url=desk.url(Kind.STAGE, stage)),
        (cell, _time(desk, axis, owner)),
        number=desk.words.number(stage.number),
    )


def _doubt(desk: Desk, owner: Owner) -> Iterator[str]:
    """How far a place in the order is in doubt."""
    if _is_wrong(desk, owner.entry):
        yield desk.t("chart.place_wrong")
    elif desk.disputes(owner):
        yield desk.t("chart.place_doubted")


def _is_wrong(desk: Desk, stage: model.Stage) -> bool:
    """Whether a note says that a date of the stage is probably wrong."""
    notes = desk.disputes(Owner(Kind.STAGE, stage))
    return any(note.certainty is Certainty.PROBABLE_ERROR for note in notes)


def _event(desk: Desk, axis: Axis | None, owner: Owner) -> Line:
    meeting = owner.kind is Kind.MEETING
    url = desk.url(Kind.MEETING, owner.entry) if meeting else desk.section("consultation")
    label = replace(desk.short(owner.entry), url=url)
    return Line(label, (_NONE, _time(desk, axis, owner)), minor=True)


def _published(desk: Desk, axis: Axis | None, date: str) -> Line:
    span = find_span(date, date)
    drawing = draw_span(axis, span) if axis and span else None
    details = (desk.t("chart.day_unknown"),) if is_coarse(date) else ()
    cell = Cell(desk.words.date(date), drawing=drawing, details=details)
    return Line(Value(desk.t("chart.published")), (_NONE, cell))


def _time(desk: Desk, axis: Axis | None, owner: Owner) -> Cell:
    """When, in words: what is not known of the dates, and who doubts them; and the drawing."""
    start, end = _dates(owner.entry)
    span = find_span(start, end)
    if not span or not axis:
        return Cell(desk.t("date.unknown"), known=False)
    details = [desk.t("chart.end_unknown")] if end is None else []
    details += [desk.t("chart.start_unknown")] if start is None else []
    details += [desk.t("chart.day_unknown")] if is_coarse(start) or is_coarse(end) else []
    disputes = desk.disputes(owner)
    return Cell(
        desk.words.period(start, end),
        details=tuple(details),
        disputes=disputes,
        drawing=draw_span(axis, span, doubted=bool(disputes)),
    )


def _summary(
    desk: Desk, stages: Stages, spans: Mapping[str, Span], doubted: Stages
) -> Iterator[str]:
    """The order in time, which dates are not known, and on which doubted dates the order rests."""
    dated = [stage for stage in stages if stage.id in spans]
    undated = [stage for stage in stages if stage.id not in spans]
    dated.sort(key=lambda stage: spans[stage.id].begin)
    if not dated:
        yield desk.t("chart.time_unknown")
        return
    order = ", ".join(desk.words.number(stage.number) for stage in dated)
    if undated:
        key = "chart.time_but_one" if len(undated) == 1 else "chart.time_but_some"
        yield desk.t(key, order=order, undated=_listed(desk, undated))
    else:
        yield desk.t("chart.time_all", order=order)
    if doubted:
        key = "chart.order_doubted_one" if len(doubted) == 1 else "chart.order_doubted_some"
        yield desk.t(key, stages=_listed(desk, doubted))
    wrong = [stage for stage in doubted if _is_wrong(desk, stage)]
    if wrong:
        key = "chart.dates_wrong_one" if len(wrong) == 1 else "chart.dates_wrong_some"
        yield desk.t(key, stages=_listed(desk, wrong))


def _listed(desk: Desk, stages: Stages) -> str:
    return desk.words.listed([desk.words.number(stage.number) for stage in stages])


def _notes(
    desk: Desk, stages: Stages, spans: Mapping[str, Span], doubted: Stages
) -> Iterator[Value]:
    """Which stages overlap, surely or if doubted dates are right; whether the order is certain."""
    dated = [stage for stage in stages if stage.id in spans]
    sure = _overlapping(spans, [stage for stage in dated if stage not in doubted])
    if sure:
        yield Value(desk.t("chart.overlap", stages=_listed(desk, sure)))
    perhaps = _overlapping(spans, dated)
    if len(perhaps) > len(sure):
        yield Value(desk.t("chart.overlap_doubted", stages=_listed(desk, perhaps)))
    if any(low != high for low, high in find_ranks(list(spans.values()))):
        yield Value(desk.t("chart.order_unsure"))


def _overlapping(spans: Mapping[str, Span], stages: Stages) -> Stages:
    return [stages[index] for index in find_overlaps([spans[stage.id] for stage in stages])]


def _key(desk: Desk, drawn: Sequence[tuple[Span, bool]]) -> Iterator[tuple[Markup, str]]:
    """What the marks that occur stand for."""
    sure = [span for span, doubted in drawn if not doubted]
    if any(span.is_day for span in sure):
        yield draw_swatch("day"), desk.t("chart.key_day")
    if any(span.inner and not span.is_day for span in sure):
        yield draw_swatch("during"), desk.t("chart.key_during")
    if any(not span.is_exact for span in sure):
        yield draw_swatch("within"), desk.t("chart.key_within")
    if any(doubted for _, doubted in drawn):
        yield draw_swatch("doubted"), desk.t("chart.key_doubted")
