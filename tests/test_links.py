"""Every internal link and file of every page of the site leads to something that is there."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from renaksi.narrative import find_anchors
from renaksi.publish.site import Site
from renaksi.publish.words import FOLDER, load_words
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from tests.golden import AS_OF, ROOT
from tests.serving import SUB_PATH

BASE = f"https://renaksi-ogi.github.io{SUB_PATH}"


class _Reader(HTMLParser):
    """The ids of a page, and the addresses that it names."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        self.addresses |= {values[name] for name in ("href", "src") if name in values}


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, _Reader]:
    """Every page by its address."""
    return {
        BASE + path.relative_to(real_site).as_posix().removesuffix("index.html"): _Reader(path)
        for path in sorted(real_site.rglob("*.html"))
    }


def test_every_internal_link_leads_to_a_page_a_place_or_a_file(pages, real_site) -> None:
    dead = set()
    for url, page in pages.items():
        for address in page.addresses:
            # A calendar is subscribed to by another scheme at the same address.
            target, fragment = urldefrag(urljoin(url, address.replace("webcal:", "https:", 1)))
            if not target.startswith(BASE):
                assert urlsplit(target).netloc != urlsplit(BASE).netloc, (url, address)
                continue
            target = target.partition("?")[0]  # what a script reads from an address
            file = real_site / unquote(target.removeprefix(BASE))
            found = target in pages if target.endswith(("/", ".html")) else file.is_file()
            if not found or (fragment and unquote(fragment) not in pages[target].ids):
                dead.add((url.removeprefix(BASE), address))
    assert not dead


def test_every_place_that_the_rule_on_links_knows_is_on_its_page(pages) -> None:
    words, _ = load_words(ROOT / "theme" / FOLDER)
    corpus, _ = validate(ROOT)
    for page in Site(corpus, words, AS_OF).pages:
        kind, _, id = page.name.rpartition(":")
        known = find_anchors(corpus, Kind(kind or Kind.PAGE), id, page.language)
        assert set(known) <= set(pages[BASE + page.url].ids), page.url


def test_no_id_stands_twice_on_a_page(pages) -> None:
    twice = {
        url: sorted({id for id in page.ids if page.ids.count(id) > 1})
        for url, page in pages.items()
        if len(set(page.ids)) != len(page.ids)
    }
    assert not twice
