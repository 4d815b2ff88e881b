"""A former address leads on, in both languages, with a real browser and without JavaScript."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests import trees
from tests.serving import SUB_PATH, serve_folder

pytest_plugins = ("tests.browsing",)

FORMER = {
    "tahapan/2030-2031/01-drops/": "tahapan/2030-2031/01-first-drops/",
    "en/stages/2030-2031/01-drops/": "en/stages/2030-2031/01-first-drops/",
}


def test_every_redirected_page_has_its_former_address_in_every_language(golden_site: Path) -> None:
    found = {trees.address(golden_site, page) for page in trees.moved(golden_site)}
    assert found == FORMER.keys()


@pytest.mark.parametrize(("former", "present"), FORMER.items())
@pytest.mark.parametrize("scripts", [True, False])
def test_browser_is_led_to_the_present_address(
    golden_site: Path, chromium: Browser, former: str, present: str, scripts: bool
) -> None:
    with serve_folder(golden_site) as base:
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(base + former)
        page.wait_for_url(base + present)
        assert urlsplit(page.url).path == SUB_PATH + present
        context.close()


def test_search_engines_are_told_the_present_address(golden_site: Path) -> None:
    for former, present in FORMER.items():
        page = golden_site / former / "index.html"
        [link] = [
            each for each in trees.elements(page, "link") if each.attrib["rel"] == "canonical"
        ]
        assert link.attrib["href"].endswith(f"/{present}")
        text = (golden_site / "sitemap.xml").read_text(encoding="utf-8")
        assert former not in text
        assert present in text


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("sumber/", "#cloud-page #cloud"),
        ("komitmen/2030-2031/01-foggy-roads/", "#m2 #sweep"),
        ("en/commitments/2030-2031/01-foggy-roads/", "#01-irm-end-of-term #01-tribunal"),
    ],
)
def test_former_place_stands_within_the_entry(
    golden_site: Path, chromium: Browser, address: str, place: str
) -> None:
    with serve_folder(golden_site) as base:
        page = chromium.new_page()
        page.goto(base + address)
        present, former = (f'[id="{id}"]' for id in place.replace("#", "").split())
        expect(page.locator(f"{present} {former}")).to_be_attached()
        page.close()
