"""Built pages as trees, and a checker of their links."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

ORIGIN = "https://site.invalid/"
LINKS = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"))
TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")


@cache
def _read(page: Path) -> tuple[Element, list[str]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(page.read_text(encoding="utf-8"))
    return root, [f"line {place[0]}: {code}" for place, code, _ in parser.errors]


def tree(page: Path) -> Element:
    """The document as a browser reads it."""
    return _read(page)[0]


def parse_errors(page: Path) -> list[str]:
    """What a strict reader of HTML stumbles over."""
    return _read(page)[1]


def pages(site: Path) -> list[Path]:
    """Every page of a site that is there to be read."""
    return sorted(set(site.rglob("*.html")) - set(moved(site)))


def moved(site: Path) -> list[Path]:
    """Every page that only leads on from a former address."""
    return sorted(
        path
        for path in site.rglob("*.html")
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8")
    )


def address(site: Path, page: Path) -> str:
    """Where a page is served, relative to the site: `en/about/`, or `404.html`."""
    return page.relative_to(site).as_posix().removesuffix("index.html")


def elements(page: Path, *tags: str) -> Iterator[Element]:
    """The elements of a page in order, or those of some tags."""
    for element in tree(page).iter():
        if isinstance(element.tag, str) and (not tags or element.tag in tags):
            yield element


def text(element: Element) -> str:
    return "".join(element.itertext())


def links(page: Path) -> Iterator[tuple[Element, str]]:
    """Every link of a page as it is written: pages, styles, pictures, scripts."""
    wanted = dict.fromkeys(LINKS)
    for element in elements(page):
        for name in ("href", "src"):
            if (element.tag, name) in wanted and name in element.attrib:
                yield element, element.attrib[name]


@cache
def anchors(page: Path) -> frozenset[str]:
    return frozenset(element.attrib["id"] for element in elements(page) if "id" in element.attrib)


def broken_links(site: Path, *, base: str) -> list[str]:
    """Links that lead nowhere within a site that is served at the full address `base`."""
    found = []
    for page in pages(site):
        here = urljoin(base, address(site, page))
        for element, link in links(page):
            full, fragment = urldefrag(urljoin(here, link))
            if urlsplit(link).scheme and not full.startswith(base):
                continue  # another site
            reason = _fault(site, full, base, fragment)
            if reason:
                found.append(f"{address(site, page)}: <{element.tag}> {link}: {reason}")
    return found


def _fault(site: Path, full: str, base: str, fragment: str) -> str | None:
    if full.rstrip("/") == base.rstrip("/"):
        full = base
    if not full.startswith(base):
        return "outside the site"
    target = site / unquote(full.removeprefix(base).split("?")[0])
    if target.is_dir():
        target = target / "index.html"
    if not target.is_file():
        return "no such file"
    if fragment and unquote(fragment) not in anchors(target):
        return "no such fragment"
    return None
