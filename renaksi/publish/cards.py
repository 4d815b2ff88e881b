"""The pictures for shared pages: one for each commitment and one for the plan, in each language."""

from collections.abc import Iterator, Mapping, Sequence

from renaksi import model
from renaksi.draw import Card, draw_card
from renaksi.publish.desk import Desk
from renaksi.publish.views.commitments import irm_completion
from renaksi.vocabulary import Kind

# A picture takes 10 ms of a processor and 18 kB: 5,000 in two languages would take longer than all
# the rest of the site. Commitments beyond these share the plan's picture.
MOST = 500
Pictured = model.Commitment | model.ActionPlan


def card_url(desk: Desk, entry: Pictured) -> str:
    """Where the picture of an entry is published, relative to the site's root."""
    kind = Kind.COMMITMENT if isinstance(entry, model.Commitment) else Kind.PLAN
    return f"{desk.url(kind, entry)}{desk.t('path.card')}.png"


def find_pictured(desk: Desk, kind: str, id: str) -> Pictured:
    """The entry whose picture stands for a page."""
    if kind == Kind.COMMITMENT and desk.corpus.commitment_order[id] < MOST:
        entry = desk.corpus.get(Kind.COMMITMENT, id)
        assert isinstance(entry, model.Commitment), id
        return entry
    return desk.corpus.plan


def build_cards(
    desk: Desk, colours: Mapping[str, str], site_name: str
) -> Iterator[tuple[str, bytes]]:
    """Address and content of every picture of one language."""
    entries: list[Pictured] = [desk.corpus.plan, *desk.corpus.commitments[:MOST]]
    for entry in entries:
        yield card_url(desk, entry), draw_card(card_of(desk, entry, site_name), colours)


def card_of(desk: Desk, entry: Pictured, site_name: str) -> Card:
    """What the picture of an entry says."""
    if isinstance(entry, model.ActionPlan):
        counted = desk.words.count("count.commitments", len(desk.corpus.commitments))
        return Card(desk.t("kind.plan"), desk.title(entry).text, (counted,), ("",), foot=site_name)
    leads = entry.lead_organizations
    names = [desk.link(Kind.ORGANIZATION)(id).text for id in (leads.value or ())] if leads else []
    rating = irm_completion(desk, entry) or "unknown"
    stream = desk.t(f"stream.{entry.stream.value}")
    return Card(
        eyebrow=desk.t("commitment.eyebrow", number=entry.number, stream=stream),
        title=desk.title(entry).text,
        who=tuple(names),
        more=tuple(_more(desk, names)),
        status="" if rating == "unknown" else rating,
        status_label=desk.t("card.status", status=desk.t(f"completion.{rating}")),
        foot=f"{site_name} · {desk.short(desk.corpus.plan).text}",
    )


def _more(desk: Desk, names: Sequence[str]) -> Iterator[str]:
    """What is said of names that find no room, by their number."""
    for left_out in range(len(names)):
        yield desk.t("card.more", n=desk.words.number(left_out)) if left_out else ""


def describe(card: Card) -> str:
    """What the picture says, for those who cannot see it."""
    parts = (card.eyebrow, card.title, ", ".join(card.who), card.status_label, card.foot)
    return ". ".join(part.rstrip(".") for part in parts if part)
