"""Tables from the model: a rule for each sort of type, so that no field can be forgotten.

A value or a reference becomes a column, a text a column for each language, a record that stands
alone the columns of its fields. Lists leave the row: references to other entries stand in tables of
links, records in tables of their own, texts in `texts`, and sources in `citations`. What a fact is
beside its value stands in `facts`. A type without a rule is refused, not left out.
"""

import typing
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from renaksi.export.tables.cells import (
    At,
    Put,
    Spot,
    put_choices,
    put_scalar,
    put_texts,
    target_of,
)
from renaksi.export.tables.frame import Row, Said, State, Table
from renaksi.export.tables.general import General
from renaksi.export.tables.kinds import MODELS, kind_column, kind_table, record_table
from renaksi.export.tables.owned import add_link, own
from renaksi.export.tables.tongue import Tongue
from renaksi.export.tables.types import annotation_of, bare, is_kind_of, may_be_none, present
from renaksi.model import Entry, Fact, Localized, Record
from renaksi.publish.schema_words import record_key
from renaksi.vocabulary import Kind


class Deriver:
    """Makes tables for kinds of entries, and what fills them."""

    def __init__(self, tongue: Tongue, languages: tuple[str, ...]) -> None:
        self.general = General(tongue, languages)
        self.tables: dict[str, Table] = {}
        self._tongue = tongue
        self._languages = languages
        self._fields: dict[str, dict[str, Said]] = {}
        self._listed: dict[str, Said] = {}
        self._puts: dict[str, Put] = {}

    def derive(self, kind: Kind) -> Callable[[Entry], None]:
        """The table of a kind and those of all its lists; gives what adds an entry to them."""
        model = MODELS[kind]
        said = self._tongue.kind(kind, model.__name__)
        table = self._table(Table(kind_table(kind), kind_column(kind), said, key=("id",)))
        put = self._record(model, Spot(table, "", "", said, True))

        def add(entry: Entry) -> None:
            row: Row = [None] * len(table.columns)
            put(entry, row, At(kind.value, entry.id, (entry.id,), ""))
            table.rows.append(row)

        return add

    def finish(self) -> None:
        """Says of every column that names fields which these are, now that all are known."""
        for name, fields in self._fields.items():
            table = self.tables[name]
            place = table.place("field")
            column = table.columns[place]
            said = self._tongue.fields(column.said, fields)
            table.columns[place] = replace(column, said=said, choices=tuple(fields))
        texts = self.general.texts
        place = texts.place("field")
        said = self._tongue.last_keys(texts.columns[place].said, self._listed)
        texts.columns[place] = replace(texts.columns[place], said=said)

    def _table(self, table: Table) -> Table:
        if table.name in self.tables:
            raise ValueError(f"two tables are called {table.name}")
        self.tables[table.name] = table
        return table

    def _record(self, model: type[Record], spot: Spot) -> Put:
        """The fields of a record; those of one within another are called after it."""
        puts = []
        for name, info in model.model_fields.items():
            annotation = annotation_of(info)
            said = self._tongue.field(model.__name__, name)
            inner = Spot(
                spot.table,
                f"{spot.column}_{name}" if spot.column else name,
                f"{spot.path}.{name}" if spot.path else name,
                self._tongue.within(spot.said, said) if spot.column else said,
                spot.required and not may_be_none(annotation),
            )
            puts.append((name, self._field(annotation, inner)))

        def put(record: Any, row: Row, at: At) -> None:
            for name, each in puts:
                value = getattr(record, name)
                if value is not None:
                    each(value, row, at)

        return put

    def _field(self, annotation: Any, spot: Spot) -> Put:
        sort = bare(annotation)
        if is_kind_of(sort, Localized):
            return put_texts(spot, self._tongue, self._languages)
        if is_kind_of(sort, Fact):
            return self._fact(sort, spot)
        holder = typing.get_origin(sort)
        if holder not in (tuple, dict) and not is_kind_of(sort, Record):
            return put_scalar(annotation, spot, self._tongue)
        if may_be_none(annotation):
            raise TypeError(f"{spot.path}: nothing would tell None from what is empty")
        if holder is tuple:
            return self._list(typing.get_args(sort)[0], spot)
        if holder is dict:
            return self._mapping(typing.get_args(sort), spot)
        return self._record(sort, spot)

    def _fact(self, fact: type[Fact[Any]], spot: Spot) -> Put:
        annotation = present(annotation_of(fact.model_fields["value"]))
        put_value = self._field(annotation, replace(spot, required=False))
        told = self._telling()

        def put(value: Any, row: Row, at: At) -> None:
            told(value, at, f"{at.path}{spot.path}")
            if value.value is not None:
                put_value(value.value, row, at)

        return put

    def _telling(self) -> Callable[[Fact[Any], At, str], None]:
        """What writes all of a fact but its value."""
        rows, cite, languages = self.general.facts.rows, self._cite, self._languages

        def tell(fact: Fact[Any], at: At, path: str) -> None:
            notes = fact.note.root if fact.note else {}
            texts = [notes.get(code) for code in languages]
            rows.append([at.kind, at.entry, path, _state(fact.value).value, *texts])
            cite(fact.source or (), at, path)

        return tell

    def _cite(self, ids: tuple[str, ...], at: At, path: str) -> None:
        for number, id in enumerate(ids, 1):
            self.general.citations.rows.append([at.kind, at.entry, path, number, id])

    def _mapping(self, arguments: tuple[Any, ...], spot: Spot) -> Put:
        values = arguments[1]
        choices, inside = map(bare, arguments)
        if is_kind_of(choices, StrEnum):
            return put_choices(choices, values, spot, self._tongue)
        if inside is str:
            return put_texts(spot, self._tongue, self._languages)
        if target_of(typing.get_args(inside)[0]) is not Kind.SOURCE:
            raise TypeError(f"{spot.path}: no rule for {values} by language")

        def put(value: Any, row: Row, at: At) -> None:
            for code, ids in value.items():
                self._cite(ids, at, f"{at.path}{spot.path}.{code}")

        return put

    def _list(self, item: Any, spot: Spot) -> Put:
        sort = bare(item)
        if is_kind_of(sort, Localized) or is_kind_of(sort, Fact):
            return self._texts(item, spot)
        if is_kind_of(sort, Record):
            return self._records(sort, spot)
        target = target_of(item)
        if target is Kind.SOURCE:
            return lambda value, row, at: self._cite(value, at, f"{at.path}{spot.path}")
        if target is not None:
            return self._links(target, spot)
        if sort is not str:
            raise TypeError(f"{spot.path}: no rule for a list of {item}")
        return self._texts(item, spot)

    def _texts(self, item: Any, spot: Spot) -> Put:
        """A list of texts: of facts, by language, or in the one language that they have."""
        rows, languages, told = self.general.texts.rows, self._languages, self._telling()
        sort = bare(item)
        self._listed.setdefault(spot.path.rpartition(".")[2], spot.said)
        if is_kind_of(sort, Fact):
            value = bare(annotation_of(sort.model_fields["value"]))
            if not is_kind_of(value, Localized):
                raise TypeError(f"{spot.path}: no rule for a list of {item}")

        def put(value: Any, row: Row, at: At) -> None:
            path = f"{at.path}{spot.path}"
            for number, each in enumerate(value, 1):
                text = each
                if isinstance(each, Fact):
                    told(each, at, f"{path}.{number}")
                    text = each.value
                if isinstance(text, str):
                    rows.append([at.kind, at.entry, path, number, text, *(None for _ in languages)])
                elif text is not None:
                    texts = [text.root.get(code) for code in languages]
                    rows.append([at.kind, at.entry, path, number, None, *texts])

        return put

    def _links(self, target: Kind, spot: Spot) -> Put:
        """A list of ids of entries: rows of a table of links from one kind to another."""
        name = f"{spot.table.one}_{kind_table(target)}"
        if name not in self.tables:
            said = self._tongue.link(spot.table.said, target)
            table = self._table(Table(name, name, said))
            own(table, spot.table, self._tongue, with_field=True)
            add_link(table, target, self._tongue)
        rows = self.tables[name].rows
        self._fields.setdefault(name, {})[spot.path] = spot.said

        def put(value: Any, row: Row, at: At) -> None:
            for number, id in enumerate(value, 1):
                rows.append([*at.key, spot.path, number, id])

        return put

    def _records(self, model: type[Record], spot: Spot) -> Put:
        """A list of records: rows of a table of their own, below those of their owner."""
        one = record_key(model.__name__)
        name = record_table(one)
        lead = () if spot.path == name else (spot.path,)
        key = "id" if issubclass(model, Entry) else "position"
        if name not in self.tables:
            table = self._table(Table(name, one, self._tongue.record(model.__name__)))
            own(table, spot.table, self._tongue, with_field=bool(lead), key=key)
            self._puts[name] = self._record(model, Spot(table, "", "", table.said, True))
        table, put_record = self.tables[name], self._puts[name]
        if lead:
            self._fields.setdefault(name, {})[spot.path] = spot.said
        if bool(lead) is not ("field" in table.key):
            raise ValueError(f"{name}: no column tells the fields apart that it is made of")

        def put(value: Any, row: Row, at: At) -> None:
            width = len(table.columns)
            for number, record in enumerate(value, 1):
                named = getattr(record, "id", number) if key == "id" else number
                cells: Row = [*at.key, *lead, number]
                cells += [None] * (width - len(cells))
                path = f"{at.path}{spot.path}.{named}."
                put_record(record, cells, At(at.kind, at.entry, (*at.key, *lead, named), path))
                table.rows.append(cells)

        return put


def _state(value: Any) -> State:
    if value is None:
        return State.UNUSABLE
    return State.NONE if value in ((), {}) else State.VALUE
