"""axe-core finds nothing, however slight, on any kind of page."""

import pytest
from playwright.sync_api import Locator

from tests.axe import SCHEMES, findings, look_everywhere
from tests.pages import ADDRESSES, ALL

pytest_plugins = ("tests.browsing",)


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_axe_finds_nothing_in_any_scheme_and_width(new_page, kind, language) -> None:
    page = new_page(ADDRESSES[kind, language])
    assert look_everywhere(page, menu=kind == "home") == []


def test_axe_sees_a_fault_when_there_is_one(new_page) -> None:
    page = new_page("")
    page.evaluate("document.querySelector('header img').removeAttribute('alt')")
    assert {"image-alt"} <= {each["rule"] for each in findings(page)}


@pytest.mark.parametrize("kind", ["about", "consultation"])
def test_links_keep_their_contrast_under_the_pointer_and_with_the_focus(new_page, kind) -> None:
    page = new_page(ADDRESSES[kind, "en"], width=1280)
    links = page.locator(".prose a:visible")
    assert links.count() > 1
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for act in (Locator.hover, Locator.focus):
            act(links.nth(1))
            page.wait_for_function("!document.getAnimations().length")
            assert findings(page) == []
