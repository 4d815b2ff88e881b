"""The orders in which readers can sort commitments."""

from collections.abc import Iterator
from dataclasses import dataclass

from renaksi.publish.desk import Desk
from renaksi.publish.facets import UNKNOWN, VOICES, Facet

_PLAIN = ("number", "title", "end", "last")


@dataclass(frozen=True)
class Sort:
    """An order: its name in addresses, and `facet` where it is the completion by one voice."""

    id: str
    label: str
    slug: str
    facet: Facet | None = None


def find_sorts(desk: Desk) -> Iterator[Sort]:
    """Every order; completion by a voice only where that voice rated any commitment."""
    for id in _PLAIN:
        yield Sort(id, desk.t(f"sort.{id}"), desk.t(f"path.sort.{id}"))
    for facet in VOICES:
        if not desk.facets.members[facet].keys() <= {UNKNOWN}:
            label, slug = desk.t(f"facet.{facet.value}"), desk.t(f"path.facet.{facet.value}")
            yield Sort(facet.value, label, slug, facet)
