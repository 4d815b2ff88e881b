"""The columns by which a row names the row of another table that it belongs to."""

from renaksi.export.tables.frame import Column, Table
from renaksi.export.tables.general import add_position
from renaksi.export.tables.kinds import kind_column, kind_table
from renaksi.export.tables.tongue import Tongue
from renaksi.publish.schema import sentence
from renaksi.vocabulary import Kind


def own(
    table: Table, owner: Table, tongue: Tongue, *, with_field: bool, key: str = "position"
) -> None:
    """The first columns of a new table whose rows stand in lists of the rows of another."""
    names = []
    for column in owner.key_columns():
        last = column.name == owner.key[-1]
        name = owner.one if last else column.name
        said = tongue.row_of(owner.said.title, owner.name) if last else column.said
        table.add(Column(name, column.type, said, required=True))
        names.append(name)
    table.refer(tuple(names), owner.name, *owner.key)
    if with_field:
        table.add(Column("field", "string", tongue.say("column.field"), required=True))
        names.append("field")
    add_position(table, tongue)
    table.key = (*names, key)


def add_link(table: Table, target: Kind, tongue: Tongue) -> None:
    """The column of a table of links that names the other entry."""
    column = kind_column(target)
    title = {code: sentence(tongue.noun(target, code)) for code in tongue.words}
    said = tongue.row_of(title, kind_table(target))
    table.add(Column(column, "string", said, required=True))
    table.refer((column,), kind_table(target), "id")
