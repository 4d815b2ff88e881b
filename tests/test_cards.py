"""Pages that are shared show a title, a sentence and a picture, made in the build by our font."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from renaksi import draw
from renaksi.draw import Card, draw_card, fit_names, fit_title
from renaksi.layout import LANGUAGES
from renaksi.publish import cards
from renaksi.publish.styles import find_colours
from renaksi.vocabulary import Kind
from tests import trees
from tests.test_site import BOTH, GOLDEN, REAL, ROOT, Site

COLOURS = find_colours(lambda name: (ROOT / "theme" / name).read_text(encoding="utf-8"))
BASE = "https://renaksi-ogi.github.io/renaksi/"
LARGEST = 40_000
ODD = (
    "",
    "a",
    "kata " * 100,
    "W" * 2000,
    "é \u202eabc\u202c ﷽ \U0001f389 <b>&amp;</b>",
    "baris\nbaris\ttab",
    "Kependekan " + "x" * 300,
)


def picture(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def metas(page: Path) -> dict[str, list[str]]:
    """What the head of a page says, by property or name."""
    found: dict[str, list[str]] = {}
    for meta in trees.elements(page, "meta"):
        name = meta.get("property") or meta.get("name")
        if name:
            found.setdefault(name, []).append(meta.attrib["content"])
    return found


def entries(site: Site) -> list[cards.Pictured]:
    return [site.corpus.plan, *site.corpus.commitments]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_tells_other_sites_what_it_is(real_site: Path, language: str) -> None:
    locales = {"id": "id_ID", "en": "en_US"}
    others = [value for code, value in locales.items() if code != language]
    for item in (each for each in REAL.pages if each.language == language):
        found = metas(real_site / item.dest_uri)
        assert found["og:title"] == found["twitter:title"] == [item.title.text]
        assert found["og:description"] == found["description"] == found["twitter:description"]
        assert found["og:url"] == [f"{BASE}{item.url}"]
        assert found["og:locale"] == [locales[language]]
        assert found["og:locale:alternate"] == others
        assert found["og:type"] == (["article"] if ":" in item.name else ["website"])
        assert found["og:site_name"] == ["Renaksi OGI"]
        assert found["twitter:card"] == ["summary_large_image"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_of_every_page_is_there_and_as_large_as_it_says(
    real_site: Path, language: str
) -> None:
    own = set()
    for item in (each for each in REAL.pages if each.language == language):
        found = metas(real_site / item.dest_uri)
        [address] = found["og:image"]
        assert found["twitter:image"] == [address]
        assert address.startswith(BASE)
        with Image.open(real_site / address.removeprefix(BASE)) as image:
            size = [[str(length)] for length in image.size]
        assert [found["og:image:width"], found["og:image:height"]] == size
        assert found["og:image:alt"] == found["twitter:image:alt"] != [""]
        if item.kind == Kind.COMMITMENT:
            assert address.startswith(f"{BASE}{item.url}")
            assert item.title.text in found["og:image:alt"][0]
            own.add(address)
        else:
            assert address.startswith(BASE + REAL.desk(language).url(Kind.PLAN, REAL.corpus.plan))
    assert len(own) == len(REAL.corpus.commitments)


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_small_and_have_room_around_what_they_say(site: Site, language: str) -> None:
    desk = site.desk(language)
    built = dict(cards.build_cards(desk, COLOURS, "Situs"))
    assert list(built) == [cards.card_url(desk, entry) for entry in entries(site)]
    for content in built.values():
        image = picture(content)
        assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
        assert len(content) < LARGEST
        assert_room(image)


def assert_room(image: Image.Image) -> None:
    """One colour alone right of the text, below it and between the bar and the text."""
    for box in ((1125, 20, 1200, 630), (0, 20, 75, 630), (0, 20, 1200, 75), (0, 615, 1200, 630)):
        assert len(image.crop(box).getcolors()) == 1, box


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_of_the_corpus_is_shortened(site: Site, language: str) -> None:
    for entry in entries(site):
        title = site.desk(language).title(entry).text
        _, lines = fit_title(title)
        assert "".join("".join(lines).split()) == "".join(draw._clean(title).split())


@pytest.mark.parametrize("text", ODD)
def test_whatever_is_written_stays_within_the_picture(text: str) -> None:
    who = (text or "x", "b")
    card = Card(text, text, who, ("", " dan 1 lainnya"), "limited", text, text)
    assert_room(picture(draw_card(card, COLOURS)))


def test_long_title_is_set_smaller_and_the_longest_ends_at_a_word() -> None:
    sizes = [fit_title("kata " * count)[0] for count in (3, 20, 30)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    _, lines = fit_title("kata " * 100)
    assert lines[-1].endswith("kata…")


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_the_corpus_is_shortened(site: Site, language: str) -> None:
    drawn = [cards.card_of(site.desk(language), entry, "Renaksi") for entry in entries(site)]
    named = [card for card in drawn if card.who and len(card.who[0]) < 100]
    assert named
    for card in named:
        _, line = fit_names(card)
        assert line.startswith(draw._clean(card.who[0]))


def test_long_name_is_set_smaller_before_it_is_shortened() -> None:
    fitted = [fit_names(Card("a", "b", ("Lembaga " * count,), ("",))) for count in (3, 9, 40)]
    assert 30 == fitted[0][0] > fitted[1][0] >= fitted[2][0]
    assert [line.endswith("…") for _, line in fitted] == [False, False, True]


def test_names_that_find_no_room_are_counted() -> None:
    many = tuple(f"Kementerian Urusan Panjang {number}" for number in range(9))
    more = tuple(f" dan {number} lainnya" if number else "" for number in range(9))
    drawn = {draw_card(Card("a", "b", many[:n], more[:n]), COLOURS) for n in (1, 2, 8, 9)}
    assert len(drawn) == 4


def test_what_is_not_known_has_a_ring_and_what_is_known_its_colour() -> None:
    known = picture(draw_card(Card("a", "b", (), (), "limited", "c"), COLOURS)).convert("RGB")
    unknown = picture(draw_card(Card("a", "b", (), (), "", "c"), COLOURS)).convert("RGB")
    middle = (80 + 22 + 12, 494 + 24)
    assert known.getpixel(middle) == draw._rgb(COLOURS["limited"])
    assert unknown.getpixel(middle) == draw._rgb(COLOURS["surface"])
    for entry in REAL.corpus.commitments:
        card = cards.card_of(REAL.desk("id"), entry, "Situs")
        assert (card.status == "") is card.status_label.endswith("Tidak diketahui")


def test_letters_come_with_a_package_and_hold_every_sign_of_the_corpus() -> None:
    font = draw._font(30, 400)
    assert Path(str(font.path)).is_relative_to(sys.prefix)
    assert font.layout_engine is ImageFont.Layout.BASIC
    assert draw._font(30, 600).getlength("Renaksi") > font.getlength("Renaksi")
    missing = bytes(font.getmask("\U0010ffff"))
    signs = {
        sign
        for language in LANGUAGES
        for entry in entries(REAL)
        for sign in cards.describe(cards.card_of(REAL.desk(language), entry, "Situs"))
    }
    assert len(signs) > 50
    assert [sign for sign in signs if bytes(font.getmask(sign)) == missing] == []


def test_commitments_beyond_the_bound_share_the_picture_of_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cards, "MOST", 2)
    desk, [first, *_, last] = GOLDEN.desk("id"), GOLDEN.corpus.commitments
    assert len(list(cards.build_cards(desk, COLOURS, "Situs"))) == 3
    assert cards.find_pictured(desk, Kind.COMMITMENT, first.id) is first
    assert cards.find_pictured(desk, Kind.COMMITMENT, last.id) is GOLDEN.corpus.plan
