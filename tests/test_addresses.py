"""Every address on both sites: links, alternates, the sitemap, and what is published at all."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from renaksi.export.output import output_pattern
from renaksi.export.table import COLLECTIONS, OUTPUTS
from tests import golden, trees

# Data for other programs, which the page "open data" tells of by patterns.
FOR_MACHINES = [output_pattern(each.path) for each in (*OUTPUTS, *COLLECTIONS)]
# What programs look for by themselves.
BESIDE = ("robots.txt", "humans.txt", ".well-known/security.txt")
SITES = pytest.mark.parametrize("name", ["golden", "real"])
ROOTS = {"golden": golden.CORPUS, "real": golden.ROOT}


@pytest.fixture
def site(name: str, request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(f"{name}_site")
    return found


@pytest.fixture
def base(name: str) -> str:
    config = (ROOTS[name] / "mkdocs.yml").read_text(encoding="utf-8")
    return str(yaml.safe_load(config)["site_url"])


@SITES
def test_every_internal_link_leads_to_a_page_fragment_or_asset(site: Path, base: str) -> None:
    assert trees.broken_links(site, base=base) == []


def test_checker_finds_every_kind_of_broken_link(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<p id="here">', encoding="utf-8")
    links = ("a/#here", "#here", "a/#there", "b/", "../x", "/sub/a/", "/a/", "https://other.org/x")
    text = "".join(f'<a href="{link}"></a>' for link in links) + '<img src="no.svg">'
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    assert trees.broken_links(tmp_path, base="https://example.org/sub/") == [
        ": <a> #here: no such fragment",
        ": <a> a/#there: no such fragment",
        ": <a> b/: no such file",
        ": <a> ../x: outside the site",
        ": <a> /a/: outside the site",
        ": <img> no.svg: no such file",
    ]


@SITES
def test_canonical_address_is_that_of_the_page(site: Path, base: str) -> None:
    for page in trees.pages(site):
        found = [link.attrib["href"] for link in rel(page, "canonical")]
        expected = [] if page.name == "404.html" else [base + trees.address(site, page)]
        assert found == expected, page


@SITES
def test_alternates_are_absolute_reciprocal_and_have_a_default(site: Path, base: str) -> None:
    named = {
        base + trees.address(site, page): alternates(page)
        for page in trees.pages(site)
        if page.name != "404.html"
    }
    for url, found in named.items():
        assert found.keys() == {"id", "en", "x-default"}, url
        assert found["x-default"] == found["id"], url
        assert url in found.values()
        assert all(named[other] == found for other in found.values()), url


@SITES
def test_switch_of_language_leads_to_the_same_page(site: Path, base: str) -> None:
    for page in trees.pages(site):
        if page.name == "404.html":
            continue
        [switch] = [link for link, _ in trees.links(page) if "data-language" in link.attrib]
        target = urljoin(base + trees.address(site, page), switch.attrib["href"])
        expected = alternates(page)[switch.attrib["hreflang"]]
        assert target.rstrip("/") == expected.rstrip("/"), page


@SITES
def test_sitemap_lists_every_page_and_nothing_else(site: Path, base: str) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    listed = [part.split("</loc>", 1)[0] for part in text.split("<loc>")[1:]]
    expected = [
        base + trees.address(site, page) for page in trees.pages(site) if page.name != "404.html"
    ]
    assert sorted(listed) == sorted(expected)


@SITES
def test_no_file_is_published_that_no_page_asks_for(site: Path, base: str) -> None:
    asked = {"sitemap.xml", "sitemap.xml.gz"}
    asked |= {"assets/site/browse-results.js", *BESIDE}
    asked |= {page.relative_to(site).as_posix() for page in trees.moved(site)}
    for page in trees.pages(site):
        here = base + trees.address(site, page)
        asked.add(page.relative_to(site).as_posix())
        asked |= {urljoin(here, link).removeprefix(base) for _, link in trees.links(page)}
        asked |= {urljoin(here, link).removeprefix(base) for link in other_files(page)}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    asked |= {name for name in files if any(each.fullmatch(name) for each in FOR_MACHINES)}
    of_search = {name for name in files if name.startswith(("pagefind/", "assets/site/search/"))}
    assert sorted(files - asked - of_search) == []


def other_files(page: Path) -> list[str]:
    """The picture for those who share the page, and the worker of those who ask for one."""
    pictures = (each for each in trees.elements(page, "meta") if each.get("property") == "og:image")
    workers = (each.get("data-worker", "") for each in trees.elements(page, "div"))
    return [*(each.attrib["content"] for each in pictures), *workers]


def rel(page: Path, value: str) -> list[trees.Element]:
    return [link for link in trees.elements(page, "link") if link.attrib.get("rel") == value]


def alternates(page: Path) -> dict[str, str]:
    links = rel(page, "alternate")
    return {
        each.attrib["hreflang"]: each.attrib["href"] for each in links if "hreflang" in each.attrib
    }
