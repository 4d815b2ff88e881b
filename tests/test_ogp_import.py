"""OGP's table to a corpus: what the rows say of commitments."""

from pathlib import Path

import pytest

from renaksi.validate import validate
from tests import golden, ogp_tables
from tests.ogp_tables import imported, one, reported, row, run_import, table, text_of

# Round trips


@pytest.mark.parametrize("root", [golden.ROOT, golden.CORPUS], ids=["real", "golden"])
def test_table_of_a_corpus_comes_out_of_its_import_again(root: Path, tmp_path: Path) -> None:
    first = ogp_tables.export(root, tmp_path / "first")
    content = (tmp_path / "first/data/ogp-commitments.csv").read_bytes()
    output = run_import(content, tmp_path)
    assert ogp_tables.export(output, tmp_path / "second") == first
    again = (tmp_path / "second/data/ogp-commitments.csv").read_bytes()
    assert again == content
    report = (output / "import-report.csv").read_text(encoding="utf-8")
    assert report == "need,row,column,value,why_id,why_en\n"


def test_rows_of_indonesia_become_the_commitments_of_our_own_corpus(tmp_path: Path) -> None:
    content = ogp_tables.INDONESIA.read_bytes()
    corpus = imported(content, tmp_path)
    ours, _ = validate(golden.ROOT)
    assert corpus.plan.id == ours.plan.id == "2018-2020"
    for found in corpus.commitments:
        known = next(each for each in ours.commitments if each.number == found.number)
        for name in ("stream", "irm_design", "ogp_id", "ogp_title"):
            theirs, mine = getattr(found, name), getattr(known, name)
            assert getattr(theirs, "value", theirs) is not None
            if name == "irm_design":
                theirs, mine = theirs.potential_impact, mine.potential_impact
            assert getattr(theirs, "value", theirs) == getattr(mine, "value", mine)
        assert found.end_date and known.end_date and found.end_date.value == known.end_date.value
    update = corpus.updates_of(corpus.commitments[0].id)[0]
    assert (update.completion, update.date) == ("substantial", "2021")


def test_imported_corpus_is_built(tmp_path: Path) -> None:
    text = "1. <script>alert(1)</script>\n\uf0b7 *Item*\n# No heading\n[x](javascript:alert(1))"
    rows = [row(Full_Text=text), row("2", Open_Parliament_Plan="1", Theme="Light & shade")]
    root = run_import(table(rows).encode(), tmp_path)
    site = golden.build(root, tmp_path / "site", seed=1)
    page = next((site / "en/commitments/2030-2032").glob("01-*")) / "index.html"
    shown = page.read_text(encoding="utf-8")
    assert "1. &lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<li>*Item*</li>" in shown
    assert "# No heading" in shown
    assert "<script>alert" not in shown
    assert 'href="javascript' not in shown
    partners = (site / "mitra/index.html").read_text(encoding="utf-8")
    assert "Ministry of Mist" in partners


# Dates


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("28/5/2030", "2030-05-28"),
        ("12/31/2030", "2030-12-31"),
        ("January 2031", "2031-01"),
        ("  juli 2031 ", "2031-07"),
        ("2031", "2031"),
        ("2030-04-05", "2030-04-05"),
        ("5/5/2030", "2030-05-05"),
        ("12/31/2030 0:00", "2030-12-31"),
    ],
)
def test_date_that_means_one_day_is_read(tmp_path: Path, written: str, value: str) -> None:
    fact = one(tmp_path, Start_Date=written).start_date
    assert fact and fact.value == value


@pytest.mark.parametrize("written", ["Not Specified", "NA", "ND", "NR", "Unclear", "N/A", ""])
def test_cell_without_a_date_leaves_the_date_unknown(tmp_path: Path, written: str) -> None:
    assert one(tmp_path, Start_Date=written, Lead_Institution=written).start_date is None
    assert reported(tmp_path).get("Start Date", ("nothing",))[0] == "nothing"


@pytest.mark.parametrize(
    "written", ["Quarter 3 2030", "Ongoing", "31/31/2030", "30/2/2030", "9/99"]
)
def test_what_is_no_date_is_reported(tmp_path: Path, written: str) -> None:
    assert one(tmp_path, Start_Date=written).start_date is None
    need, why = reported(tmp_path)["Start Date"]
    assert need == "look"
    assert why.startswith("Not a date")


