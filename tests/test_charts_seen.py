"""Charts in a real browser: what is drawn can be read, told apart, and gone through as a table."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.pages import ADDRESSES, OPEN_EVERYTHING

pytest_plugins = ("tests.browsing",)

THEME = Path(__file__).resolve().parent.parent / "theme"
CHARTED = {"home": 5, "plan": 5, "stages": 2, "consultation": 2}
EVERY = pytest.mark.parametrize(
    ("kind", "language"), [(kind, language) for kind in CHARTED for language in ("id", "en")]
)
LOOK = """() => [...document.querySelectorAll('.chart')].map(chart => {
    const heading = document.getElementById(chart.getAttribute('aria-labelledby'));
    const table = chart.querySelector('table');
    const heads = [...table.tHead.rows[0].cells];
    return {
        title: heading?.innerText ?? '',
        sentence: chart.querySelector('.chart__summary')?.innerText ?? '',
        caption: table.caption?.textContent ?? '',
        heads: heads.map(cell => [cell.tagName, cell.scope, cell.textContent.trim()]),
        rows: [...table.tBodies].flatMap(body => [...body.rows]).map(row => ({
            scope: row.cells[0].scope,
            label: row.cells[0].textContent.trim(),
            columns: [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0),
        })),
        drawings: table.querySelectorAll('svg.strip').length,
        told: [...chart.querySelectorAll('svg')].filter(
            one => !one.closest('[aria-hidden="true"]')).length,
    };
})"""
# Every letter of a chart that can be seen: how large it is, and what it says.
LETTERS = """() => {
    const small = [];
    for (const chart of document.querySelectorAll('.chart')) {
        const walker = document.createTreeWalker(chart, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(node);
            if (!node.data.trim() || !range.getClientRects().length) continue;
            const style = getComputedStyle(node.parentElement);
            const size = parseFloat(style.fontSize);
            if (size < 12) small.push([node.data, size]);
        }
    }
    return small;
}"""
# Names on the axis that lie on one another, or beside the window.
AXIS = """() => [...document.querySelectorAll('.strip--axis')].map(axis => {
    const boxes = [...axis.querySelectorAll('text')].map(one => one.getBoundingClientRect());
    return {
        names: boxes.length,
        clash: boxes.filter((box, index) => boxes.slice(0, index).some(other =>
            box.left < other.right && other.left < box.right
            && box.top + 4 < other.bottom && other.top + 4 < box.bottom)).length,
        out: boxes.filter(box => box.left < 0 || box.right > innerWidth).length,
    };
})"""


@EVERY
def test_every_chart_has_a_title_a_sentence_and_a_table(new_page, kind, language) -> None:
    page = new_page(ADDRESSES[kind, language])
    charts = page.evaluate(LOOK)
    assert len(charts) == CHARTED[kind]
    for chart in charts:
        assert chart["title"]
        assert chart["sentence"].endswith(".")
        assert chart["caption"] == chart["title"]
        assert all(tag == "TH" and scope == "col" and text for tag, scope, text in chart["heads"])
        assert chart["rows"]
        for row in chart["rows"]:
            assert row["scope"] in ("row", "rowgroup")
            assert row["label"]
            assert row["columns"] == len(chart["heads"])
        assert chart["drawings"]
        assert chart["told"] == 0


@EVERY
@pytest.mark.parametrize("width", [320, 1280])
def test_no_letter_of_a_chart_is_small(new_page, kind, language, width) -> None:
    page = new_page(ADDRESSES[kind, language], width=width)
    page.evaluate(OPEN_EVERYTHING)
    assert page.evaluate(LETTERS) == []


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_names_on_the_axis_stand_apart(new_page, language, width) -> None:
    page = new_page(ADDRESSES["stages", language], width=width)
    [axis] = page.evaluate(AXIS)
    assert axis["names"] > 2
    assert (axis["clash"], axis["out"]) == (0, 0)


@pytest.mark.parametrize("width", [320, 1280])
def test_spans_stand_below_the_place_of_their_dates_on_the_axis(new_page, width) -> None:
    """All drawings of the time axis begin and end at the same places of the page."""
    page = new_page(ADDRESSES["stages", "en"], width=width)
    strips = page.locator(".chart__table--time svg.strip").all()
    places = {(round(box["x"]), round(box["width"])) for s in strips if (box := s.bounding_box())}
    assert len(strips) > 5
    assert len(places) == 1


def test_a_screen_reader_hears_each_row_with_its_numbers(new_page) -> None:
    page = new_page(ADDRESSES["home", "en"])
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        tree = page.locator('[aria-labelledby="_chart-voices"]').aria_snapshot()
        assert 'table "How far, and who says so"' in tree
        assert 'columnheader "Not known"' in tree
        assert re.search(r'rowheader "Independent assessor \(IRM\)', tree)
        assert re.findall(r'cell "(?:Not known )?(\d+)"', tree)[-3:] == ["0", "0", "19"]


def test_long_charts_of_home_are_folded_where_it_is_narrow_and_nowhere_else(new_page) -> None:
    page = new_page(ADDRESSES["home", "id"], width=360)
    folds, themes = page.locator(".fold"), page.locator('[aria-labelledby="_chart-themes"]')
    assert folds.count() == 2
    assert not themes.is_visible()
    folds.first.locator("summary").click()
    assert themes.is_visible()
    folds.first.locator("summary").click()
    assert not themes.is_visible()
    page.emulate_media(media="print")
    assert themes.is_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert themes.is_visible()
    assert not folds.first.locator("summary").is_visible()


def tokens(*files: str) -> dict[str, str]:
    text = "".join((THEME / file).read_text(encoding="utf-8") for file in files)
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", text))


def luminance(colour: str) -> float:
    hexes = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(hexes[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


SCHEMES = {
    "light": ("styles/base.css",),
    "dark": ("styles/base.css", "assets/site/dark.css"),
    "print": ("styles/base.css", "styles/print.css"),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_of_a_chart_stands_out_from_the_gap_beside_it(scheme: str) -> None:
    """Pieces are set apart by a gap in the colour of the page, and drawn on that of a surface."""
    style = (THEME / "styles" / "charts.css").read_text(encoding="utf-8")
    drawn = re.findall(r"^\.(?:block|pattern|point|grid|doubt)\b[^{]*\{([^}]*)\}", style, re.M)
    used = {
        name for rule in drawn for name in re.findall(r"(?:fill|stroke): var\(--([\w-]+)\)", rule)
    }
    used.discard("surface")
    colours = tokens(*SCHEMES[scheme])
    assert len(used) >= 8
    for name in used:
        for ground in ("ground", "surface"):
            assert contrast(colours[name], colours[ground]) >= 3, (scheme, name, ground)


LOOKS = """() => {
    const drawn = [...document.querySelectorAll('.chart svg [class]')];
    return Object.fromEntries(drawn.map(one => {
        const {fill, stroke, strokeDasharray, strokeWidth} = getComputedStyle(one);
        return [one.getAttribute('class'), [fill, stroke, strokeDasharray, strokeWidth]];
    }));
}"""
RATINGS = ("complete", "substantial", "limited", "not-started", "no-evidence-available", "unknown")


def grey(look: list[str]) -> tuple[Any, ...]:
    """A look without colour: whether there is a fill and a line, and how the line is dashed."""
    fill, stroke, dashes, width = look
    return fill == "none", stroke == "none", dashes, width


def test_ratings_are_told_apart_without_colour(new_page) -> None:
    page = new_page(ADDRESSES["home", "id"])
    page.evaluate(
        """kinds => document.querySelector('.chart .strip').innerHTML = kinds.map(
            kind => `<rect class="block ${kind}"/><line class="pattern ${kind}"/>`).join('')""",
        list(RATINGS),
    )
    looks = page.evaluate(LOOKS)
    seen = {
        kind: (grey(looks[f"block {kind}"]), grey(looks[f"pattern {kind}"])) for kind in RATINGS
    }
    assert len(set(seen.values())) == len(RATINGS)
