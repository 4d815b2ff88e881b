"""The list of commitments in a browser: facets combine, results sort, each view has an address."""

from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from renaksi import model
from renaksi.dates import last_day
from renaksi.publish.facets import Facet
from renaksi.publish.ledger import latest_date
from tests.pages import ADDRESSES
from tests.test_axe import findings
from tests.test_site import REAL

pytest_plugins = ("tests.browsing",)

CORPUS = REAL.corpus
INDEX = REAL.desk("id").facets
LIST = {language: ADDRESSES["commitments", language] for language in ("id", "en")}
STATUS = ".browse__count"
Choice = Mapping[Facet, tuple[str, ...]]
CHOICES: tuple[Choice, ...] = (
    {Facet.COMPLETION_IRM: ("limited",)},
    {Facet.COMPLETION_IRM: ("limited", "substantial")},
    {Facet.COMPLETION_IRM: ("substantial",), Facet.THEME: ("open-parliament",)},
    {Facet.LEAD: ("ministry-of-home-affairs", "central-information-commission")},
    {Facet.LEAD: ("unknown",), Facet.DEADLINE: ("no-date",)},
    {Facet.STREAM: ("open-government",), Facet.THEME: ("open-parliament",)},
)


def fitting(choice: Choice, but: Facet | None = None) -> list[model.Commitment]:
    """What fits by the rule: any value of a facet, every facet (but one)."""
    return [
        item
        for item in CORPUS.commitments
        if all(
            facet is but or set(values) & set(INDEX.values[item.id][facet])
            for facet, values in choice.items()
        )
    ]


def box(page: Page, facet: Facet, value: str) -> Any:
    place = page.locator(f"[data-facet={facet.value}]")
    if place.get_attribute("open") is None:
        place.locator("summary").click()
    return place.locator(f"[data-value={value}] input")


def choose(page: Page, choice: Choice) -> None:
    for facet, values in choice.items():
        for value in values:
            box(page, facet, value).check()


def numbers(page: Page) -> list[int]:
    found = page.locator(".commitment-item__number:visible, .wide__number:visible")
    return [int(text) for text in found.all_inner_texts()]


def counts(page: Page, facet: Facet) -> dict[str, int]:
    rows = page.locator(f"[data-facet={facet.value}] [data-value]")
    pairs = rows.evaluate_all(
        "all => all.map(row => [row.dataset.value, row.querySelector('.facet__count').textContent])"
    )
    return {value: int(number) for value, number in pairs}


@pytest.mark.parametrize("choice", CHOICES)
def test_values_of_one_facet_add_up_and_facets_narrow_down(new_page, choice) -> None:
    page = new_page(LIST["id"])
    choose(page, choice)
    wanted = [item.number for item in fitting(choice)]
    total = len(CORPUS.commitments)
    expect(page.locator(STATUS)).to_have_text(f"{len(wanted)} dari {total} komitmen")
    assert numbers(page) == wanted
    for facet in Facet:
        would = Counter(
            value for item in fitting(choice, but=facet) for value in INDEX.values[item.id][facet]
        )
        shown = counts(page, facet)
        assert shown.keys() == INDEX.members[facet].keys()
        assert {value: number for value, number in shown.items() if number} == would


@pytest.mark.parametrize("choice", CHOICES[:3])
def test_an_address_can_be_shared_and_read_in_either_language(new_page, base_url, choice) -> None:
    page = new_page(LIST["id"])
    choose(page, choice)
    wanted = [item.number for item in fitting(choice)]
    expect(page.locator(STATUS)).to_contain_text(f"{len(wanted)} ")
    query = urlsplit(page.url).query
    for language in ("id", "en"):
        other = new_page(f"{LIST[language]}?{query}&entah=apa&tema=tidak-ada-yang-ini")
        expect(other.locator(".chips li")).to_have_count(sum(map(len, choice.values())))
        assert numbers(other) == wanted
    page.locator("[data-language]").click()
    page.wait_for_url(f"{base_url}{LIST['en']}?{query}")
    expect(page.locator(STATUS)).to_have_text(
        f"{len(wanted)} of {len(CORPUS.commitments)} commitments"
    )


def test_addresses_are_in_the_words_of_the_page(new_page) -> None:
    words = {}
    for language in ("id", "en"):
        page = new_page(LIST[language])
        choose(page, CHOICES[0])
        page.locator("#_sort").select_option("title")
        page.locator("[data-way=table]").click()
        expect(page.locator("table.wide")).to_be_visible()
        words[language] = parse_qs(urlsplit(page.url).query)
    assert words["id"] == {
        "pelaksanaan-menurut-irm": ["terbatas"],
        "urut": ["judul"],
        "tampil": ["tabel"],
    }
    assert words["en"] == {"completion-irm": ["limited"], "sort": ["title"], "view": ["table"]}


