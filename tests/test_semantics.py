"""What every page owes to screen readers: named tables and charts, languages, calm."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from renaksi.publish.sanitize import sanitize
from tests import trees
from tests.pages import ADDRESSES

pytest_plugins = ("tests.browsing",)

# What moves although the reader asked for calm: anything that takes longer than a blink.
MOVING = """() => [...document.querySelectorAll('*')]
    .flatMap(one => ['', '::before', '::after'].map(
        part => [one.tagName + part, getComputedStyle(one, part)]))
    .filter(([, style]) =>
        `${style.transitionDuration},${style.animationDuration}`.split(',')
            .some(time => parseFloat(time) > 0.01) || style.scrollBehavior === 'smooth')
    .map(([name]) => name)"""


def test_every_table_has_a_caption_and_cells_that_head_it(site: Path) -> None:
    for page in trees.pages(site):
        for table in trees.elements(page, "table"):
            assert trees.text(next(table.iter("caption"), table)).strip(), page
            assert table[0].tag == "caption", page
            heads = list(table.iter("th"))
            assert heads, page
            assert {head.get("scope") for head in heads} <= {"col", "row", "colgroup", "rowgroup"}


def test_every_picture_is_named_or_left_out(site: Path) -> None:
    for page in trees.pages(site):
        for svg in trees.elements(page, "svg"):
            hidden = svg.get("aria-hidden") == "true"
            name = svg.get("aria-labelledby") or svg.get("aria-label")
            assert hidden or (svg.get("role") == "img" and name), (page, svg.attrib)
        assert all("alt" in image.attrib for image in trees.elements(page, "img")), page


def test_language_of_a_part_is_one_that_browsers_know(site: Path) -> None:
    for page in trees.pages(site):
        for element in trees.elements(page):
            if "lang" in element.attrib:
                assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", element.attrib["lang"]), page


def test_table_of_a_narrative_is_named_by_the_heading_above_it() -> None:
    markdown = Markdown(extensions=["tables", "renaksi.publish.prose"])
    html = sanitize(markdown.convert("## Dana <desa>\n\n|a|b|\n|-|-|\n|1|2|\n"))
    assert '<caption class="visually-hidden">Dana &lt;desa&gt;</caption>' in html
    assert html.count('<th scope="col">') == 2


@pytest.mark.parametrize("kind", ["home", "commitments", "commitment", "glossary"])
def test_nothing_moves_when_the_reader_asks_for_calm(new_page, kind) -> None:
    page = new_page(ADDRESSES[kind, "id"], reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