@pytest.mark.parametrize(
    ("others", "value"),
    [
        ([], "2030"),
        (["28/5/2030"], "2030-04-03"),
        (["5/28/2030"], "2030-03-04"),
        (["28/5/2030", "5/28/2030"], "2030"),
        (["6/6/2030", "January 2030"], "2030"),
    ],
)
def test_other_dates_tell_which_number_is_the_month(
    tmp_path: Path, others: list[str], value: str
) -> None:
    rows = [row(str(at), End_Date=other) for at, other in enumerate(others, 2)]
    corpus = imported(table([row(Start_Date="3/4/2030"), *rows]), tmp_path)
    fact = corpus.commitments[0].start_date
    assert fact and fact.value == value
    vague = reported(tmp_path).get("Start Date", ("form", ""))
    assert (vague[0] == "look" and "2030" in vague[1]) == (value == "2030")


def test_dates_that_stand_nearer_tell_more(tmp_path: Path) -> None:
    rows = [
        row("1", Start_Date="3/4/2030", End_Date="28/5/2030"),
        row("2", Start_Date="5/28/2030"),
        row("3", Start_Date="3/4/2030", Action_Plan_ID="AP_AWN02"),
    ]
    corpus = imported(table(rows), tmp_path, "--plan", "AP_AWN01")
    fact = corpus.commitments[0].start_date
    assert fact and fact.value == "2030-04-03"


def test_end_before_the_start_is_kept_with_an_exception(tmp_path: Path) -> None:
    found = one(tmp_path, Start_Date="12/31/2031", End_Date="1/15/2031")
    assert found.end_date and found.end_date.value == "2031-01-15"
    assert "before the start" in reported(tmp_path)["End Date"][1]


# Numbers, titles, institutions


def test_number_that_cannot_be_kept_gets_a_free_one_and_stays_beside_it(tmp_path: Path) -> None:
    written = ["1.1", "2", "2", "B.1.A", "0", "3"]
    rows = [row(each, Commitment_Title=f"T{at}") for at, each in enumerate(written)]
    corpus = imported(table(rows), tmp_path)
    numbers = {each.title.get("en"): each.number for each in corpus.commitments}
    assert numbers == {"T0": 4, "T1": 2, "T2": 5, "T3": 6, "T4": 7, "T5": 3}
    first = next(each for each in corpus.commitments if each.number == 4)
    value = first.related_facts[0].value
    assert value and value.get("en") == "Number in OGP's table: 1.1"
    told = ogp_tables.read(tmp_path / "imported/import-report.csv")
    kept = [each["value"] for each in told if each["column"] == "Commitment Number"]
    assert kept == ["1.1", "2", "B.1.A", "0"]


@pytest.mark.parametrize("title", ["NA", "", "x" * 2001])
def test_commitment_without_a_usable_title_is_named_after_its_number(
    tmp_path: Path, title: str
) -> None:
    found = one(tmp_path, Commitment_Title=title)
    assert found.title.get("id") == "Komitmen 1"
    assert found.title_source == {}
    assert not title or reported(tmp_path)["Commitment Title"][0] == "look"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ministry of Labor, Social Affairs and Health", None),
        ("A (x; y); B", ["A (x; y)", "B"]),
        ("A; B (", None),
        ("1. A\n2. B, C", ["A", "B, C"]),
        ("\uf0b7  A\n\uf0b7  B", ["A", "B"]),
        ("(a) A,\n(b) B", ["A", "B"]),
        ("1. A\nB", None),
        ("Ministry of\nMist", ["Ministry of Mist"]),
        ("A; A", ["A"]),
        ("A; B;", ["A", "B"]),
        ("A;; ;A", ["A"]),
        ("A\nB", ["A B"]),
    ],
)
def test_institutions_are_divided_only_where_that_is_sure(
    tmp_path: Path, cell: str, names: list[str] | None
) -> None:
    corpus = imported(table([row(Lead_Institution=cell)]), tmp_path)
    fact = corpus.commitments[0].lead_organizations
    known = {each.id: each.title.get("en") for each in corpus.organizations}
    assert fact and fact.value
    written = [known[id] for id in fact.value]
    assert written == (names or [" ".join(cell.split())])
    if cell.strip("; ") != cell or "\n" in cell:
        assert reported(tmp_path)["Lead Institution"]


def test_nothing_is_said_that_the_table_does_not_say(tmp_path: Path) -> None:
    corpus = imported(table([row()]), tmp_path)
    (organization,) = corpus.organizations
    assert organization.kind == "unknown"
    assert corpus.commitments[0].title_source == {"en": ("ogp-table",)}
    assert corpus.commitments[0].ogp_values is None
    assert corpus.commitments[0].irm_design.verifiable is None
    assert corpus.sources[0].title == "table.csv"


