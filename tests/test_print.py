"""What comes out of a printer, read from the PDF that Chromium makes of a page."""

import io
import re
from collections import Counter

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Page

from renaksi.layout import LANGUAGES
from tests import golden
from tests.pages import ADDRESSES
from tests.test_site import WORDS

pytest_plugins = ("tests.browsing",)

KINDS = ("home", "commitments", "commitment", "stage")
BOXES = (".fact", ".card", ".voice", ".commitment-item", ".note", ".milestone", ".objective", "tr")
MARGIN = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")


def printed(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", margin=MARGIN)))


def text(document: pypdfium2.PdfDocument) -> str:
    """All that is printed, without spaces and hyphens: lines end anywhere within an address, and a
    hyphen at the end of one counts as none."""
    found = (sheet.get_textpage().get_text_bounded() for sheet in document)
    return squeezed(re.sub(r"[\x02\ufffe\u00ad]+", "", "".join(found)))


def squeezed(words: str) -> str:
    return re.sub(r"[\s-]+", "", words)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_says_where_and_as_of_when_and_leaves_out_what_only_screens_need(
    new_page, kind: str, language: str
) -> None:
    words = WORDS[language]
    page = new_page(ADDRESSES[kind, language], color_scheme="dark")
    found = text(printed(page))
    address = page.locator("link[rel=canonical]").get_attribute("href")
    head = f"Renaksi OGI · {address} · {words.t('page.as_of')} {words.date(golden.AS_OF)}"
    assert found.startswith(squeezed(head))
    assert squeezed(page.locator("h1").inner_text()) in found
    screen_only = (
        "nav.skip",
        "footer.unofficial",
        "cite.title",
        "page.edit_help",
        "footer.licence",
    )
    assert [key for key in screen_only if squeezed(words.t(key)) in found] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("chosen", [False, True])
def test_paper_is_white_even_where_the_screen_is_dark(new_page, kind: str, chosen: bool) -> None:
    page = new_page(ADDRESSES[kind, "id"], color_scheme="light" if chosen else "dark")
    if chosen:
        page.locator("[data-scheme-button]").click()
    for sheet in printed(page):
        picture: Image.Image = sheet.render(scale=0.3).to_pil().convert("L")
        counted = picture.histogram()
        assert sum(counted[240:]) > 0.6 * picture.width * picture.height
        assert {picture.getpixel((x, 1)) for x in range(picture.width)} == {255}


def test_address_of_each_link_to_another_site_is_printed_once(new_page) -> None:
    page = new_page(ADDRESSES["commitment", "id"])
    links = page.locator("#_content a.external:visible")
    wanted = Counter(links.evaluate_all("all => all.map(one => one.getAttribute('href'))"))
    assert wanted
    found = text(printed(page))
    for address, times in wanted.items():
        assert found.count(f"({address})".replace("-", "")) == times


@pytest.mark.parametrize("kind", KINDS)
def test_no_box_or_row_is_cut_where_a_page_ends(new_page, kind: str) -> None:
    page = new_page(ADDRESSES[kind, "id"])
    page.emulate_media(media="print")
    cut = """(all) => all.filter(one => one.checkVisibility()
        && getComputedStyle(one).breakInside !== 'avoid').map(one => one.outerHTML.slice(0, 90))"""
    boxes = page.locator(", ".join(f"#_content {box}" for box in BOXES))
    assert boxes.count()
    assert boxes.evaluate_all(cut) == []
    ends = "all => all.filter(one => getComputedStyle(one).breakAfter !== 'avoid').length"
    assert page.locator("#_content h2, #_content h3").evaluate_all(ends) == 0
