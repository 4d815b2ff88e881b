"""The plan itself, the plans over time, and their documents."""

from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk, Owner
from renaksi.publish.values import Group, Row, Value
from renaksi.publish.views import completion, participation, timeaxis
from renaksi.vocabulary import Kind


def plan_view(desk: Desk, plan: model.ActionPlan) -> dict[str, Any]:
    """One action plan in full."""
    owner = Owner(Kind.PLAN, plan)
    organization, person = desk.link(Kind.ORGANIZATION), desk.link(Kind.PERSON)
    rows = (
        desk.row(owner, "period", Value),
        desk.row(owner, "ordinal", lambda n: Value(desk.t("plan.ordinal", n=n))),
        desk.row(owner, "publication_date", desk.date),
        desk.row(owner, "submitted", lambda year: Value(str(year))),
        desk.row(owner, "ogp_plan_id", Value),
        desk.row(owner, "coordinating_organization", organization),
        desk.row(owner, "organizers", organization),
        desk.row(owner, "civil_society_coordinator", person),
        desk.row(owner, "mandate", desk.text),
    )
    return {
        "eyebrow": desk.t("kind.plan"),
        "completion": completion.charts(desk, plan),
        "irm_finding": completion.irm_finding(desk, plan),
        "time": timeaxis.chart(desk, plan, meetings=True),
        "people": participation.chart(desk, plan),
        "wordings": desk.wordings(plan),
        "rows": rows,
        "implementation": tuple(_implementation(desk, item) for item in plan.implementation),
        "commitment_counts": desk.statements(plan.commitment_counts),
        "drafting": tuple(
            desk.row(owner, field, desk.text) for field in ("areas", "sectors", "global_issues")
        ),
        "theme_lists": tuple(_theme_list(desk, item) for item in plan.theme_lists),
        "theme_notes": desk.notes(Kind.PLAN, plan.id, "theme_lists"),
        "irm": irm_rows(desk, plan),
        "open_parliament": desk.statements(plan.open_parliament),
        "open_parliament_notes": desk.notes(Kind.PLAN, plan.id, "open_parliament"),
        "documents": documents(desk, plan),
        "notes": desk.notes(Kind.PLAN, plan.id),
    }


def _implementation(desk: Desk, item: Any) -> Row:
    return Row(
        "implementation",
        desk.t(f"stream.{item.stream.value}"),
        (Value(desk.words.period(item.start_date, item.end_date)),),
        sources=desk.marks(item.source),
        note=desk.text(item.note) if item.note else None,
    )


def _theme_list(desk: Desk, item: model.ThemeList) -> Row:
    label = desk.words.count("count.themes", item.count)
    values = tuple(desk.texts(item.themes))
    if item.themes and not item.complete:
        values = (*values, Value(desk.t("plan.theme_list_incomplete")))
    note = desk.text(item.note) if item.note else None
    return Row("theme", label, values, False, desk.marks(item.source), note)


def irm_rows(desk: Desk, plan: model.ActionPlan) -> tuple[Row, ...]:
    """The IRM's headline findings on a plan."""
    owner = Owner(Kind.PLAN, plan)
    irm = plan.irm
    total = len([item for item in desk.corpus.commitments if item.plan == plan.id])

    def of_total(number: int) -> Value:
        return Value(desk.t("plan.of_total", n=number, total=total))

    rows = [
        desk.row(owner, f"irm_{name}", of_total, getattr(irm, name))
        for name in ("relevant", "transformative", "potentially_starred", "substantial_or_complete")
    ]
    rows += [
        desk.row(owner, "public_influence", desk.text, irm.public_influence),
        desk.row(owner, "multi_stakeholder_forum", desk.yes_no, irm.multi_stakeholder_forum),
        desk.row(owner, "acted_contrary_to_process", desk.yes_no, irm.acted_contrary_to_process),
        desk.row(owner, "irm_recommendation", desk.text, irm.recommendation),
        desk.row(owner, "design_researcher", Value, irm.design_researcher),
        desk.row(owner, "results_researcher", Value, irm.results_researcher),
    ]
    return tuple(rows)


def documents(desk: Desk, plan: model.ActionPlan) -> tuple[Row, ...]:
    """The plan's documents, each a statement: its name, and where it is or was."""
    return tuple(
        Row(
            item.kind.value,
            "",
            (_document(desk, plan, item),),
            sources=desk.marks(item.source),
            note=desk.text(item.note) if item.note else None,
        )
        for item in plan.documents
    )


def _document(desk: Desk, plan: model.ActionPlan, item: model.Document) -> Value:
    name = desk.t(
        "document.name",
        kind=desk.t(f"document.{item.kind.value}"),
        period=plan.period.value or plan.id,
        language=desk.words.language_name(item.language),
    )
    if item.url is None:
        return Value(name, detail=Value(desk.t("document.lost")))
    key = "original" if item.original else "copy"
    where = desk.t(f"document.{key}", site=desk.site(item.url))
    return Value(name, url=item.url, external=True, detail=Value(where))


def documents_view(desk: Desk) -> dict[str, Any]:
    """Documents of the plan in full, and those of every other plan."""
    others = [
        Group(item.id, item.period.value or item.id, rows=_links(desk, item))
        for item in desk.corpus.plans
        if item.id != desk.corpus.plan.id
    ]
    return {
        "plan": desk.short(desk.corpus.plan).text,
        "documents": documents(desk, desk.corpus.plan),
        "others": tuple(others),
        "notes": desk.notes(Kind.PLAN, desk.corpus.plan.id, "documents"),
    }


def _links(desk: Desk, item: model.PlanOverview) -> tuple[Row, ...]:
    owner = Owner(Kind.PLAN_OVERVIEW, item)
    period = item.period.value or item.id

    def row(field: str) -> Row:
        def show(url: str) -> Value:
            name = desk.t(f"field.{field}")
            text = desk.t("document.at", kind=name, period=period, site=desk.site(url))
            return Value(text, url=url, external=True)

        return desk.row(owner, field, show)

    return row("document_url"), row("report_url")


def list_view(desk: Desk) -> dict[str, Any]:
    """Plans over time, latest first."""
    current = desk.corpus.plan
    return {
        "plans": tuple(_overview(desk, item) for item in reversed(desk.corpus.plans)),
        "current": Value(desk.short(current).text, desk.url(Kind.PLAN, current)),
        "current_id": current.id,
    }


def _overview(desk: Desk, item: model.PlanOverview) -> Group:
    owner = Owner(Kind.PLAN_OVERVIEW, item)
    rows = [
        desk.row(owner, "ordinal", lambda n: Value(desk.t("plan.ordinal", n=n))),
        desk.row(owner, "commitments", desk.number),
        desk.row(owner, "submitted", lambda year: Value(str(year))),
        desk.row(owner, "launched", desk.date),
        *([desk.row(owner, "status", desk.text)] if item.status else []),
        desk.row(owner, "irm_completion", lambda counts: _completions(desk, counts)),
        *_links(desk, item),
    ]
    remarks = (
        *item.period_variants,
        *item.commitments_variants,
        *item.launch_variants,
        *item.irm_remarks,
    )
    return Group(
        item.id,
        item.period.value or item.id,
        rows=(*rows, *desk.statements(remarks)),
    )


def _completions(desk: Desk, counts: dict[Any, int]) -> list[Value]:
    return [
        Value(desk.t("plan.completion_count", label=desk.t(f"completion.{key.value}"), n=number))
        for key, number in counts.items()
    ]
