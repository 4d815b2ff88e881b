"""The home page."""

from typing import Any

from renaksi import model
from renaksi.dates import last_day
from renaksi.publish.desk import Desk
from renaksi.publish.pager import take_page
from renaksi.publish.paths import section_url
from renaksi.publish.values import Card, Value
from renaksi.publish.views import commitments, completion, participation, timeaxis
from renaksi.publish.views.organizations import AGENCIES, CIVIL, UNKNOWN, takes_part
from renaksi.vocabulary import Kind, Stream

_LATEST = 5
_WAYS_IN = ("partners", "documents", "consultation", "plans", "notes", "about")


def view(desk: Desk) -> dict[str, Any]:
    """Key figures, stages, commitments by stream, what is known of completion, latest entries."""
    plan = desk.corpus.plan
    return {
        "plan": Value(desk.short(plan).text, desk.url(Kind.PLAN, plan)),
        "commitments_url": desk.section("commitments"),
        "figures": _figures(desk),
        "time": timeaxis.chart(desk, plan, meetings=False),
        "people": participation.chart(desk, plan),
        "groups": commitments.groups(desk, take_page(commitments.by_stream(desk), 1)),
        "completion": completion.charts(desk, plan),
        "irm_finding": completion.irm_finding(desk, plan),
        "latest": _latest(desk),
        "ways": tuple(
            Card(desk.t(f"nav.{name}"), section_url(desk.words, name), text=_way(desk, name))
            for name in _WAYS_IN
            if name != "plans" or desk.corpus.plans
        ),
    }


def _way(desk: Desk, name: str) -> Value:
    plans = desk.corpus.plans
    if name != "plans":
        return Value(desk.t(f"home.way.{name}"))
    first = plans[0].period.value or plans[0].id
    count = desk.words.count("count.plans", len(plans))
    return Value(desk.t("home.way.plans", plans=count, first=first))


def _figures(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """Number, what it counts, and the place that lists it."""
    corpus, partners = desk.corpus, desk.section("partners")
    taking_part = [item.kind for item in corpus.organizations if takes_part(desk, item)]
    agencies, civil, unknown = (
        sum(kind in kinds for kind in taking_part) for kinds in (AGENCIES, CIVIL, UNKNOWN)
    )
    figures = (
        ("commitments", len(corpus.commitments), desk.section("commitments")),
        ("stages", len(corpus.stages), desk.section("stages")),
        ("agencies", agencies, f"{partners}#_agencies"),
        ("civil_society", civil, f"{partners}#_civil-society"),
        ("organizations", unknown, partners),
        ("sources", len(corpus.sources), desk.section("sources")),
    )
    return tuple(
        (desk.words.number(number), desk.t(f"figure.{key}"), url)
        for key, number, url in figures
        if number  # what was never written down is not "0"
    )


def _latest(desk: Desk) -> tuple[Card, ...]:
    """The latest dated entries of the ledger; streams of parliament and government alike."""
    dated = [item for item in desk.corpus.updates if item.date]
    dated.sort(key=lambda item: (last_day(str(item.date)), item.id), reverse=True)
    return tuple(_ledger_card(desk, item) for item in dated[:_LATEST])


def _ledger_card(desk: Desk, update: model.Update) -> Card:
    commitment = desk.corpus.get(Kind.COMMITMENT, update.commitment)
    assert isinstance(commitment, model.Commitment)
    entry = commitments.ledger_entry(desk, update)
    stream = desk.t(f"stream.{Stream(commitment.stream).value}")
    return Card(
        title=desk.short(commitment).text,
        url=desk.url(Kind.UPDATE, update),
        eyebrow=entry.date.text if entry.date else "",
        text=Value(f"{entry.heading}: {entry.completion or entry.period}"),
        mark=stream,
    )
