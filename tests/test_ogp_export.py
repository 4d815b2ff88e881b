"""Commitments in OGP's columns: what is written, and that programs of others read it."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from renaksi.cli import main
from renaksi.exchange import COLUMNS, Member, fill_rows, read_member, write_table
from renaksi.exchange.marks import guard, unguard
from renaksi.problem import Severity
from renaksi.validate import validate
from tests import cases, golden, ogp_tables, roots

FILE = "data/ogp-commitments.csv"


def test_columns_are_those_of_ogp_in_their_order() -> None:
    assert [column.name for column in COLUMNS] == ogp_tables.HEADER


def test_row_of_indonesia_says_what_ogps_row_says(real_site: Path) -> None:
    with ogp_tables.INDONESIA.open(encoding="utf-8", newline="") as file:
        theirs = {each["Commitment Unique Identifier"]: each for each in csv.DictReader(file)}
    ours = {
        each["Commitment Unique Identifier"]: each for each in ogp_tables.read(real_site / FILE)
    }
    alike = (
        *ogp_tables.HEADER[:11],
        *("Start Date", "End Date", "Open Parliaments", "Open Parliament Plan"),
        *("Report Publication Year (Progress Report)", "Report Publication Year (End Of Term)"),
        *("Verifiable", "OGP Value Access To Information", "OGP Value Technology", "_Relevant"),
        *("Potential Impact", "_Potential Impact", "Completion (End Of Term)"),
        *("_CompletionEndTerm", "High Ambition", "Action Plan ID"),
    )
    for id in ("ID0097", "ID0107"):
        known = [name for name in alike if ours[id][name] not in ("NA", "ND")]
        assert len(known) > 18, id
        assert [ours[id][name] for name in known] == [theirs[id][name] for name in known]
    assert ours["ID0097"]["Short Title"] == theirs["ID0097"]["Short Title"]


def test_what_is_not_known_is_said_in_ogps_words(real_site: Path) -> None:
    first = ogp_tables.read(real_site / FILE)[0]
    told = ("Commitment Unique Identifier", "Lead Institution", "Start Date", "URL")
    rated = ("Potential Impact", "Open Data", "Completion (End Of Term)", "CHECKSUM")
    assert {first[name] for name in told} == {"NA"}
    assert {first[name] for name in rated} == {"ND"}
    assert not any("NR" in each.values() for each in ogp_tables.read(real_site / FILE))


def test_invented_corpus_is_in_the_columns_it_belongs_in(golden_site: Path) -> None:
    first, _, last = ogp_tables.read(golden_site / FILE)
    assert first["Country/Locality"] == 'Awan & "Kabut"'
    assert (first["Code"], first["Region"]) == ("CLD", "NA")
    assert (first["Start Date"], first["End Date"]) == ("2030", "12/31/2030")
    assert first["Supporting Institution(s)"].count(";") == 3
    assert first["Full Text"] == "The MoM puts up lamps. See the consultation."
    assert last["Full Text"] == "Hanya dalam bahasa Indonesia."
    assert last["Open Parliament Plan"] == "1"


def test_words_of_ours_are_not_given_as_those_of_the_plan(real_site: Path) -> None:
    rows = ogp_tables.read(real_site / FILE)
    assert {row["Full Text"] for row in rows} == {"NA"}


def test_areas_that_came_later_are_not_denied(real_site: Path) -> None:
    rows = ogp_tables.read(real_site / FILE)
    assert {row["Digital Participation"] for row in rows} == {"ND"}
    assert {row["Open Data"] for row in rows} == {"0", "1", "ND"}


def test_code_is_read_from_ogps_id_where_no_member_is_named() -> None:
    corpus, _ = validate(golden.ROOT)
    row = dict(zip(ogp_tables.HEADER, fill_rows(corpus, Member())[0], strict=True))
    assert (row["Code"], row["Country/Locality"]) == ("IDN", "NA")
    assert read_member({}) == read_member({"ogp": None}) == Member()


def test_member_is_named_in_the_words_that_there_are(tmp_path: Path) -> None:
    changes = {"mkdocs.yml": {"    code: CLD\n": "    kode: CLD\n"}}
    _, problems = validate(cases.lay_out({"replace": changes}, tmp_path))
    (problem,) = (each for each in problems if each.severity is Severity.ERROR)
    assert problem.place.path == "mkdocs.yml"
    assert problem.key == "extra.ogp.kode"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "'=1", "''-x", "\tx", "'", "x", ""])
def test_formula_is_written_as_text_and_read_as_it_was(cell: str) -> None:
    assert guard(cell)[:1] not in ("=", "+", "-", "@", "\t")
    assert unguard(guard(cell)) == cell
    written = write_table([[cell] * len(COLUMNS)]).decode()
    assert f"{guard(cell)}," in written


def test_command_writes_what_the_site_has(
    golden_site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--root", str(golden.CORPUS), "--as-of", golden.AS_OF]
    assert main(["export", "--ogp", *arguments]) == 0
    printed = capfd.readouterr().out
    assert printed.endswith((golden_site / FILE).read_bytes().decode())


def test_frictionless_takes_the_table(site: Path, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes((site / FILE).read_bytes())
    run = subprocess.run(
        [
            *(sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "table.csv"),
            *("--encoding", "utf-8", "--field-missing-values", "NA,ND"),
        ],
        cwd=tmp_path,
        env=roots.ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert "VALID" in run.stdout


def test_pandas_reads_the_table(real_site: Path) -> None:
    program = (
        "import sys, pandas\n"
        "t = pandas.read_csv(sys.argv[1], na_values=['NA', 'ND'], keep_default_na=False)\n"
        "print(t.shape, t['Commitment Number'].dtype, t['Commitment Title'].isna().sum())\n"
    )
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, str(real_site / FILE)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "(19, 171) int64 0\n"
