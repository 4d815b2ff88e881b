"""Fixtures of the browser tests: one browser and one server for all tests of a process."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import find_browser, launch_arguments
from tests.serving import serve_folder

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(),
            args=launch_arguments(),
            ignore_default_args=["--hide-scrollbars"],  # readers have scroll bars
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def base_url(real_site: Path) -> Iterator[str]:
    with serve_folder(real_site) as base:
        yield base


@pytest.fixture
def new_page(chromium: Browser, base_url: str) -> Iterator[OpenPage]:
    """Opens an address in a browser of its own: no history, nothing remembered."""
    contexts: list[BrowserContext] = []

    def open_page(path: str | None = None, *, width: int = 1280, **options: Any) -> Page:
        options = {"reduced_motion": "reduce", "color_scheme": "light", **options}
        size = {"width": width, "height": 800}
        context = chromium.new_context(base_url=base_url, viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        if path is not None:
            page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
