"""Pictures of every kind of page, for people to look at: `make screenshots`.

Writes `screenshots/<kind>-<language>-<width>-<scheme>.png` for both languages, at 360, 768 and
1280 pixels, light and dark, and what is printed of a few kinds as PDF. The two narrow ones are
touched: without a pointer some marks show at all times. Names of kinds narrow what is taken.
"""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import find_browser, launch_arguments
from tests.serving import serve_folder

KINDS = {
    "home": ("", "en/"),
    "commitments": ("komitmen/", "en/commitments/"),
    "commitment": (
        "komitmen/2018-2020/06-local-e-legislation/",
        "en/commitments/2018-2020/06-local-e-legislation/",
    ),
    "commitment-empty": (
        "komitmen/2018-2020/01-extractive-sector-data/",
        "en/commitments/2018-2020/01-extractive-sector-data/",
    ),
    "matrix": ("komitmen/matriks/", "en/commitments/matrix/"),
    "commitment-table": ("komitmen/tabel/", "en/commitments/table/"),
    "facet": ("komitmen/bidang-kebijakan/", "en/commitments/policy-area/"),
    "facet-value": ("komitmen/tema/open-parliament/", "en/commitments/theme/open-parliament/"),
    "facet-deadline": (
        "komitmen/tanggal-akhir/lewat-tidak-diketahui/",
        "en/commitments/end-date/past-not-known/",
    ),
    "stages": ("tahapan/", "en/stages/"),
    "stage": (
        "tahapan/2018-2020/06-consultative-meetings/",
        "en/stages/2018-2020/06-consultative-meetings/",
    ),
    "meetings": ("pertemuan/", "en/meetings/"),
    "meeting": ("pertemuan/2018-2020/2018-kick-off/", "en/meetings/2018-2020/2018-kick-off/"),
    "partners": ("mitra/", "en/partners/"),
    "consultation": ("konsultasi/", "en/consultation/"),
    "plans": ("rencana-aksi/", "en/action-plans/"),
    "plan": ("rencana-aksi/2018-2020/", "en/action-plans/2018-2020/"),
    "organizations": ("organisasi/", "en/organizations/"),
    "organization": (
        "organisasi/ministry-of-home-affairs/",
        "en/organizations/ministry-of-home-affairs/",
    ),
    "people": ("tokoh/", "en/people/"),
    "documents": ("dokumen/", "en/documents/"),
    "notes": ("catatan-redaksi/", "en/editorial-notes/"),
    "sources": ("sumber/", "en/sources/"),
    "glossary": ("glosarium/", "en/glossary/"),
    "quality": ("mutu-data/", "en/data-quality/"),
    "dictionary": ("kamus-data/", "en/data-dictionary/"),
    "accessibility": ("aksesibilitas/", "en/accessibility/"),
    "changes": ("perubahan/", "en/changes/"),
    "follow": ("ikuti/", "en/follow/"),
    "data": ("data-terbuka/", "en/open-data/"),
    "about": ("tentang/", "en/about/"),
    "propose": ("usul/", "en/propose/"),
    "form": ("usul/kabar/", "en/propose/progress/"),
    "form-correction": ("usul/perbaikan/", "en/propose/correction/"),
    "everything": ("semua-isi/", "en/everything/"),
    "search": ("cari/", "en/search/"),
    "404": ("tidak-ada/", "en/nothing/"),
}
WIDTHS = {360: "touch", 768: "touch", 1280: "pointer"}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PRINTED = ("home", "commitments", "commitment", "matrix", "commitment-table")
LONGEST = 15_000  # beyond 16,384 pixels the browser repeats what it has drawn


def main(site: Path, folder: Path, only: list[str]) -> None:
    """Takes the pictures of the built `site` into `folder`; `only` narrows the kinds."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = [kind for kind in KINDS if not only or kind in only]
    with serve_folder(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        for width in WIDTHS:
            for scheme in SCHEMES:
                page = open_page(browser, width, scheme)
                for name in kinds:
                    for language, path in zip(("id", "en"), KINDS[name], strict=True):
                        page.goto(base + path)
                        take(page, folder / f"{name}-{language}-{width}-{scheme}.png")
                page.context.close()
        page = browser.new_page()
        for name in (each for each in kinds if each in PRINTED):
            for language, path in zip(("id", "en"), KINDS[name], strict=True):
                page.goto(base + path)
                page.pdf(path=folder / f"{name}-{language}-print.pdf", format="A4")
        browser.close()


def open_page(browser: Browser, width: int, scheme: Literal["light", "dark"]) -> Page:
    """A new page of a screen of that width."""
    touched = WIDTHS[width] == "touch"
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        has_touch=touched,
        is_mobile=touched,
    )
    return context.new_page()


def take(page: Page, file: Path) -> None:
    """A picture of the whole page, or of as much of it as can be drawn.

    The window grows with the page: pictures beyond the window forget that the screen is touched.
    """
    assert page.viewport_size is not None
    window = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": window["width"], "height": min(height, LONGEST)})
    page.screenshot(path=file)
    page.set_viewport_size(window)


if __name__ == "__main__":
    main(Path("site"), Path("screenshots"), sys.argv[1:])
