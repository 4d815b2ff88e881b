"""Text of the corpus stays text on every page, and every page is sound HTML."""

import json
import re
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests import golden, trees

NASTY = "<b>bold</b>"
SCRIPT = "</script><script>alert(1)</script>"
ISO_DATE = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b")
LINK = r"https?:|webcal:|mailto:proposals@example\.org(\?|$)|(?![a-z]+:)"
DATA = "application/ld+json"
SECOND = ([], ["browse.js"], ["propose.js"])
KEPT = ("code", "blockquote", "script", "style", "del", "ins")


def test_only_script_is_our_own(site: Path) -> None:
    for page in trees.pages(site):
        scripts = list(trees.elements(page, "script"))
        data = [one for one in scripts if one.get("type") == DATA]
        assert len(data) <= 1
        for one in data:  # for search engines; browsers run nothing of it
            json.loads(one.text or "")
        [script, *more] = [one for one in scripts if one.get("type") != DATA]
        assert script.attrib["src"].endswith("assets/site/site.js"), page
        assert [one.attrib["src"].rpartition("/")[2] for one in more] in SECOND, page
        assert not any(trees.text(one) for one in (script, *more))


def test_no_attribute_runs_a_script(site: Path) -> None:
    for page in trees.pages(site):
        for element in trees.elements(page):
            assert not [name for name in element.attrib if name.startswith("on")], page
        for _, link in trees.links(page):
            assert re.match(LINK, link, re.IGNORECASE), (page, link)


def is_of_search(element: Element) -> bool:
    """Whether an element is one of our forms, of the search or of its filters, or stands in it.

    So are the forms on which readers propose something.
    """
    names = {*element.get("class", "").split(), element.get("for", ""), element.get("name", "")}
    asked = {element.get("id", ""), element.get("for", "")}
    if any(name.startswith("_ask-") for name in asked):
        return True
    return not names.isdisjoint({"search", "filters", "ask", "_search", "_query", "q"})


def test_page_holds_no_switch_or_dialog_of_the_theme(site: Path) -> None:
    for page in trees.pages(site):
        kept = {one for form in trees.elements(page, "template") for one in form.iter()}
        rest = set(trees.elements(page, "input", "label", "form")) - kept
        assert all(map(is_of_search, rest)), page
        assert not [one for one in trees.elements(page) if "data-md-component" in one.attrib], page
        assert not [link for _, link in trees.links(page) if "assets/stylesheets/" in link], page


def test_page_is_read_without_a_parse_error(site: Path) -> None:
    for page in trees.pages(site):
        errors = trees.parse_errors(page)
        assert not errors, (page, errors[:3])


def test_no_element_comes_from_the_text_of_the_corpus(golden_site: Path) -> None:
    for page in trees.pages(golden_site):
        found = list(trees.elements(page, "b", "i", "style", "iframe", "object", "embed"))
        assert not found, page
        assert all(map(is_of_search, trees.elements(page, "form"))), page
        pictures = [image.attrib["src"] for image in trees.elements(page, "img")]
        assert all(source.endswith("assets/site/mark.svg") for source in pictures), page


@pytest.mark.parametrize("text", [NASTY, SCRIPT, "{{ braces }}", "🎉", "é", "*_[x](y)_*"])
def test_nasty_title_is_shown_as_it_is_written(golden_site: Path, text: str) -> None:
    for path in golden.PAGES["commitment"]:
        page = golden_site / path / "index.html"
        [title] = trees.elements(page, "title")
        [heading] = trees.elements(page, "h1")
        assert text in trees.text(title)
        assert text in trees.text(heading)


def test_nasty_prose_is_shown_as_it_is_written(golden_site: Path) -> None:
    page = golden_site / golden.PAGES["commitment"][0] / "index.html"
    shown = "".join(map(trees.text, trees.elements(page, "main")))
    for text in (f"Kabut {NASTY} & ", SCRIPT, "{{ braces }} {% raw %}", '<div onclick="alert(1)">'):
        assert text in shown
    assert "<img src=x onerror=alert(1)>" in shown
    assert "*bukan miring* dan 2 < 3 & 4 > 3" in shown


def test_marks_of_direction_stay_in_the_text(golden_site: Path) -> None:
    page = golden_site / golden.PAGES["commitment"][0] / "index.html"
    assert "\u200fשלום עולם\u200e" in "".join(map(trees.text, trees.elements(page, "main")))


def test_nasty_text_in_an_attribute_stays_in_it(golden_site: Path) -> None:
    page = golden_site / golden.PAGES["commitment"][0] / "index.html"
    definitions = {one.attrib["title"] for one in trees.elements(page, "abbr")}
    assert f'Kabut {NASTY} & "silang"' in definitions
    [description] = [
        one.attrib["content"]
        for one in trees.elements(page, "meta")
        if one.attrib.get("name") == "description"
    ]
    assert SCRIPT in description


def test_page_has_one_main_heading(site: Path) -> None:
    for page in trees.pages(site):
        assert len(list(trees.elements(page, "h1"))) == 1, page


def test_ids_are_unique_on_every_page(site: Path) -> None:
    for page in trees.pages(site):
        ids = Counter(one.attrib["id"] for one in trees.elements(page) if "id" in one.attrib)
        assert [id for id, number in ids.items() if number > 1] == [], page


def test_every_label_by_reference_exists(site: Path) -> None:
    for page in trees.pages(site):
        for element in trees.elements(page):
            for name in ("aria-labelledby", "aria-describedby", "for"):
                named = element.attrib.get(name, "").split()
                assert set(named) <= trees.anchors(page), (page, named)


def test_page_says_its_language(site: Path) -> None:
    for page in trees.pages(site):
        [html] = trees.elements(page, "html")
        english = trees.address(site, page).startswith("en/")
        assert html.attrib["lang"] == ("en" if english else "id"), page


def test_no_text_marks_the_language_of_the_page_again(site: Path) -> None:
    for page in trees.pages(site):
        english = trees.address(site, page).startswith("en/")
        for prose in trees.elements(page, "div"):
            if "prose" in prose.attrib.get("class", "").split():
                assert prose.attrib.get("lang") != ("en" if english else "id"), page


def test_text_in_the_other_language_is_marked(golden_site: Path) -> None:
    page = golden_site / golden.PAGES["about"][1] / "index.html"
    marked = [one for one in trees.elements(page, "div") if one.attrib.get("lang") == "id"]
    assert ["Teks ini hanya ada" in trees.text(one) for one in marked] == [True]


def test_no_raw_date_is_shown_to_readers(real_site: Path) -> None:
    found = []
    for page in trees.pages(real_site):
        if trees.address(real_site, page) in golden.PAGES["dictionary"]:
            continue  # it says how dates are written in the files
        for element in trees.elements(page, "main", "title"):
            found += [(trees.address(real_site, page), text) for text in dated(element)]
    assert found == []


def dated(element: trees.Element) -> list[str]:
    """Texts with an ISO date below an element; quotations and addresses keep theirs."""
    if element.tag in KEPT or "external" in element.attrib.get("class", ""):
        return []
    own = [element.text or "", *(child.tail or "" for child in element)]
    found = [text.strip() for text in own if any(map(is_date, ISO_DATE.finditer(text)))]
    return found + [text for child in element for text in dated(child)]


def is_date(match: re.Match[str]) -> bool:
    """Months are 01 to 12, so that 2018-2020 and 2030-45 are none."""
    return 1 <= int(match.group()[5:7]) <= 12
