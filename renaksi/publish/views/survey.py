"""Charts of one consultation: who answered, and what they named."""

from dataclasses import replace

from renaksi import model
from renaksi.publish.chart import Cell, Chart, Line, Part
from renaksi.publish.desk import Desk
from renaksi.publish.drawing import Piece, draw_bar
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind


def charts(desk: Desk, item: model.Consultation) -> tuple[Chart, ...]:
    """Whatever of the two is known."""
    return tuple(chart for chart in (_people(desk, item), _topics(desk, item)) if chart)


def _people(desk: Desk, item: model.Consultation) -> Chart | None:
    counts = {
        name: fact.value
        for name, fact in (("men", item.men), ("women", item.women))
        if fact and fact.value is not None
    }
    total = sum(counts.values())
    if not total:
        return None
    lines = []
    for name, count in counts.items():
        share = 100 * count / total
        percent = desk.words.percent(round(share))
        text = desk.t("consultation.people_share", n=desk.words.number(count), percent=percent)
        drawing = draw_bar([Piece(name, share)])
        lines.append(Line(Value(desk.t(f"field.{name}")), (Cell(text),), drawing=drawing))
    return Chart(
        id=f"{item.id}-respondents",
        title=desk.t("consultation.people_title", n=desk.words.number(total)),
        summary=desk.t("consultation.people_summary"),
        layout="plain",
        columns=(desk.t("consultation.people"), desk.t("consultation.count")),
        parts=(Part(tuple(lines)),),
    )


def _topics(desk: Desk, item: model.Consultation) -> Chart | None:
    topics = item.topics.value if item.topics else None
    if not topics:
        return None
    lines = tuple(
        Line(
            replace(desk.text(topic.title), url=_place(desk, topic)),
            (Cell(desk.words.percent(topic.percent)),),
            drawing=draw_bar([Piece("topic", topic.percent)]),
        )
        for topic in topics
    )
    note = item.topics.note if item.topics else None
    return Chart(
        id=f"{item.id}-topics",
        title=desk.t("consultation.topics_title"),
        summary=desk.t("consultation.topics_summary"),
        layout="plain",
        columns=(desk.t("consultation.topic"), desk.t("consultation.share")),
        parts=(Part(lines),),
        notes=(desk.text(note),) if note else (),
    )


def _place(desk: Desk, topic: model.Topic) -> str | None:
    """The page of the commitment that a topic became."""
    return desk.link(Kind.COMMITMENT)(topic.commitment).url if topic.commitment else None
