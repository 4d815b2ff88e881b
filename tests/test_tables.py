"""The tables: nothing is lost or calculated in them, and programs of others accept them."""

import csv
import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from renaksi.export import Format, Publication, build_files
from renaksi.export.tables.as_csv import CALCULATES, escape
from renaksi.export.tables.as_package import build_package
from renaksi.export.tables.as_sqlite import make_sqlite
from renaksi.export.tables.as_workbook import LONGEST, make_workbook, shorten
from renaksi.export.tables.build import build_tables
from renaksi.export.tables.frame import Table
from renaksi.export.tables.neutral import neutralize
from renaksi.export.write import write_files
from renaksi.layout import LANGUAGES, LAYOUT
from renaksi.publish.facets import UNKNOWN, FacetIndex
from renaksi.publish.schema import describe
from renaksi.publish.site import Site
from renaksi.publish.words import FOLDER, Words, load_words
from renaksi.validate import validate
from renaksi.vocabulary import Kind, Voice
from tests import golden, trees
from tests.packages import KINDS, Rebuilder, read_cell, read_package
from tests.poison import poison
from tests.test_field_words import Watched
from tests.test_site import WORDS

FORMATS = (Format.CSV, Format.DATA_PACKAGE, Format.XLSX, Format.SQLITE)
ADDRESS = "https://example.org/plan/"
GUIDE = golden.ROOT / "docs" / "open-data.md"
GENERAL = {"entries", "facts", "citations", "texts", "narratives"}


class Made:
    """The files of one corpus, laid out in a folder."""

    def __init__(self, publication: Publication, folder: Path) -> None:
        self.publication = publication
        self.corpus = publication.corpus
        self.tables = {table.name: table for table in publication.once(build_tables)}
        self.folder = folder / "data"
        write_files(build_files(publication, FORMATS), folder)


def publish(root: Path) -> Publication:
    site = Site(validate(root)[0], WORDS, golden.AS_OF)
    return Publication(site, "Plan", ADDRESS, "https://github.com/example/plan", "edit/main/")


@pytest.fixture(scope="module", params=["golden", "real", "hostile"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    publication = publish(golden.ROOT if request.param == "real" else golden.CORPUS)
    if request.param == "hostile":
        publication = poison(publication)
    return Made(publication, tmp_path_factory.mktemp(request.param))


def cells(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.names(), row, strict=True)) for row in table.rows]


# Nothing is lost


def test_every_entry_can_be_made_again(made: Made) -> None:
    rebuilder = Rebuilder(read_package(made.folder))
    for kind in KINDS:
        expected = {entry.id: entry.model_dump(mode="json") for entry in made.corpus.of(kind)}
        assert expected
        assert rebuilder.entries(kind) == expected


def test_every_kind_that_tells_of_the_plan_is_there() -> None:
    of_the_site = {Kind.PAGE, Kind.EXCEPTION, Kind.REDIRECT, Kind.AUDIT}
    assert {place.kind for place in LAYOUT} - of_the_site == KINDS.keys()


def test_every_narrative_is_there(made: Made) -> None:
    found = {
        (row["kind"], row["entry"], row["language"]): (row["text"], row["source_hash"])
        for row in read_package(made.folder)["narratives"]
    }
    expected = {
        (kind.value, id, language): (prose.text, prose.source_hash)
        for (kind, id), by_language in made.corpus.prose.items()
        for language, prose in by_language.items()
        if kind is not Kind.PAGE and prose.text
    }
    assert found == expected


def test_every_entry_is_listed_with_its_file(made: Made) -> None:
    found = {(row["kind"], row["id"]): row["file"] for row in read_package(made.folder)["entries"]}
    origins = made.corpus.origins
    assert found == {(kind.value, id): each.document.path for (kind, id), each in origins.items()}


def test_no_text_of_the_model_can_be_empty() -> None:
    """An empty cell is None and nothing else."""
    for place in LAYOUT:
        schema = describe(place.model)
        texts = [each for each in _inner(schema) if each.get("type") == "string"]
        assert texts
        for text in texts:
            bound = text.get("minLength", 0) > 0 or "enum" in text or "const" in text
            assert bound or text["pattern"].startswith(("^", r"[^\s")), text


