"""Our Markdown is Python-Markdown's wherever people write it, and ends where that one does not."""

from pathlib import Path
from time import process_time

import pytest
from markdown import Markdown

from renaksi.dialect import DEEPEST, EXTENSIONS, LONGEST, LONGEST_CODE, find_fences, restrain
from renaksi.publish.sanitize import sanitize
from renaksi.reader import read_front_matter

TESTS = Path(__file__).resolve().parent
HONEST = sorted((TESTS / "honest").glob("*.md"))
REAL = sorted((TESTS.parent / "content").rglob("*.md"))


def plain() -> Markdown:
    md = Markdown(extensions=EXTENSIONS)
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    return md


def ours() -> Markdown:
    md = Markdown(extensions=EXTENSIONS)
    restrain(md)
    return md


def narrative(path: Path) -> str:
    return read_front_matter(path.read_text(encoding="utf-8"), path.name).body


@pytest.mark.parametrize("path", [*HONEST, *REAL], ids=lambda path: path.stem)
def test_page_is_read_as_python_markdown_reads_it(path: Path) -> None:
    text = narrative(path)
    # The language of fenced code is not published, so that nothing is lost where ours has none.
    assert sanitize(ours().convert(text)) == sanitize(plain().convert(text))


@pytest.mark.parametrize(
    ("begin", "middle", "end", "longest"),
    [
        ("[", "a", "](b)", LONGEST),
        ("[a](", "b", ")", LONGEST),
        ("![", "a", "](b)", LONGEST),
        ("[", "a", "]\n\n[a]: b", 0),
        ("`", "a", "`", LONGEST_CODE),
    ],
)
def test_what_has_no_end_nearby_stays_text(begin: str, middle: str, end: str, longest: int) -> None:
    near, far = begin + middle + end, begin + middle * (longest + 9) + end
    assert ours().convert(near) == plain().convert(near) != f"<p>{near}</p>"
    if longest:
        assert ours().convert(far) == f"<p>{far}</p>"


@pytest.mark.parametrize("deep", [1, DEEPEST - 1, DEEPEST + 1])
def test_brackets_may_stand_in_brackets_to_a_bound(deep: int) -> None:
    text = f"[{'(' * deep}{'[' * (deep - 1)}a{']' * (deep - 1)}{')' * deep}](b)"
    assert ("<a " in ours().convert(text)) == (deep <= DEEPEST)
    target = f"[a](b{'(' * deep}{')' * deep})"
    assert ("<a " in ours().convert(target)) == (deep <= DEEPEST)


@pytest.mark.parametrize("first", ["```js title=x", "``` {.js #top onclick=x}", "~~~ a b", "```"])
def test_whatever_follows_a_fence_is_left_out(first: str) -> None:
    fence = first[:3]
    text = f"{first}\n<b>*x*\n{fence}\n\nafter"
    expected = "<pre><code>&lt;b&gt;*x*\n</code></pre>\n<p>after</p>"
    assert ours().convert(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```\na\n```", [(0, 2)]),
        ("```\na\n~~~", []),
        ("````\n```\n````", [(0, 2)]),
        ("```\na\n```  \n```\nb\n```", [(0, 2), (3, 5)]),
        (" ```\na\n```", []),
        ("```\n```", [(0, 1)]),
        ("```a`b\n```\nc\n```", [(1, 3)]),
    ],
)
def test_fences_are_found_with_what_closes_them(text: str, found: list[tuple[int, int]]) -> None:
    assert list(find_fences(text.split("\n"))) == found


@pytest.mark.parametrize("unit", ["[", "![", "[a](", "`", "[a]: b\n", "```a\n", "**a *b ", "> "])
def test_four_times_the_text_takes_no_more_than_twice_four_times_as_long(unit: str) -> None:
    times = []
    for size in (20_000, 80_000):
        text = (unit * size)[:size].replace("\n\n", "\n")
        begin = process_time()
        ours().convert(text)
        times.append(process_time() - begin)
    assert times[1] < 8 * max(times[0], 0.1)
