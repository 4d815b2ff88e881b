"""Columns that follow from other data and save readers a look-up: names, completion, addresses."""

from collections.abc import Callable, Mapping
from typing import Any

from renaksi import model
from renaksi.export.publication import Publication
from renaksi.export.tables.frame import Column, Row, Said, Table
from renaksi.export.tables.general import add_pages, find_page
from renaksi.export.tables.kinds import kind_table
from renaksi.export.tables.tongue import Tongue
from renaksi.publish.desk import Desk
from renaksi.publish.facets import ENTRIES, ROLES, UNKNOWN, VOICES, Deadline, Facet, Found
from renaksi.vocabulary import Completion, Kind

Fill = Callable[[], None]
# Fields of a commitment that name other entries, whose names are given beside their ids.
_NAMED: Mapping[str, Kind] = {
    **{field: kind for field, kind in ENTRIES.values() if field not in ROLES},
    **dict.fromkeys(ROLES, Kind.ORGANIZATION),
}
_OF_COMMITMENTS = ("milestones", kind_table(Kind.UPDATE))


def add_computed(
    tables: Mapping[str, Table], tongue: Tongue, publication: Publication
) -> list[Fill]:
    """Adds the columns; gives what fills them once the tables have rows."""
    commitments = tables[kind_table(Kind.COMMITMENT)]
    fills = [
        _add_facets(commitments, tongue, publication),
        _add_names(commitments, tongue, publication),
        _add_pages(commitments, tongue, publication),
    ]
    return [*fills, *(_add_titles(tables[name], tongue, publication) for name in _OF_COMMITMENTS)]


def _each(table: Table, publication: Publication) -> list[tuple[Row, model.Commitment]]:
    return list(zip(table.rows, publication.corpus.commitments, strict=True))


def _add_facets(table: Table, tongue: Tongue, publication: Publication) -> Fill:
    """What each voice says of completion, where it stands to its end date, and evidence."""
    puts: dict[Facet, tuple[int, Callable[[str], Any]]] = {}
    for facet in VOICES:
        about = tongue.every("column.completion.about")
        said = Said(tongue.every(f"facet.{facet.value}"), about)
        choices = tuple(each.value for each in Completion)
        column = _computed(facet.value, "string", tongue.choices(said, Completion), tongue, choices)
        puts[facet] = table.add(column), lambda value: None if value == UNKNOWN else value
    said = Said(tongue.every("column.deadline_state"), tongue.every("facet_help.deadline"))
    states = tuple(each.value for each in Deadline)
    column = _computed("deadline-state", "string", tongue.choices(said, Deadline), tongue, states)
    puts[Facet.DEADLINE] = table.add(column), str
    said = Said(*map(tongue.every, ("column.evidence_found", "column.evidence_found.about")))
    column = _computed("evidence-found", "boolean", said, tongue)
    puts[Facet.EVIDENCE] = table.add(column), lambda value: True if value == Found.FOUND else None

    def fill() -> None:
        values = next(iter(publication.desks.values())).facets.values
        for row, commitment in _each(table, publication):
            for facet, (place, shown) in puts.items():
                row[place] = shown(values[commitment.id][facet][0])

    return fill


def _add_names(table: Table, tongue: Tongue, publication: Publication) -> Fill:
    """The names of the entries that a commitment names by their ids."""
    places: dict[tuple[str, str], int] = {}
    for field in _NAMED:
        said = tongue.names(tongue.field(model.Commitment.__name__, field))
        for code in tongue.words:
            named = tongue.in_language(said, code)
            column = _computed(f"{field}_names_{code}", "string", named, tongue)
            places[field, code] = table.add(column)

    def fill() -> None:
        desks = tuple(publication.desks.values())
        for row, commitment in _each(table, publication):
            for field, kind in _NAMED.items():
                fact = getattr(commitment, field)
                ids = fact.value if fact and fact.value else ()
                for desk in desks if ids else ():
                    names = [_name(desk, kind, id) for id in _listed(ids)]
                    row[places[field, desk.language]] = "; ".join(names)

    return fill


def _add_pages(table: Table, tongue: Tongue, publication: Publication) -> Fill:
    places = add_pages(table, tongue)

    def fill() -> None:
        desks = tuple(publication.desks.values())
        for row, commitment in _each(table, publication):
            for place, desk in zip(places, desks, strict=True):
                row[place] = find_page(publication, desk, Kind.COMMITMENT, commitment)

    return fill


def _add_titles(table: Table, tongue: Tongue, publication: Publication) -> Fill:
    """The title of the commitment that a row belongs to."""
    said = tongue.say("column.commitment_title")
    places = {
        code: table.add(
            _computed(f"commitment_title_{code}", "string", tongue.in_language(said, code), tongue)
        )
        for code in tongue.words
    }
    owner = table.place("commitment")

    def fill() -> None:
        titles = {item.id: item.title for item in publication.corpus.commitments}
        for row in table.rows:
            for code, place in places.items():
                row[place] = titles[str(row[owner])].get(code)

    return fill


def _computed(
    name: str, sort: str, said: Said, tongue: Tongue, choices: tuple[str, ...] = ()
) -> Column:
    more = tongue.more(said, "column.computed")
    return Column(name.replace("-", "_"), sort, more, choices=choices, computed=True)


def _name(desk: Desk, kind: Kind, id: str) -> str:
    entry: Any = desk.corpus.get(kind, id)
    return (entry.label if isinstance(entry, model.VocabularyTerm) else entry.title).best(
        desk.language
    )[1]


def _listed(ids: Any) -> tuple[str, ...]:
    return (ids,) if isinstance(ids, str) else ids
