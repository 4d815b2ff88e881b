"""Excerpts of results: sentences that a reader can follow, and words marked without their signs."""

import re

import pytest
from playwright.sync_api import expect

from renaksi.search.index import document
from renaksi.search.records import Record
from renaksi.vocabulary import Kind

pytest_plugins = ("tests.browsing",)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>", "a: b · c: d · "),
        ("<dl><dt>a</dt><dd><p>b</p></dd></dl>", "a: b "),
        ("<dl><dt>a</dt><dd><ul><li>b</li></ul>\n</dd></dl>", "a: b "),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a · b · "),
    ],
)
def test_what_ends_no_sentence_is_parted_from_what_follows(body, text) -> None:
    whole = document(Record(Kind.PAGE, "id", "x/", "x", "", body))
    inside = whole.partition("<body>")[2].rpartition("</body>")[0]
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", inside)) == text


@pytest.mark.parametrize(
    ("asked", "label", "value"),
    [
        ("cari/?q=neraca+anggaran", "Mengapa janggal:", "Neraca Pendidikan"),
        ("en/search/?q=balance+or+budget", "Why it does not fit:", '"Neraca Pendidikan'),
    ],
)
def test_labels_do_not_run_into_their_values(new_page, asked, label, value) -> None:
    page = new_page(asked)
    expect(page.locator(".result__text", has_text=f"{label} {value}").first).to_be_visible()


@pytest.mark.parametrize("asked", ["cari/?q=anggaran", "cari/?q=FITRA", "en/search/?q=budget"])
def test_signs_around_a_word_are_not_marked(new_page, asked) -> None:
    page = new_page(asked)
    expect(page.locator("mark").first).to_be_visible()
    marked = page.locator("mark").all_inner_texts()
    assert [word for word in marked if not (word[0].isalnum() and word[-1].isalnum())] == []
    # Whole words stand before and after, and the signs themselves are still there.
    lines = " ".join(page.locator(".result__text").all_inner_texts())
    word = re.search(r"q=(\w+)", asked)[1]
    assert re.search(rf"\b{word}[.,)]", lines, re.I)


def test_no_line_begins_or_ends_with_what_parts_values(new_page) -> None:
    page = new_page("cari/?q=data")
    expect(page.locator(".result").first).to_be_visible()
    lines = page.locator(".result__text").all_inner_texts()
    assert any(" · " in line for line in lines)
    assert [line for line in lines if re.search(r"^·|·$|[.:!?] ·", line)] == []
