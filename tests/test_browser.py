"""The built site in a browser: languages, the 404 page, quiet pages, no script, schemes, print."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Response, expect

from tests.pages import ADDRESSES, ALL, TRANSLATED

pytest_plugins = ("tests.browsing",)

THEME_PAGES = Path(__file__).resolve().parent.parent / "theme" / "pages"
COMMITMENT = ADDRESSES["commitment", "id"]
# What scripts add to a page that reads without them.
WITHOUT_TOOLS = """document.querySelectorAll('[data-tools], .needs-script')
    .forEach(one => one.remove())"""
LOST = (
    ("tidak-ada", "id"),
    ("komitmen/2018-2020/99-tidak-ada/lagi/", "id"),
    ("en/nothing", "en"),
    ("en/commitments/2018-2020/99-nothing/more/", "en"),
)


def language_of(page: Page) -> str | None:
    return page.locator("html").get_attribute("lang")


def ground(page: Page) -> str:
    """The colour that the reader sees behind the text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def links(page: Page, within: str) -> set[str]:
    found = page.locator(f"{within} a[href]").evaluate_all("all => all.map(one => one.href)")
    return {link.split("#")[0] for link in found}


def test_every_page_template_is_visited(real_site) -> None:
    files = [real_site / ADDRESSES[kind, "id"] / "index.html" for kind in TRANSLATED]
    shown = {re.search(r"page--([a-z-]+)", file.read_text("utf-8"))[1] for file in files}
    assert shown == {path.stem for path in THEME_PAGES.glob("*.html")}


@pytest.mark.parametrize("kind", TRANSLATED)
def test_the_language_switch_leads_to_the_same_page_and_back(new_page, base_url, kind) -> None:
    page = new_page(ADDRESSES[kind, "id"])
    assert language_of(page) == "id"
    page.locator("header a[hreflang=en]").click()
    page.wait_for_url(base_url + ADDRESSES[kind, "en"])
    assert language_of(page) == "en"
    page.locator("header a[hreflang=id]").click()
    page.wait_for_url(base_url + ADDRESSES[kind, "id"])
    assert language_of(page) == "id"


@pytest.mark.parametrize(("path", "language"), LOST)
def test_an_unknown_address_answers_in_the_language_of_its_path(new_page, path, language) -> None:
    page = new_page()
    assert page.goto(path).status == 404
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#_content section").first).to_have_attribute("lang", language)
    expect(page.locator("#_content section").last).not_to_have_attribute("lang", language)
    expect(page.locator(f"#_content section[lang={language}] h1")).to_be_visible()


@pytest.mark.parametrize(("path", "language"), LOST)
def test_every_link_and_file_of_the_404_page_works_from_any_depth(
    new_page, base_url, path, language
) -> None:
    page = new_page()
    answers: list[Response] = []

    def answered(answer: Response) -> None:  # Playwright refuses a bound method of a list
        answers.append(answer)

    page.on("response", answered)
    page.goto(path)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert [answer.url for answer in answers if not answer.ok] == [base_url + path]
    own = {link for link in links(page, "body") if link.startswith(base_url)} - {page.url}
    assert {base_url, base_url + "en/"} <= own
    assert {link: page.request.get(link).status for link in own} == dict.fromkeys(own, 200)


@pytest.mark.parametrize(("path", "language"), LOST)
def test_the_404_page_switches_language_and_back(new_page, path, language) -> None:
    page = new_page(path)
    expect(page.locator("html")).to_have_attribute("lang", language)
    other = "en" if language == "id" else "id"
    for wanted in (other, language):
        page.locator(f"header a[hreflang={wanted}]").click()
        expect(page.locator("html")).to_have_attribute("lang", wanted)
        expect(page.locator(f"#_content section[lang={wanted}] h1")).to_be_visible()


def test_the_english_404_page_has_a_working_menu_and_scheme_button(new_page) -> None:
    page = new_page("en/nothing/at/all", width=320)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    before = ground(page)
    page.locator("[data-scheme-button]").click()
    assert ground(page) != before
    page.locator("header summary").click()
    page.locator("header summary").press("Escape")
    expect(page.locator("header details")).not_to_have_attribute("open", "")


