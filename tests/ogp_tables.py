"""Tables like OGP's, made up, and what of a table an import lost, found without its help."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from renaksi.cli import main
from renaksi.corpus import Corpus
from renaksi.model import Commitment
from renaksi.validate import has_errors, validate

FOLDER = Path(__file__).resolve().parent / "exchange"
HEADER = (FOLDER / "columns.txt").read_text(encoding="utf-8").splitlines()
FORMER = (FOLDER / "columns-2017.txt").read_text(encoding="utf-8").splitlines()
INDONESIA = FOLDER / "indonesia.csv"
# What the edition of 2017 calls columns that the edition of 2024 has, too; others differ in
# capitals only, or are there no more.
RENAMED = {
    "Country": "Country/Locality",
    "Comm No": "Commitment Number",
    "Comm Dummy": "Commitment Dummy",
    "Sub-national": "Subnational",
    "Value -Info": "OGP Value Access To Information",
    "Value -Part": "OGP Value Civic Participation",
    "Value -Acc": "OGP Value Public Accountability",
    "Value -Tech": "OGP Value Technology",
    "_Pot Impact Coded": "_Potential Impact",
    "Did it open government (end of term only)": "Did It Open Government (Overall)",
    "_OpenGovt": "_OpenGovernment",
    "IRM Assessed (Y/N)?": "IRM Assessed",
}
NAMES = {name.casefold(): name for name in HEADER} | {
    old.casefold(): new for old, new in RENAMED.items()
}
_USUAL = {
    "Country/Locality": "Awan",
    "Code": "AWN",
    "Region": "Sky",
    "National Or Local": "National",
    "Action Plan Number": "1",
    "Commitment Dummy": "1",
    "Year Of Submission": "2030",
    "Action Plan End Year": "2032",
    "Action Plan Duration (Years)": "2",
    "Action Plan ID": "AP_AWN01",
    "Commitment Title": "Lamps for foggy roads",
    "Full Text": "Put up lamps.",
    "Lead Institution": "Ministry of Mist",
    "Open Parliaments": "0",
    "Open Data": "1",
    "Report Publication Year (End Of Term)": "2033",
    "Completion (End Of Term)": "Limited",
    "_CompletionEndTerm": "3",
}


def row(number: str = "1", **cells: str) -> dict[str, str]:
    """A made-up row; keywords are columns with `_` for a space, such as `Start_Date`."""
    return {**_USUAL, "Commitment Number": number} | named(cells)


def named(cells: Mapping[str, str]) -> dict[str, str]:
    """Cells by the columns that keywords stand for."""
    return {key if key in HEADER else key.replace("_", " "): cells[key] for key in cells}


def table(
    rows: Iterable[Mapping[str, str]],
    header: Sequence[str] = HEADER,
    *,
    separator: str = ",",
    line_end: str = "\r\n",
) -> str:
    """The rows as CSV; a column that a row lacks is `ND`."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, lineterminator=line_end)
    writer.writerow(header)
    writer.writerows([each.get(name, "ND") for name in header] for each in rows)
    return written.getvalue()


def run_import(content: bytes, folder: Path, *more: str) -> Path:
    """The corpus that the command makes of a table; it must pass the check."""
    source, output = folder / "table.csv", folder / "imported"
    source.write_bytes(content)
    assert main(["import", "--ogp", str(source), "--output", str(output), *more]) == 0
    return output


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file that this project wrote, without the apostrophes before formulas."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{key: without_guard(cell) for key, cell in each.items()} for each in rows]


def without_guard(cell: str) -> str:
    bare = cell.lstrip("'")
    return cell[1:] if cell != bare and bare[:1] in "=+-@\t\r\n" and bare else cell


def export(root: Path, folder: Path) -> list[dict[str, str]]:
    """The rows that the command makes of a corpus."""
    day = ["--as-of", "2031-06-30"]
    assert main(["export", "--ogp", "--root", str(root), "--output", str(folder), *day]) == 0
    return read(folder / "data/ogp-commitments.csv")


Lost = list[tuple[int, str, str]]


def find_lost(
    header: Sequence[str], rows: Sequence[Sequence[str]], output: Path, folder: Path
) -> Lost:
    """Every cell that neither the report nor a row of the corpus, exported again, holds."""
    report = read(output / "import-report.csv")
    told = {(int(each["row"]), each["column"], each["value"]) for each in report}
    return find_missing(header, rows, told, export(output, folder / "again"), _areas(output))


def find_missing(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    told: Iterable[tuple[int, str, str]],
    again: Sequence[Mapping[str, str]],
    areas: Sequence[Iterable[str]] = (),
) -> Lost:
    """Every cell that is neither told nor in the row that was made of its own.

    Which row that is, is found here: the one that has most of the cells that are not told.
    """
    reported = {(row, column, _bare(value)) for row, column, value in told}
    unreported = {
        number: [
            (name, without_guard(cell))
            for name, cell in zip(header, cells, strict=True)
            if cell.strip() and (number, name.strip(), _bare(without_guard(cell))) not in reported
        ]
        for number, cells in enumerate(rows, 2)
    }
    lost: Lost = []
    of = dict(enumerate(areas))
    missing = {
        number: {
            at: [cell for cell in kept if not _holds(each, of.get(at, ()), *cell)]
            for at, each in enumerate(again)
        }
        for number, kept in unreported.items()
    }
    # Who can be fewest of them chooses first.
    free = set(missing[2])
    for number, rest in sorted(missing.items(), key=lambda item: list(item[1].values()).count([])):
        best = min(free, key=lambda at: (len(rest[at]), at))
        free.remove(best)
        lost += [(number, *each) for each in rest[best]]
    assert not free, "more commitments than rows"
    return lost


def _bare(text: str) -> str:
    return "".join(text.split())


def _holds(row: Mapping[str, str], areas: Iterable[str], name: str, cell: str) -> bool:
    column = NAMES.get(" ".join(name.split()).casefold())
    if column is None:  # a policy area that the edition of 2024 has no column for
        return cell.strip() == str(int(name.strip() in areas))
    return _bare(row[column]) == _bare(cell)


def _areas(root: Path) -> list[list[str]]:
    """The labels of the policy areas of each commitment, by its number."""
    terms = yaml.safe_load((root / "data/policy-areas.yaml").read_text(encoding="utf-8"))
    labels = {term["id"]: term["label"]["en"] for term in terms}
    found = []
    for path in root.glob("content/commitments/*/*.md"):
        if not path.name.endswith(".en.md"):
            data = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
            ids = data.get("policy_areas", {}).get("value") or []
            found.append((data["number"], [labels[id] for id in ids]))
    return [labels for _, labels in sorted(found)]


def imported(content: bytes | str, folder: Path, *more: str) -> Corpus:
    """The corpus of a table; it has no error."""
    raw = content.encode() if isinstance(content, str) else content
    corpus, problems = validate(run_import(raw, folder, *more))
    assert not has_errors(problems)
    return corpus


def one(folder: Path, **cells: str) -> Commitment:
    """The commitment of a table with one row."""
    (found,) = imported(table([row(**cells)]), folder).commitments
    return found


def reported(folder: Path) -> dict[str, tuple[str, str]]:
    """What the report says of each column: what it needs, and why."""
    report = read(folder / "imported/import-report.csv")
    assert all(each["why_id"] and each["why_en"] for each in report)
    return {each["column"]: (each["need"], each["why_en"]) for each in reversed(report)}


def text_of(corpus: Corpus) -> str:
    """The English narrative of the only commitment."""
    (proses,) = (each for (kind, _), each in corpus.prose.items() if kind == "commitment")
    return proses["en"].text.strip()
