"""Abbreviations of the glossary are found as whole words and explained once on a page."""

from pathlib import Path
from typing import Any

import pytest

from renaksi.model import GlossaryTerm
from renaksi.publish.glossary import Marker, Segment, build_glossary
from renaksi.publish.words import load_words
from tests import trees

WORDS, _ = load_words(Path(__file__).resolve().parent.parent / "theme" / "strings")


def term(key: str, *abbreviations: str, **expansion: str) -> GlossaryTerm:
    data: dict[str, Any] = {"id": key, "term": abbreviations[0], "expansion": expansion}
    return GlossaryTerm.model_validate({**data, "abbreviations": abbreviations, "source": "s"})


TERMS = (
    GlossaryTerm.model_validate(
        {
            "id": "irm",
            "term": "IRM",
            "expansion": {"id": "mekanisme", "en": "mechanism"},
            "explanation": {"id": "Menilai rencana."},
            "abbreviations": ["IRM"],
            "source": "s",
        }
    ),
    term("ogp", "OGP", id="Kemitraan Terbuka", en="Open Partnership"),
    term("ogp-x", "OGP-X", id="Silang", en="Cross"),
    term("cpp", "C++", id="Bahasa"),
    term("same", "Sama", id="Sama", en="Same"),
)


def marker(language: str = "id") -> Marker:
    return Marker(build_glossary(TERMS, WORDS[language]))


def marked(text: str, language: str = "id") -> list[str]:
    return [part.text for part in marker(language).split(text) if part.term]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("OGP dan yang lain", ["OGP"]),
        ("(OGP)", ["OGP"]),
        ("OGP, OGP-X; C++", ["OGP", "OGP-X", "C++"]),
        ("AOGP OGPS ogp OGP_ non-OGP OGP-isme dan/OGP", []),
        ("OGP-X", ["OGP-X"]),
        ("éOGP", []),
        ("", []),
    ],
)
def test_abbreviation_is_found_as_a_whole_word_only(text: str, words: list[str]) -> None:
    assert marked(text) == words


def test_abbreviation_is_explained_once_on_a_page() -> None:
    one = marker()
    first, second = one.split("OGP dan OGP"), one.split("lagi OGP")
    assert [part.term is not None for part in first] == [True, False]
    assert [part.term for part in second] == [None]


@pytest.mark.parametrize("word", ["OGP", "C++"])
def test_prose_explains_only_what_stands_unexplained_above_it(word: str) -> None:
    link = '<a href="../#x" class="term" data-definition="a &gt; b"><abbr title="a > b">'
    prose = f'<p><a href="x">{word}</a> {link}{word}</abbr></a> {word}</p>'
    one = marker()
    assert one.settle(prose) == prose
    assert one.settle(prose) == f'<p><a href="x">{word}</a> {word} {word}</p>'
    assert not any(part.term for part in one.split(word))


@pytest.mark.parametrize("name", ["golden", "real"])
def test_no_page_explains_an_abbreviation_twice(name: str, request: pytest.FixtureRequest) -> None:
    explained = 0
    for page in trees.pages(request.getfixturevalue(f"{name}_site")):
        [main] = trees.elements(page, "main")
        words = [trees.text(link) for link in main.iter("a") if link.get("class") == "term"]
        assert len(words) == len(set(words)), page
        explained += len(words)
    assert explained


@pytest.mark.parametrize("text", ["", "tanpa", "OGP", "OGP dan OGP-X <b> & OGP", "x OGP"])
def test_segments_joined_give_the_text_back(text: str) -> None:
    assert "".join(part.text for part in marker().split(text)) == text


def test_explanation_is_in_the_language_of_the_page_and_leads_to_the_glossary() -> None:
    [part] = marker("en").split("OGP")
    assert part.term is not None
    assert (part.term.definition, part.term.url) == ("Open Partnership", "en/glossary/#ogp")


def test_definition_says_what_the_glossary_says_in_the_language_of_the_page() -> None:
    [part] = marker().split("IRM")
    assert part.term is not None
    assert (part.term.expansion, part.term.definition) == (
        "mekanisme",
        "Mekanisme. Menilai rencana.",
    )
    [part] = marker("en").split("IRM")
    assert part.term is not None
    assert part.term.definition == "mechanism"


def test_explanation_falls_back_to_the_language_there_is() -> None:
    [part] = marker("en").split("C++")
    assert part.term is not None
    assert part.term.definition == "Bahasa"


def test_word_that_is_its_own_long_form_is_not_marked() -> None:
    assert marked("Sama", "id") == []
    assert marked("Sama", "en") == ["Sama"]


def test_empty_glossary_marks_nothing() -> None:
    assert Marker(build_glossary((), WORDS["id"])).split("OGP") == [Segment("OGP")]
