"""The files of an imported corpus, in canonical form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from renaksi import model
from renaksi.exchange.plan import ROUNDS, PlanFacts
from renaksi.exchange.reading import SOURCE, Reading
from renaksi.exchange.registry import Registry
from renaksi.layout import LAYOUT, PRIMARY_LANGUAGE, Place, translation_path
from renaksi.problem import Problem
from renaksi.vocabulary import Kind, OrganizationKind, Section, Voice
from renaksi.write import Plain, format_text, write_record

_FENCE = "---\n"
_REVERSED = {
    "id": "Tabel OGP menyebut tanggal selesai yang mendahului tanggal mulai.",
    "en": "OGP's table gives an end that lies before the start.",
}
_OPENED = {
    "id": 'Hasil awal dibaca dari kolom "Did It Open Government" tabel OGP.',
    "en": 'The early results were read from the column "Did It Open Government" of OGP\'s table.',
}


@dataclass(frozen=True)
class Records:
    """What the files hold beside the commitments; `about` tells what the table is.

    `language` is that of its texts.
    """

    plan: PlanFacts
    registry: Registry
    table: str
    about: dict[str, str]
    language: str


def write_files(records: Records, readings: Sequence[Reading]) -> dict[str, str]:
    """Path and text of every file but `mkdocs.yml`."""
    files: dict[str, str] = dict.fromkeys(_LISTS.values(), "[]\n")
    files |= {_PLACES[Kind.PLAN].pattern: write_record(records.plan.record, model.ActionPlan)}
    for kind, entries in _lists(records, readings):
        files[_LISTS[kind]] = _many(entries, _PLACES[kind].model)
    files |= _home(records)
    for reading in readings:
        files |= dict(_of_commitment(records.plan.id, reading))
    return {path: _tidy(text, path) for path, text in files.items()}


_PLACES: dict[Kind, Place] = {place.kind: place for place in LAYOUT if place.kind is not Kind.PAGE}
_LISTS: dict[Kind, str] = {
    place.kind: place.pattern for place in LAYOUT if place.many and place.kind is not Kind.AUDIT
}


def _tidy(text: str, path: str) -> str:
    """The canonical form, where there is one."""
    tidy = format_text(text, path)
    return text if isinstance(tidy, Problem) else tidy


def _many(entries: Iterable[dict[str, Any]], kind: type[model.Entry]) -> str:
    """A list of records."""
    written = []
    for entry in entries:
        first, *rest = write_record(entry, kind).splitlines()
        written.append("\n".join([f"- {first}", *(f"  {line}" for line in rest)]))
    return "\n\n".join(written) + "\n" if written else "[]\n"


def _lists(
    records: Records, readings: Sequence[Reading]
) -> Iterator[tuple[Kind, list[dict[str, Any]]]]:
    registry, own = records.registry, {records.language: SOURCE}
    yield Kind.PLAN_OVERVIEW, records.plan.overviews
    yield Kind.SOURCE, list(_sources(records))
    yield (
        Kind.ORGANIZATION,
        [
            {
                "id": id,
                "title": {"id": name, "en": name},
                "title_source": own,
                "kind": Plain(OrganizationKind.UNKNOWN),
                "source": SOURCE,
            }
            for name, id in registry.organizations.items()
        ],
    )
    yield Kind.THEME, [_term(id, label, own) for label, id in registry.themes.items()]
    english = {"en": SOURCE}  # the names of columns are OGP's own
    for kind, name in ((Kind.POLICY_AREA, "policy_areas"), (Kind.OGP_VALUE, "ogp_values")):
        yield (
            kind,
            [_term(id, label, english) for id, label in sorted(registry.terms[name].items())],
        )
    yield (
        Kind.EXCEPTION,
        [
            {
                "id": f"{reading.data['id']}-dates"[:100].strip("-"),
                "rule": "end-date-follows-start-date",
                "concern": {"kind": "commitment", "id": reading.data["id"], "field": "end_date"},
                "reason": _REVERSED,
            }
            for reading in readings
            if reading.reversed
        ],
    )


def _term(id: str, label: str, source: dict[str, str]) -> dict[str, Any]:
    """A word with its label in every language of the site, of which the table gives one."""
    return {"id": id, "label": {"id": label, "en": label}, "label_source": source}


def _sources(records: Records) -> Iterator[dict[str, Any]]:
    yield {
        "id": SOURCE,
        "title": records.table,
        "short_title": {"id": "Tabel komitmen OGP", "en": "OGP's table of commitments"},
        "publisher": "Open Government Partnership",
        "language": "en",
        "note": records.about,
    }
    years = records.plan.years
    for round, column, id, _ in ROUNDS:
        if round in years:
            yield {
                "id": id,
                "title": f"IRM {id.removeprefix('irm-').replace('-', ' ')} of {years[round]}",
                "short_title": {
                    "id": f"Laporan IRM {years[round]}",
                    "en": f"IRM report {years[round]}",
                },
                "publisher": "OGP Independent Reporting Mechanism",
                "document_date": Plain(years[round]),
                "language": "en",
                "note": {
                    "id": f'Dikenal dari kolom "{column}" tabel OGP; laporannya sendiri belum '
                    "dibaca.",
                    "en": f'Known from the column "{column}" of OGP\'s table; the report itself '
                    "was not read.",
                },
            }


def _home(records: Records) -> dict[str, str]:
    title = records.plan.title
    page = {
        "id": Section.HOME.value,
        "title": title,
        "description": {
            "id": f"{title['id']}, diimpor dari tabel komitmen OGP.",
            "en": f"{title['en']}, imported from OGP's table of commitments.",
        },
    }
    return {"content/index.md": f"{_FENCE}{write_record(page, model.Page)}{_FENCE}"}


def _of_commitment(plan: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """The file of a commitment, its narrative, and its assessments."""
    id = reading.data["id"]
    path = _PLACES[Kind.COMMITMENT].pattern.replace("*", plan, 1).replace("*", id, 1)
    record = f"{_FENCE}{write_record({**reading.data, 'plan': plan}, model.Commitment)}{_FENCE}"
    narrative = f"{reading.narrative}\n" if reading.narrative else ""
    if reading.language == PRIMARY_LANGUAGE and narrative:
        yield path, f"{record}\n{narrative}"
    else:
        yield path, record
        if narrative:
            yield translation_path(path, reading.language), narrative
    for period, told in reading.updates.items():
        update = f"{reading.data['number']:0>2}-{Voice.IRM.value}-{period}"
        data = {
            "id": update,
            "commitment": id,
            "voice": Plain(Voice.IRM),
            "reporting_period": period,
            **told,
            **({} if "completion" in told else {"note": _OPENED}),
            "source": SOURCE,
        }
        where = _PLACES[Kind.UPDATE].pattern.replace("*", plan, 1).replace("*", update, 1)
        yield where, write_record(data, model.Update)
