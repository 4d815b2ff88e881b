"""Whatever a table holds, an import loses no cell of it, and the corpus passes the check."""

import csv
import io
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from renaksi.exchange import Choice, TableError, fill_rows, import_plan, read_member
from renaksi.exchange.narrative import to_markdown, to_text
from renaksi.export.write import write_files
from renaksi.load import load_texts
from renaksi.publish.site import Site
from renaksi.publish.views import home
from renaksi.publish.words import FOLDER, load_words
from renaksi.validate import has_errors, validate
from tests import golden, ogp_tables
from tests.ogp_tables import FORMER, HEADER, find_lost, find_missing, row, run_import, table

SETTINGS = (golden.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
# What such files really hold, and what they may.
ODD = {
    "Commitment Unique Identifier": ["AW0001", "AW 1", '"x"', "x" * 101],
    "Commitment Number": ["1.1", "2.2999999999999998", "3b", "", "1", "0", "10000", "-1"],
    "Action Plan Number": ["1", "1.0", "one"],
    "Year Of Submission": ["2030", "2031", "soon"],
    "Theme": ["NA", "A\r\nB", "'quoted", "=cmd", "  spaced   out  ", "x" * 2500],
    "Commitment Title": ["-5% less", "@home", "ND", "\u200f", "T <b>é</b> \uf0b7 x", "a\x00b"],
    "Short Title": ["NA", "\ufeffshort", "tab\there"],
    "Full Text": [
        "\uf06c        a\n\uf06c        b",
        "1. a\n2. b\n\n\n- c\n-d",
        "* * *\n# x\n> y\n~~~\nz",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "[a]: http://x.y\n![i](x.png)\n[^1] [TOC]",
        "'=1\n{{ x }} {% y %}",
        "x" * 120_000,
        "a\n" * 2100,
    ],
    "Start Date": ["28/5/2014", "3/4/2019", "January 2021", "Not Specified", "Q3 2020", "01/2/03"],
    "End Date": ["12/31/2022", "1/2/2003", "2014", "NR", "31.12.2020", "2020-02-30"],
    "Lead Institution": ["A; B", "1. A\n2. B", "A, B and C", "N/A", "A (b; c)", ";", "Название"],
    "Supporting Institution(s)": ["Unclear", "; ;", "A;A", "\uf0b7A\n\uf0b7B", "x" * 2100],
    "Open Data": ["1", "0", "ND", "yes", "2"],
    "Open Parliament Plan": ["1", "0", "NA", "x"],
    "Verifiable": ["Yes", "no", "1", "NR"],
    "Potential Impact": ["None", "c. Moderate", "Unclear"],
    "Completion (Progress Report)": ["Withdrawn", "b. Limited", "Not Started"],
    "Completion (End Of Term)": ["Unclear", "Complete"],
    "Report Publication Year (Progress Report)": ["NR", "2031", "0000"],
    "Did It Open Government (Overall)": ["No early results to report yet", "Worsens"],
    "URL": ["www.x.org", "https://x.org/a b", "https://x.org", "javascript:alert(1)"],
    "CHECKSUM": ["1", "=1"],
}


def rows_of_odd_cells() -> list[dict[str, str]]:
    """Rows that hold every odd cell once, beside usual ones."""
    most = max(map(len, ODD.values()))
    return [
        row(str(at)) | {name: cells[at % len(cells)] for name, cells in ODD.items()}
        for at in range(most)
    ]


def cells_of(text: str) -> list[list[str]]:
    """The rows below the header, by Python's own reader."""
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


@pytest.mark.parametrize("header", [HEADER, HEADER[::-1]], ids=["usual", "reversed"])
def test_no_odd_cell_is_lost(tmp_path: Path, header: list[str]) -> None:
    text = table(rows_of_odd_cells(), header)
    output = run_import(text.encode(), tmp_path)
    assert find_lost(header, cells_of(text), output, tmp_path) == []


def test_no_cell_of_indonesias_rows_is_lost(tmp_path: Path) -> None:
    text = ogp_tables.INDONESIA.read_text(encoding="utf-8")
    header = next(csv.reader([text.partition("\n")[0]]))
    output = run_import(text.encode(), tmp_path)
    assert find_lost(header, cells_of(text), output, tmp_path) == []


def test_no_cell_of_the_edition_of_2017_is_lost(tmp_path: Path) -> None:
    cells = dict.fromkeys(FORMER, "0") | {
        "Country": "Awan",
        "Action Plan Number": "1",
        "Commitment Title": "Lamps",
        "Records Management": "1",
        "E-government": "1",
        "Potential impact": "Minor",
        "_Pot Impact Coded": "1",
        "Specificity": "c. high",
        "Contact Email": "x@example.org",
    }
    rows = [cells | {"Comm No": each} for each in ("1(A)", "G1", "7")]
    text = table(rows, FORMER)
    output = run_import(text.encode(), tmp_path)
    assert find_lost(FORMER, cells_of(text), output, tmp_path) == []


def test_a_lost_cell_would_be_found(tmp_path: Path) -> None:
    text = table([row(), row("2", Start_Date="Soon")])
    output = run_import(text.encode(), tmp_path)
    report = output / "import-report.csv"
    kept = [line for line in report.read_text(encoding="utf-8").splitlines() if "Soon" not in line]
    report.write_text("\n".join(kept), encoding="utf-8")
    assert find_lost(HEADER, cells_of(text), output, tmp_path) == [(3, "Start Date", "Soon")]
    changed = next(output.glob("content/commitments/*/01-*[!n].md"))
    changed.write_text(
        changed.read_text(encoding="utf-8").replace("en: Lamps for", "en: Lamp for"),
        encoding="utf-8",
    )
    lost = find_lost(HEADER, cells_of(text), output, tmp_path)
    assert (2, "Commitment Title", "Lamps for foggy roads") in lost


letters = st.characters(exclude_categories=["Cs"])
short = {cell for cells in ODD.values() for cell in cells if len(cell) < 99}
snippets = st.sampled_from(sorted(short))
cells = st.one_of(snippets, st.text(letters, max_size=40), st.sampled_from(["0", "1", "ND", "NA"]))
columns = st.sampled_from([*ODD, "Country/Locality", "Region", "Made Up"])
odd_rows = st.lists(st.dictionaries(columns, cells, max_size=8), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(odd_rows)
def test_any_row_is_imported_and_nothing_of_it_lost(rows: list[dict[str, str]]) -> None:
    header = [*HEADER, "Made Up"]
    written = [row(str(at)) | each for at, each in enumerate(rows)]
    content = table(written, header).encode()
    try:
        found = import_plan("table.csv", content, SETTINGS, Choice())
    except TableError as error:  # rows of several countries
        assert "--country" in error.message.en
        return
    member = read_member(yaml.safe_load(found.files["mkdocs.yml"])["extra"])
    again = [
        dict(zip(HEADER, each, strict=True)) for each in fill_rows(load_texts(found.files), member)
    ]
    told = [(each.row, each.column, each.value) for each in found.findings]
    assert find_missing(header, cells_of(content.decode()), told, again) == []


@settings(max_examples=25, deadline=None, derandomize=True)
@given(odd_rows)
def test_corpus_of_any_row_passes_the_check(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    written = [row(str(at)) | each | {"Country/Locality": "Awan"} for at, each in enumerate(rows)]
    found = import_plan("table.csv", table(written).encode(), SETTINGS, Choice())
    root = tmp_path_factory.mktemp("any")
    write_files(((path, text.encode()) for path, text in found.files.items()), root)
    _, problems = validate(root)
    assert not has_errors(problems), problems


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.one_of(snippets, st.text(letters, max_size=30)), max_size=6).map("\n".join))
def test_text_becomes_a_narrative_and_that_text_again(text: str) -> None:
    plain = to_text(to_markdown(text))
    assert to_text(to_markdown(plain)) == plain


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text("ab1.)(#>+-=~:*_`[]!|\\<&;{}\"'/ \n\t", max_size=60))
def test_no_sign_of_markdown_does_anything(text: str) -> None:
    """All signs are there again but those of lists, and spaces, which may be written otherwise."""

    def bare(shown: str) -> str:
        lines = (line.strip().lstrip("-*\u2022 \t") for line in shown.split("\n"))
        return "".join("".join(lines).split())

    assert bare(to_text(to_markdown(text))) == bare(text)


