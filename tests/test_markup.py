"""Links and images of a narrative: what its page will have, and where the text says so."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from renaksi.corpus import Prose
from renaksi.dialect import EXTENSIONS, restrain
from renaksi.markup import Link, find_converted, find_simple, without_code, without_indents


def find_links(text: str) -> list[Link]:
    return Prose("x.md", text).links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b)", [("b", False)]),
        ("![a](b)", [("b", True)]),
        ("[a](b) [c](b)", [("b", False), ("b", False)]),
        ("![a] [b](c)", [("c", False)]),
        (r"![a \] b](c)", [("c", True)]),
        (r"\![a](b)", [("b", False)]),
        ("![a [b](c)](d)", [("d", True)]),
        ("![A  b]\n\n[a B]: c\n[d]: e\n", [("c", True)]),
        ("[A], [a] and [b][a]\n\n[a]: c\n", [("c", False)]),
        ("![a][B c]\n\n[b C]: d\n", [("d", True)]),
        ("a ] ![b](c)", [("c", True)]),
        ("[a](b_(c).md)", [("b_(c).md", False)]),
        ("[a](b c.md)", [("b c.md", False)]),
        ('[a](<b> "c")', [("b", False)]),
        ("[a]( )", [("", False)]),
        ("> [a][b]\n>\n> [b]: c\n", [("c", False)]),
        (r"\`[a](b)\`", [("b", False)]),
        (r"[a\\](b)", [("b", False)]),
        ("- [a][b]\n\n    [b]: c#d\n", [("c#d", False)]),
        ("[a]: words that are no target.", []),
        ("[^1]: See page 3.", []),
        ("    [a](b)\n", []),
        ("`[a](b)`", []),
        ("````\n```\n[a](b)\n```\n````\n", []),
        ("a](b)", []),
        ("[a] (b)", []),
        ("`[a](b)` [c](b)", [("b", False)]),
    ],
)
def test_links_are_those_of_the_page(text: str, expected: list[tuple[str, bool]]) -> None:
    found = find_links(text)
    assert [(link.target, link.is_image) for link in found] == expected
    assert all(text.startswith(link.target, link.offset) for link in found)


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("[a](b) ![c](d)", [4, 12]),
        ("`[a](b)` [c](b)", [13]),
        ("[a](b) \\ [a](b)", [4, 13]),
        ("[a](  b  ) \\", [6]),
        ("[a](b) [c]( )", [4, 12]),
        ("[k]: y\n\n[c]( )", [13]),
        ("x [a](\\_b) `c`", [0]),
    ],
)
def test_a_link_is_where_its_target_is_written(text: str, offsets: list[int]) -> None:
    assert [link.offset for link in find_links(text)] == offsets


WORDS = (
    "a",
    " ",
    "\n",
    "\n\n",
    "# ",
    "> ",
    "- ",
    "1. ",
    "    ",
    "*",
    "_",
    "|",
    '"',
    "&",
    "`",
    "\\",
)
MARKS = (
    "![",
    "[",
    "](",
    ")",
    "](b)",
    "[c](d)",
    "]: e",
    "[f][c]",
    "[a\nb](c)",
    "-|-",
    "===",
    "<",
    ">",
    "https://x.org",
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=14).map("".join))
def test_links_are_those_of_the_page_whatever_the_text(text: str) -> None:
    markdown = Markdown(extensions=EXTENSIONS)
    restrain(markdown)
    page = markdown.convert(text)
    # Where Python-Markdown leaves marks of its own in an address, there is nothing to compare.
    shown = re.findall(r'<(?:a|img)\b[^>]*?(?:href|src)="([^"\x02]*)"', page)
    found = {unescape(link.target) for link in find_links(text)}
    assert found >= set(map(unescape, shown))
    if "klzzwxh" not in page:  # of what it loses between stars, Python-Markdown leaves this
        assert found == set(map(unescape, shown))
        assert find_simple(text) in (None, list(find_converted(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Words. [a](b), ![c](d)\n\n# [e](f)\n\n- *[g](h)*\n> [i](j#k) | 1 < 2 > 0",
        "[a\nb](c#d) [d](c)",
        f"[{'a' * 999}]({'b' * 999})",
        "A mail address <a@b.org> and <b>tags</b>.",
    ],
)
def test_plain_texts_need_no_conversion(text: str) -> None:
    assert find_simple(text) == list(find_converted(text))


@pytest.mark.parametrize(
    "text",
    [
        "# [a](b) [c\nd](e)",
        "> 1. # [c\nd](e)",
        "a\n\n# [c\nd](e)",
        "[a](b)\tc",
        "~~~\n[a](b)\n~~~",
        "    [a](b)",
        "\\[a](b)",
        "[a](b) <c:d>",
    ],
)
def test_doubtful_texts_do(text: str) -> None:
    assert find_simple(text) is None


def test_mail_addresses_in_angle_brackets_are_no_links_to_check() -> None:
    assert find_links("`a` <b@c.org> <https://d.org>") == [(15, "https://d.org", False)]


def test_code_becomes_blanks_of_the_same_length() -> None:
    text = "a `[b](c)` d\n```\n[e](f)\n```\ng"
    assert without_code(text) == "a          d\n   \n      \n   \ng"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ul>\n  <li>a</li>  \n\n\t<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("<pre>if x:\n    y &lt; z\n</pre>", "<pre>if x:\n    y &lt; z\n</pre>"),
        ("<b>a</b> <i>b</i>\n  c", "<b>a</b> <i>b</i>\n  c"),
    ],
)
def test_only_spaces_before_elements_are_taken_out(page: str, expected: str) -> None:
    assert without_indents(page) == expected