def test_the_404_page_reads_in_both_languages_without_javascript(new_page) -> None:
    page = new_page("en/nothing/at/all", java_script_enabled=False)
    for language in ("id", "en"):
        expect(page.locator(f"#_content section[lang={language}]")).to_be_visible()


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_pages_are_quiet_and_ask_no_other_host(new_page, base_url, kind, language) -> None:
    page, asked, wrong = new_page(), [], []

    def answered(response: Response) -> None:
        if not response.ok:
            wrong.append(f"{response.status} {response.url}")

    def failed(request: Request) -> None:
        wrong.append(f"failed {request.url}")

    page.on("request", lambda request: asked.append(request.url))
    page.on("response", answered)
    page.on("requestfailed", failed)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
    page.goto(ADDRESSES[kind, language])
    page.mouse.wheel(0, 20_000)
    page.evaluate("document.fonts.ready")
    assert not wrong
    assert asked
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(base_url).netloc}
    assert page.context.cookies() == []


NEED_SCRIPT = ("search", "form", "form-correction")


@pytest.mark.parametrize("language", ["id", "en"])
def test_without_javascript_every_page_has_the_same_text(new_page, language) -> None:
    scripted, plain = new_page(), new_page(java_script_enabled=False)
    for kind in TRANSLATED:
        if kind in NEED_SCRIPT:  # say so: see test_search.py and test_propose_page.py
            continue
        texts = []
        for page in (scripted, plain):
            page.goto(ADDRESSES[kind, language])
            expect(page.locator("h1")).to_be_visible()
            page.evaluate(WITHOUT_TOOLS)
            texts.append(page.locator("#_content").inner_text())
        assert texts[0] == texts[1], kind


@pytest.mark.parametrize("width", [320, 1280])
def test_without_javascript_the_menu_leads_to_the_commitments(new_page, base_url, width) -> None:
    page = new_page("", width=width, java_script_enabled=False)
    if width == 320:
        page.locator("header summary").click()
    page.locator(f"header nav a[href='{ADDRESSES['commitments', 'id']}']:visible").click()
    page.wait_for_url(base_url + ADDRESSES["commitments", "id"])


def test_without_javascript_no_button_stands_that_does_nothing(new_page) -> None:
    page = new_page("", java_script_enabled=False)
    expect(page.locator("button:visible:not([type=submit])")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_button_switches_and_the_next_page_remembers(new_page, scheme) -> None:
    page = new_page("", color_scheme=scheme)
    button = page.locator("[data-scheme-button]")
    before, label = ground(page), button.inner_text()
    button.click()
    chosen = ground(page)
    assert chosen != before
    assert button.inner_text() != label
    page.goto(ADDRESSES["glossary", "en"])
    assert ground(page) == chosen
    page.locator("[data-scheme-button]").click()
    assert ground(page) == before
    page.goto("")
    assert ground(page) == before
    assert button.inner_text() == label


def test_the_scheme_follows_the_system_until_one_is_chosen(new_page) -> None:
    page = new_page(COMMITMENT)
    light = ground(page)
    page.emulate_media(color_scheme="dark")
    dark = ground(page)
    assert dark != light
    page.reload()
    assert ground(page) == dark
    page.locator("[data-scheme-button]").click()
    assert ground(page) == light
    page.reload()
    assert ground(page) == light


def test_the_label_of_the_scheme_button_follows_the_system_while_the_page_is_open(new_page) -> None:
    page = new_page("")
    button = page.locator("[data-scheme-button]")
    light = button.inner_text()
    page.emulate_media(color_scheme="dark")
    expect(button).not_to_have_text(light, use_inner_text=True)


def test_every_bar_stands_below_its_own_name(new_page) -> None:
    page = new_page(ADDRESSES["consultation", "id"])
    bars = page.locator(".strip")
    assert bars.count() > 1
    for bar in bars.all():
        row = bar.locator("xpath=ancestor::tr")
        assert row.locator("th").inner_text().strip()
        assert row.locator("td").inner_text().strip()
        assert bar.bounding_box()["width"] > 100


@pytest.mark.parametrize("language", ["id", "en"])
def test_print_leaves_out_header_and_footer_and_keeps_the_facts(new_page, language) -> None:
    page = new_page(ADDRESSES["commitment", language])
    page.emulate_media(media="print")
    for part in ("header.site-header", "footer.site-footer", ".skip"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".facts").first).to_be_visible()


def test_print_is_black_on_white_even_after_choosing_dark(new_page) -> None:
    page = new_page(COMMITMENT)
    page.locator("[data-scheme-button]").click()
    page.emulate_media(media="print")
    assert ground(page) == "rgb(255, 255, 255)"
    ink = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(ink) == "rgb(0, 0, 0)"


def test_print_shows_the_editorial_notes(new_page) -> None:
    page = new_page(COMMITMENT)
    page.emulate_media(media="print")
    notes = page.locator("#_content details.note")
    assert notes.count()
    for note in notes.all():
        expect(note.locator("p")).to_be_visible()