def test_ratings_are_the_irms_and_dated_by_its_report(tmp_path: Path) -> None:
    corpus = imported(table([row()]), tmp_path)
    (update,) = corpus.updates
    assert (update.voice, update.reporting_period) == ("irm", "end-of-term")
    assert (update.completion, update.date) == ("limited", "2033")


def test_rating_without_a_date_is_reported(tmp_path: Path) -> None:
    cells = {
        "Completion_(Progress Report)": "Complete",
        "Did_It_Open_Government_(Overall)": "Major",
    }
    corpus = imported(table([row(**cells)]), tmp_path)
    assert [each.early_results for each in corpus.updates] == ["major"]
    assert "without a date" in reported(tmp_path)["Completion (Progress Report)"][1]


def test_year_of_a_report_that_other_rows_have_is_reported(tmp_path: Path) -> None:
    rows = [row("1"), row("2", **{"Report Publication Year (End Of Term)": "ND"})]
    corpus = imported(table(rows), tmp_path)
    assert [each.date for each in corpus.updates] == ["2033", "2033"]
    [(need, why)] = [
        (each["need"], each["why_en"])
        for each in ogp_tables.read(tmp_path / "imported/import-report.csv")
        if each["row"] == "3" and each["column"] == "Completion (End Of Term)"
    ]
    assert need == "look"
    assert "other rows" in why


@pytest.mark.parametrize("column", ["Potential Impact", "Completion (End Of Term)", "Verifiable"])
def test_value_that_a_scale_does_not_have_is_reported(tmp_path: Path, column: str) -> None:
    one(tmp_path, **{column: "Splendid"})
    assert reported(tmp_path)[column] == ("look", "Not a value that this field knows; not kept.")


def test_cells_that_contradict_others_are_reported(tmp_path: Path) -> None:
    rows = [
        row("1", **{"Potential Impact": "Minor", "_Potential Impact": "3"}),
        row("2", Region="Sea"),
        row("3"),
    ]
    corpus = imported(table(rows), tmp_path)
    impact = corpus.commitments[0].irm_design.potential_impact
    assert impact and impact.value == "minor"
    why = reported(tmp_path)
    assert "does not fit the word" in why["_Potential Impact"][1]
    assert "Differs from other rows" in why["Region"][1]


# Narratives


def test_signs_of_lists_become_items_and_markdown_stays_text(tmp_path: Path) -> None:
    text = "Aims:\n\uf0b7   first *one*\n•second\n- third\n\n2. Then # this\n<br/> a_b `c` &copy;"
    corpus = imported(table([row(Full_Text=text)]), tmp_path)
    assert text_of(corpus) == (
        "Aims:\n\n- first \\*one\\*\n- second\n- third\n\n2\\. Then # this\n"
        "&lt;br/> a\\_b \\`c\\` &amp;copy;"
    )


@pytest.mark.parametrize(
    "text", ["\x00\x07a\u202eb\u2066c\ufeff", "a\x85b\u2028c\x0bd", "<<<<<<< a\n=======\n>>>>>>> b"]
)
def test_signs_that_no_file_may_hold_are_left_out(tmp_path: Path, text: str) -> None:
    assert one(tmp_path, Full_Text=text, Commitment_Title=text, Lead_Institution=text).title


def test_texts_of_any_length_are_kept_or_reported(tmp_path: Path) -> None:
    long = "word " * 5000
    corpus = imported(table([row(Full_Text=long)]), tmp_path)
    assert text_of(corpus).split() == long.split()
    (tmp_path / "longer").mkdir()
    corpus = imported(table([row(Full_Text=long * 5, Theme="t" * 2001)]), tmp_path / "longer")
    assert not any("en" in each for each in corpus.prose.values())
    why = reported(tmp_path / "longer")
    assert (
        why["Full Text"] == why["Theme"] == ("look", "Longer than this field can hold; not kept.")
    )


def test_texts_in_indonesian_are_the_originals(tmp_path: Path) -> None:
    corpus = imported(table([row(Full_Text="Pasang lampu.")]), tmp_path, "--language", "id")
    (proses,) = (each for (kind, _), each in corpus.prose.items() if kind == "commitment")
    assert proses["id"].text.strip() == "Pasang lampu."
    assert corpus.commitments[0].title_source == {"id": ("ogp-table",)}
