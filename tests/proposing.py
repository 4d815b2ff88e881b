"""A form of the site in a browser: filling it in, and what comes out of it."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

UPDATE, EN_UPDATE = "usul/kabar/", "en/propose/progress/"
MEETING, CORRECTION, INPUT = "usul/pertemuan/", "usul/perbaikan/", "en/propose/input/"
EVIDENCE = "usul/bukti/"
ANSWERS = {
    **{"commitment": "06-local-e-legislation", "voice": "civil-society", "period": "2020-S1"},
    **{"date": "2020-06-30", "progress": 'Portal: "sudah" berjalan\n\ndi dua daerah.'},
    **{"completion": "limited", "evidence": "https://example.org/satu\nhttps://example.org/dua"},
    **{"source": "bappenas-ran7", "consent": "yes"},
}
REPORT = {
    **{"stage": "04-bilateral-meetings", "title": "Pertemuan: kedua", "title_en": "Second meeting"},
    **{"start": "2018-10", "total": "040", "report": "Yang dibahas:\n\n- satu\n- dua"},
    **{"source": "bappenas-ran7", "consent": "yes"},
}
SHOWN = {
    **{key: ANSWERS[key] for key in ("commitment", "period", "evidence", "source", "consent")},
    "shows": "Portalnya.",
}
NEW_SOURCE = {
    **{"source": "*", "source_title": "Laporan", "source_url": "https://example.org/laporan"},
    **{"source_publisher": "Kementerian Dalam Negeri", "source_language": "id"},
}
SHORT = {
    **{"topic": "Data izin", "proposal": "Terbitkan data izin.", "consent": "yes"},
}
# What `renaksi import-form` is told of a form that the browser has.
MADE = """raw => {
  const propose = window.renaksiPropose;
  const settings = JSON.parse(document.querySelector("[data-form]").dataset.form);
  const answers = propose.tidyAll(raw, settings);
  const faults = propose.findFaults(answers, settings);
  const file = Object.keys(faults).length ? null : propose.makeFile(answers, settings);
  return {faults, file, text: propose.makeText(answers, settings)};
}"""


def fill(page: Page, answers: Mapping[str, str]) -> None:
    """Answers as a person gives them; choices by their values."""
    for name, value in answers.items():
        field = page.locator(f"[name='{name}']")
        kind = field.evaluate("each => each.type || each.tagName")
        if kind == "checkbox":
            field.set_checked(value == "yes")
        elif kind == "select-one":
            field.select_option(value)
        else:
            field.fill(value)


def read(page: Page, names: Mapping[str, str]) -> dict[str, str]:
    """What stands in the fields of these names."""
    found = {}
    for name in names:
        field = page.locator(f"[name='{name}']")
        if field.get_attribute("type") == "checkbox":
            found[name] = "yes" if field.is_checked() else ""
        else:
            found[name] = field.input_value()
    return found


def press(page: Page) -> None:
    """Asks for the check."""
    page.locator("[data-check]").click()


def finish(page: Page, answers: Mapping[str, str]) -> None:
    """Fills the form in and gets to the ways out."""
    fill(page, answers)
    press(page)
    expect(page.locator("[data-exits] h2")).to_be_focused()


def made(page: Page, raw: Mapping[str, str]) -> Any:
    """What the scripts make of answers: `faults`, the `file` if it is one, and the `text`."""
    return page.evaluate(MADE, dict(raw))


def settings(page: Page) -> Any:
    """What the page tells its script."""
    return json.loads(page.locator("[data-form]").get_attribute("data-form") or "")


def link(page: Page, exit: str) -> str:
    """Where a way out leads."""
    return page.locator(f".exit--{exit} [data-link]").get_attribute("href") or ""


def query(url: str) -> dict[str, str]:
    """The values of an address, each of which stands there once."""
    return {name: value for name, [value] in parse_qs(urlsplit(url).query).items()}


def download(page: Page, selector: str) -> tuple[str, str]:
    """Name and content of what a link gives."""
    with page.expect_download() as found:
        page.locator(selector).click()
    return found.value.suggested_filename, found.value.path().read_text(encoding="utf-8")
