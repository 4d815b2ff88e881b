"""Reads a data package as its description says, and makes the entries of the corpus of it again.

Written from the description and the model alone; nothing here knows how the tables were made.
"""

import json
import types
import typing
from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
from pydantic import BaseModel

from renaksi import model
from renaksi.model.base import Ref
from renaksi.vocabulary import Kind

Row = dict[str, Any]
# The table of each kind, and of each record that stands in lists.
KINDS = {
    Kind.COMMITMENT: (model.Commitment, "commitments"),
    Kind.UPDATE: (model.Update, "updates"),
    Kind.PLAN: (model.ActionPlan, "plans"),
    Kind.PLAN_OVERVIEW: (model.PlanOverview, "plan_overviews"),
    Kind.ORGANIZATION: (model.Organization, "organizations"),
    Kind.PERSON: (model.Person, "people"),
    Kind.SOURCE: (model.Source, "sources"),
    Kind.TERM: (model.GlossaryTerm, "glossary_terms"),
    Kind.NOTE: (model.EditorialNote, "editorial_notes"),
    Kind.POLICY_AREA: (model.VocabularyTerm, "policy_areas"),
    Kind.OGP_VALUE: (model.VocabularyTerm, "ogp_values"),
    Kind.SDG: (model.VocabularyTerm, "sdgs"),
    Kind.THEME: (model.VocabularyTerm, "themes"),
    Kind.STAGE: (model.Stage, "stages"),
    Kind.MEETING: (model.Meeting, "meetings"),
}
RECORDS = {
    "Milestone": "milestones",
    "Lineage": "lineages",
    "Evidence": "evidence",
    "StreamPeriod": "stream_periods",
    "ThemeList": "theme_lists",
    "Document": "documents",
    "Consultation": "consultations",
    "Topic": "topics",
    "Quote": "quotes",
    "Concern": "concerns",
    "Speaker": "speakers",
}


def read_package(folder: Path) -> dict[str, list[Row]]:
    """The rows of every table, read by pandas; None where a cell is empty."""
    package = json.loads((folder / "datapackage.json").read_bytes())
    return {each["name"]: _read_table(folder, each) for each in package["resources"]}


def _read_table(folder: Path, resource: Row) -> list[Row]:
    frame = pd.read_csv(folder / resource["path"], dtype=str, keep_default_na=False)
    fields = resource["schema"]["fields"]
    assert list(frame.columns) == [field["name"] for field in fields], resource["name"]
    sorts = [(field["name"], field["type"]) for field in fields]
    return [
        {name: read_cell(cell, sort) for (name, sort), cell in zip(sorts, cells, strict=True)}
        for cells in frame.itertuples(index=False, name=None)
    ]


def read_cell(cell: str, sort: str) -> Any:
    """The value of a cell: a text loses the one apostrophe that it may begin with."""
    if not cell:
        return None
    if sort == "integer":
        return int(cell)
    if sort == "boolean":
        return {"true": True, "false": False}[cell]
    return cell[1:] if cell.startswith("'") else cell


