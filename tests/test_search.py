"""The search in a browser: form, suggestions, keys, results, and what it does when it cannot."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages import ADDRESSES
from tests.roots import replace
from tests.running import NARRATIVE, OLD, Server, copy_corpus

pytest_plugins = ("tests.browsing",)

BOTH = pytest.mark.parametrize("language", ["id", "en"])
RESULTS = {"id": "cari/?q=", "en": "en/search/?q="}
COMMITMENT = "komitmen/2018-2020/07-election-data/"
OPTIONS = "[role=option]"


def first_results(page: Page, number: int = 3) -> list[str]:
    """Addresses of the first results, when they are there."""
    expect(page.locator(".result").first).to_be_visible()
    return [link.get_attribute("href") for link in page.locator(".result__title a").all()[:number]]


def test_nothing_of_the_search_is_asked_for_before_the_reader_types(new_page) -> None:
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("")
    page.locator(".search input").focus()
    page.wait_for_timeout(300)
    heavy = re.compile("pagefind|/search/")
    assert [url for url in asked if heavy.search(url)] == []
    page.keyboard.type("pemilu")
    expect(page.locator(OPTIONS).first).to_be_visible()
    assert [url for url in asked if heavy.search(url)]


@BOTH
def test_suggestions_are_walked_with_arrows_opened_with_enter_and_closed_with_escape(
    new_page, base_url, language
) -> None:
    page = new_page(ADDRESSES["about", language])
    field = page.locator(".search input")
    page.keyboard.press("/")
    page.keyboard.type("kpu")
    expect(page.locator(OPTIONS).first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(OPTIONS).first).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("kpu")
    for key, place in (("ArrowDown", 0), ("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        if key == "ArrowDown" and field.get_attribute("aria-activedescendant") is None:
            continue
        active = page.locator(OPTIONS).nth(place)
        expect(active).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", active.get_attribute("id"))
        expect(field).to_be_focused()
    target = page.locator(OPTIONS).first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    assert target.startswith(base_url)
    assert page.locator("html").get_attribute("lang") == language


@BOTH
def test_enter_leads_to_results_that_can_be_shared_and_gone_back_to(
    new_page, base_url, language
) -> None:
    page = new_page(ADDRESSES["about", language])
    page.keyboard.press("/")
    page.keyboard.type("KPU")
    page.keyboard.press("Enter")
    page.wait_for_url(base_url + RESULTS[language] + "KPU")
    first = first_results(page)
    assert new_page(RESULTS[language] + "KPU") and first
    shared = new_page(RESULTS[language] + "KPU")
    assert first_results(shared) == first
    page.locator(".search input").fill("Ombudsman")
    page.keyboard.press("Enter")
    page.wait_for_url(base_url + RESULTS[language] + "Ombudsman")
    expect(page.locator(".results__count")).to_contain_text("Ombudsman")
    assert first_results(page) != first
    page.go_back()
    expect(page.locator(".results__count")).to_contain_text("KPU")
    expect(page.locator(".search input")).to_have_value("KPU")
    assert first_results(page) == first


def test_results_show_kind_context_marked_words_and_lead_to_the_passage(new_page, base_url) -> None:
    page = new_page(RESULTS["id"] + "data pemilu")
    result = page.locator(".result", has=page.locator(f"a[href='{base_url}{COMMITMENT}']"))
    expect(result.locator(".result__label")).to_have_text("Komitmen")
    expect(result.locator(".result__kind")).to_contain_text("Komitmen 7")
    assert {"data", "pemilu"} <= {text.lower() for text in result.locator("mark").all_inner_texts()}
    passage = result.locator(".result__passage a").first
    target = passage.get_attribute("href")
    assert target.startswith(f"{base_url}{COMMITMENT}#")
    passage.click()
    page.wait_for_url(target)
    place = page.locator(f"[id='{target.partition('#')[2]}']")
    expect(place).to_be_in_viewport()


def test_an_entry_of_a_long_page_is_a_result_of_its_own(new_page, base_url) -> None:
    page = new_page(RESULTS["id"] + "EITI")
    assert f"{base_url}glosarium/#eiti" in first_results(page, 5)


@BOTH
def test_what_is_not_found_is_said_and_leads_on(new_page, language) -> None:
    page = new_page(RESULTS[language] + "xyzzyqwk")
    expect(page.locator(".results__count")).to_contain_text("xyzzyqwk")
    expect(page.locator("#_search-nothing")).to_be_visible()
    expect(page.locator("#_search-nothing a")).to_have_attribute("href", re.compile("."))
    expect(page.locator(".result")).to_have_count(0)


def test_markup_in_a_query_stays_text(new_page) -> None:
    page = new_page(RESULTS["id"] + "%3Cimg src=x onerror=alert(1)%3E kpu")
    expect(page.locator(".results__count")).to_contain_text("<img src=x onerror=alert(1)> kpu")
    assert page.locator(".results img").count() == 0


@BOTH
def test_without_javascript_the_form_leads_to_a_page_that_leads_to_everything(
    new_page, base_url, language
) -> None:
    page = new_page(ADDRESSES["about", language], java_script_enabled=False)
    page.locator(".search input").fill("anggaran")
    page.locator(".search button").click()
    page.wait_for_url(base_url + RESULTS[language] + "anggaran")
    page.locator("noscript a").click()
    page.wait_for_url(base_url + ADDRESSES["everything", language])
    for text in ("Ombudsman", "EITI"):
        expect(page.locator("main a", has_text=text).first).to_be_visible()


@BOTH
def test_a_missing_index_is_said_and_leads_to_everything(new_page, language) -> None:
    page = new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(RESULTS[language] + "anggaran")
    expect(page.locator("#_search-failed")).to_be_visible()
    page.locator("#_search-failed a").last.click()
    page.wait_for_url(re.compile(ADDRESSES["everything", language]))


def test_typing_with_a_missing_index_leaves_the_form_to_work(new_page, base_url) -> None:
    page = new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto("")
    page.keyboard.press("s")
    page.keyboard.type("anggaran")
    page.keyboard.press("Enter")
    page.wait_for_url(base_url + RESULTS["id"] + "anggaran")
    expect(page.locator("#_search-failed")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_suggestions_and_results_have_no_fault_for_axe(new_page, width, scheme) -> None:
    from tests.test_axe import findings  # noqa: PLC0415
    from tests.test_reflow import assert_nothing_sticks_out  # noqa: PLC0415

    page = new_page(ADDRESSES["about", "id"], width=width, color_scheme=scheme)
    page.keyboard.press("/")
    page.keyboard.type("anggaran")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert_nothing_sticks_out(page)
    assert findings(page) == []
    page.goto(RESULTS["id"] + "anggaran")
    expect(page.locator(".result").first).to_be_visible()
    assert_nothing_sticks_out(page)
    assert findings(page) == []


@BOTH
def test_results_are_narrowed_counted_and_kept_in_the_address(new_page, base_url, language) -> None:
    name, value = {"id": ("jenis", "Komitmen"), "en": ("kind", "Commitment")}[language]
    query = {"id": "anggaran", "en": "budget"}[language]
    page = new_page(RESULTS[language] + query)
    select = page.locator(f"select[name={name}]")
    expect(select).to_be_visible()
    before = page.locator(".results__count").inner_text()
    label = select.locator("option", has_text=value).inner_text()
    count = int(re.search(r"\((\d+)\)", label)[1])
    select.select_option(label=label)
    page.wait_for_url(f"{base_url}{RESULTS[language]}{query}&{name}=commitment")
    expect(page.locator(".results__count")).to_contain_text(str(count))
    expect(page.locator(".result")).to_have_count(min(count, 10))
    expect(page.locator(".result__label").first).to_have_text(value)
    assert set(page.locator(".result__label").all_inner_texts()) == {value}
    shared = new_page(f"{RESULTS[language]}{query}&{name}=commitment")
    expect(shared.locator(f"select[name={name}]")).to_have_value("commitment")
    assert first_results(shared) == first_results(page)
    page.go_back()
    expect(page.locator(".results__count")).to_have_text(before)


def test_every_facet_narrows(new_page) -> None:
    page = new_page(RESULTS["id"] + "data pemilu")
    expect(page.locator("select[name=jenis]")).to_be_visible()
    names = [each.get_attribute("name") for each in page.locator(".filters select").all()]
    assert names == ["jenis", "tema", "lembaga", "tahap", "pelaksanaan", "tahun"]
    for name in names:
        option = page.locator(f"select[name={name}] option").nth(1)
        count = int(re.search(r"\((\d+)\)", option.inner_text())[1])
        address = f"{RESULTS['id']}data pemilu&{name}={option.get_attribute('value')}"
        narrowed = new_page(address)
        expect(narrowed.locator(".result")).to_have_count(min(count, 10))


@pytest.mark.parametrize(
    ("language", "other", "query"),
    [("id", "en", "hospitals"), ("en", "id", "dibayar")],
)
def test_words_of_the_other_language_lead_there(new_page, base_url, language, other, query) -> None:
    page = new_page(RESULTS[language] + query)
    hint = page.locator("[data-search-elsewhere] a")
    expect(hint).to_be_visible()
    hint.click()
    page.wait_for_url(base_url + RESULTS[other] + query.replace(" ", "+"))
    assert page.locator("html").get_attribute("lang") == other
    assert first_results(page)


def test_a_word_that_only_begins_alike_is_not_marked(new_page) -> None:
    page = new_page(RESULTS["id"] + "buka")
    expect(page.locator("mark").first).to_be_visible()
    marked = {text.lower() for text in page.locator("mark").all_inner_texts()}
    assert "bukan" not in marked
    assert marked & {"membuka", "keterbukaan", "terbuka"}


def test_switching_language_keeps_the_query(new_page, base_url) -> None:
    page = new_page(RESULTS["id"] + "KPU")
    first_results(page)
    page.locator("a[data-language]").click()
    page.wait_for_url(base_url + RESULTS["en"] + "KPU")


def test_search_follows_edits_while_serving(tmp_path) -> None:
    server = Server(copy_corpus(tmp_path / "root"), tmp_path / "log")

    def has(word: str) -> bool:
        setup = server.get("pagefind/id/setup.json")
        letters = json.loads(setup)["letters"] if setup else []
        return any(word in server.get(f"pagefind/id/words-{letter}.txt") for letter in letters)

    try:
        server.until(lambda: has("kabut"))
        assert not has("xalomperu")
        replace(server.root / NARRATIVE, OLD, "xalomperu ditandai")
        server.until(lambda: has("xalomperu"))
    finally:
        server.stop()


@BOTH
def test_without_a_query_the_page_says_what_one_may_ask(new_page, base_url, language) -> None:
    path = ADDRESSES["search", language]
    plain = new_page(path, java_script_enabled=False)
    expect(plain.locator("#_search-empty > p a")).to_be_visible()
    examples = plain.locator(".examples a")
    assert 3 <= examples.count() <= 4
    names = examples.all_inner_texts()
    page = new_page(path)
    for name in names:
        page.goto(path)
        page.locator(".examples a", has_text=name).click()
        expect(page.locator(".search input").last).to_have_value(name)
        assert first_results(page)
