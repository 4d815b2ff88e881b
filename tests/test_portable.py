"""A preview opens from a disk: every link names a page, and a real browser follows them."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from renaksi.portable import make_portable, name_page
from tests import trees
from tests.pages import ADDRESSES

pytest_plugins = ("tests.browsing",)


@pytest.fixture(scope="module")
def preview(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "site"
    shutil.copytree(real_site, folder)
    make_portable(folder)
    return folder


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("../../..", "../../../index.html"),
        (".", "./index.html"),
        ("a/b/", "a/b/index.html"),
        ("../a/#b", "../a/index.html#b"),
        ("../cari/?q=a/b#c", "../cari/index.html?q=a/b#c"),
        ("a/b.bib", "a/b.bib"),
        ("a..b", "a..b"),
        ("#a", "#a"),
        ("", ""),
        ("?q=a/", "?q=a/"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/renaksi/a/", "/renaksi/a/"),
    ],
)
def test_an_address_names_its_page(address: str, named: str) -> None:
    assert name_page(address) == named


def test_every_link_of_a_preview_leads_to_a_file(preview: Path) -> None:
    seen = 0
    for page in preview.rglob("*.html"):
        if page.name == "404.html":  # which a server alone shows
            continue
        for tag, attribute in trees.LINKS:
            for link in trees.elements(page, tag):
                address = link.get(attribute, "").partition("#")[0].partition("?")[0]
                if address and "://" not in address and not address.startswith("mailto:"):
                    assert (page.parent / address).is_file(), (page, address)
                    seen += 1
    assert seen > 10_000


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_browser_reads_a_preview_from_a_disk(
    chromium: Browser, preview: Path, language: str
) -> None:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((preview / ADDRESSES["home", language] / "index.html").as_uri())
    expect(page.locator("body")).to_have_css("background-color", "rgb(247, 245, 240)")
    page.locator(".buttons a").first.click()
    page.locator(".commitment-item a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.locator("[data-language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if language == "id" else "id")
    page.locator("[data-scheme-button]").click()
    expect(page.locator("body")).not_to_have_css("background-color", "rgb(247, 245, 240)")
    assert page.url.startswith("file://")
    assert errors == []
    page.close()
