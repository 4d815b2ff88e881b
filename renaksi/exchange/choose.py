"""Which rows of a table are imported: those of one plan of one country."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from renaksi.exchange.fault import TableError
from renaksi.exchange.marks import says_nothing
from renaksi.exchange.reading import clean
from renaksi.exchange.table import Row, Table
from renaksi.problem import Message

COUNTRY, CODE = "Country/Locality", "Code"
PLAN_ID, PLAN_NUMBER = "Action Plan ID", "Action Plan Number"


@dataclass(frozen=True)
class Choice:
    """What is imported: a country by name or code, a plan by id or number; and in which language.

    None is right where the table has one only. `language` is that of the titles and full texts.
    """

    country: str | None = None
    plan: str | None = None
    language: str = "en"


@dataclass(frozen=True)
class Selection:
    """The rows of the plan that was chosen, and the plans of that country by their ids."""

    table: Table
    rows: tuple[Row, ...]
    plan: str
    plans: Mapping[str, tuple[Row, ...]]


def select(table: Table, choice: Choice) -> Selection:
    """The rows asked for. Raises TableError, naming what there is, where that is not one plan."""
    if not table.rows:
        raise TableError(
            Message(id="Tabel ini tidak mempunyai baris.", en="This table has no rows.")
        )
    countries = _grouped(table.rows, country_of)
    chosen = _find_country(countries, choice.country)
    plans = _grouped(countries[chosen], plan_of)
    key = _find_plan(plans, choice.plan)
    return Selection(table, plans[key], key, plans)


def country_of(row: Row) -> str:
    """What the row calls its country; nothing where it does not say."""
    return _said(row, COUNTRY)


def plan_of(row: Row) -> str:
    """OGP's id of the row's plan, or its number."""
    return _said(row, PLAN_ID) or _said(row, PLAN_NUMBER)


def _said(row: Row, column: str) -> str:
    cell = clean(row.cells.get(column, ""))
    return "" if says_nothing(cell) else cell


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return {name: tuple(theirs) for name, theirs in found.items()}


def _find_country(countries: Mapping[str, tuple[Row, ...]], asked: str | None) -> str:
    if asked is None and len(countries) == 1:
        return next(iter(countries))
    wanted = (asked or "").strip().casefold()
    for name, rows in countries.items():
        codes = {_said(row, CODE).casefold() for row in rows}
        if wanted and wanted in {name.casefold(), *codes}:
            return name
    named = sorted(_shown(name, rows) for name, rows in countries.items())
    raise _ask("--country", asked, ("negara", "countries"), named)


def _shown(name: str, rows: Iterable[Row]) -> str:
    code = next(filter(None, (_said(row, CODE) for row in rows)), "")
    return f"{name or '-'} ({code})" if code else name or "-"


def _find_plan(plans: Mapping[str, tuple[Row, ...]], asked: str | None) -> str:
    if asked is None and len(plans) == 1:
        return next(iter(plans))
    wanted = (asked or "").strip().casefold()
    for name, rows in plans.items():
        numbers = {_said(row, PLAN_NUMBER) for row in rows}
        if wanted and wanted in {name.casefold(), *numbers}:
            return name
    raise _ask("--plan", asked, ("rencana aksi", "plans"), sorted(name or "-" for name in plans))


def _ask(option: str, asked: str | None, of: tuple[str, str], named: list[str]) -> TableError:
    """Says what can be chosen, and that nothing is called what was asked for."""
    no_id = f'Tidak ada "{asked}" di tabel ini. ' if asked else ""
    no_en = f'There is no "{asked}" in this table. ' if asked else ""
    message = Message(
        id=f"{no_id}Pilih satu dengan {option}; {of[0]} di tabel ini:",
        en=f"{no_en}Choose one with {option}; {of[1]} in this table:",
    )
    return TableError(message, named)
