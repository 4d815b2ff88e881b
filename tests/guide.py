"""The pictures in CONTRIBUTING.md, taken from the site: `make guide`.

`docs/images/<name>-<language>.webp`: the link below a box of facts, a form on a phone, and the ways
to send a complete one.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from tests import proposing
from tests.browser import find_browser, launch_arguments
from tests.serving import serve_folder

FOLDER = Path("docs/images")
_COMMITMENT = "commitments/2018-2020/06-local-e-legislation/"
PAGES = {
    "id": ("komitmen/2018-2020/06-local-e-legislation/", "usul/kabar/"),
    "en": (f"en/{_COMMITMENT}", "en/propose/progress/"),
}
# An example as a person might write it, which names itself one.
_SAID = {"id": "Contoh: peraturannya sudah terbit.", "en": "Example: the regulation is out."}
_ANSWERS = {
    **{"commitment": "06-local-e-legislation", "voice": "civil-society", "period": "2020-S1"},
    **{"date": "2020-06-30", "source": "bappenas-ran7", "consent": "yes"},
}


def save(taken: bytes, name: str) -> None:
    """A picture in a form that weighs little."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    Image.open(io.BytesIO(taken)).save(FOLDER / f"{name}.webp", lossless=True, method=6)


def around(page: Page, target: Locator, height: int) -> bytes:
    """What a reader sees whose window ends below `target`."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box is not None
    bottom = page.evaluate("scrollY") + box["y"] + box["height"] + 30
    width = page.evaluate("document.documentElement.clientWidth")
    top = max(bottom - height, 0)
    return page.screenshot(
        full_page=True, clip={"x": 0, "y": top, "width": width, "height": height}
    )


def main(site: Path) -> None:
    """Takes every picture in both languages."""
    with serve_folder(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        for language, (commitment, form) in PAGES.items():
            page = browser.new_page(viewport={"width": 800, "height": 600})
            page.goto(base + commitment)
            link = page.locator("section[aria-labelledby=_facts] .report").first
            save(around(page, link, 420), f"report-{language}")
            page.set_viewport_size({"width": 390, "height": 700})
            page.goto(base + form)
            save(page.screenshot(), f"form-{language}")
            page.set_viewport_size({"width": 800, "height": 600})
            proposing.finish(page, {**_ANSWERS, "progress": _SAID[language]})
            save(page.locator("[data-exits]").screenshot(), f"exits-{language}")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