def test_back_and_forward_walk_through_what_was_chosen(new_page, base_url) -> None:
    page = new_page(LIST["id"])
    choose(page, CHOICES[0])
    expect(page.locator(STATUS)).to_contain_text(f"{len(fitting(CHOICES[0]))} dari")
    choose(page, CHOICES[1])
    both = len(fitting(CHOICES[1]))
    expect(page.locator(STATUS)).to_contain_text(f"{both} dari")
    page.go_back()
    expect(page.locator(STATUS)).to_contain_text(f"{len(fitting(CHOICES[0]))} dari")
    expect(box(page, Facet.COMPLETION_IRM, "substantial")).not_to_be_checked()
    page.go_back()
    assert page.url == base_url + LIST["id"]
    expect(page.locator("[data-static]")).to_be_visible()
    expect(page.locator("[data-results]")).to_be_hidden()
    page.go_forward()
    page.go_forward()
    assert numbers(page) == [item.number for item in fitting(CHOICES[1])]
    page.locator("[data-results] a").first.click()
    page.go_back()
    expect(page.locator(".chips li")).to_have_count(2)
    assert numbers(page) == [item.number for item in fitting(CHOICES[1])]


def sort_keys() -> dict[str, Any]:
    def end(item: model.Commitment) -> tuple[Any, ...]:
        known = item.end_date and item.end_date.value
        return (not known, last_day(known) if known else None, item.number)

    def last(item: model.Commitment) -> tuple[Any, ...]:
        date = latest_date(CORPUS.updates_of(item.id))
        return (not date, -last_day(date).toordinal() if date else 0, item.number)

    def completion(item: model.Commitment) -> tuple[Any, ...]:
        [value] = INDEX.values[item.id][Facet.COMPLETION_IRM]
        return (list(INDEX.members[Facet.COMPLETION_IRM]).index(value), item.number)

    def title(item: model.Commitment) -> str:
        return REAL.desk("id").short(item).text.casefold()

    return {"end": end, "last": last, "completion-irm": completion, "title": title}


@pytest.mark.parametrize("sort", ["end", "last", "completion-irm", "title"])
def test_every_order_is_the_one_that_it_says(new_page, sort) -> None:
    page = new_page(LIST["id"])
    page.locator("#_sort").select_option(sort)
    expect(page.locator("[data-results] li").first).to_be_visible()
    ordered = sorted(CORPUS.commitments, key=sort_keys()[sort])
    assert numbers(page) == [item.number for item in ordered]
    page.locator("#_sort").select_option("number")
    expect(page.locator("[data-static]")).to_be_visible()


@pytest.mark.parametrize("language", ["id", "en"])
def test_filtered_cards_are_those_of_the_static_list(new_page, language) -> None:
    page = new_page(LIST[language])
    shape = """all => all.map(card => {
        card.querySelectorAll('a[href]').forEach(one => { one.href = new URL(one.href).pathname; });
        card.querySelectorAll('a.term').forEach(one => one.replaceWith(one.textContent));
        card.querySelectorAll('.whole').forEach(one => one.replaceWith(one.textContent));
        return card.outerHTML.replace(/\\s+/g, ' ').replace(/> | </g, one => one.trim());
    })"""
    static = page.locator("[data-static] .commitment-item").evaluate_all(shape)
    choose(page, {Facet.STREAM: ("open-government", "open-parliament")})
    expect(page.locator("[data-results] .commitment-item")).to_have_count(len(static))
    assert page.locator("[data-results] .commitment-item").evaluate_all(shape) == static


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_table_of_a_script_is_that_of_the_page_without(new_page, language) -> None:
    cells = "all => all.map(row => [...row.cells].map(one => one.innerText.replace(/\\s+/g, ' ')))"
    page = new_page(ADDRESSES["commitment-table", language], java_script_enabled=True)
    static = page.locator("table.wide tr").evaluate_all(cells)
    links = page.locator("table.wide a").evaluate_all("all => all.map(one => one.href)")
    page.goto(LIST[language])
    page.locator("[data-way=table]").click()
    expect(page.locator("[data-way=table]")).to_have_attribute("aria-current", "page")
    expect(page.locator("table.wide caption")).to_be_visible()
    assert page.locator("table.wide tr").evaluate_all(cells) == static
    assert page.locator("table.wide a").evaluate_all("all => all.map(one => one.href)") == links


