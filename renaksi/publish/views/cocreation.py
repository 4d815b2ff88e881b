"""How the plan was made: stages, meetings, consultation."""

from dataclasses import replace
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk, Owner
from renaksi.publish.values import Card, Row, Value
from renaksi.publish.views import participation, survey, timeaxis
from renaksi.publish.views.changes import entry_changes
from renaksi.vocabulary import Kind


def stages_view(desk: Desk) -> dict[str, Any]:
    """All stages in their numbered order and where they lie in time, and who took part."""
    plan = desk.corpus.plan
    return {
        "time": timeaxis.chart(desk, plan, meetings=True),
        "people": participation.chart(desk, plan),
    }


def stage_view(desk: Desk, stage: model.Stage) -> dict[str, Any]:
    """One stage."""
    owner = Owner(Kind.STAGE, stage)
    rows = [
        desk.period_row(owner),
        desk.row(owner, "purpose", desk.text),
        *(
            desk.row(owner, field, desk.number)
            for field in ("draft_commitments", "draft_themes")
            if getattr(stage, field)
        ),
        desk.row(owner, "title_in_list", lambda text: desk.exact(text, "id")),
        desk.row(owner, "title_in_section", lambda text: desk.exact(text, "id")),
    ]
    meetings = [item for item in desk.corpus.meetings if item.stage == stage.id]
    consultations = [item for item in desk.corpus.plan.consultations if item.stage == stage.id]
    return {
        "id": stage.id,
        "changes": entry_changes(desk, Kind.STAGE, stage.id),
        "eyebrow": desk.t("stage.eyebrow", number=stage.number, total=len(desk.corpus.stages)),
        "rows": tuple(rows),
        "outcomes": desk.statements(stage.outcomes),
        "meetings": tuple(meeting_card(desk, item) for item in meetings),
        "consultations": tuple(
            Card(desk.title(item).text, desk.section("consultation"), desk.t("kind.consultation"))
            for item in consultations
        ),
        "related": desk.statements(stage.related_facts),
        "notes": desk.notes(Kind.STAGE, stage.id),
        "title_notes": desk.notes(Kind.STAGE, stage.id, "title"),
    }


def meeting_card(desk: Desk, meeting: model.Meeting) -> Card:
    """A meeting in a list."""
    owner = Owner(Kind.MEETING, meeting)
    period = desk.period_row(owner)
    details = []
    if meeting.meetings and meeting.meetings.value:
        details.append(Value(desk.words.count("count.meetings", meeting.meetings.value)))
    if meeting.attendance.total and meeting.attendance.total.value is not None:
        total = meeting.attendance.total.value
        details.append(Value(desk.words.count("count.participants", total)))
    venue = meeting.venue.value if meeting.venue else None
    return Card(
        title=desk.title(meeting).text,
        url=desk.url(Kind.MEETING, meeting),
        eyebrow=period.values[0].text if period.values else desk.t("date.unknown"),
        text=desk.text(venue) if venue else None,
        details=tuple(details),
        disputes=desk.disputes(owner),
    )


def meetings_view(desk: Desk) -> dict[str, Any]:
    """All meetings."""
    return {"cards": tuple(meeting_card(desk, item) for item in desk.corpus.meetings)}


def meeting_view(desk: Desk, meeting: model.Meeting) -> dict[str, Any]:
    """One meeting or series."""
    owner = Owner(Kind.MEETING, meeting)
    link = desk.link(Kind.ORGANIZATION)
    present = meeting.attendance
    attendance = desk.row(owner, "attendance", desk.number, present.total)
    rows = [
        desk.period_row(owner),
        *([desk.row(owner, "meetings", desk.number)] if meeting.meetings else []),
        desk.row(owner, "venue", desk.text),
        desk.row(owner, "organizers", link),
        attendance,
        *(
            desk.row(owner, field, desk.number, getattr(present, field))
            for field in ("men", "women")
            if getattr(present, field)
        ),
        desk.row(owner, "groups", desk.text, present.groups),
        desk.row(owner, "attended_by", link),
        desk.row(owner, "purpose", desk.text),
        desk.plain_row("stage", [desk.link(Kind.STAGE)(meeting.stage)]),
    ]
    if meeting.commitments:
        commitments = [desk.link(Kind.COMMITMENT)(id) for id in meeting.commitments]
        rows.append(desk.plain_row("commitments", commitments))
    return {
        "changes": entry_changes(desk, Kind.MEETING, meeting.id),
        "eyebrow": desk.t("kind.series" if meeting.meetings else "kind.meeting"),
        "rows": tuple(rows),
        "speakers": tuple(_speaker(desk, item) for item in meeting.speakers),
        "speakers_notes": desk.notes(Kind.MEETING, meeting.id, "speakers"),
        "outcomes": desk.statements(meeting.outcomes),
        "related": desk.statements(meeting.related_facts),
        "notes": desk.notes(Kind.MEETING, meeting.id),
    }


def speaker_name(desk: Desk, speaker: model.Speaker) -> Value:
    """A person with the office that the source names for this occasion."""
    return replace(desk.link(Kind.PERSON)(speaker.person), detail=desk.text(speaker.role))


def _speaker(desk: Desk, speaker: model.Speaker) -> Row:
    return Row(
        speaker.function.value,
        desk.t(f"function.{speaker.function.value}"),
        (speaker_name(desk, speaker),),
        sources=desk.marks(speaker.source),
        note=desk.text(speaker.note) if speaker.note else None,
    )


def consultation_view(desk: Desk) -> dict[str, Any]:
    """Every consultation with its figures as charts and tables."""
    return {
        "consultations": tuple(_consultation(desk, it) for it in desk.corpus.plan.consultations),
        "notes": desk.notes(Kind.PLAN, desk.corpus.plan.id, "consultations"),
    }


def _consultation(desk: Desk, item: model.Consultation) -> dict[str, Any]:
    owner = Owner(Kind.PLAN, item)
    rows = [
        desk.plain_row("stage", [desk.link(Kind.STAGE)(item.stage)]),
        desk.period_row(owner),
        desk.row(owner, "channel", desk.text),
        desk.row(owner, "responses", desk.number),
        desk.row(owner, "men", desk.number),
        desk.row(owner, "women", desk.number),
    ]
    rows.append(desk.row(owner, "topics", lambda topic: desk.exact(topic.quote, "id")))
    rating = item.rating.value if item.rating else None
    if item.rating and rating:
        text = desk.t("consultation.score", value=rating.value, scale=rating.scale)
        rows.append(desk.row(owner, "rating", lambda _: Value(text)))
        rows.append(desk.plain_row("criteria", desk.texts(rating.criteria)))
    rows.append(desk.row(owner, "conclusion", desk.text))
    return {
        "title": desk.title(item),
        "rows": tuple(rows),
        "charts": survey.charts(desk, item),
        "related": desk.statements(item.related_facts),
    }
