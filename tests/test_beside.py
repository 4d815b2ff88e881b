"""What programs look for by themselves: robots.txt, OpenSearch, security.txt, credits, sitemap."""

import re
import subprocess
import sys
from datetime import date, datetime
from importlib.metadata import metadata, version
from pathlib import Path
from urllib.robotparser import RobotFileParser

import yaml
from lxml import etree

from renaksi.layout import LANGUAGES
from renaksi.publish.beside import LICENCES
from tests import golden, trees

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
BASE = str(yaml.safe_load((golden.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"])
LONGEST_YEAR = 366


def test_robots_may_read_everything_and_are_led_to_the_sitemap(real_site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((real_site / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("*", f"{BASE}komitmen/")
    assert robots.site_maps() == [f"{BASE}sitemap.xml"]


def test_search_is_described_for_browsers_in_each_language(real_site: Path) -> None:
    for language in LANGUAGES:
        root = etree.parse(real_site / f"opensearch-{language}.xml").getroot()
        assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
        assert 0 < len(root.findtext(f"{OPENSEARCH}ShortName")) <= 16
        assert 0 < len(root.findtext(f"{OPENSEARCH}Description")) <= 1024
        assert root.findtext(f"{OPENSEARCH}Language") == language
        [results] = [u for u in root.iter(f"{OPENSEARCH}Url") if u.get("type") == "text/html"]
        assert root.find(f"{OPENSEARCH}Query").get("role") == "example"
        page, _, query = results.get("template").removeprefix(BASE).partition("?")
        assert query == "q={searchTerms}"
        [field] = [
            each
            for each in trees.elements(real_site / page / "index.html", "input")
            if each.get("id") == "_query"
        ]
        assert field.get("name") == "q"


def test_every_page_names_the_search_of_its_language(real_site: Path) -> None:
    for page in (each for each in trees.pages(real_site) if each.name != "404.html"):
        [link] = [e for e in trees.elements(page, "link") if e.get("rel") == "search"]
        [html] = trees.elements(page, "html")
        target = (page.parent / (link.get("href") or "")).resolve()
        assert target == (real_site / f"opensearch-{html.get('lang')}.xml").resolve()


def test_security_txt_says_what_rfc_9116_asks(real_site: Path) -> None:
    text = (real_site / ".well-known" / "security.txt").read_text(encoding="utf-8")
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert len(fields) == len(text.splitlines())
    assert fields["Contact"].startswith("https://") and fields["Contact"].endswith("/new")
    assert fields["Canonical"] == f"{BASE}.well-known/security.txt"
    assert fields["Preferred-Languages"] == "id, en"
    until = datetime.fromisoformat(fields["Expires"]).date() - date.fromisoformat(golden.AS_OF)
    assert 300 < until.days < LONGEST_YEAR
    assert re.search(r"include-hidden-files: true", workflow())


def test_security_txt_has_no_mistake_for_the_parser_of_those_who_look_for_it(
    real_site: Path,
) -> None:
    """Left out is what it says of today, and its advice to sign: a build holds no key."""
    told = "; ".join(
        (
            "from sectxt import Parser",
            "found = Parser(open(sys.argv[1], 'rb').read(), recommend_unknown_fields=True)",
            "told = {each['code'] for each in (*found.errors, *found.recommendations)}",
            "print(sorted(told - {'not_signed', 'long_expiry', 'expired'}))",
        )
    )
    path = real_site / ".well-known" / "security.txt"
    command = [sys.executable, "-W", "ignore", "-c", f"import sys; {told}", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stderr


def workflow() -> str:
    """Without this, the action that hands the site to GitHub Pages leaves such folders out."""
    path = golden.ROOT / ".github" / "workflows" / "check.yml"
    return path.read_text(encoding="utf-8")


def test_credits_name_licences_and_lead_to_the_sources(real_site: Path) -> None:
    text = (real_site / "humans.txt").read_text(encoding="utf-8")
    assert "CC BY 4.0" in text and "MIT" in text
    for name, licence in LICENCES.items():
        assert f"    {name} {version(name)} ({licence})\n" in text
        about = metadata(name)
        assert licence in (about.get("License-Expression"), about.get("License"))
    for url in re.findall(r"https://\S+", text):
        if url.startswith(BASE):
            assert (real_site / url.removeprefix(BASE) / "index.html").is_file()


def test_sitemap_is_one_by_the_protocol_and_alternates_are_mutual(site: Path) -> None:
    root = etree.parse(site / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    assert {each.tag for each in root} == {f"{SITEMAP}url"}
    groups: dict[str, dict[str, str]] = {}
    for url in root:
        links = url.findall(f"{XHTML}link")
        assert {each.get("rel") for each in links} == {"alternate"}
        groups[url.findtext(f"{SITEMAP}loc")] = {e.get("hreflang"): e.get("href") for e in links}
    assert len(groups) == len(root) <= 50_000
    assert (site / "sitemap.xml").stat().st_size <= 50 * 1024 * 1024
    assert len({address.split("/")[2] for address in groups}) == 1  # one sitemap, one host
    assert max(map(len, groups)) < 2048
    for address, others in groups.items():
        assert set(others) == set(LANGUAGES)
        assert address in others.values()
        assert all(groups[other] == others for other in others.values())