def test_a_chip_or_the_button_takes_filters_away(new_page) -> None:
    page = new_page(LIST["id"])
    choose(page, CHOICES[2])
    expect(page.locator(".chips li")).to_have_count(2)
    page.locator(".chips button").first.click()
    expect(page.locator(".chips li")).to_have_count(1)
    expect(page.locator(STATUS)).to_be_focused()
    choose(page, CHOICES[2])
    page.locator("[data-clear] button").click()
    expect(page.locator(".chips")).to_be_hidden()
    expect(page.locator("[data-static]")).to_be_visible()
    expect(page.locator("[data-value] input:checked")).to_have_count(0)


def test_nothing_found_is_said_in_words(new_page) -> None:
    page = new_page(LIST["id"])
    choose(page, CHOICES[5])
    expect(page.locator("[data-results] .notice")).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("0 dari")


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_works_with_the_keyboard_alone(new_page, width) -> None:
    page = new_page(LIST["id"], width=width)

    def tab_to(selector: str) -> None:
        target = page.locator(selector).first
        for _ in range(200):
            page.keyboard.press("Tab")
            if target.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(selector)

    if width == 320:
        tab_to(".facets > summary")
        page.keyboard.press("Enter")
    tab_to("[data-facet=completion-irm] > summary")
    page.keyboard.press("Enter")
    tab_to("[data-facet=completion-irm] [data-value=limited] input")
    page.keyboard.press("Space")
    expect(page.locator(STATUS)).to_contain_text(f"{len(fitting(CHOICES[0]))} dari")
    expect(box(page, Facet.COMPLETION_IRM, "limited")).to_be_focused()
    if width == 320:
        tab_to("[data-show] button")
        page.keyboard.press("Enter")
        expect(page.locator(STATUS)).to_be_focused()
    tab_to("#_sort")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".chips")).to_be_visible()
    tab_to(".chips button")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text(f"{len(CORPUS.commitments)} dari")


def test_groups_of_boxes_have_names_and_results_are_announced(new_page) -> None:
    page = new_page(LIST["en"])
    for facet in page.locator("[data-facet]").all():
        name = facet.locator("summary").inner_text()
        assert facet.locator("fieldset legend").text_content() == name
    expect(page.locator(STATUS)).to_have_attribute("role", "status")
    choose(page, CHOICES[0])
    expect(page.get_by_role("checkbox", name="Limited")).to_be_checked()


def test_without_javascript_links_lead_to_every_value_and_the_table(new_page, base_url) -> None:
    page = new_page(LIST["id"], java_script_enabled=False, width=360)
    expect(page.locator("main").locator("input, select")).to_have_count(0)
    page.locator(".facets > summary").click()
    page.locator("[data-facet=theme] > summary").click()
    page.locator("[data-facet=theme] [data-value=open-parliament] a").click()
    page.wait_for_url(base_url + ADDRESSES["facet-value", "id"])
    assert numbers(page) == [item.number for item in fitting({Facet.THEME: ("open-parliament",)})]
    page.goto(LIST["id"])
    page.locator("[data-way=table]").click()
    page.wait_for_url(base_url + ADDRESSES["commitment-table", "id"])
    assert numbers(page) == [item.number for item in CORPUS.commitments]


def test_nothing_more_is_loaded_before_a_reader_chooses(new_page) -> None:
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.split("/")[-1]))
    page.goto(LIST["id"])
    page.wait_for_load_state("networkidle")
    assert len(asked) <= 8
    assert "browse.js" in asked
    page.locator("#_sort").focus()
    page.locator("#_sort").select_option("title")
    expect(page.locator("[data-results] li").first).to_be_visible()
    assert {"id.json", "browse-results.js"} <= set(asked)
    assert "en.json" not in asked


def test_a_file_that_does_not_load_is_said_and_tried_again(new_page) -> None:
    page = new_page(LIST["id"])
    page.route("**/api/v1/browse/*.json", lambda route: route.abort())
    box(page, Facet.COMPLETION_IRM, "limited").check()
    expect(page.locator("#_notice")).to_be_visible()
    expect(page.locator("[data-static]")).to_be_visible()
    page.unroute("**/api/v1/browse/*.json")
    box(page, Facet.COMPLETION_IRM, "substantial").check()
    expect(page.locator(STATUS)).to_contain_text(f"{len(fitting(CHOICES[1]))} dari")
    expect(page.locator("#_notice")).to_have_count(0)


@pytest.mark.parametrize("view", ["", "&tampil=tabel"])
def test_axe_finds_nothing_in_filtered_views_and_none_scrolls_sideways(new_page, view) -> None:
    page = new_page(f"{LIST['id']}?pelaksanaan-menurut-irm=terbatas{view}", width=320)
    expect(page.locator(".chips li")).to_have_count(1)
    page.locator(".facets").evaluate("one => { one.open = true; }")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert findings(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
