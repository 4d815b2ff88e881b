"""The tables: nothing is lost or calculated in them, and programs of others accept them."""

import csv
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from renaksi.export.tables.as_csv import CALCULATES, escape
from renaksi.export.tables.as_package import build_package
from renaksi.export.tables.as_workbook import make_workbook
from renaksi.layout import LANGUAGES, LAYOUT
from renaksi.publish.schema import describe
from renaksi.publish.words import FOLDER, Words, load_words
from renaksi.vocabulary import Kind
from tests import golden
from tests.packages import KINDS, Rebuilder, read_cell, read_package
from tests.tabular import WORDS, Made, cells, publish
from tests.test_field_words import Watched

GUIDE = golden.ROOT / "docs" / "open-data.md"
GENERAL = {"entries", "facts", "citations", "texts", "narratives"}


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