def _inner(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [each for item in schema for each in _inner(item)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(each for item in schema.values() for each in _inner(item))]


# What programs of others say


def run_frictionless(folder: Path) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    report: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, report


def test_frictionless_finds_the_package_valid(made: Made) -> None:
    status, report = run_frictionless(made.folder)
    assert (status, report["valid"], report["stats"]["errors"]) == (0, True, 0), report["errors"]
    assert {task["name"] for task in report["tasks"]} == made.tables.keys()
    assert all(not task["warnings"] for task in report["tasks"])


def test_frictionless_sees_what_is_broken(tmp_path: Path) -> None:
    made = Made(publish(golden.CORPUS), tmp_path / "made")
    places = {
        "commitments": ("foggy-roads,", "foggy-lanes,"),  # a key that others name
        "milestones": ("m2,", "m1,"),  # a key that is there twice
        "updates": ("irm,", "irl,"),  # a value outside its list
        "stages": (",2030", ",x2030"),  # a date
    }
    for name, (text, instead) in places.items():
        path = made.folder / "csv" / f"{name}.csv"
        content = path.read_text(encoding="utf-8")
        assert text in content
        path.write_text(content.replace(text, instead), encoding="utf-8", newline="")
    status, report = run_frictionless(made.folder)
    assert status != 0
    found = Counter(
        (task["name"], error["type"]) for task in report["tasks"] for error in task["errors"]
    )
    assert ("updates", "constraint-error") in found
    assert ("milestones", "primary-key") in found
    assert ("stages", "constraint-error") in found
    assert ("commitment_organizations", "foreign-key") in found


def test_package_describes_the_very_files(made: Made) -> None:
    package = json.loads((made.folder / "datapackage.json").read_bytes())
    assert package["profile"] == "tabular-data-package"
    assert package["created"].startswith(golden.AS_OF)
    assert [each["path"] for each in package["resources"]] == [f"csv/{n}.csv" for n in made.tables]
    for resource in package["resources"]:
        content = (made.folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_table_and_column_is_explained_in_both_languages(made: Made) -> None:
    for table in made.tables.values():
        for name, said in [(table.name, table.said), *((c.name, c.said) for c in table.columns)]:
            assert said.title.keys() == said.about.keys() == set(LANGUAGES), name
            for text in said.about.values():
                assert text.endswith((".", "...")), (table.name, name, text)
            assert said.about["id"] != said.about["en"], (table.name, name)
            assert all(title[0].isupper() for title in said.title.values()), (table.name, name)


def test_no_word_of_tables_is_unused() -> None:
    own = load_words(golden.ROOT / "theme" / FOLDER, ("tables",))[0]
    tables = {code: Watched(words.table) for code, words in WORDS.items()}
    words = {code: Words(code, table) for code, table in tables.items()}
    publication = publish(golden.CORPUS)
    publication = replace(publication, site=replace(publication.site, words=words))
    make_workbook(publication, 150, 20)
    assert list(build_package(publication))
    for code, table in tables.items():
        assert sorted(own[code].table.keys() - table.asked) == []


def test_guide_tells_how_pandas_undoes_the_apostrophes(made: Made) -> None:
    (told,) = re.findall(r"`(frame\.replace\(.*?\))`", GUIDE.read_text(encoding="utf-8"))
    path = made.folder / "csv" / "editorial_notes.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    undone = eval(told, {"frame": frame})
    names = [f"why_{code}" for code in LANGUAGES]
    expected = [[note.why.get(code) or "" for code in LANGUAGES] for note in made.corpus.notes]
    assert undone[names].to_numpy().tolist() == expected


# Files are what their formats say


def test_csv_is_as_the_standard_has_it(made: Made) -> None:
    for table in made.tables.values():
        content = (made.folder / "csv" / f"{table.name}.csv").read_bytes()
        rows = list(csv.reader(StringIO(content.decode("utf-8"), newline=""), strict=True))
        assert rows[0] == table.names()
        assert {len(row) for row in rows} == {len(table.columns)}
        assert len(rows) == len(table.rows) + 1
        assert content.endswith(b"\r\n")
        assert not content.startswith(b"\xef\xbb\xbf")


def test_no_cell_is_calculated_by_a_spreadsheet(made: Made) -> None:
    escaped = 0
    for table in made.tables.values():
        text = (made.folder / "csv" / f"{table.name}.csv").read_bytes().decode("utf-8")
        for row in csv.reader(StringIO(text, newline="")):
            assert [cell for cell in row if cell.startswith(CALCULATES)] == []
            escaped += sum(cell.startswith("'") for cell in row)
    hostile = [
        cell
        for table in made.tables.values()
        for row in table.rows
        for cell in row
        if isinstance(cell, str) and cell.startswith((*CALCULATES, "'"))
    ]
    assert escaped == len(hostile)


@given(st.text())
def test_escape_can_be_undone(text: str) -> None:
    cell = escape(text)
    assert read_cell(cell, "string") == (text or None)
    assert not cell.startswith(CALCULATES)
    assert cell in (text, f"'{text}")


def test_workbook_reads_back_as_the_tables(made: Made) -> None:
    book = load_workbook(made.folder / "renaksi.xlsx")
    assert book.sheetnames[1:] == list(made.tables)
    for name, table in made.tables.items():
        sheet = book[name]
        rows = [[_plain(cell) for cell in row] for row in sheet.iter_rows()]
        assert rows[0] == table.names()
        assert rows[1:] == table.rows
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(len(rows), len(rows[0])).coordinate}"
        assert all(8 <= sheet.column_dimensions[key].width <= 70 for key in sheet.column_dimensions)


def _plain(cell: Any) -> Any:
    assert cell.data_type in "snb", (cell.coordinate, cell.data_type)
    assert cell.hyperlink is None
    return cell.value


def test_workbook_holds_neither_formulas_nor_links(made: Made) -> None:
    with ZipFile(made.folder / "renaksi.xlsx") as archive:
        for name in archive.namelist():
            tags = {
                each.tag.rpartition("}")[2]
                for each in ElementTree.fromstring(archive.read(name)).iter()
            }
            assert not tags & {"f", "hyperlink", "hyperlinks", "externalReference"}, name
            assert "externalLink" not in name


def test_first_sheet_explains_every_column(made: Made) -> None:
    sheet = load_workbook(made.folder / "renaksi.xlsx").worksheets[0]
    rows = [
        [cell.value for cell in row if cell.value not in (None, "")] for row in sheet.iter_rows()
    ]
    for table in made.tables.values():
        about = [*table.said.title.values(), *table.said.about.values()]
        assert [table.name, len(table.rows), *about] in rows
        for column in table.columns:
            told = [row for row in rows if row[:2] == [table.name, column.name]]
            assert [row[3:] for row in told] == [
                [*column.said.title.values(), *column.said.about.values()]
            ]
    words = " ".join(str(cell) for row in rows for cell in row)
    assert "https://creativecommons.org/licenses/by/4.0/" in words
    assert golden.AS_OF in words


def test_workbook_says_what_it_cuts() -> None:
    publication = publish(golden.CORPUS)
    longest, most = 150, 20
    book = load_workbook(BytesIO(make_workbook(publication, longest, most)))
    tables = {table.name: table for table in publication.once(build_tables)}
    cut: Counter[str] = Counter()
    for name, table in tables.items():
        rows = list(book[name].iter_rows(min_row=2, values_only=True))
        assert len(rows) == min(len(table.rows), most - 1)
        for found, row in zip(rows, table.rows, strict=False):
            for cell, value in zip(found, row, strict=True):
                if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > longest:
                    cut[name] += 1
                    assert cell.endswith(f"data/csv/{name}.csv]")
                    assert len(cell.encode("utf-16-le")) // 2 <= longest
                    assert value.startswith(cell.split(" [")[0])
                else:
                    assert cell == value
    assert cut["narratives"]
    guide = [row[:7] for row in book.worksheets[0].iter_rows(values_only=True)]
    for name, number in cut.items():
        assert [row for row in guide if row[0] == name and f"{number}." in str(row[6])]
    left = len(tables["facts"].rows) - most + 1
    assert [row for row in guide if row[0] == "facts" and f"{left}." in str(row[6])]


@given(st.text(), st.integers(min_value=10, max_value=60))
def test_cut_texts_fit_their_cells(text: str, longest: int) -> None:
    cell = shorten(text, longest, " [cut]")
    units = len(cell.encode("utf-16-le")) // 2
    assert units <= longest
    assert cell == text or cell.endswith(" [cut]")
    assert shorten("x" * LONGEST, LONGEST, "") == "x" * LONGEST


def test_database_holds_the_tables_and_its_keys(made: Made, tmp_path: Path) -> None:
    connection = sqlite3.connect(made.folder / "renaksi.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    read = read_package(made.folder)
    for name, table in made.tables.items():
        found = [list(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
        expected = [list(row.values()) for row in read[name]]
        assert sorted(found, key=repr) == sorted((_stored(row) for row in expected), key=repr)
        keys = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
        assert len({key[0] for key in keys}) == len(table.foreign)
        told = connection.execute(
            "SELECT column_name, about_id, about_en FROM columns WHERE table_name = ?", [name]
        )
        expected_words = [("", table.said), *((c.name, c.said) for c in table.columns)]
        assert sorted(told) == sorted((n, s.about["id"], s.about["en"]) for n, s in expected_words)
    connection.close()


def _stored(row: list[Any]) -> list[Any]:
    return [int(cell) if isinstance(cell, bool) else cell for cell in row]


def test_database_refuses_what_breaks_a_key(tmp_path: Path) -> None:
    path = tmp_path / "plan.sqlite"
    path.write_bytes(make_sqlite(publish(golden.CORPUS)))
    for change in (
        "UPDATE milestones SET \"commitment\" = 'nowhere'",
        "INSERT INTO updates SELECT * FROM updates",
        "UPDATE updates SET voice = 'rumour'",
        "UPDATE commitments SET number = NULL",
        "UPDATE updates SET milestone = 'm9' WHERE milestone IS NOT NULL",
    ):
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError), connection:
            connection.execute(change)
        connection.close()


def test_database_does_not_tell_the_version_that_wrote_it(tmp_path: Path) -> None:
    """Another version counts otherwise and leaves other rests where a page holds nothing."""
    content = make_sqlite(publish(golden.CORPUS))
    other = bytearray(content)
    first_cell = int.from_bytes(content[105:107], "big")
    for start, rest in ((24, b"\0\0\0\7"), (92, b"\0\0\0\7"), (96, b"\0\60\0\1")):
        other[start : start + 4] = rest
    assert content[first_cell - 4 : first_cell] == bytes(4)
    other[first_cell - 4 : first_cell] = b"rest"
    path = tmp_path / "plan.sqlite"
    path.write_bytes(other)
    connection = sqlite3.connect(path)
    roots = [root for (root,) in connection.execute("SELECT rootpage FROM sqlite_master")]
    connection.close()
    assert neutralize(bytes(other), 4096, roots) == content


# What is worked out


def test_commitments_say_what_the_site_says(made: Made) -> None:
    facets = FacetIndex(made.corpus, golden.AS_OF)
    rows = {row["id"]: row for row in cells(made.tables["commitments"])}
    assert list(rows) == [item.id for item in made.corpus.commitments]
    for id, row in rows.items():
        values = {facet.value: value for facet, value in facets.values[id].items()}
        for voice in Voice:
            (rating,) = values[f"completion-{voice.value}"]
            cell = row[f"completion_{voice.value.replace('-', '_')}"]
            assert cell == (None if rating == UNKNOWN else rating)
        assert row["deadline_state"] == values["deadline"][0]
        assert row["evidence_found"] == (values["evidence"] == ("found",))


def test_names_stand_beside_ids() -> None:
    tables = {table.name: table for table in publish(golden.CORPUS).once(build_tables)}
    row = cells(tables["commitments"])[0]
    corpus = validate(golden.CORPUS)[0]
    named = [corpus.get(Kind.ORGANIZATION, id) for id in ("bureau-of-dew", "weather-tribunal")]
    titles = [each.title.best("en")[1] for each in named]  # type: ignore[union-attr]
    assert row["supporting_organizations_names_en"] == "; ".join(titles)
    for name in ("milestones", "updates"):
        for each in cells(tables[name]):
            commitment = corpus.get(Kind.COMMITMENT, each["commitment"])
            assert each["commitment_title_id"] == commitment.title.get("id")  # type: ignore[union-attr]


def test_addresses_are_those_of_pages(golden_site: Path) -> None:
    tables = {table.name: table for table in publish(golden.CORPUS).once(build_tables)}
    seen = 0
    for row in cells(tables["entries"]):
        for language in LANGUAGES:
            if row[f"page_{language}"] is None:
                assert row["kind"] in (
                    "exception",
                    "redirect",
                    "audit",
                    "policy-area",
                    "sdg",
                    "theme",
                )
                continue
            path, _, anchor = row[f"page_{language}"].removeprefix(ADDRESS).partition("#")
            page = golden_site / path / "index.html"
            assert page.is_file(), row
            ids = {each.get("id") for each in trees.elements(page)}
            assert not anchor or anchor in ids, row
            seen += 1
    assert seen > 60


# The same files anew


def test_tables_are_few_and_named_for_readers(made: Made) -> None:
    assert len(made.tables) <= 40
    assert made.tables.keys() >= GENERAL
    assert next(iter(made.tables)) == "commitments"
    assert all(len(name) <= 31 for name in made.tables), "a sheet cannot be called longer"


def test_other_languages_have_columns_too(tmp_path: Path) -> None:
    root = shutil.copytree(golden.CORPUS, tmp_path / "corpus")
    path = root / "data/people.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("    en: Likes umbrellas.", "    en: Likes umbrellas.\n    ban: Demen payung.")
    )
    made = Made(publish(root), tmp_path)
    row = next(row for row in cells(made.tables["people"]) if row["id"] == "nimbus")
    assert row["note_ban"] == "Demen payung."
    person = made.corpus.get(Kind.PERSON, "nimbus")
    assert person is not None
    rebuilt = Rebuilder(read_package(made.folder)).entries(Kind.PERSON)
    assert rebuilt["nimbus"] == person.model_dump(mode="json")
