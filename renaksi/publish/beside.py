"""What programs look for by themselves: feeds, the search, who made it, who to write to."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from renaksi.publish.page import SitePage
from renaksi.publish.paths import calendar_url, feed_url, section_url
from renaksi.publish.site import Site
from renaksi.publish.words import Words
from renaksi.vocabulary import Kind

_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
# What the sort of an entry is called in the paths of its feeds.
_FOLLOWED = {Kind.COMMITMENT.value: "commitments", Kind.ORGANIZATION.value: "organizations"}
# RFC 9116 advises against more than a year; the site is built every week.
_VALID = timedelta(days=360)
# Licences of what the pages are made with and partly made of; the packages say the same (tests).
LICENCES = {
    "markdown": "BSD-3-Clause",
    "mkdocs": "BSD-2-Clause",
    "mkdocs-material": "MIT",
    "pagefind-bin": "MIT",
    "renaksi": "MIT",
}
Absolute = Callable[[str], str]


def find_feeds(page: SitePage) -> dict[str, str | None]:
    """Paths of what a page names in its head: all changes, its own ones, calendar and search."""
    kind, _, id = page.name.rpartition(":")
    own = feed_url(page.language, _FOLLOWED[kind], id) if kind in _FOLLOWED else None
    return {
        "all": feed_url(page.language, "changes"),
        "own": own,
        "calendar": calendar_url(page.language),
        "search": search_url(page.language),
    }


def search_url(language: str) -> str:
    """The description of the search in one language, for browsers."""
    return f"opensearch-{language}.xml"


def build_beside(
    site: Site, absolute: Absolute, site_name: str, repository: str
) -> Iterator[tuple[str, str]]:
    """Path and content of each."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {absolute('sitemap.xml')}\n"
    for words in site.words.values():
        yield search_url(words.language), describe_search(words, absolute, site_name)
    yield "humans.txt", _credit(site, absolute, site_name, repository)
    if repository:
        yield ".well-known/security.txt", _tell_contact(site, absolute, repository)


def describe_search(words: Words, absolute: Absolute, site_name: str) -> str:
    """An OpenSearch 1.1 description, by which a browser can offer the site's search."""
    root = ET.Element("OpenSearchDescription", {"xmlns": _SEARCH})
    texts = {
        "ShortName": site_name[:16],  # the standard allows no more
        "Description": words.t("search.describe", site=site_name),
        "Language": words.language,
        "InputEncoding": "UTF-8",
        "OutputEncoding": "UTF-8",
    }
    for name, text in texts.items():
        ET.SubElement(root, name).text = text
    page = absolute(section_url(words, "search"))
    ET.SubElement(root, "Url", {"type": "text/html", "template": f"{page}?q={{searchTerms}}"})
    ET.SubElement(root, "Query", {"role": "example", "searchTerms": words.t("nav.commitments")})
    itself = {"type": "application/opensearchdescription+xml", "rel": "self"}
    ET.SubElement(root, "Url", {**itself, "template": absolute(search_url(words.language))})
    icon = ET.SubElement(root, "Image", {"type": "image/svg+xml", "width": "16", "height": "16"})
    icon.text = absolute("assets/site/mark.svg")
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _tell_contact(site: Site, absolute: Absolute, repository: str) -> str:
    """Where to report a weak spot, as RFC 9116 has it."""
    base = repository.rstrip("/")
    expires = date.fromisoformat(site.as_of) + _VALID
    lines = (
        f"Contact: {base}/security/advisories/new",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(site.words)}",
        f"Canonical: {absolute('.well-known/security.txt')}",
        f"Policy: {base}/blob/main/SECURITY.md",
    )
    return "".join(f"{line}\n" for line in lines)


def _credit(site: Site, absolute: Absolute, site_name: str, repository: str) -> str:
    """Who and what the site is made by, for people (humanstxt.org)."""
    base = repository.rstrip("/")
    people = [f"    {base}/graphs/contributors"] if base else []
    made_with = [
        f"    {name} {version} ({LICENCES[name]})" if name in LICENCES else f"    {name} {version}"
        for name, version in sorted(site.edition.versions.items())
    ]
    sections = {
        "TEAM": [f"    {site_name}: {absolute('')}", *people],
        "THANKS": [
            f"    {absolute(section_url(words, 'sources'))}" for words in site.words.values()
        ],
        "LICENCES": [
            "    Content: CC BY 4.0",
            "    Code: MIT",
            "    Letters of pictures: IBM Plex Sans, OFL-1.1",
        ],
        "SITE": [f"    Language: {', '.join(site.words)}", *made_with],
    }
    parts = ("\n".join([f"/* {name} */", *lines]) for name, lines in sections.items())
    return "\n\n".join(parts) + "\n"
