"""Charts of the people who took part: by stage, and those who answered a consultation."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from renaksi import model
from renaksi.publish.chart import Cell, Chart, Line, Part
from renaksi.publish.desk import Desk
from renaksi.publish.drawing import Piece, draw_bar, draw_swatch
from renaksi.publish.figures.participation import Occasion, find_occasions
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind

_KINDS = ("women", "men", "untold")


def chart(desk: Desk, plan: model.ActionPlan) -> Chart | None:
    """People by stage, occasion by occasion; None without stages."""
    stages = [stage for stage in desk.corpus.stages if stage.plan == plan.id]
    found = {stage.id: find_occasions(desk.corpus, stage.id) for stage in stages}
    every = [occasion for occasions in found.values() for occasion in occasions]
    if not every:
        return None
    most = max(occasion.width for occasion in every)
    counted = sum(each.total is not None for each in every)
    parted = sum(each.men is not None and each.women is not None for each in every)
    summary = desk.t(
        "chart.people_summary",
        counted=desk.words.number(counted),
        occasions=desk.words.count("count.occasions", len(every)),
        parted=desk.words.number(parted),
    )
    return Chart(
        id="people",
        title=desk.t("chart.people"),
        summary=summary,
        layout="flow",
        columns=(desk.t("chart.occasion"), *_heads(desk).values()),
        parts=tuple(_part(desk, stage, found[stage.id], most) for stage in stages),
        notes=(Value(desk.t("chart.people_help")),),
        key=_key(desk, every),
    )


def _key(desk: Desk, every: Sequence[Occasion]) -> tuple[tuple[Markup, str], ...]:
    """Women and men have their marks beside their numbers; the others have none."""
    if not any(occasion.untold for occasion in every):
        return ()
    return ((draw_swatch("untold"), desk.t("chart.untold")),)


def _part(desk: Desk, stage: model.Stage, occasions: Sequence[Occasion], most: int) -> Part:
    """A row for each occasion of a stage; where it has but one, the row bears the stage's name."""
    title = replace(desk.title(stage), url=desk.url(Kind.STAGE, stage))
    number = desk.words.number(stage.number)
    if len(occasions) > 1:
        lines = tuple(_line(desk, each, most) for each in occasions)
        return Part(lines, title=title, number=number)
    if not occasions:
        none = desk.t("chart.no_occasion")
        line = Line(title, _people(desk, None, None, None), number=number, details=(none,))
    else:
        line = replace(_line(desk, occasions[0], most), label=title, number=number)
    return Part((line,))


def _line(desk: Desk, occasion: Occasion, most: int) -> Line:
    entry = occasion.entry
    meeting = isinstance(entry, model.Meeting)
    url = desk.url(Kind.MEETING, entry) if meeting else desk.section("consultation")
    series = desk.words.count("count.meetings", occasion.meetings) if occasion.meetings else ""
    return Line(
        replace(desk.short(entry), url=url),
        _people(desk, occasion.total, occasion.women, occasion.men),
        details=(series,) if series else (),
        drawing=_bar(occasion, most),
    )


def _bar(occasion: Occasion, most: int) -> Markup | None:
    if not occasion.width:
        return None
    numbers = (occasion.women or 0, occasion.men or 0, occasion.untold)
    return draw_bar(
        Piece(kind, 100 * number / most) for kind, number in zip(_KINDS, numbers, strict=True)
    )


def _people(desk: Desk, *numbers: int | None) -> tuple[Cell, ...]:
    """A cell for each of `_heads`; where nothing is known, it is said once."""
    nothing = all(number is None for number in numbers)
    return tuple(
        Cell(
            desk.t("chart.not_known") if number is None else desk.words.number(number),
            label,
            draw_swatch(kind) if number and kind in _KINDS else None,
            silent=nothing and kind in _KINDS,
            known=number is not None,
        )
        for (kind, label), number in zip(_heads(desk).items(), numbers, strict=True)
    )


def _heads(desk: Desk) -> dict[str, str]:
    return {
        "total": desk.t("chart.total"),
        "women": desk.t("field.women"),
        "men": desk.t("field.men"),
    }
