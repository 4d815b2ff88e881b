"""Commitments that have to do with one: the same leads, partners, policy areas, theme, origins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renaksi import model
from renaksi.corpus import Trait, find_traits
from renaksi.publish.desk import Desk
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind

SHOWN = 5
# What more commitments than these have in common says nothing of two of them.
COMMON = 100
# How much it says that two commitments have one thing in common; in the order of the reasons.
WEIGHTS = {
    "lineage": 5,
    "lead_organizations": 4,
    "civil_society_organizations": 3,
    "policy_areas": 2,
    "theme": 1,
}
_KINDS = {
    "lead_organizations": Kind.ORGANIZATION,
    "civil_society_organizations": Kind.ORGANIZATION,
    "policy_areas": Kind.POLICY_AREA,
    "theme": Kind.THEME,
}


@dataclass(frozen=True)
class Kin:
    """A commitment to read next, and why."""

    link: Value
    reasons: tuple[str, ...]


def find_kin(desk: Desk, commitment: model.Commitment) -> tuple[Kin, ...]:
    """Those that have most in common with a commitment; of equals, the first by number."""
    common: dict[str, list[Trait]] = {}
    for trait in find_traits(commitment):
        sharing = desk.corpus.commitments_by_trait[trait]
        for id in sharing if len(sharing) <= COMMON else ():
            if id != commitment.id:
                common.setdefault(id, []).append(trait)
    order = desk.corpus.commitment_order
    best = sorted(common, key=lambda id: (-_weight(common[id]), order[id]))
    return tuple(_kin(desk, id, common[id]) for id in best[:SHOWN])


def _weight(traits: Sequence[Trait]) -> int:
    return sum(WEIGHTS[field] for field, _ in traits)


def _kin(desk: Desk, id: str, traits: Sequence[Trait]) -> Kin:
    entry = desk.corpus.get(Kind.COMMITMENT, id)
    assert isinstance(entry, model.Commitment), id
    title = desk.short(entry)
    name = desk.t("kin.name", number=entry.number, title=title.text)
    link = Value(name, desk.url(Kind.COMMITMENT, entry), language=title.language)
    return Kin(link, tuple(_reasons(desk, traits)))


def _reasons(desk: Desk, traits: Sequence[Trait]) -> Iterator[str]:
    for field in WEIGHTS:
        ids = [id for name, id in traits if name == field]
        if ids:
            yield desk.t(f"kin.{field}", names=", ".join(_name(desk, field, id) for id in ids))


def _name(desk: Desk, field: str, id: str) -> str:
    if field == "lineage":
        return id
    if _KINDS[field] is Kind.ORGANIZATION:
        return desk.link(Kind.ORGANIZATION)(id).text
    return desk.label(_KINDS[field])(id).text
