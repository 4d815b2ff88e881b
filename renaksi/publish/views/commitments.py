"""Commitments: a card each for lists, and one page each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk, Owner
from renaksi.publish.figures.completion import find_rating
from renaksi.publish.values import Assessment, Card, Group, LedgerEntry, Row, Value
from renaksi.publish.views import kin
from renaksi.publish.views.changes import entry_changes
from renaksi.publish.views.periods import period_name
from renaksi.vocabulary import Kind, Stream, Voice


def card(desk: Desk, commitment: model.Commitment) -> Card:
    """A commitment in a list, with the completion that the IRM gave it, if any."""
    leads = commitment.lead_organizations
    link = desk.link(Kind.ORGANIZATION)
    rated = irm_completion(desk, commitment)
    return Card(
        title=desk.short(commitment).text,
        url=desk.url(Kind.COMMITMENT, commitment),
        eyebrow=str(commitment.number),
        text=desk.title(commitment) if commitment.short_title else None,
        details=tuple(link(id) for id in (leads.value or ())) if leads else (),
        status=rated or "unknown",
        status_label=desk.t(f"completion.{rated or 'unknown'}"),
    )


def irm_completion(desk: Desk, commitment: model.Commitment) -> str | None:
    """The IRM's latest completion rating of a commitment, or None."""
    rating = find_rating(desk.corpus, commitment.id, Voice.IRM)
    return rating.value if rating else None


def by_stream(desk: Desk) -> tuple[model.Commitment, ...]:
    """All commitments, those of the first stream first."""
    order = list(Stream)
    return tuple(sorted(desk.corpus.commitments, key=lambda item: order.index(item.stream)))


def groups(desk: Desk, shown: Sequence[model.Commitment] | None = None) -> tuple[Group, ...]:
    """The commitments that are shown, or all, by stream; each stream with its number of all."""
    shown = by_stream(desk) if shown is None else shown
    found = []
    for stream in Stream:
        cards = tuple(card(desk, item) for item in shown if item.stream is stream)
        if cards:
            total = sum(item.stream is stream for item in desk.corpus.commitments)
            title = desk.t(f"stream.{stream.value}")
            count = desk.words.count("count.commitments", total)
            found.append(Group(stream.value, title, cards, count=count))
    return tuple(found)


def view(desk: Desk, commitment: model.Commitment) -> dict[str, Any]:
    """One commitment."""
    owner = Owner(Kind.COMMITMENT, commitment)
    voices = assessments(desk, commitment)
    return {
        "changes": entry_changes(desk, Kind.COMMITMENT, commitment.id),
        "eyebrow": desk.t(
            "commitment.eyebrow",
            number=commitment.number,
            stream=desk.t(f"stream.{commitment.stream.value}"),
        ),
        "objective": desk.row(owner, "objective", desk.text),
        "narrative_sources": {
            code: desk.marks(ids) for code, ids in commitment.narrative_source.items()
        },
        "own_wording": desk.is_own_wording(commitment),
        "wordings": desk.wordings(commitment),
        "title_notes": desk.notes(Kind.COMMITMENT, commitment.id, "title"),
        "assessments": voices,
        "ledger": tuple(entry for voice in voices for entry in voice.entries),
        "rows": _rows(desk, owner),
        "identity": _identity(desk, owner),
        "baseline": desk.statements(commitment.baseline),
        "planned_actions": desk.row(owner, "planned_actions", desk.text),
        "no_milestones": desk.plain_row("milestones", []),
        "milestones": tuple(_milestone(desk, commitment, item) for item in commitment.milestones),
        "irm_design": _irm_design(desk, owner),
        "lineage": tuple(
            (desk.t(f"lineage.{direction}"), tuple(_lineage(desk, item) for item in ties))
            for direction in ("derives_from", "continued_by")
            if (ties := getattr(commitment, direction))
        ),
        "related": desk.statements(commitment.related_facts),
        "id": commitment.id,
        "kin": kin.find_kin(desk, commitment),
        "stages": _stages(desk, commitment),
        "notes": desk.notes(Kind.COMMITMENT, commitment.id),
    }


