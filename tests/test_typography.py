"""Numbers, years, short compounds and labels stay in one piece at the end of a line."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from renaksi.layout import LANGUAGES
from renaksi.publish.typography import bind_percent, pieces
from tests import trees
from tests.test_site import REAL, WORDS

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("mendapat 11 % perhatian", f"mendapat 11{NBSP}% perhatian"),
        ("(16 %), (11 %)", f"(16{NBSP}%), (11{NBSP}%)"),
        ("11% of all", "11% of all"),
        ("a % b", "a % b"),
    ],
)
def test_percentage_is_bound_to_its_number(text: str, bound: str) -> None:
    assert bind_percent(text) == bound


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Pertemuan awal (kick-off), 8 Agustus", ["(kick-off),"]),
        ("Pertemuan awal, 8 Agustus 2018", ["8 Agustus"]),
        ("Rencana Aksi 2018-2020", ["2018-2020"]),
        ("Portal e-legislasi", ["e-legislasi"]),
        ("Lembaga-lembaga", []),
        ("a-word-of-four-parts", []),
        ("Superkalifragilistik-ab", []),
        ("", []),
    ],
)
def test_years_and_short_compounds_are_whole(title: str, whole: list[str]) -> None:
    found = list(pieces(title))
    assert [piece.text for piece in found if piece.whole] == whole
    assert "".join(piece.text for piece in found) == title


def all_pages(site: Path) -> list[Path]:
    return [site / item.dest_uri for item in REAL.pages]


def test_no_page_prints_a_percentage_that_can_come_apart(real_site: Path) -> None:
    torn = {
        path: re.findall(r".{9}\d %", trees.text(body))
        for path in all_pages(real_site)
        for body in trees.elements(path, "body")
    }
    assert {path: found for path, found in torn.items() if found} == {}


def test_indonesian_percentage_is_printed_with_a_no_break_space() -> None:
    assert WORDS["id"].percent(16) == f"16{NBSP}%"


def styled(path: Path, style: str) -> list[Element]:
    return [each for each in trees.elements(path) if style in each.get("class", "").split()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_label_of_sources_is_bound_to_the_first_of_them(real_site: Path, language: str) -> None:
    label = WORDS[language].t("source.mark")
    page = real_site / REAL.by_name["commitment:06-local-e-legislation", language].dest_uri
    marks = styled(page, "marks")
    assert marks
    for each in marks:
        first = next(each.iter("a"))
        assert trees.text(each).startswith(f"{label}{NBSP}{trees.text(first)}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_organizations_are_not_parted_by_what_a_name_can_hold(
    real_site: Path, language: str
) -> None:
    page = real_site / REAL.by_name["commitments", language].dest_uri
    titles = {
        item.title.best(language)[1]
        for item in REAL.corpus.organizations
        if item.title.best(language)[1]
    }
    assert any(", " in title for title in titles)
    every = [trees.text(each).strip() for each in styled(page, "commitment-item__who")]
    assert not any(names.startswith("·") for names in every)
    said = [names.split(" · ") for names in every if names]  # the script's blank card has none
    assert any(len(names) > 1 for names in said)
    assert {name.strip() for names in said for name in names} <= titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_mark_of_a_commitment_says_what_it_is_about_and_who_says_it(
    real_site: Path, language: str
) -> None:
    page = real_site / REAL.by_name["commitments", language].dest_uri
    for each in styled(page, "commitment-item__status"):
        label = next(span for span in each.iter("span") if span.get("class") != "visually-hidden")
        assert trees.text(label) == WORDS[language].t("completion.irm_says")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_source_stand_in_quotation_marks(real_site: Path, language: str) -> None:
    page = real_site / REAL.by_name["consultation", language].dest_uri
    [main] = trees.elements(page, "main")
    assert "“akses keterbukaan anggaran (16%)”" in trees.text(main)
