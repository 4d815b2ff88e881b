"""The one table of the files for machines: path, builder, media type and documentation of each.

Paths are permanent. Nothing below `api/v1/` is ever removed or renamed (docs/open-data.md).
"""

from functools import partial

from renaksi.export.api.endpoints import ENDPOINTS
from renaksi.export.api.index import build_index
from renaksi.export.api.openapi import build_document_schemas, build_openapi
from renaksi.export.archive import build_archive, build_checksums
from renaksi.export.calendar import build_calendar
from renaksi.export.dcat import PATH as CATALOGUE
from renaksi.export.dcat import build_json_ld, build_turtle
from renaksi.export.feeds import (
    build_changes,
    build_commitments,
    build_organizations,
    build_voices,
)
from renaksi.export.ogp import PATH as OGP
from renaksi.export.ogp import build_ogp
from renaksi.export.output import Collection, Format, Output
from renaksi.export.popolo import PATH as POPOLO
from renaksi.export.popolo import build_popolo
from renaksi.export.tables import as_csv, as_package, as_sqlite, as_workbook
from renaksi.publish.paths import API, CALENDAR, FEEDS

_JSON, _ATOM = "application/json", "application/atom+xml"
_SQLITE = "application/vnd.sqlite3"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES: tuple[Output, ...] = (
    *(
        Output(f"api_{each.name}", Format.JSON, f"{API}/{each.path}", _JSON, each.build)
        for each in ENDPOINTS
    ),
    Output("api_openapi", Format.JSON, f"{API}/openapi.json", _JSON, build_openapi),
    Output(
        "api_schema",
        Format.JSON,
        f"{API}/schema/{{name}}.json",
        "application/schema+json",
        build_document_schemas,
    ),
    Output("feed_changes", Format.ATOM, f"{FEEDS}/{{language}}/changes.atom", _ATOM, build_changes),
    Output(
        "feed_voice",
        Format.ATOM,
        f"{FEEDS}/{{language}}/voices/{{voice}}.atom",
        _ATOM,
        build_voices,
    ),
    Output(
        "feed_commitment",
        Format.ATOM,
        f"{FEEDS}/{{language}}/commitments/{{id}}.atom",
        _ATOM,
        build_commitments,
    ),
    Output(
        "feed_organization",
        Format.ATOM,
        f"{FEEDS}/{{language}}/organizations/{{id}}.atom",
        _ATOM,
        build_organizations,
    ),
    Output(
        "calendar",
        Format.CALENDAR,
        f"{CALENDAR}/{{language}}.ics",
        "text/calendar",
        build_calendar,
    ),
    Output("ogp_commitments", Format.OGP, OGP, "text/csv", build_ogp),
    Output("popolo", Format.POPOLO, POPOLO, _JSON, build_popolo),
    Output("workbook", Format.XLSX, as_workbook.PATH, _XLSX, as_workbook.build_workbook),
    Output("tables_csv", Format.CSV, "data/csv/{table}.csv", "text/csv", as_csv.build_csv),
    Output("datapackage", Format.DATA_PACKAGE, as_package.PATH, _JSON, as_package.build_package),
    Output("sqlite", Format.SQLITE, as_sqlite.PATH, _SQLITE, as_sqlite.build_sqlite),
)
# What is made of all before it, in this order.
COLLECTIONS: tuple[Collection, ...] = (
    Collection(
        "dcat_turtle", Format.DCAT, f"{CATALOGUE}.ttl", "text/turtle", partial(build_turtle, _FILES)
    ),
    Collection(
        "dcat_json",
        Format.DCAT,
        f"{CATALOGUE}.jsonld",
        "application/ld+json",
        partial(build_json_ld, _FILES),
    ),
    Collection("archive", Format.ZIP, "data/renaksi.zip", "application/zip", build_archive),
    Collection("checksums", Format.ZIP, "data/SHA256SUMS", "text/plain", build_checksums),
)
OUTPUTS: tuple[Output, ...] = (
    Output(
        "api_index",
        Format.JSON,
        f"{API}/index.json",
        _JSON,
        partial(build_index, (*_FILES, *COLLECTIONS)),
    ),
    *_FILES,
)
