"""Every page and every box of facts leads to a filled-in form for corrections, and to its file."""

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree.ElementTree import Element

import pytest

from renaksi.configuration import find_configuration_problems
from renaksi.forms import FORMS
from renaksi.forms.spec import Widget
from renaksi.publish.boxes import find_boxes
from renaksi.publish.channels import Channels
from renaksi.publish.words import FOLDER, load_words
from renaksi.reader import Document, read_yaml
from tests import golden, proposing, roots, trees
from tests.pages import ADDRESSES, ALL

WORDS, _ = load_words(roots.ENGINE / "theme" / FOLDER)
REAL, GOLDEN = "https://renaksi-ogi.github.io/renaksi/", "https://example.org/sub/"
ISSUES = "https://github.com/renaksi-ogi/renaksi/issues/new?template=correction.yml&"
CORRECTION = next(form for form in FORMS if form.id == "correction")
# Pages that are made from facts of many files, or of none.
COMPUTED = {"commitment-table", "facet", "facet-deadline", "form", "form-correction", "404"}


def reports(page: Path, kind: str = "") -> list[Element]:
    """The paragraphs that lead to a report, of the page or of its boxes."""
    found = [
        each for each in trees.elements(page, "p") if "report" in each.get("class", "").split()
    ]
    return [each for each in found if each.get("class") == f"report{kind}"]


def links(element: Element) -> list[str]:
    return [each.attrib["href"] for each in element.iter("a")]


# Boxes


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>a</p>", []),
        ('<dl class="facts"></dl>', []),
        ('<h2 id="_a">A</h2><dl class="facts"></dl>', [("_a", "A")]),
        ('<h2 id="_a">A</h2><dl class="page-state"></dl>', []),
        ('<h2 id="_a">A</h2><dl class="facts"></dl><p></p><dl class="facts"></dl>', [("_a", "A")]),
        ('<li id="m1"><h4>M &amp; m</h4><dl class="facts"></dl></li>', [("m1", "M & m")]),
        (
            '<h3 id="_s">S</h3><li id="m1"><h4>M</h4><dl class="facts"></dl></li>'
            '<dl class="facts"></dl>',
            [("m1", "M"), ("_s", "S")],
        ),
        ('<div><h2 id="_a">A</h2></div><dl class="facts"></dl>', [("_a", "A")]),
        ('<div id="x"><h2>X</h2></div><dl class="facts"></dl>', []),
    ],
)
def test_box_is_known_by_the_heading_above_it(body: str, found: list[tuple[str, str]]) -> None:
    parts = list(find_boxes(body))
    assert "".join(part.html for part in parts) == body
    assert [(part.heading.place, part.heading.name) for part in parts if part.heading] == found


def test_every_box_of_facts_has_a_link_that_names_it(site: Path, golden_site: Path) -> None:
    base = GOLDEN if site == golden_site else REAL
    for page in trees.pages(site):
        boxes = [each for each in trees.elements(page, "dl") if each.get("class") == "facts"]
        found = reports(page)
        assert bool(boxes) <= bool(found), page
        for each in found:
            anchor = next(each.iter("a"))
            name = trees.text(anchor)
            title = proposing.query(anchor.attrib["href"])
            place, fragment = urldefrag(title["page"])
            assert place == base + trees.address(site, page)
            assert not fragment or fragment in trees.anchors(page)
            language = "en" if place.startswith(f"{base}en/") else "id"
            assert re.fullmatch(f"{WORDS[language].t('report.here')}: .+", name, re.DOTALL), page


def test_every_page_has_a_link_that_fills_in_the_form_on_github(real_site: Path) -> None:
    asked = {field.id: field.widget for field in CORRECTION.fields}
    for page in trees.pages(real_site):
        if page.name == "404.html":
            continue
        [whole] = reports(page, " report--page")
        issue, *form = links(whole)
        assert issue.startswith(ISSUES), page
        query = proposing.query(issue)
        assert query.pop("page") == REAL + trees.address(real_site, page)
        assert len(query.pop("title")) <= 120
        assert query.keys() == {"template"}
        assert asked["page"] is Widget.INPUT  # GitHub shows an empty form where a choice is given
        if "data-form" not in page.read_text(encoding="utf-8"):
            [own] = form
            assert re.search(r"(usul|perbaikan|propose|correction)/\?page=https://", unquote(own))


def test_letters_are_offered_where_an_address_is_known(golden_site: Path, real_site: Path) -> None:
    for kind, language in (("commitment", "id"), ("commitment", "en"), ("glossary", "id")):
        path = golden.PAGES[kind][language == "en"]
        for each in reports(golden_site / path / "index.html", " report--page"):
            mail = links(each)[1]
            assert mail.startswith("mailto:proposals@example.org?subject=")
            assert f"{GOLDEN}{path}" in unquote(mail)
    for kind, language in ALL:
        file = real_site / ADDRESSES[kind, language]
        page = file / "index.html" if file.is_dir() else file
        assert not [link for _, link in trees.links(page) if link.startswith("mailto:")]


# Where nothing is configured


def test_without_a_repository_nothing_leads_there() -> None:
    nowhere = Channels()
    assert nowhere.issue_url("correction", "x") is None
    assert nowhere.new_file_url() is None
    assert nowhere.mail_url("x", "y") is None
    assert nowhere.ways == ("form", "file")


def test_a_letter_says_what_it_is_about_and_adds_no_one() -> None:
    url = Channels(email="a@example.org").mail_url("A & b\nBcc: c@example.org", "x\ny") or ""
    assert url == "mailto:a@example.org?subject=A%20%26%20b%0ABcc:%20c%40example.org&body=x%0D%0Ay"


@pytest.mark.parametrize(
    ("address", "fine"),
    [("info@example.org", True), ("info", False), ("a b@c.de", False), ("a@b.de?cc=x@y.z", False)],
)
def test_the_address_is_checked(address: str, fine: bool) -> None:
    text = (roots.ENGINE / "mkdocs.yml").read_text(encoding="utf-8")
    assert text.count("\nextra:\n") == 1
    text = text.replace("\nextra:\n", f"\nextra:\n  contact_email: {address}\n")
    document = read_yaml(text, "mkdocs.yml")
    assert isinstance(document, Document)
    assert (find_configuration_problems(document) == []) is fine


# Edit this page


@pytest.mark.parametrize(("kind", "language"), [each for each in ALL if each[0] not in COMPUTED])
def test_every_kind_of_page_leads_to_its_files(real_site: Path, kind: str, language: str) -> None:
    page = real_site / ADDRESSES[kind, language] / "index.html"
    root = "https://github.com/renaksi-ogi/renaksi/"
    found = [
        link
        for _, link in trees.links(page)
        if link.startswith((f"{root}edit/", f"{root}blob/main/"))  # others lead to former days
    ]
    assert found
    for link in found:
        path, line = urldefrag(link)
        _, _, file = path.removeprefix(root).partition("/main/")
        lines = (roots.ENGINE / file).read_text(encoding="utf-8").splitlines()
        assert bool(line) is path.startswith(f"{root}blob/")
        assert not line or int(line.removeprefix("L")) <= len(lines)
