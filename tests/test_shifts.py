"""Nothing moves that a reader sees: shared addresses on a slow phone, whatever becomes of them.

A shift is counted as browsers count it (Cumulative Layout Shift); 0.1 is what they call good.
"""

import pytest
from playwright.sync_api import Page, expect

pytest_plugins = ("tests.browsing",)

MOST = 0.01
WATCH = """window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries()
    .filter(one => !one.hadRecentInput)
    .map(one => [one.value, one.sources.map(({node}) => node?.outerHTML?.slice(0, 80))])
)).observe({type: 'layout-shift', buffered: true});"""
# A slow phone on a slow connection, as Lighthouse has it: 1.6 Mbit/s, 150 ms.
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 90_000,
}
SLOWER = 4
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


def slow(page: Page) -> Page:
    """The page as it is on a slow phone, with a record of what moves."""
    page.add_init_script(WATCH)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def assert_still(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    shifts = page.evaluate("shifts")
    assert sum(value for value, _ in shifts) < MOST, shifts


# By what becomes of it: the address, what is lost on the way, and what tells the reader.
SEARCHES = {
    "results": ("cari/?q=anggaran", None, ".result"),
    "results in English": ("en/search/?q=budget", None, ".result"),
    "narrowed": ("cari/?q=anggaran&jenis=commitment", None, ".result"),
    "only elsewhere": ("cari/?q=hospitals", None, "[data-search-elsewhere]"),
    "nothing": ("en/search/?q=zzzz", None, "#_search-nothing"),
    "no index": ("cari/?q=anggaran", "**/*.pf_index", "#_search-failed"),
    "no script": ("en/search/?q=budget", "**/search/page.js", "#_search-failed"),
    "no filters": ("cari/?q=anggaran", "**/facets.json", "[data-search-unfiltered]"),
}


LISTS = {
    "filtered": (
        "komitmen/?tema=open-parliament&bidang-kebijakan=participation-in-lawmaking",
        None,
        ".chips",
    ),
    "filtered in English": ("en/commitments/?theme=open-parliament&view=table", None, ".chips"),
    "not known": ("komitmen/?tema=entah", None, "[data-unknown]"),
    "no data": ("en/commitments/?theme=open-parliament", "**/api/v1/browse/*.json", "#_notice"),
    "no list script": ("komitmen/?tema=open-parliament", "**/site/browse.js", "#_notice"),
}
CASES = {**SEARCHES, **LISTS}


@WIDTHS
@pytest.mark.parametrize("case", CASES)
def test_nothing_moves_while_an_address_is_answered(new_page, case, width) -> None:
    address, lost, told = CASES[case]
    page = slow(new_page(width=width))
    if lost:
        page.route(lost, lambda route: route.abort())
    page.goto(address)
    expect(page.locator(told).first).to_be_visible()
    assert_still(page)


@pytest.mark.parametrize("address", ["cari/?q=zzzz", "komitmen/?tema=entah"])
def test_a_place_is_kept_only_where_a_script_will_fill_it(new_page, address) -> None:
    page = new_page(address, java_script_enabled=False)
    told = page.locator("#_search-empty, [data-static]")
    expect(told.first).to_be_visible()
    expect(page.locator(".browse__waiting, .narrow").locator("visible=true")).to_have_count(0)
