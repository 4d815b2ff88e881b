"""The browser's rules and its files are those of the program: the same answers are put to both."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from bench.generate import generate
from renaksi import model
from renaksi.forms import FORMS, Made, form_pages, make_files, read_answers
from renaksi.publish.channels import Channels
from renaksi.publish.site import Site
from renaksi.publish.words import FOLDER, load_words
from renaksi.reader import Document, read_yaml
from renaksi.signs import HIDDEN
from renaksi.validate import has_errors, validate
from renaksi.write import write_record
from tests import golden, proposing, roots
from tests.serving import serve_folder

pytest_plugins = ("tests.browsing",)

WORDS, _ = load_words(roots.ENGINE / "theme" / FOLDER)
BY_ID = {form.id: form for form in FORMS}
ADDRESSES = {"update": "usul/kabar/", "meeting": "usul/pertemuan/"}
KNOWN = {"source": "cloud-page", "consent": "yes"}
NEW = {
    **{"source": "*", "consent": "yes", "source_title": "Laporan"},
    **{"source_url": "https://example.org/laporan", "source_publisher": "Awan"},
    "source_language": "id",
}
UPDATE = {
    **{"commitment": "01-foggy-roads", "voice": "civil-society", "period": "2030-S1"},
    **{"progress": "Satu jalan selesai.", **KNOWN},
}
MEETING = {
    **{"stage": "01-first-drops", "title": "Pertemuan kedua", "title_en": "Second meeting"},
    **{"start": "2030-05", "report": "Yang dibahas:\n\n- satu\n- dua", **KNOWN},
}
NASTY = [
    *("- satu", "satu: dua", "satu:", ": satu", "satu #dua", "#satu", "'satu'", '"satu"', "it's"),
    *('a "b" c', "a\\b", "---", "...", "--- a", "? a", "?a", "-a", "-", "?", ":", ":a", "[a]"),
    *("{a}", "a, b]", "a]", ",a", "&a", "*a", "!a", "|", ">", "> a", "%a", "@a", "`a`", "<<", "="),
    *(
        "~",
        "null",
        "yes",
        "No",
        "on",
        "Y",
        "true",
        "1",
        "1.0",
        "-1",
        "+1",
        "1e3",
        ".5",
        "012",
        "0x1F",
    ),
    *(
        "1_000",
        "12:30",
        "1:2.3",
        ".inf",
        ".nan",
        "0o7",
        "0b1",
        "2018-08-08",
        "2018",
        "1.000",
        "16 %",
    ),
    *(
        "😀",
        "👩‍👩‍👧",
        "\u200fمرحبا",
        "مرحبا: ya",
        "日本語",
        "é",
        "e\u0301",
        "a\u00adb",
        "\u200b a",
        "\u2060",
    ),
    *(
        "a" * 150,
        "kata " * 60,
        f"awal {'x' * 120} akhir",
        "😀 " * 80,
        "a" * 98,
        "a" * 88,
        "b " * 44,
    ),
    *("<b>tebal</b>", "${{ x }}", "{{ x }}", "a\tb", "a \n\n b", " depan", "belakang ", "a\u00a0b"),
    *(
        "# judul",
        "### Tanggal",
        "```",
        "a -- b",
        "a: b: c",
        "http://a",
        "key: [a, b]",
        "a:b",
        "x" * 2000,
    ),
]


@pytest.fixture(scope="module")
def opened(chromium: Browser, golden_site: Path) -> Iterator[dict[str, Page]]:
    with serve_folder(golden_site) as base:
        context = chromium.new_context()
        pages = {form: context.new_page() for form in ADDRESSES}
        for form, path in ADDRESSES.items():
            pages[form].goto(base + path)
        yield pages
        context.close()


def imported(form: str, text: str) -> Made:
    """What the program makes of the text that the browser made."""
    taken = golden.CORPUS
    filled = read_answers(BY_ID[form], text, WORDS)
    return make_files(taken, filled, WORDS, lambda path: (taken / path).exists())


def is_refused(made: Made) -> bool:
    return bool(made.faults) or has_errors(list(made.problems))


def tidied(value: str) -> str:
    return " ".join(value.split())


# The files


def odd_texts(count: int) -> Iterator[str]:
    """Texts of all the signs that mean something to YAML, to Python or to a browser."""
    random = Random(5)
    signs = "aZ0 1-:#?,[]{}&*!|>'\"%@`~=.+_\\/()<é😀\u200d\u200fم\u00ad—\n\t"
    for _ in range(count):
        length = random.choice((1, 2, 3, 5, 8, 40, 110, 200))
        yield "".join(random.choice(signs) for _ in range(length))


def test_yaml_is_written_letter_by_letter_as_the_program_writes_it(opened: dict[str, Page]) -> None:
    texts = [tidied(text) for text in (*NASTY, *odd_texts(1500))]
    texts = [text for text in texts if text and not HIDDEN.search(text)]
    records: list[dict[str, Any]] = [
        {"progress": {"id": text, "en": text}, "evidence": [{"url": text}], "author": text}
        for text in texts
    ]
    style = {"width": 100, "guessed": proposing.settings(opened["update"])["guessed"]}
    written = opened["update"].evaluate(
        "([records, style]) => records.map(each => window.renaksiPropose.writeYaml(each, style))",
        [records, style],
    )
    for record, text in zip(records, written, strict=True):
        assert text == write_record(record, model.Update), record
        found = read_yaml(text, "")
        assert isinstance(found, Document)
        assert found.data == record


@pytest.mark.parametrize("text", NASTY)
def test_file_of_a_nasty_answer_is_the_program_s(opened: dict[str, Page], text: str) -> None:
    if HIDDEN.search(text):
        return
    found = proposing.made(opened["update"], {**UPDATE, "progress": text, "obstacles": text})
    made = imported("update", found["text"])
    assert bool(found["faults"]) == is_refused(made), (found["faults"], made)
    if not found["faults"]:
        assert {found["file"]["path"]: found["file"]["text"]} == made.files


@pytest.mark.parametrize(
    "text", [*NASTY[::6], "a\n---\nb", "---\na: b\n---\n", "- a\n  - b\n\n1. c"]
)
def test_page_of_a_meeting_is_the_program_s(opened: dict[str, Page], text: str) -> None:
    more = {"venue": text, "total": "007", "men": "3", "women": "4", "end": "2030-06-02"}
    answers = {**MEETING, "report": text, "title": f"Rapat {text}", **more}
    found = proposing.made(opened["meeting"], answers)
    made = imported("meeting", found["text"])
    if not made.problems and not is_refused(made):
        assert not found["faults"]
        assert {found["file"]["path"]: found["file"]["text"]} == made.files


def test_a_second_report_of_the_same_time_gets_a_name_of_its_own(opened: dict[str, Page]) -> None:
    taken = proposing.settings(opened["update"])["file"]["taken"]
    assert taken
    again = {**UPDATE, "voice": "government", "period": "2030-S2"}
    found = proposing.made(opened["update"], again)
    assert {found["file"]["path"]: found["file"]["text"]} == imported("update", found["text"]).files


def test_a_source_whose_address_is_known_is_that_source(opened: dict[str, Page]) -> None:
    answers = {**UPDATE, **NEW, "source_url": "https://example.org/cloud"}
    found = proposing.made(opened["update"], answers)
    assert {found["file"]["path"]: found["file"]["text"]} == imported("update", found["text"]).files


@pytest.mark.parametrize(
    ("form", "answers"),
    [("update", {**UPDATE, **NEW}), ("meeting", {**MEETING, "report_en": "What was discussed."})],
)
def test_what_takes_two_files_is_left_to_the_program(
    opened: dict[str, Page], form: str, answers: dict[str, str]
) -> None:
    found = proposing.made(opened[form], answers)
    made = imported(form, found["text"])
    assert (found["faults"], found["file"]) == ({}, None)
    assert len(made.files) == 2
    assert not is_refused(made)


def test_an_entry_may_be_named_by_its_id(opened: dict[str, Page]) -> None:
    """Where there are many commitments, the page does not bring along what GitHub calls them."""
    found = proposing.made(opened["update"], UPDATE)
    called = proposing.settings(opened["update"])["fields"]["commitment"]["options"]
    text = found["text"].replace(called["01-foggy-roads"], "01-foggy-roads")
    assert text != found["text"]
    assert imported("update", text).files == imported("update", found["text"]).files


def test_page_stays_light_with_many_commitments(tmp_path: Path) -> None:
    sizes = {}
    for number in (20, 220):
        root = generate(tmp_path / str(number), number)
        site = Site(validate(root)[0], WORDS, golden.AS_OF, more=form_pages(WORDS, Channels()))
        settings = site.by_name["propose/update", "id"].view()["settings"]
        sizes[number] = len(gzip.compress(settings.encode()))
    assert sizes[220] - sizes[20] < 200 * 10, sizes  # bytes for each commitment


# The verdicts

UPDATES: list[dict[str, str]] = [
    {},
    *({name: ""} for name in ("commitment", "voice", "period", "progress", "source", "consent")),
    *({name: "none"} for name in ("commitment", "voice", "period", "completion", "source")),
    *({"progress": text} for text in (" \n ", "\u200b\u200e", "a\u202eb", "a\x07b", "x" * 2000)),
    *({"progress": text} for text in ("x" * 2001, "😀" * 2000, "<<<<<<< a", "a\nb", "\ufeffa")),
    *({"date": text} for text in ("2030", "2030-02", "2030-02-28", "2030-02-29", "2028-02-29")),
    *({"date": text} for text in ("2030-13", "2030-00", "0000", "30 Juni 2030", "2030/01", "٢٠٣٠")),
    *(
        {"date": text}
        for text in ("2030-1", "2030-01-01T00:00", "02030", "2030-06-31", "1900-02-29")
    ),
    *({"evidence": text} for text in ("https://a.org", "http://a.org/x?y#z\nhttps://b.org")),
    *(
        {"evidence": text}
        for text in ("a.org", "ftp://a.org", "https://", "https://a b", "https://a@b")
    ),
    *(
        {"evidence": text}
        for text in ('https://a"b', "https://[x]/", "https://[::1]/", "HTTPS://a.org")
    ),
    *(
        {"completion": "limited", **more}
        for more in ({}, {"date": "2030"}, {"evidence": "http://a"})
    ),
    {"completion": "limited", "date": "2030", "evidence": "http://a"},
    {"completion": "limited", "date": "2030", "voice": "irm"},
    {"completion": "limited", "date": "2030", **NEW},
    {"completion": "limited", "date": "2030", **NEW, "source_date": "2030-01"},
    {**NEW},
    *({**NEW, name: ""} for name in ("source_title", "source_url", "source_publisher")),
    *({**NEW, "source_language": text} for text in ("", "xx")),
    *({**NEW, "source_url": text} for text in ("x", "https://example.org/cloud")),
    *({**NEW, "source_date": text} for text in ("kemarin", "2030-02-30", "2029")),
    {**NEW, "source_title": "x" * 2001},
]
MEETINGS: list[dict[str, str]] = [
    {},
    {"title": "日本語", "title_en": "日本語"},
    {"title": "日本語"},
    {"title_en": "日本語"},
    {"title_en": "https://example.org"},
    *({name: ""} for name in ("stage", "title", "title_en", "start", "report")),
    *({"end": text} for text in ("2030", "2030-05", "2030-04", "2030-04-30", "2029", "2030-05-01")),
    *({"start": "2030-05-10", "end": text} for text in ("2030-05-09", "2030-05-10", "2030-05")),
    *(
        {"total": text}
        for text in ("12", "-1", "1.000", "12,5", "dua", "999999999999", "1000000000000")
    ),
    *({"total": "7", "men": "3", "women": text} for text in ("4", "5", "04", "")),
    *({"report": text} for text in ("x" * 10_000, "x" * 10_001, "x\n" * 1_990, "x\n" * 2_001)),
    {"report": "a\u202eb"},
]


@pytest.mark.parametrize(
    ("form", "answers"),
    [("update", {**UPDATE, **each}) for each in UPDATES]
    + [("meeting", {**MEETING, **each}) for each in MEETINGS],
)
def test_browser_and_program_agree_on_what_is_wrong(
    opened: dict[str, Page], form: str, answers: dict[str, str]
) -> None:
    found = proposing.made(opened[form], answers)
    made = imported(form, found["text"])
    assert bool(found["faults"]) == is_refused(made), (found["faults"], made)
    known = set(found["faults"]) - {"source"}
    if made.faults and known:  # where the program names questions, the browser names the same
        assert known <= set(made.faults)