class Rebuilder:
    """Entries as `model_dump` would give them, from the rows of tables."""

    def __init__(self, tables: dict[str, list[Row]]) -> None:
        self._tables = tables
        self._facts = {(row["kind"], row["entry"], row["field"]): row for row in tables["facts"]}
        self._lists: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for name in ("citations", "texts"):
            for row in sorted(tables[name], key=lambda row: row["position"]):
                self._lists[name, row["kind"], row["entry"], row["field"]].append(row)

    def entries(self, kind: Kind) -> dict[str, Row]:
        """Every entry of a kind by its id."""
        made, table = KINDS[kind]
        owner = kind.value.replace("-", "_")
        return {
            row["id"]: self._record(made, row, _At(kind.value, row["id"], {owner: row["id"]}))
            for row in self._tables[table]
        }

    def _record(self, made: type[BaseModel], row: Row, at: "_At", column: str = "") -> Row:
        return {
            name: self._value(_written(field), row, at.below(name), f"{column}{name}")
            for name, field in made.model_fields.items()
        }

    def _value(self, annotation: Any, row: Row, at: "_At", column: str) -> Any:
        optional, _, sort = _take_apart(annotation)
        holder, inside = typing.get_origin(sort), typing.get_args(sort)
        if holder is tuple:
            return self._list(inside[0], row, at, column)
        if holder is dict:
            return self._mapping(inside, row, at, column)
        if _is(sort, model.Localized):
            return by_language(row, column) or (None if optional else {})
        if _is(sort, model.Fact):
            return self._fact(sort, row, at, column)
        if _is(sort, model.Record):
            return self._record(sort, row, at, f"{column}_")
        return row[column]

    def _fact(self, sort: type[BaseModel], row: Row, at: "_At", column: str) -> Row | None:
        found = self._facts.get((at.kind, at.entry, at.path))
        if found is None:
            return None
        value = None
        if found["state"] != "nothing-usable":
            value = self._value(_written(sort.model_fields["value"]), row, at, column)
            empty = value in ([], {})
            assert empty is (found["state"] == "none"), found
        sources = [each["source"] for each in self._lists["citations", *at.spot]]
        note = by_language(found, "note") or None
        return {"value": value, "source": sources or None, "note": note}

    def _mapping(self, inside: tuple[Any, ...], row: Row, at: "_At", column: str) -> Row:
        keys, values = (_take_apart(each)[2] for each in inside)
        if _is(keys, StrEnum):
            cells = {key.value: row[f"{column}_{key.value.replace('-', '_')}"] for key in keys}
            return {key: cell for key, cell in cells.items() if cell is not None}
        if values is str:
            return by_language(row, column)
        start = f"{at.path}."
        found = {
            spot[3].removeprefix(start): [row["source"] for row in rows]
            for spot, rows in self._lists.items()
            if spot[:3] == ("citations", at.kind, at.entry) and spot[3].startswith(start)
        }
        return {key: ids for key, ids in found.items() if ids}

    def _list(self, item: Any, row: Row, at: "_At", column: str) -> list[Any]:
        _, marks, sort = _take_apart(item)
        targets = [mark.kind for mark in marks if isinstance(mark, Ref)]
        if targets == [Kind.SOURCE]:
            return [each["source"] for each in self._lists["citations", *at.spot]]
        if targets:
            owner = list(at.key)[-1]
            name, target = f"{owner}_{KINDS[targets[0]][1]}", targets[0].value.replace("-", "_")
            return [each[target] for each in self._owned(name, at)]
        if _is(sort, model.Fact):
            return self._facts_of_list(at)
        if _is(sort, model.Record):
            return self._records(sort, at)
        texts = self._lists["texts", *at.spot]
        return [
            by_language(each, "text") if _is(sort, model.Localized) else each["text"]
            for each in texts
        ]

    def _facts_of_list(self, at: "_At") -> list[Any]:
        texts = {each["position"]: each for each in self._lists["texts", *at.spot]}
        found: list[Any] = []
        while True:
            below = at.below(str(len(found) + 1))
            if (below.kind, below.entry, below.path) not in self._facts:
                assert not [number for number in texts if number > len(found)]
                return found
            row = texts.get(len(found) + 1, {})
            named = {f"value{name.removeprefix('text')}": cell for name, cell in row.items()}
            found.append(self._fact(model.Fact[model.Localized], named, below, "value"))

    def _records(self, sort: type[BaseModel], at: "_At") -> list[Row]:
        name = RECORDS[sort.__name__]
        own = name.removesuffix("s")
        return [
            self._record(
                sort,
                row,
                _At(
                    at.kind,
                    at.entry,
                    {**at.key, own: row.get("id", row["position"])},
                    f"{at.path}.{row['id'] if issubclass(sort, model.Entry) else row['position']}",
                ),
            )
            for row in self._owned(name, at)
        ]

    def _owned(self, name: str, at: "_At") -> list[Row]:
        """The rows of a table that belong to a field of a record, in their order."""
        field = at.path.rpartition(".")[2]
        rows = [
            row
            for row in self._tables[name]
            if all(row[column] == value for column, value in at.key.items())
            and (name == "concerns" or row.get("field", field) == field)
        ]
        assert [row["position"] for row in sorted(rows, key=lambda row: row["position"])] == list(
            range(1, len(rows) + 1)
        )
        return sorted(rows, key=lambda row: row["position"])


class _At(typing.NamedTuple):
    kind: str
    entry: str
    key: dict[str, Any]
    path: str = ""

    @property
    def spot(self) -> tuple[str, str, str]:
        return self.kind, self.entry, self.path

    def below(self, name: str) -> "_At":
        return self._replace(path=f"{self.path}.{name}" if self.path else name)


def by_language(row: Row, column: str) -> dict[str, str]:
    """The texts of the columns `<column>_<language>`."""
    found = {}
    for name, cell in row.items():
        start, _, code = name.rpartition("_")
        if start == column and cell is not None:
            found[code] = cell
    return found


def _written(field: Any) -> Any:
    marks = tuple(field.metadata)
    return Annotated[(field.annotation, *marks)] if marks else field.annotation


def _take_apart(annotation: Any) -> tuple[bool, list[Any], Any]:
    """Whether it may be None, what `Annotated` says, and the type itself."""
    optional, marks = False, []
    while True:
        origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is Annotated:
            annotation = inside[0]
            marks += inside[1:]
        elif origin in (typing.Union, types.UnionType):
            optional = True
            (annotation,) = [each for each in inside if each is not type(None)]
        else:
            return optional, marks, annotation


def _is(sort: Any, made: type) -> bool:
    return isinstance(sort, type) and issubclass(sort, made)