def _rows(desk: Desk, owner: Owner) -> tuple[Row, ...]:
    link = desk.link(Kind.ORGANIZATION)
    rows = [
        desk.row(owner, "lead_organizations", link),
        desk.row(owner, "responsible_units", desk.text),
        desk.row(owner, "supporting_organizations", link),
        desk.row(owner, "civil_society_organizations", link),
        desk.period_row(owner),
        desk.row(owner, "problem", desk.text),
        desk.row(owner, "expected_result", desk.text),
        desk.row(owner, "policy_areas", desk.label(Kind.POLICY_AREA)),
        desk.row(owner, "theme", desk.label(Kind.THEME)),
        desk.row(owner, "ogp_values", desk.label(Kind.OGP_VALUE)),
        desk.row(owner, "sdgs", desk.label(Kind.SDG)),
        desk.row(owner, "legal_basis", desk.text),
    ]
    government = owner.entry.stream is Stream.OPEN_GOVERNMENT
    return tuple(row for row in rows if not (row.key == "responsible_units" and government))


def _identity(desk: Desk, owner: Owner) -> tuple[Row, ...]:
    def english(text: str) -> Value:
        return desk.quoted(text, "en")

    return (
        desk.row(owner, "ogp_title", english),
        desk.row(owner, "ogp_id", Value),
        desk.row(owner, "ogp_url", lambda url: _ogp_page(desk, owner, url)),
    )


def _ogp_page(desk: Desk, owner: Owner, url: str) -> Value:
    """OGP's page on a commitment, by its number there."""
    number = owner.entry.ogp_id.value if owner.entry.ogp_id else None
    name = number or desk.t("field.ogp_url")
    return Value(desk.t("commitment.ogp_page", name=name), url=url, external=True)


def _irm_design(desk: Desk, owner: Owner) -> tuple[Row, ...]:
    design = owner.entry.irm_design
    return (
        desk.row(owner, "verifiable", desk.yes_no, design.verifiable),
        desk.row(owner, "relevant", desk.yes_no, design.relevant),
        desk.row(owner, "ambition", desk.word("ambition"), design.ambition),
        desk.row(owner, "potential_impact", desk.word("impact"), design.potential_impact),
    )


def _milestone(desk: Desk, commitment: model.Commitment, item: model.Milestone) -> Group:
    status = next(
        (
            update.completion.value
            for update in reversed(desk.corpus.updates_of(commitment.id))
            if update.milestone == item.id and update.completion
        ),
        "unknown",
    )
    period = Value(desk.words.period(item.start_date, item.end_date))
    rows = [desk.plain_row("time", [period] if item.start_date or item.end_date else [])]
    rows.append(desk.plain_row("milestone_status", [Value(desk.t(f"completion.{status}"))]))
    for field in ("indicator", "baseline", "target"):
        text = getattr(item, field)
        if text is not None:
            rows.append(desk.plain_row(field, [desk.text(text)]))
    if item.actual_end_date:
        rows.append(desk.plain_row("actual_end_date", [desk.date(item.actual_end_date)]))
    sources = desk.plain_row("source", desk.marks(item.source))
    return Group(item.id, desk.title(item).text, rows=(*rows, sources), former=item.former_ids)


def _lineage(desk: Desk, item: model.Lineage) -> Row:
    """A tie as a statement that begins with the plan it leads to and the kind of tie."""
    plan = desk.corpus.get(Kind.PLAN_OVERVIEW, item.plan)
    assert plan is not None, item.plan
    where = Value(item.plan, url=desk.url(Kind.PLAN_OVERVIEW, plan))
    values = (where, Value(desk.t(f"relation.{item.relation.value}")), desk.text(item.text))
    return Row("lineage", "", values, sources=desk.marks(item.source))


