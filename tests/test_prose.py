"""Narrative Markdown: raw HTML stays text, dangerous links do not work, terms are marked once."""

from pathlib import Path

import html5lib
import pytest
from markdown import Markdown

from renaksi.model import GlossaryTerm
from renaksi.publish.glossary import Marker, build_glossary
from renaksi.publish.prose import makeExtension
from renaksi.publish.sanitize import sanitize
from renaksi.publish.words import load_words

WORDS, _ = load_words(Path(__file__).resolve().parent.parent / "theme" / "strings")
NAMED = {"id": "kk", "term": "KK", "expansion": {"id": 'Kabut "&" <b>'}, "source": "s"}
TERM = GlossaryTerm.model_validate({**NAMED, "abbreviations": ["KK"]})


def render(text: str, *, base: str = "../") -> str:
    marker = Marker(build_glossary([TERM], WORDS["id"]))
    extensions = ["toc", "tables", "fenced_code", makeExtension(marker=marker, base=base)]
    return Markdown(extensions=extensions).convert(text)


def elements(html: str) -> list[str]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [element.tag for element in tree.iter() if isinstance(element.tag, str)][1:]


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "</p><script>alert(1)</script>",
        "<div>\n\n*x*\n\n</div>",
        "<img src=x onerror=alert(1)>",
        "<!-- remark -->",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "a <br> b",
        "<svg/onload=alert(1)>",
        "<style>*{}</style>",
        "<iframe src='//x'></iframe>",
        "&lt;b&gt;bold",
    ],
)
def test_raw_html_stays_text(text: str) -> None:
    assert set(elements(render(text))) <= {"p", "em"}


def test_raw_html_is_shown_as_it_is_written() -> None:
    tree = html5lib.parseFragment(render("a <b>bold</b> & c"), namespaceHTMLElements=False)
    assert "".join(tree.itertext()) == "a <b>bold</b> & c"


@pytest.mark.parametrize("text", ["{{ braces }}", "{% raw %}", "{# x #}", "${x}"])
def test_braces_are_left_alone(text: str) -> None:
    assert render(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,y)",
        "[x](vbscript:y)",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "![x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](&Tab;javascript:alert(1))",
        "![x](data:image/svg+xml,y)",
    ],
)
def test_link_that_runs_a_script_is_not_made(text: str) -> None:
    tree = html5lib.parseFragment(render(text), namespaceHTMLElements=False)
    for element in tree.iter():
        for name in ("href", "src"):
            assert ":" not in element.attrib.get(name, ""), text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a ![map & <b>](data:image/png;base64,y 'z') b", "a map & <b> b"),
        ("a ![](https://example.org/y.png) b", "a  b"),
        ("a [x](javascript:y 'z') b", "a x b"),
    ],
)
def test_refused_image_or_link_leaves_what_it_says(text: str, shown: str) -> None:
    tree = html5lib.parseFragment(sanitize(render(text)), namespaceHTMLElements=False)
    [span] = tree.iter("span")
    assert span.attrib == {}
    assert "".join(tree.itertext()) == shown


def test_term_is_marked_once_with_its_long_form() -> None:
    html = render("KK dan KK")
    assert html.count("<abbr") == 1
    assert 'href="../glosarium/#kk"' in html
    assert 'title="Kabut &quot;&amp;&quot; &lt;b&gt;"' in html


@pytest.mark.parametrize(
    "text",
    ["[KK](x.md)", "`KK`", "```\nKK\n```", "    KK", "[a KK b][1]\n\n[1]: x.md", "<https://KK/>"],
)
def test_term_is_not_marked_in_links_or_code(text: str) -> None:
    assert "<abbr" not in render(text)


def test_term_is_marked_after_one_in_a_link() -> None:
    html = render("[KK](x.md) lalu KK")
    assert html.count("<abbr") == 1
    assert html.index("</a>") < html.index("<abbr")


@pytest.mark.parametrize("text", ["**KK**", "- KK", "> KK", "| a |\n|---|\n| KK |", "*a KK*"])
def test_term_is_marked_in_other_places(text: str) -> None:
    assert render(text).count("<abbr") == 1


def test_term_in_a_heading_leaves_the_heading_its_id() -> None:
    assert '<h2 id="tentang-kk">' in render("## Tentang KK")


def test_narrative_may_be_rendered_without_a_glossary() -> None:
    assert Markdown(extensions=[makeExtension()]).convert("KK") == "<p>KK</p>"
