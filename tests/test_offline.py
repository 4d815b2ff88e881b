"""Readers who ask for it can read visited pages without a network, and drop them again."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from renaksi.layout import LANGUAGES
from tests.pages import ADDRESSES
from tests.serving import serve_folder
from tests.test_site import WORDS

pytest_plugins = ("tests.browsing",)

COMMITMENT, STAGE = ADDRESSES["commitment", "id"], ADDRESSES["stage", "en"]
KEPT = "caches.keys().then(names => names.filter(name => name.startsWith('renaksi ')))"
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


class Reader:
    """A browser of its own, and a site that can change and go away."""

    def __init__(self, chromium: Browser, site: Path) -> None:
        self.site = site
        self.server = ExitStack()
        self.base = self.server.enter_context(serve_folder(site))
        self.context = chromium.new_context()
        self.page = self.context.new_page()

    def open(self, path: str) -> Page:
        self.page.goto(urljoin(self.base, path))
        return self.page

    def press(self, language: str = "id") -> None:
        """Uses the switch on the page "about"."""
        self.open(ADDRESSES["about", language])
        self.page.locator("#_offline").locator("xpath=ancestor::section").locator("summary").click()
        button = self.page.locator("[data-worker] button")
        before = button.inner_text()
        button.click()
        expect(button).not_to_have_text(before)

    def close(self) -> None:
        self.context.close()
        self.server.close()


@pytest.fixture
def reader(chromium: Browser, real_site: Path, tmp_path: Path) -> Iterator[Reader]:
    one = Reader(chromium, Path(shutil.copytree(real_site, tmp_path / "site")))
    yield one
    one.close()


def test_nobody_who_did_not_ask_gets_a_worker(reader: Reader) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:  # Playwright refuses a bound method of a list
        asked.append(request.url)

    reader.page.on("request", note)
    for kind in ("home", "about", "commitment"):
        reader.open(ADDRESSES[kind, "id"])
    assert asked
    assert [url for url in asked if "worker" in url] == []
    assert reader.page.evaluate(WORKERS) == 0
    assert reader.page.evaluate(KEPT) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_visited_pages_are_there_without_a_network_and_others_lead_to_the_reason(
    reader: Reader, language: str
) -> None:
    reader.press(language)
    words = WORDS[language]
    expect(reader.page.locator("[data-worker] [role=status]")).to_have_text(words.t("offline.on"))
    reader.open(ADDRESSES["commitment", language])
    title = reader.page.locator("h1").inner_text()
    reader.server.close()
    page = reader.open(ADDRESSES["commitment", language])
    expect(page.locator("h1")).to_have_text(title)
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    reader.open(ADDRESSES["glossary", language])
    assert page.url == f"{urljoin(reader.base, ADDRESSES['about', language])}#_offline"
    expect(page.get_by_text(words.t("offline.lost"))).to_be_visible()


def test_with_a_network_the_newest_page_is_shown(reader: Reader) -> None:
    reader.press()
    reader.open(COMMITMENT)
    file = reader.site / COMMITMENT / "index.html"
    file.write_text(re.sub(r"<h1>.*?</h1>", "<h1>Baru</h1>", file.read_text("utf-8"), flags=re.S))
    expect(reader.open(COMMITMENT).locator("h1")).to_have_text("Baru")
    reader.server.close()
    expect(reader.open(COMMITMENT).locator("h1")).to_have_text("Baru")


def test_new_look_drops_what_was_kept_with_the_old_one(reader: Reader) -> None:
    reader.press()
    reader.open(COMMITMENT)
    [before] = reader.page.evaluate(KEPT)
    file = reader.site / "worker.js"
    version = re.search(r'"version": "([0-9a-f]{12})"', file.read_text("utf-8"))
    assert version and before.endswith(version[1])
    file.write_text(file.read_text("utf-8").replace(version[1], "0" * 12), encoding="utf-8")
    reader.page.evaluate("navigator.serviceWorker.ready.then(found => found.update())")
    wanted = [before.replace(version[1], "0" * 12)]
    for _ in range(100):  # the new worker begins, and then tidies
        if reader.page.evaluate(KEPT) == wanted:
            break
        reader.page.wait_for_timeout(100)
    assert reader.page.evaluate(KEPT) == wanted


def test_switch_drops_worker_and_pages(reader: Reader) -> None:
    reader.press()
    reader.open(STAGE)
    assert reader.page.evaluate(WORKERS) == 1
    reader.press("en")
    status = reader.page.locator("[data-worker] [role=status]")
    expect(status).to_have_text(WORDS["en"].t("offline.off"))
    assert reader.page.evaluate(WORKERS) == 0
    assert reader.page.evaluate(KEPT) == []


def test_worker_asks_for_files_that_are_there(real_site: Path) -> None:
    text = (real_site / "worker.js").read_text(encoding="utf-8")
    settings = json.loads(re.search(r"const settings = (.*);", text)[1])
    for path in settings["files"]:
        target = real_site / path
        assert (target / "index.html" if path.endswith("/") else target).is_file()
    assert settings["about"].keys() == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_manifest_leads_to_the_site_wherever_it_lies(real_site: Path, language: str) -> None:
    page = (real_site / ADDRESSES["about", language] / "index.html").read_text("utf-8")
    link = re.search(r'<link rel="manifest" href="([^"]+)">', page)[1]
    at = urljoin(f"https://x.invalid/sub/{ADDRESSES['about', language]}", link)
    path = real_site / at.removeprefix("https://x.invalid/sub/")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    assert manifest["lang"] == language
    start = urljoin(at, manifest["start_url"]).removeprefix("https://x.invalid/sub/")
    assert start == ADDRESSES["home", language]
    assert urljoin(at, manifest["scope"]) == "https://x.invalid/sub/"
    assert (path.parent / manifest["icons"][0]["src"]).is_file()
