"""What is heavy to load comes second in a first search, and changes nothing in the end."""

import json
import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from tests.serving import serve_folder

pytest_plugins = ("tests.browsing",)

# How many words a hasty search leaves out, and which it takes.
HASTY = """async (asked) => {
    const sheet = document.querySelector('link[rel=stylesheet]').href;
    const { openEngine } = await import(sheet.replace(/site[.]css$/, 'search/engine.js'));
    const { left, groups } = await (await openEngine('en')).read(asked, { hasty: true });
    return [left, groups.map(({ searches }) => searches[0][0]).sort()];
}"""


MANY = "commitments civil society plan government"
# A reader who goes to the first result as soon as it stands there.
QUICK = """new MutationObserver((_, watcher) => {
    const link = document.querySelector('.result a');
    if (link) { watcher.disconnect(); link.focus(); }
}).observe(document, { childList: true, subtree: true });"""


@pytest.fixture(scope="module")
def large_site(real_site, tmp_path_factory):
    """The site, which is that of thousands of records as far as its scripts know."""
    site = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(real_site, site)
    told = site / "pagefind" / "en" / "setup.json"
    told.write_text(json.dumps({**json.loads(told.read_text()), "common": MANY.split()}))
    return site


def ask_many(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/?q={MANY.replace(' ', '+')}")
    expect(page.locator("[data-search-status]")).to_contain_text("results for")


def test_a_reader_among_the_first_results_stays_there(large_site, chromium) -> None:
    with serve_folder(large_site) as base:
        page = chromium.new_page()
        page.add_init_script(QUICK)
        ask_many(page, base)
        expect(page.locator(".result a").first).to_be_focused()
        expect(page.locator("[data-search-status]")).to_contain_text(re.compile(r"^\d{2,} results"))
        expect(page.locator("#_search-nothing")).to_be_hidden()
        assert page.locator(".result").count() == 5
        page.locator("[data-search-more]").click()
        expect(page.locator(".result")).to_have_count(15)
        page.close()


def test_words_of_very_many_records_come_second_and_change_nothing_in_the_end(
    real_site, large_site, chromium
) -> None:
    found = []
    for folder in (real_site, large_site):
        with serve_folder(folder) as base:
            page = chromium.new_page()
            ask_many(page, base)
            page.locator("[data-search-status]:not(.results__count--unsure)").wait_for()
            expect(page.locator(".result")).to_have_count(10)
            hasty = page.evaluate(HASTY, MANY)
            found.append((page.locator(".result a").all_inner_texts(), *hasty))
            page.close()
    (plain, left, _), (same, left_out, words) = found
    assert plain == same and len(plain) >= 10
    assert (left, left_out) == (0, 1)
    assert words == ["civil society", "commitments", "government"]


# Eight words, of which six are asked for at once.
LONG = "parliament transparency information government services budget village data"


def test_of_a_long_question_the_longest_words_come_first_and_the_others_follow(
    real_site, chromium
) -> None:
    with serve_folder(real_site) as base:
        page = chromium.new_page()
        page.goto(f"{base}en/search/?q={LONG.replace(' ', '+')}")
        expect(page.locator(".result")).to_have_count(10)
        left, words = page.evaluate(HASTY, LONG)
        assert left == 2
        assert words == sorted(set(LONG.split()) - {"budget", "data"})
        followed = page.locator(".result mark").get_by_text(re.compile("^(data|budget)", re.I))
        expect(followed.first).to_be_visible()
        page.close()
