"""axe-core finds nothing, however slight, on any kind of page."""

import pytest

from tests.axe import findings, look_everywhere
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