odd_bytes = st.lists(
    st.tuples(st.integers(0, 5_000), st.binary(max_size=6), st.integers(0, 30)), max_size=12
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(odd_bytes)
def test_damaged_file_is_refused_or_passes_the_check(
    tmp_path_factory: pytest.TempPathFactory, damages: list[tuple[int, bytes, int]]
) -> None:
    content = ogp_tables.INDONESIA.read_bytes()
    for at, put, taken in damages:
        content = content[:at] + put + content[at + taken :]
    try:
        found = import_plan("table.csv", content, SETTINGS, Choice(plan="AP_IDN05"))
    except TableError as error:
        assert error.message.id != error.message.en
        return
    root = tmp_path_factory.mktemp("damaged")
    write_files(((path, text.encode()) for path, text in found.files.items()), root)
    _, problems = validate(root)
    assert not has_errors(problems), problems


def test_site_of_an_import_calls_nothing_zero_or_ours_that_is_not_known(tmp_path: Path) -> None:
    output = ogp_tables.run_import(ogp_tables.INDONESIA.read_bytes(), tmp_path)
    words, _ = load_words(golden.ROOT / "theme" / FOLDER)
    desk = Site(validate(output)[0], words, golden.AS_OF).desk("id")
    told = {label: number for number, label, _ in home.view(desk)["figures"]}
    assert "0" not in told.values()
    assert desk.t("figure.organizations") in told
    assert desk.t("figure.agencies") not in told
    assert not any(map(desk.is_own_wording, desk.corpus.commitments))
