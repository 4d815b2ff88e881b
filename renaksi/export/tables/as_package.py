"""The data package: what each CSV file and column is, for programs (Frictionless, version 1)."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from renaksi.export.api.document import LICENCE
from renaksi.export.publication import Publication
from renaksi.export.tables.as_csv import CALCULATES, ESCAPE, csv_files, csv_path
from renaksi.export.tables.build import build_tables
from renaksi.export.tables.frame import Column, Foreign, Said, Table
from renaksi.export.tables.tongue import Tongue
from renaksi.remedies import suggest_id

PATH = "data/datapackage.json"
# As the Open Definition names it.
_LICENCE = "CC-BY-4.0"
_SIGNS = {"\t": "tab", "\r": "CR", "\n": "LF"}


def build_package(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and content of `datapackage.json`."""
    package = describe_package(publication)
    yield PATH, f"{json.dumps(package, indent=2, ensure_ascii=False)}\n".encode()


def describe_package(publication: Publication) -> dict[str, Any]:
    """The description of all tables."""
    tongue = Tongue(publication.words)
    found = {
        "profile": "tabular-data-package",
        "name": suggest_id(publication.name) or "data",
        "title": publication.name,
        "description": f"{about(tongue)}\n\n{reading(tongue)}",
        "homepage": publication.address,
        "created": f"{publication.as_of}T00:00:00Z",
        "licenses": [{"name": _LICENCE, "title": LICENCE["name"], "path": LICENCE["url"]}],
        "resources": [
            _resource(table, csv_files(publication)[table.name])
            for table in publication.once(build_tables)
        ],
    }
    return {key: value for key, value in found.items() if value}


def about(tongue: Tongue) -> str:
    """What the tables are, in all languages."""
    return Said(tongue.every("tables.about"), {}).joined()[0]


def reading(tongue: Tongue) -> str:
    """What has to be known to read the files: empty cells, and apostrophes in front."""
    signs = " ".join(_SIGNS.get(sign, sign) for sign in CALCULATES)
    empty, escaped = tongue.every("tables.empty"), tongue.every("tables.escape", signs=signs)
    return "\n\n".join(f"{empty[code]} {escaped[code]}" for code in tongue.words)


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    title, description = table.said.joined()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": csv_path(table).removeprefix("data/"),
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [_foreign(each, table) for each in table.foreign if _holds(each, table)],
    }
    return {key: value for key, value in schema.items() if value}


def _holds(foreign: Foreign, table: Table) -> bool:
    """Whether Table Schema can say it: it knows no key of which one column may be empty."""
    if len(foreign.columns) == 1:
        return True
    return all(table.columns[table.place(name)].required for name in foreign.columns)


def _foreign(foreign: Foreign, table: Table) -> dict[str, Any]:
    resource = "" if foreign.table == table.name else foreign.table
    if len(foreign.columns) == 1:
        (column,), (reference,) = foreign.columns, foreign.references
        return {"fields": column, "reference": {"resource": resource, "fields": reference}}
    columns, references = list(foreign.columns), list(foreign.references)
    return {"fields": columns, "reference": {"resource": resource, "fields": references}}


def _field(column: Column) -> dict[str, Any]:
    title, description = column.said.joined()
    constraints = {
        "required": column.required or None,
        "enum": list(column.choices) or None,
        "pattern": column.pattern if _holds_in_csv(column.pattern) else None,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    given = {key: value for key, value in constraints.items() if value is not None}
    found = {"name": column.name, "type": column.type, "title": title, "description": description}
    return {**found, "constraints": given} if given else found


def _holds_in_csv(pattern: str | None) -> bool:
    """Whether a pattern of a whole text also fits the cell, which may begin with an apostrophe."""
    if pattern is None or not pattern.startswith("^"):
        return False
    return not any(re.search(pattern, f"{sign}1") for sign in (*CALCULATES, ESCAPE))
