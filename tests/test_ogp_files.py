"""OGP's table to a corpus: which files are read, what is asked for, and what is said."""

from pathlib import Path

import pytest

from renaksi.cli import main
from renaksi.validate import validate
from renaksi.vocabulary import Stream
from tests import ogp_tables, roots
from tests.ogp_tables import (
    FORMER,
    HEADER,
    imported,
    reported,
    row,
    run_import,
    table,
    text_of,
)

Output = pytest.CaptureFixture[str]

# Files


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_file_is_read_whatever_its_encoding_and_separator(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    text = table([row(Commitment_Title="Café “lamps”; roads, mist")], separator=separator)
    corpus = imported(text.encode(encoding), tmp_path)
    assert corpus.commitments[0].title.get("en") == "Café “lamps”; roads, mist"
    guessed = reported(tmp_path).get("Commitment Title")
    assert (guessed is not None and "Windows-1252" in guessed[1]) == (encoding == "cp1252")


def test_cells_of_two_encodings_in_one_file_are_both_read(tmp_path: Path) -> None:
    lines = table([row("1", Theme="Nuées"), row("2", Theme="Brûme")]).splitlines(keepends=True)
    content = lines[0].encode() + lines[1].encode() + lines[2].encode("cp1252")
    corpus = imported(content, tmp_path)
    labels = {each.label.get("en") for each in corpus.of("theme")}  # type: ignore[attr-defined, arg-type]
    assert labels == {"Nuées", "Brûme"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_within_cells_end_no_row(tmp_path: Path, line_end: str) -> None:
    text = table([row(Full_Text=f"One.{line_end}{line_end}Two.")], line_end=line_end)
    assert text_of(imported(text, tmp_path)) == "One.\n\nTwo."


def test_columns_may_be_missing_unknown_doubled_and_badly_written(tmp_path: Path) -> None:
    header = [" country/LOCALITY", "Commitment  Title", "Theme", "Theme", "Mood", ""]
    cells = ["Awan", "Lamps", "Light", "Dark", "Good", "x", "beyond"]
    content = ",".join(header) + "\n" + ",".join(cells) + "\n\n,,,\n"
    corpus = imported(content, tmp_path)
    (found,) = corpus.commitments
    assert (found.number, found.stream, found.lead_organizations) == (
        1,
        Stream.OPEN_GOVERNMENT,
        None,
    )
    told = ogp_tables.read(tmp_path / "imported/import-report.csv")
    assert {(each["column"], each["value"]) for each in told} == {
        ("Theme", "Dark"),
        ("Mood", "Good"),
        ("", "x"),
        ("#7", "beyond"),
    }


def test_edition_of_2017_is_read(tmp_path: Path) -> None:
    cells = {
        **dict.fromkeys(FORMER, "0"),
        "Country": "Awan",
        "Action Plan Number": "1",
        "Comm No": "2.1.c",
        "Comm Dummy": "1",
        "Commitment Title": "2. Lamps",
        "Full Text": "Put up lamps.<br/>And sweep.",
        "Start Date": "Not Specified",
        "Year of submission": "2012",
        "Records Management": "1",
        "Potential impact": "None",
        "Report publication year (end of term)": "2014",
        "Completion (end of term)": "d. Complete",
        "_CompletionEndTerm": "5",
        "Did it open government (end of term only)": "b. None",
        "Value -Info": "1",
    }
    numbers = ",".join(map(str, range(len(FORMER)))) + "\n"
    corpus = imported(numbers + table([cells], FORMER), tmp_path)
    (found,) = corpus.commitments
    assert (corpus.plan.id, corpus.plan.period.value) == ("plan-1", None)
    assert corpus.plan.title.get("en") == "Awan: open government action plan, submitted in 2012"
    assert found.policy_areas and found.policy_areas.value == ("records-management",)
    assert found.ogp_values and found.ogp_values.value == ("access-to-information",)
    impact, (update,) = found.irm_design.potential_impact, corpus.updates
    assert impact and impact.value == "none"
    assert (update.completion, update.early_results) == ("complete", "did-not-change")


# What is asked for


def test_command_asks_for_a_country_and_a_plan_naming_what_there_is(
    tmp_path: Path, capsys: Output
) -> None:
    other = {"Country/Locality": "Kabut", "Code": "KBT"}
    plans = [row(), row("2", Action_Plan_ID="AP_AWN02", Action_Plan_Number="2")]
    source, output = tmp_path / "table.csv", tmp_path / "new"
    source.write_text(table([*plans, {**row(), **other}]), encoding="utf-8")
    base = ["import", "--ogp", str(source), "--output", str(output)]
    for more, named in (
        ([], "countries in this table:\n  Awan (AWN)\n  Kabut (KBT)\n"),
        (["--country", "Hujan"], 'There is no "Hujan" in this table. Choose one with --country'),
        (["--country", "awn"], "plans in this table:\n  AP_AWN01\n  AP_AWN02\n"),
        (["--country", "Awan", "--plan", "9"], 'There is no "9" in this table. Choose one with'),
    ):
        assert main([*base, *more]) == 2
        assert named in capsys.readouterr().err
        assert not output.exists()
    assert main([*base, "--country", "AWAN", "--plan", "2"]) == 0
    corpus, _ = validate(output)
    assert [each.number for each in corpus.commitments] == [2]
    assert [each.id for each in corpus.plans] == ["2030-2032", "2030-2032-2"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not OGP's table"),
        (b"a,b\n1,2\n", "is not OGP's table"),
        (table([]).encode(), "has no rows"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not OGP's table"),
        ("\ufeff".encode("utf-16-le") + b"a", "damaged or cut off"),
        (
            table([row(), row("2")]).replace(",2030,", ',"2030,', 1).encode(),
            "Row 2 holds a quotation mark that is never closed",
        ),
    ],
)
def test_file_that_is_no_table_is_refused(
    tmp_path: Path, capsys: Output, content: bytes, words: str
) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    command = ["import", "--ogp", str(tmp_path / "x.csv"), "--output", str(tmp_path / "new")]
    assert main(command) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_nothing_is_written_over(tmp_path: Path, capsys: Output) -> None:
    source = tmp_path / "table.csv"
    source.write_text(table([row()]), encoding="utf-8")
    command = ["import", "--ogp", str(source), "--output", str(tmp_path)]
    before = roots.snapshot(tmp_path)
    assert main(command) == 2
    assert main([*command[:3], "--output", str(source)]) == 2
    assert "be empty" in capsys.readouterr().err
    assert main(["import", "--ogp", str(tmp_path / "none.csv"), *command[3:]]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert roots.snapshot(tmp_path) == before


def test_command_tells_what_became_of_the_cells(tmp_path: Path, capsys: Output) -> None:
    run_import(table([row(Start_Date="Soon")]).encode(), tmp_path)
    said = capsys.readouterr().out
    assert "1 komitmen ditulis ke" in said
    assert f"of {len(HEADER)} cells were kept exactly" in said
    assert "      1  perlu dilihat orang / a person should look at" in said
    assert "0 errors" in said
