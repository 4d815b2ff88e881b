"""The files of the search, without a browser: records, values to narrow by, names, no Pagefind."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from renaksi.publish.desk import Desk
from renaksi.publish.words import FOLDER, load_words
from renaksi.search.facets import FACETS, UNKNOWN, facet_table, find_facets
from renaksi.search.records import entry_records, main_element
from renaksi.search.rename import number_of, shorten_names
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from tests import cases
from tests.roots import ENGINE

LANGUAGES = ("id", "en")


@pytest.fixture(scope="module")
def desks() -> dict[str, Desk]:
    corpus, _ = validate(cases.CORPUS)
    words, _ = load_words(ENGINE / "theme" / FOLDER)
    return {language: Desk(corpus, words[language], "2031-06-30") for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_a_long_page_is_a_record_with_its_own_address(desks, language) -> None:
    desk = desks[language]
    records = list(entry_records(desk))
    kinds = [record.kind for record in records]
    for kind in (Kind.TERM, Kind.PERSON, Kind.NOTE, Kind.SOURCE):
        assert kinds.count(kind) == len(list(desk.corpus.of(kind))) > 0, kind
    assert len({record.path for record in records}) == len(records)
    assert all("#" in record.url and "#" not in record.path for record in records)
    assert all(record.facets["kind"] == (record.kind.value,) for record in records)


def test_a_record_escapes_what_the_corpus_says(desks) -> None:
    bodies = "".join(record.body for record in entry_records(desks["id"]))
    assert "<script" not in bodies
    assert "&lt;" in bodies


def test_only_the_main_part_of_a_page_is_read() -> None:
    page = "<body><nav>x</nav><main class=a><p>y</p></main><footer>z</footer>"
    assert main_element(page) == "<main class=a><p>y</p></main>"


def test_a_commitment_nobody_rated_is_not_known_and_its_years_have_no_gap(desks) -> None:
    desk = desks["en"]
    found = [find_facets(desk, Kind.COMMITMENT, each) for each in desk.corpus.commitments]
    assert any(facets["status"] == (UNKNOWN,) for facets in found)
    spans = [list(map(int, facets["year"])) for facets in found if "year" in facets]
    assert spans and all(years == list(range(years[0], years[-1] + 1)) for years in spans)


def read_column(text: str) -> list[list[int]]:
    """The text of a facet, as `filters.js` reads it."""
    rows: list[list[int]] = []
    for each in text.split(","):
        rows.append(rows[-1] if not each else [] if each == "-" else list(map(int, each.split())))
    return rows


def test_the_table_gives_back_every_value_of_every_record(desks) -> None:
    desk = desks["id"]
    records: list[Any] = [{}, {}]
    for each in desk.corpus.commitments:
        records += [find_facets(desk, Kind.COMMITMENT, each)] * 2
    records += [record.facets for record in entry_records(desk)]
    table = json.loads(json.dumps(facet_table(desk, records)))
    assert [name for name, *_ in table["facets"]] == list(FACETS)
    for name, _, _, values, column in table["facets"]:
        given = [tuple(values[place][0] for place in row) for row in read_column(column)]
        assert given == [tuple(record.get(name, ())) for record in records], name


def make_index(folder: Path, names: list[str], listed: list[str]) -> Path:
    for kind, suffix in (("fragment", "pf_fragment"), ("index", "pf_index")):
        (folder / kind).mkdir(parents=True)
        for name in names:
            if (kind == "index") == name.startswith("en"):
                (folder / kind / f"{name}.{suffix}").write_text(name)
    body = b"\x82".join(b"\x6a" + name.encode() for name in listed)
    (folder / "pagefind.id_1.pf_meta").write_bytes(gzip.compress(b"\x80" + body))
    return folder


def test_files_are_numbered_in_the_order_of_their_list_and_what_is_no_file_stays(tmp_path) -> None:
    names = ["id_bbbbbbb", "id_aaaaaaa", "en_ccccccc"]
    output = make_index(tmp_path, names, [*names, "id_0000000"])
    shorten_names(output)
    fragments = sorted((output / "fragment").iterdir())
    assert [number_of(path.stem) for path in fragments] == [0, 1]
    assert [path.read_text() for path in fragments] == names[:2]
    listed = gzip.decompress((output / "pagefind.id_1.pf_meta").read_bytes())
    written = [name.decode() for name in re.findall(rb"\x68([0-9a-f]{6}-\d)", listed)]
    assert written == [fragments[0].stem, fragments[1].stem, fragments[0].stem]
    assert b"\x6aid_0000000" in listed


def test_a_list_without_one_of_the_files_is_refused(tmp_path) -> None:
    output = make_index(tmp_path, ["id_bbbbbbb", "id_aaaaaaa"], ["id_bbbbbbb"])
    with pytest.raises(ValueError, match="2 files, 1 names"):
        shorten_names(output)
