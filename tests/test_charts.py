"""Charts in the views: each number is the one that the corpus holds, each drawing is tame."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from renaksi.layout import LANGUAGES
from renaksi.publish.chart import Chart, Line
from renaksi.publish.desk import Desk
from renaksi.publish.drawing import Piece, draw_bar, draw_span, draw_swatch
from renaksi.publish.figures.timeline import find_axis, find_span
from renaksi.publish.site import Site
from renaksi.publish.views import completion, participation, survey, timeaxis
from renaksi.vocabulary import Kind, Stream, Voice
from tests.test_site import GOLDEN, REAL

ROOT = Path(__file__).resolve().parent.parent
CASES = [(site, language) for site in (GOLDEN, REAL) for language in LANGUAGES]
EVERY = pytest.mark.parametrize(
    ("site", "language"), CASES, ids=[f"{'real' if s is REAL else 'golden'}-{x}" for s, x in CASES]
)


def charts(desk: Desk) -> Iterator[Chart]:
    plan = desk.corpus.plan
    yield from completion.charts(desk, plan)
    for chart in (
        timeaxis.chart(desk, plan, meetings=True),
        timeaxis.chart(desk, plan, meetings=False),
        participation.chart(desk, plan),
    ):
        assert chart
        yield chart
    for item in plan.consultations:
        yield from survey.charts(desk, item)


def lines(chart: Chart) -> list[Line]:
    return [line for part in chart.parts for line in part.lines]


def drawings(chart: Chart) -> Iterator[str]:
    yield from filter(None, [chart.axis, *(mark for mark, _ in chart.key)])
    for line in lines(chart):
        yield from filter(None, [line.drawing])
        for cell in line.cells:
            yield from filter(None, [cell.swatch, cell.drawing])


@EVERY
def test_every_chart_has_a_title_a_sentence_and_a_full_table(site: Site, language: str) -> None:
    found = list(charts(site.desk(language)))
    assert len(found) >= 8
    for chart in found:
        assert chart.title
        assert re.search(r"\w.*\.$", chart.summary), chart.summary
        assert all(chart.columns)
        for line in lines(chart):
            assert line.label.text
            assert len(line.cells) == len(chart.columns) - 1


@EVERY
def test_no_drawing_has_an_id_a_style_a_script_or_a_colour(site: Site, language: str) -> None:
    known = {"svg", "rect", "line", "circle", "text"}
    allowed = {
        *("class", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "dx", "width", "height"),
        *("aria-hidden", "focusable", "text-anchor"),
    }
    for chart in charts(site.desk(language)):
        for drawing in drawings(chart):
            for element in ElementTree.fromstring(drawing).iter():
                assert element.tag in known
                assert set(element.attrib) <= allowed


@EVERY
def test_every_drawing_is_hidden_from_screen_readers(site: Site, language: str) -> None:
    for chart in charts(site.desk(language)):
        for drawing in drawings(chart):
            assert ElementTree.fromstring(drawing).get("aria-hidden") == "true"


def counted(site: Site, ids: set[str], voice: str) -> Counter[str]:
    """Ratings by one voice, read off the entries by another way; golden ids stand in order."""
    latest: dict[str, str] = {}
    for item in site.corpus.updates:
        if item.voice == voice and item.completion and not item.milestone:
            latest[item.commitment] = item.completion
    return Counter(latest.get(id, "unknown") for id in ids)


def numbers(line: Line, site: Site, language: str) -> Counter[str]:
    words = site.words[language]
    names = {words.t(f"completion.{key}"): key for key in KEYS}
    return Counter(
        {names[cell.label]: int(cell.text) for cell in line.cells if cell.text != "0"},
    )


KEYS = (
    "complete",
    "substantial",
    "limited",
    "not-started",
    "no-evidence-available",
    "unknown",
)


@EVERY
def test_ratings_of_every_voice_are_those_of_the_corpus(site: Site, language: str) -> None:
    desk = site.desk(language)
    chart = completion.charts(desk, desk.corpus.plan)[0]
    ids = {each.id for each in site.corpus.commitments}
    assert len(lines(chart)) == len(Voice)
    for line, voice in zip(lines(chart), Voice, strict=True):
        assert line.label.text == desk.t(f"voice.{voice.value}")
        assert numbers(line, site, language) == counted(site, ids, voice.value)


@EVERY
@pytest.mark.parametrize("index", [1, 2])
def test_ratings_by_stream_and_by_theme_are_those_of_the_corpus(
    site: Site, language: str, index: int
) -> None:
    desk = site.desk(language)
    chart = completion.charts(desk, desk.corpus.plan)[index]
    groups: dict[str, set[str]] = {}
    for each in site.corpus.commitments:
        theme = each.theme.value if each.theme else None
        name = desk.t("chart.no_theme") if theme is None else desk.corpus.entries["theme"][theme]
        if hasattr(name, "label"):
            name = name.label.best(language)[1]
        key = desk.t(f"stream.{each.stream.value}") if index == 1 else name
        groups.setdefault(key, set()).add(each.id)
    assert {part.title.text for part in chart.parts if part.title} == groups.keys()
    for part in chart.parts:
        ids = groups[part.title.text if part.title else ""]
        told = {line.label.text.lower(): numbers(line, site, language) for line in part.lines}
        for voice in Voice:
            name = desk.t(f"voice.{voice.value}").lower()
            [found] = [numbers for label, numbers in told.items() if name in label]
            assert found == counted(site, ids, voice.value)


def test_unknown_is_the_larger_part_and_is_said_so() -> None:
    desk = REAL.desk("en")
    chart = completion.charts(desk, desk.corpus.plan)[0]
    last = [line.cells[-1] for line in lines(chart)]
    assert {cell.label for cell in last} == {"Not known"}
    assert not any(cell.silent for cell in last)
    assert "of 19: government 0, civil society 0, independent assessor (IRM) 6" in chart.summary


def widths(drawing: str) -> list[float]:
    rects = ElementTree.fromstring(drawing).iter("rect")
    return [float(rect.attrib["width"].rstrip("%")) for rect in rects]


@EVERY
def test_bars_of_ratings_are_as_wide_as_their_share(site: Site, language: str) -> None:
    desk = site.desk(language)
    for chart in completion.charts(desk, desk.corpus.plan):
        for line in lines(chart):
            shown = [int(cell.text) for cell in line.cells if not cell.silent]
            total = sum(shown)
            assert line.drawing
            assert widths(line.drawing) == pytest.approx([100 * n / total for n in shown], abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_orders_of_the_stages_are_told(language: str) -> None:
    desk = REAL.desk(language)
    chart = timeaxis.chart(desk, desk.corpus.plan, meetings=False)
    assert chart
    stages = [line for line in lines(chart) if line.number]
    assert [line.number for line in stages] == list("1234567")
    unknown = desk.t("chart.not_known")
    order = [line.cells[0].text.split()[0] for line in stages]
    assert order == [unknown.split()[0], "1", "2", "3", unknown.split()[0], "5", "4"]
    assert "2, 3, 4, 7, 6" in chart.summary
    assert stages[0].cells[1].text == desk.t("date.unknown")
    assert stages[0].cells[1].drawing is None


def test_dates_in_doubt_are_marked_in_the_drawing_and_linked_beside_it() -> None:
    desk = REAL.desk("en")
    chart = timeaxis.chart(desk, desk.corpus.plan, meetings=True)
    assert chart
    cells = [line.cells[-1] for line in lines(chart) if line.cells[-1].drawing]
    assert {bool(cell.disputes) for cell in cells} == {True, False}
    for cell in cells:
        assert ('class="doubt"' in str(cell.drawing)) is bool(cell.disputes)
        if cell.disputes:
            assert "during" not in str(cell.drawing)
            assert 'class="point"' not in str(cell.drawing)


CLAIMS = {
    "id": (
        "Urutan itu hanya berlaku bila tanggal tahap 2, 4, 6, dan 7, yang dipertanyakan dalam",
        "Tanggal tahap 6 kemungkinan besar keliru.",
        "Bila semua tanggal yang dipertanyakan benar, tahap yang berlangsung bersamaan dengan tahap"
        " lain: 4 dan 7.",
    ),
    "en": (
        "That order holds only if the dates of stages 2, 4, 6 and 7 are right",
        "The date of stage 6 is probably wrong.",
        "If all dates in question are right, these stages overlapped another one: 4 and 7.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_rests_on_doubted_dates_is_told_as_sure(language: str) -> None:
    desk = REAL.desk(language)
    chart = timeaxis.chart(desk, desk.corpus.plan, meetings=False)
    assert chart
    order, wrong, overlap = CLAIMS[language]
    assert order in chart.summary
    assert wrong in chart.summary
    assert [note.text for note in chart.notes] == [overlap]
    assert desk.t("chart.key_during") not in [text for _, text in chart.key]
    told = {line.number: line.cells[0].details for line in lines(chart) if line.number}
    doubted, error = (desk.t("chart.place_doubted"),), (desk.t("chart.place_wrong"),)
    assert [told[number] for number in "2467"] == [doubted, doubted, error, doubted]
    assert not any(told[number] for number in "135")


def test_stages_that_surely_overlap_are_named() -> None:
    """Without the notes, no date of the same corpus is in doubt."""
    corpus = replace(REAL.corpus, entries={**REAL.corpus.entries, Kind.NOTE: {}})
    desk = replace(REAL.desk("en"), corpus=corpus)
    chart = timeaxis.chart(desk, corpus.plan, meetings=False)
    assert chart
    assert [note.text for note in chart.notes] == [
        "Stages that surely overlapped another one: 4 and 7."
    ]
    assert "only if" not in chart.summary
    assert not any('class="doubt"' in drawing for drawing in drawings(chart))


def kinds(start: str | None, end: str | None) -> list[str]:
    span = find_span(start, end)
    whole = find_span("2018", "2019")
    assert span
    assert whole
    axis = find_axis([span, whole])
    assert axis
    drawn = ElementTree.fromstring(draw_span(axis, span))
    return [
        each.attrib["class"].removeprefix("block ")
        for each in drawn
        if each.get("class", "").startswith(("block", "point"))
    ]


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2018-08-08", "2018-08-08", ["point"]),
        ("2018-08-08", None, ["point"]),
        ("2018-03-01", "2018-08-08", ["during"]),
        ("2018-08", "2018-08", ["within"]),
        ("2018", None, ["within"]),
        ("2018-05", "2018-07", ["within", "during"]),
        ("2018-09", "2018-10", ["within", "during"]),  # two sure days are not one known day
    ],
)
def test_known_days_and_spans_in_which_a_date_lies_are_drawn_apart(
    start: str, end: str | None, shown: list[str]
) -> None:
    assert kinds(start, end) == shown


def test_question_mark_stays_on_the_drawing() -> None:
    early, late = find_span("2018-01-01", "2018-02"), find_span("2018-12", "2018-12-31")
    assert early
    assert late
    axis = find_axis([early, late])
    assert axis
    assert 'text-anchor="start"' in draw_span(axis, early, doubted=True)
    assert 'text-anchor="end"' in draw_span(axis, late, doubted=True)


@EVERY
def test_people_of_every_stage_are_those_of_the_corpus(site: Site, language: str) -> None:
    desk = site.desk(language)
    chart = participation.chart(desk, desk.corpus.plan)
    assert chart
    unknown = desk.t("chart.not_known")

    def shown(fact: object) -> str:
        value = getattr(fact, "value", None)
        return unknown if value is None else desk.words.number(value)

    expected: dict[str, list[tuple[str, ...]]] = {each.id: [] for each in site.corpus.stages}
    for item in site.corpus.meetings:
        told = item.attendance.total, item.attendance.women, item.attendance.men
        expected[item.stage].append(tuple(map(shown, told)))
    for each in site.corpus.plan.consultations:
        told = each.responses, each.women, each.men
        expected[each.stage].append(tuple(map(shown, told)))
    found = [
        [tuple(cell.text for cell in line.cells) for line in part.lines] for part in chart.parts
    ]
    assert found == [rows or [(unknown,) * 3] for rows in expected.values()]
    numbers = [part.number or part.lines[0].number for part in chart.parts]
    assert numbers == [str(stage.number) for stage in site.corpus.stages]


def test_pieces_without_a_share_are_not_drawn() -> None:
    assert widths(draw_bar([Piece("men", 0), Piece("women", 25)])) == [25]
    assert "rect" not in draw_bar([])


@pytest.mark.parametrize("kind", ["day", "doubted", "within", *KEYS])
def test_every_mark_has_a_swatch_and_a_look(kind: str) -> None:
    style = (ROOT / "theme" / "styles" / "charts.css").read_text(encoding="utf-8")
    drawn = ElementTree.fromstring(draw_swatch(kind))
    classes = {name for each in drawn for name in each.get("class", "").split()}
    assert classes
    assert all(f".{name}" in style for name in classes)


def test_streams_have_a_place_to_lead_to(real_site: Path) -> None:
    desk = REAL.desk("id")
    chart = completion.charts(desk, desk.corpus.plan)[1]
    page = (real_site / "komitmen" / "index.html").read_text(encoding="utf-8")
    for part, stream in zip(chart.parts, Stream, strict=True):
        assert part.title
        assert part.title.url == f"komitmen/#_{stream.value}"
        assert f'id="_{stream.value}"' in page