def assessments(desk: Desk, commitment: model.Commitment) -> tuple[Assessment, ...]:
    """What each voice says of a commitment; a silent voice has no entries."""
    found = []
    for voice in Voice:
        updates = [
            update for update in desk.corpus.updates_of(commitment.id) if update.voice is voice
        ]
        rating = find_rating(desk.corpus, commitment.id, voice)
        completion = rating.value if rating else None
        entries = tuple(ledger_entry(desk, update) for update in updates)
        found.append(
            Assessment(
                voice=voice.value,
                label=desk.t(f"voice.{voice.value}"),
                completion=completion,
                completion_label=desk.t(f"completion.{completion}") if completion else None,
                entries=entries,
                other=_other(entries[-1]) if entries and not completion else None,
            )
        )
    return tuple(found)


def _other(entry: LedgerEntry) -> Value:
    """What an entry without a rating tells: its short answers in full, its texts by their names."""
    told = [
        f"{row.label} ({row.values[0].text})" if row.key == "early_results" else row.label
        for row in entry.rows
        if row.key not in ("source", "note", "milestone_status")
    ]
    return Value(", ".join(told) or entry.period, url=f"#{entry.id}")


def ledger_entry(desk: Desk, update: model.Update) -> LedgerEntry:
    """One entry of the ledger."""
    rows = [desk.plain_row("milestone", [step])] if (step := _step(desk, update)) else []
    if update.completion:
        value = Value(desk.t(f"completion.{update.completion.value}"))
        rows.append(desk.plain_row("milestone_status", [value]))
    if update.early_results:
        value = Value(desk.t(f"early_results.{update.early_results.value}"))
        rows.append(desk.plain_row("early_results", [value]))
    for field in ("progress", "obstacles", "note"):
        text = getattr(update, field)
        if text is not None:
            rows.append(desk.plain_row(field, [desk.text(text)]))
    if update.evidence:
        links = [
            Value(
                desk.text(item.title).text if item.title else item.url,
                item.url,
                external=True,
                detail=desk.archived(item.archived_url),
            )
            for item in update.evidence
        ]
        rows.append(desk.plain_row("evidence", links))
    rows.append(desk.plain_row("source", desk.marks(update.source)))
    return LedgerEntry(
        id=update.id,
        heading=desk.t(f"voice.{update.voice.value}"),
        period=period_name(desk.words, update.reporting_period),
        completion=desk.t(f"completion.{update.completion.value}") if update.completion else None,
        rows=tuple(rows),
        date=desk.date(update.date) if update.date else None,
    )


def _step(desk: Desk, update: model.Update) -> Value | None:
    """The milestone that an entry is about, so that what it says is not taken for the whole."""
    commitment = desk.corpus.get(Kind.COMMITMENT, update.commitment)
    assert isinstance(commitment, model.Commitment), update.commitment
    found = next((each for each in commitment.milestones if each.id == update.milestone), None)
    if found is None:
        return None
    return replace(desk.title(found), url=f"{desk.url(Kind.COMMITMENT, commitment)}#{found.id}")


def _stages(desk: Desk, commitment: model.Commitment) -> tuple[Card, ...]:
    """The stages the plan went through, with what each is known to have to do with this one."""
    topics = {
        consultation.stage: topic
        for consultation in desk.corpus.plan.consultations
        for topic in (consultation.topics.value or () if consultation.topics else ())
        if topic.commitment == commitment.id
    }
    met = {item.stage for item in desk.corpus.meetings if commitment.id in item.commitments}
    cards = []
    for stage in desk.corpus.stages:
        if stage.plan != commitment.plan:
            continue
        mark = None
        if stage.id in topics:
            percent = desk.words.percent(topics[stage.id].percent)
            mark = desk.t("commitment.named_in_consultation", percent=percent)
        elif stage.id in met:
            mark = desk.t("commitment.discussed_here")
        cards.append(_stage(desk, stage, mark))
    return tuple(cards)


def _stage(desk: Desk, stage: model.Stage, mark: str | None) -> Card:
    owner = Owner(Kind.STAGE, stage)
    period = desk.period_row(owner)
    return Card(
        title=desk.short(stage).text,
        url=desk.url(Kind.STAGE, stage),
        text=period.values[0] if period.values else Value(desk.t("date.unknown")),
        mark=mark,
        disputes=desk.disputes(owner),
    )
