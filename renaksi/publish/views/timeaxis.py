"""The stages of co-creation in their numbered order, each where its dates lie in time."""

from collections.abc import Iterator, Mapping
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
    count_overlaps,
    find_axis,
    find_ranks,
    find_span,
    is_coarse,
)
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind

# More meetings than these would hide the stages; they have a page of their own.
MOST_MEETINGS = 30
_NONE = Cell("")
Ranks = Mapping[str, tuple[int, int]]


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
    drawn = _all_spans(spans.values(), events, published)
    axis = find_axis(drawn)
    doubted = sum(bool(desk.disputes(Owner(Kind.STAGE, stage))) for stage in stages)
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
        summary=_summary(desk, stages, spans),
        layout="time",
        columns=(desk.t("chart.stage"), desk.t("chart.order"), desk.t("field.time")),
        parts=tuple(parts),
        notes=tuple(_notes(desk, list(spans.values()), doubted)),
        axis=draw_axis(axis, desk.words) if axis else None,
        key=tuple(_key(desk, drawn, doubted=doubted)),
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


def _all_spans(
    spans: Any, events: Mapping[str, tuple[Owner, ...]], published: str | None
) -> list[Span]:
    owners = [owner for each in events.values() for owner in each]
    found = [*spans, *(_span(owner.entry) for owner in owners), find_span(published, published)]
    return [span for span in found if span]


def _stage(desk: Desk, axis: Axis | None, stage: model.Stage, ranks: Ranks) -> Line:
    owner = Owner(Kind.STAGE, stage)
    low, high = ranks.get(stage.id, (0, 0))
    order = desk.words.number(low) if low == high else f"{low}\u2013{high}"
    place = desk.t("chart.place", n=order, total=desk.words.number(len(ranks)))
    cell = Cell(place if low else desk.t("chart.not_known"), desk.t("chart.order"), known=bool(low))
    return Line(
        replace(desk.title(stage), url=desk.url(Kind.STAGE, stage)),
        (cell, _time(desk, axis, owner)),
        number=desk.words.number(stage.number),
    )


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


def _summary(desk: Desk, stages: list[model.Stage], spans: Mapping[str, Span]) -> str:
    dated = [stage for stage in stages if stage.id in spans]
    undated = [stage for stage in stages if stage.id not in spans]
    dated.sort(key=lambda stage: spans[stage.id].begin)
    numbers = desk.words.listed([desk.words.number(stage.number) for stage in undated])
    if not dated:
        return desk.t("chart.time_unknown")
    order = ", ".join(desk.words.number(stage.number) for stage in dated)
    if not undated:
        return desk.t("chart.time_all", order=order)
    key = "chart.time_but_one" if len(undated) == 1 else "chart.time_but_some"
    return desk.t(key, order=order, undated=numbers)


def _notes(desk: Desk, spans: list[Span], doubted: int) -> Iterator[Value]:
    overlaps = count_overlaps(spans)
    if overlaps:
        yield Value(desk.words.count("count.overlapping_stages", overlaps))
    if any(low != high for low, high in find_ranks(spans)):
        yield Value(desk.t("chart.order_unsure"))
    if doubted:
        yield Value(desk.words.count("count.doubted_stages", doubted))


def _key(desk: Desk, spans: list[Span], *, doubted: int) -> Iterator[tuple[Markup, str]]:
    """What the marks that occur stand for."""
    if any(span.is_day for span in spans):
        yield draw_swatch("day"), desk.t("chart.key_day")
    if any(span.inner and not span.is_day for span in spans):
        yield draw_swatch("during"), desk.t("chart.key_during")
    if any(not span.is_exact for span in spans):
        yield draw_swatch("within"), desk.t("chart.key_within")
    if doubted:
        yield draw_swatch("doubted"), desk.t("chart.key_doubted")
