"""A site without Pagefind is a whole site, and whoever builds or reads it is told.

So is a reader whom a part of the search does not reach: that is no lack of results.
"""

import re
import subprocess
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests import cases
from tests.pages import ADDRESSES
from tests.roots import ENGINE, ENVIRONMENT, command
from tests.serving import serve_folder
from tests.test_axe import findings

pytest_plugins = ("tests.browsing",)
# Packages that stand before the real one: without its program, with one that is gone, and one that
# ends with an error.
GONE = {
    "nothing": "",
    "no file": "def get_executable():\n    return '/nowhere/pagefind'\n",
    "error": "def get_executable():\n    return '/bin/false'\n",
}


@pytest.mark.parametrize("how", GONE)
def test_a_build_without_pagefind_says_so_in_both_languages(tmp_path, how, chromium) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "pagefind_bin.py").write_text(GONE[how])
    path = f"{tmp_path / 'first'}:{ENGINE}"
    site = tmp_path / "site"
    done = subprocess.run(
        command("build", "--root", cases.CORPUS, "--output", site, "--as-of", "2031-06-30"),
        env={**ENVIRONMENT, "PYTHONPATH": path},
        cwd=ENGINE,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "Indeks pencarian tidak dapat dibuat" in said
    assert "The search index cannot be made" in said
    assert "Traceback" not in said
    if how == "nothing":
        with serve_folder(site) as base:
            page = chromium.new_page()
            for address in ("cari/?q=awan", "en/search/?q=cloud"):
                page.goto(base + address)
                expect(page.locator("#_search-failed")).to_be_visible()
                expect(page.locator("#_search-failed a").last).to_be_visible()
            page.close()


BOTH = pytest.mark.parametrize(
    ("language", "asked"), [("id", "cari/?q=sosial"), ("en", "en/search/?q=social")]
)
# Whatever the search is made of, in the order in which it is asked for.
PARTS = ("search/page.js", "search/words.js", "setup.json", "words-*.txt", "pagefind.js")
PARTS += ("pagefind-entry.json*", "*.pf_meta*", "wasm.*", "*.pf_index", "*.pf_fragment")


def lose(page: Page, part: str) -> None:
    page.route(f"**/{part}", lambda route: route.abort())


def assert_failed(page: Page, language: str) -> None:
    """That is said, nothing else is, and there is a way on."""
    expect(page.locator("#_search-failed")).to_be_visible()
    expect(page.locator("[data-search-status]")).to_be_empty()
    for other in ("#_search-nothing", "#_search-empty", "[data-search-elsewhere]", ".result"):
        expect(page.locator(other).locator("visible=true")).to_have_count(0)
    expect(page.locator("#_search-failed a").last).to_have_attribute(
        "href", re.compile(ADDRESSES["everything", language].rpartition("en/")[2])
    )


@pytest.mark.parametrize("part", PARTS)
@BOTH
def test_a_part_that_is_lost_is_no_lack_of_results(new_page, language, asked, part) -> None:
    page = new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))  # Pagefind leaves its own lie
    lose(page, part)
    page.goto(asked)
    assert_failed(page, language)
    page.unroute_all()
    page.locator("#_search-failed a").first.click()
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator("#_search-failed")).to_be_hidden()
    assert [each for each in faults if "Pagefind" not in each] == []


@pytest.mark.parametrize("status", [404, 200])
def test_a_part_that_is_another_page_is_lost_too(new_page, status) -> None:
    page = new_page()
    portal = {"status": status, "content_type": "text/html", "body": "<!doctype html><p>?"}
    page.route("**/*.pf_index", lambda route: route.fulfill(**portal))
    page.goto("cari/?q=sosial")
    assert_failed(page, "id")


def test_a_search_after_one_that_failed_asks_again(new_page) -> None:
    page = new_page()
    lose(page, "*.pf_index")
    page.goto("cari/?q=sosial")
    assert_failed(page, "id")
    page.unroute_all()
    page.locator(".search button").click()
    expect(page.locator(".result").first).to_be_visible()


@BOTH
def test_results_without_their_filters_say_so(new_page, language, asked) -> None:
    page = new_page()
    lose(page, "facets.json")
    page.goto(asked)
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator("[data-search-unfiltered]")).to_be_visible()
    expect(page.locator("#_search-failed")).to_be_hidden()
    narrowed = {"id": "&jenis=commitment", "en": "&kind=commitment"}[language]
    assert findings(page) == []
    page.goto(asked + narrowed)
    assert_failed(page, language)
    assert findings(page) == []


def test_results_that_do_not_load_leave_the_first_ones(new_page) -> None:
    page = new_page("cari/?q=data")
    expect(page.locator("[data-search-more]")).to_be_visible()
    lose(page, "*.pf_fragment")
    page.locator("[data-search-more]").click()
    expect(page.locator("#_search-failed")).to_be_visible()
    expect(page.locator(".result")).to_have_count(10)


@BOTH
def test_what_the_other_language_has_is_not_claimed_unseen(new_page, language, asked) -> None:
    other = {"id": "en", "en": "id"}[language]
    page = new_page()
    lose(page, f"pagefind/{other}/setup.json")
    page.goto(asked.partition("=")[0] + "=hospitals+dibayar")
    link = page.locator("[data-search-elsewhere] a")
    expect(link).to_be_visible()
    expect(link).to_contain_text({"id": "Cari juga", "en": "Search the"}[language])
    expect(page.locator("#_search-failed")).to_be_hidden()


@pytest.mark.parametrize("part", ["search/suggest.js", "setup.json", "*.pf_index", "*.pf_fragment"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_lost_suggestions_are_said_and_enter_leads_on(new_page, language, part) -> None:
    page = new_page()
    lose(page, part)
    page.goto(ADDRESSES["about", language])
    page.keyboard.press("/")
    page.keyboard.type("data")
    told = page.locator("[data-search-unsuggested]")
    expect(told).to_be_in_viewport()
    expect(page.locator("[role=option]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    page.unroute_all()
    page.keyboard.type("data")
    expect(page.locator("[role=option]").first).to_be_visible()
    expect(told).to_be_hidden()


def test_without_a_network_a_kept_page_of_results_says_what_it_lacks(chromium, real_site) -> None:
    with ExitStack() as server:
        base = server.enter_context(serve_folder(real_site))
        page = chromium.new_context().new_page()
        page.goto(base + ADDRESSES["about", "id"])
        page.locator("details:has([data-worker]) > summary").click()
        page.locator("[data-worker] button").click()
        expect(page.locator("[data-worker] button")).to_have_attribute("data-state", "on")
        page.goto(base + "cari/?q=ombudsman")
        expect(page.locator(".result").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        server.close()
        page.goto(base + "cari/?q=sosial")
        assert_failed(page, "id")
        page.goto(base + "cari/?q=ombudsman")
        expect(page.locator(".result").first).to_be_visible()
        page.context.close()
