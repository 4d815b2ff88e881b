"""What a narrative may hold, even where Markdown itself let more through."""

from pathlib import Path

import pytest

from renaksi.publish.sanitize import sanitize
from tests import trees


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<style>*{display:none}</style>",
        "<iframe src='https://example.org'></iframe>",
        "<object data='x'></object>",
        "<base href='https://example.org'>",
        "<meta http-equiv='refresh' content='0;url=https://example.org'>",
        "<form action='https://example.org'><button>x</button></form>",
        "<svg onload='alert(1)'></svg>",
        "<!-- a comment -->",
    ],
)
def test_element_that_is_not_on_the_list_is_gone(hostile: str) -> None:
    cleaned = sanitize(f"<p>before</p>{hostile}<p>after</p>")
    assert cleaned.replace("x", "") == "<p>before</p><p>after</p>"


@pytest.mark.parametrize(
    ("hostile", "cleaned"),
    [
        ("<p onclick='alert(1)'>x</p>", "<p>x</p>"),
        ("<p style='position:fixed'>x</p>", "<p>x</p>"),
        ("<p class='site-header' id='_content'>x</p>", "<p>x</p>"),
        ("<a href='javascript:alert(1)'>x</a>", "<a>x</a>"),
        ("<a class='button term' href='https://example.org'>x</a>", None),
        ("<img src='data:image/png;base64,x'>", "<img>"),
    ],
)
def test_attribute_that_is_not_on_the_list_is_gone(hostile: str, cleaned: str | None) -> None:
    expected = cleaned or '<a class="term" href="https://example.org">x</a>'
    assert sanitize(hostile) == expected


def test_honest_narrative_passes_unchanged() -> None:
    honest = (
        '<h2 id="angka">Angka</h2><p>a &amp; b <a href="../x/">x</a></p>'
        '<table><thead><tr><th align="right">1</th></tr></thead></table>'
    )
    assert sanitize(honest) == honest


def test_every_page_forbids_scripts_of_others_and_inline_ones(golden_site: Path) -> None:
    assert trees.pages(golden_site)
    for page in trees.pages(golden_site):
        metas = [each for each in trees.tree(page).iter("meta") if each.get("http-equiv")]
        policies = [each.get("content", "") for each in metas]
        assert len(policies) == 1, page
        assert "default-src 'none'" in policies[0]
        # The search is WebAssembly; no text may be run as a script.
        assert "unsafe" not in policies[0].replace("'wasm-unsafe-eval'", "")
