"""Pictures of every kind of page, for people to look at: `make screenshots`.

Writes `screenshots/<kind>-<language>-<width>-<scheme>.png` for both languages, at 360 and 1280
pixels, light and dark.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

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
    "about": ("tentang/", "en/about/"),
    "everything": ("semua-isi/", "en/everything/"),
    "search": ("cari/", "en/search/"),
    "404": ("tidak-ada/", "en/nothing/"),
}
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
LONGEST = 2600


def main(site: Path, folder: Path, only: list[str]) -> None:
    """Takes the pictures of the built `site` into `folder`; `only` narrows the kinds."""
    folder.mkdir(parents=True, exist_ok=True)
    with serve_folder(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        for width in WIDTHS:
            for scheme in SCHEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": 800}, color_scheme=scheme
                )
                for kind, paths in KINDS.items():
                    if only and kind not in only:
                        continue
                    for language, path in zip(("id", "en"), paths, strict=True):
                        page.goto(base + path)
                        height = page.evaluate("document.documentElement.scrollHeight")
                        name = f"{kind}-{language}-{width}-{scheme}.png"
                        page.screenshot(
                            path=folder / name,
                            clip={"x": 0, "y": 0, "width": width, "height": min(height, LONGEST)},
                            full_page=True,
                        )
        browser.close()


if __name__ == "__main__":
    main(Path("site"), Path("screenshots"), sys.argv[1:])
