"""The forms of the site, used as people do: by keyboard, in both languages, without a network."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from renaksi.forms import FORMS
from renaksi.publish.paths import FORMS as ORDER
from renaksi.publish.words import FOLDER, load_words
from tests import axe, proposing, roots
from tests.proposing import (
    ANSWERS,
    CORRECTION,
    EN_UPDATE,
    INPUT,
    UPDATE,
)
from tests.serving import serve_folder

pytest_plugins = ("tests.browsing",)

OpenPage = Callable[..., Page]

WORDS, _ = load_words(roots.ENGINE / "theme" / FOLDER)


def test_there_is_a_page_for_every_form() -> None:
    assert set(ORDER) == {form.id for form in FORMS}


# Drafts


def test_draft_stays_in_the_other_language_and_after_the_page_was_closed(
    new_page: OpenPage,
) -> None:
    page = new_page(UPDATE)
    proposing.fill(page, ANSWERS)
    page.locator("[data-language]").click()
    page.wait_for_url(f"**/{EN_UPDATE}")
    assert proposing.read(page, ANSWERS) == ANSWERS
    expect(page.locator("[data-told]")).to_have_text(WORDS["en"].t("form.restored"))
    page.locator("[name='obstacles']").fill("Anggaran.")
    page.close()
    page = page.context.new_page()
    page.goto(EN_UPDATE)
    expect(page.locator("[name='obstacles']")).to_have_value("Anggaran.")


def test_draft_is_erased_when_asked_for_and_nothing_is_left(new_page: OpenPage) -> None:
    page = new_page(UPDATE)
    proposing.fill(page, ANSWERS)
    assert page.evaluate("Object.keys(localStorage)") == ["renaksi-form-update"]
    page.locator("[data-erase]").click()
    expect(page.locator("[data-told]")).to_have_text(WORDS["id"].t("form.erased"))
    expect(page.locator("[name='commitment']")).to_be_focused()
    assert set(proposing.read(page, ANSWERS).values()) == {""}
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert set(proposing.read(page, ANSWERS).values()) == {""}


def test_draft_crosses_over_where_nothing_can_be_kept(new_page: OpenPage) -> None:
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    page.goto(UPDATE)
    proposing.fill(page, ANSWERS)
    expect(page.locator("[data-not-kept]")).to_be_visible()
    expect(page.locator("[data-kept]")).to_be_hidden()
    page.locator("[data-language]").click()
    page.wait_for_url(f"**/{EN_UPDATE}#draft=*")
    assert proposing.read(page, ANSWERS) == ANSWERS


def test_commitment_leads_to_the_form_with_itself_chosen(new_page: OpenPage) -> None:
    page = new_page("en/commitments/2018-2020/06-local-e-legislation/")
    page.get_by_role("link", name=WORDS["en"].t("propose.invite.update")).click()
    expect(page.locator("[name='commitment']")).to_have_value("06-local-e-legislation")
    page.locator("[data-language]").click()
    page.wait_for_url("**/usul/kabar/?commitment=06-local-e-legislation")
    expect(page.locator("[name='commitment']")).to_have_value("06-local-e-legislation")


def test_link_does_not_change_a_draft_about_something_else(new_page: OpenPage) -> None:
    page = new_page(UPDATE)
    proposing.fill(page, ANSWERS)
    other = "01-extractive-sector-data"
    page.goto(f"{UPDATE}?commitment={other}&voice=nobody&x=y&consent=yes")
    assert proposing.read(page, ANSWERS) == ANSWERS
    expect(page.locator("[data-told]")).to_have_text(WORDS["id"].t("form.restored_other"))
    page.locator("[data-erase]").click()
    expect(page.locator("[name='commitment']")).to_have_value(other)
    for name in ("voice", "consent"):
        assert proposing.read(page, {name: ""}) == {name: ""}


def test_damaged_draft_and_hostile_address_do_no_harm(new_page: OpenPage) -> None:
    errors: list[str] = []
    page = new_page(CORRECTION)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.evaluate("localStorage.setItem('renaksi-form-correction', '{')")
    nasty = "<img src=x onerror=alert(1)>"
    page.goto(f"{CORRECTION}?page={nasty}&__proto__=x&submit=y#draft=%7B%22page%22")
    expect(page.locator("[name='page']")).to_have_value(nasty)
    proposing.press(page)
    expect(page.locator("[data-errors] img")).to_have_count(0)
    assert errors == []


# What is wrong


def test_errors_stand_beside_their_fields_and_are_listed_above(new_page: OpenPage) -> None:
    page = new_page(EN_UPDATE)
    proposing.fill(page, {"date": "30 June", "commitment": "06-local-e-legislation"})
    proposing.press(page)
    expect(page.locator("[data-errors]")).to_be_focused()
    links = page.locator("[data-errors] a")
    t = WORDS["en"].t
    assert links.all_inner_texts() == [
        f"{t('ask.voice')}: {t('wrong.required')}",
        f"{t('ask.period')}: {t('wrong.required')}",
        f"{t('ask.date')}: {t('wrong.date')}",
        f"{t('ask.progress')}: {t('wrong.required')}",
        f"{t('form.source')}: {t('wrong.required')}",
        f"{t('ask.consent')}: {t('wrong.consent')}",
    ]
    links.nth(2).click()
    field = page.locator("[name='date']")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#_ask-date-error")).to_have_text(t("wrong.date"))
    assert "_ask-date-error" in (field.get_attribute("aria-describedby") or "").split()
    field.fill("2020-06-30")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(links).to_have_count(5)
    expect(page.locator("[data-exits]")).to_be_hidden()


def test_ways_out_go_when_an_answer_changes(new_page: OpenPage) -> None:
    page = new_page(UPDATE)
    proposing.finish(page, ANSWERS)
    page.locator("[name='obstacles']").fill("Anggaran.")
    expect(page.locator("[data-exits]")).to_be_hidden()


def test_letters_are_counted_as_readers_count_them(new_page: OpenPage) -> None:
    page = new_page(UPDATE)
    count = page.locator("[data-count-of='progress']")
    page.locator("[name='progress']").fill("😀" * 1999)
    expect(count).to_have_text("1.999 dari 2.000 huruf")
    page.locator("[name='progress']").fill("😀" * 2001)
    expect(count).to_have_text("2.001 huruf, terlalu panjang; paling banyak 2.000")


def test_whole_form_by_keyboard(new_page: OpenPage) -> None:
    page = new_page(INPUT, width=360)

    def tab_to(selector: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    tab_to("[name='topic']")
    page.keyboard.type("Data izin")
    tab_to("[data-check]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-errors]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name='proposal']")).to_be_focused()
    page.keyboard.type("Terbitkan data izin.")
    tab_to("summary")
    page.keyboard.press("Enter")
    tab_to("[name='consent']")
    page.keyboard.press("Space")
    tab_to("[data-check]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-exits] h2")).to_be_focused()
    page.keyboard.press("Tab")
    assert "template=website.yml" in page.evaluate("document.activeElement.href")


State = Callable[[Page], None]


def emptied(page: Page) -> None:
    """The form as it opens."""


def wrong(page: Page) -> None:
    proposing.fill(page, {"source": "*"})
    proposing.press(page)


def finished(page: Page) -> None:
    proposing.finish(page, ANSWERS)


@pytest.mark.parametrize("state", [emptied, wrong, finished])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page: OpenPage, state: State) -> None:
    page = new_page(UPDATE if state is not wrong else EN_UPDATE, width=320)
    state(page)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    assert axe.look_everywhere(page) == []


# Without a network, and without a script


def save(page: Page, site: Path, base: str, folder: Path) -> Path:
    """The page as a browser saves it: the document as it stands, with its files beside it."""
    files = folder / "page_files"
    files.mkdir(parents=True)
    content = page.content()
    for attribute in re.findall(r'(?:src|href)="([^"]*\.(?:js|css|svg))"', content):
        source = site / urljoin(page.url, attribute).removeprefix(base)
        (files / source.name).write_bytes(source.read_bytes())
        content = content.replace(f'"{attribute}"', f'"./page_files/{source.name}"')
    saved = folder / "page.html"
    saved.write_text(content, encoding="utf-8")
    return saved


def test_saved_page_works_without_a_network(
    new_page: OpenPage, real_site: Path, base_url: str, tmp_path: Path
) -> None:
    page = new_page(UPDATE)
    proposing.fill(page, {"commitment": "01-extractive-sector-data"})
    saved = save(page, real_site, base_url, tmp_path / "saved")
    proposing.finish(page, ANSWERS)
    online = proposing.download(page, "[data-made]")
    other = new_page()
    other.context.set_offline(True)
    other.goto(saved.as_uri())
    proposing.finish(other, ANSWERS)
    assert proposing.download(other, "[data-made]") == online
    other.reload()
    assert proposing.read(other, ANSWERS) == ANSWERS


@pytest.fixture
def kept(chromium: Browser, real_site: Path) -> Iterator[tuple[Page, str, ExitStack]]:
    server = ExitStack()
    base = server.enter_context(serve_folder(real_site))
    context = chromium.new_context()
    yield context.new_page(), base, server
    context.close()
    server.close()


def test_kept_form_works_without_a_network(kept: tuple[Page, str, ExitStack]) -> None:
    page, base, server = kept
    page.goto(f"{base}tentang/")
    page.locator("#_offline").locator("xpath=ancestor::section").locator("summary").click()
    page.locator("[data-worker] button").click()
    expect(page.locator("[data-worker] [role=status]")).to_have_text(WORDS["id"].t("offline.on"))
    page.goto(base + UPDATE)
    expect(page.locator("[data-check]")).to_be_visible()
    server.close()
    page.goto(f"{base}{UPDATE}?commitment=06-local-e-legislation")
    proposing.finish(page, ANSWERS)
    name, _ = proposing.download(page, "[data-made]")
    assert name == "06-civil-society-2020-s1.yaml"


@pytest.mark.parametrize("language", ["id", "en"])
def test_without_a_script_the_page_says_so_and_leads_to_github(
    new_page: OpenPage, language: str
) -> None:
    page = new_page({"id": UPDATE, "en": EN_UPDATE}[language], java_script_enabled=False)
    expect(page.locator("form.ask")).to_be_hidden()
    told = page.locator("[data-unscripted]")
    expect(told).to_contain_text(WORDS[language].t("form.unscripted"))
    link = told.locator("a").get_attribute("href") or ""
    assert link.startswith("https://github.com/renaksi-ogi/renaksi/issues/new?template=update.yml")


def test_when_the_script_is_lost_the_page_says_so(new_page: OpenPage) -> None:
    page = new_page()
    page.route("**/propose.js", lambda route: route.abort())
    page.goto(UPDATE)
    expect(page.locator("[data-check]")).to_be_hidden()
    expect(page.locator("[data-lost]")).to_be_visible()


def test_pages_without_a_form_do_not_load_its_script(new_page: OpenPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("usul/")
    assert asked
    assert not [url for url in asked if "propose.js" in url]
