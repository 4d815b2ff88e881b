"""What every page says of itself, for those who share it, cite it, or ask how old it is."""

from collections.abc import Callable, Iterator
from typing import Any

from renaksi.publish.cite import Citation, Cited, cite
from renaksi.publish.freshness import find_freshness
from renaksi.publish.page import SitePage
from renaksi.publish.share import find_share
from renaksi.publish.site import Site
from renaksi.publish.words import Words

# Pages that stand for one thing, and so are cited.
_CITED = ("plan", "commitment", "stage", "meeting", "organization")


def reading_values(
    site: Site, page: SitePage, absolute: Callable[[str], str], site_name: str
) -> dict[str, Any]:
    """Values for the templates; `absolute` gives the full address of a path of the site."""
    desk = site.desk(page.language)
    kind, _, id = page.name.rpartition(":")
    return {
        "as_of": desk.date(site.as_of),
        "share": find_share(site, page, absolute, site_name),
        "freshness": find_freshness(desk, kind, id),
        "citation": _cite(site, page, absolute, site_name) if kind in _CITED else None,
        "citation_files": tuple(citation_urls(desk.words, page).values()),
    }


def build_citations(
    site: Site, absolute: Callable[[str], str], site_name: str
) -> Iterator[tuple[str, str]]:
    """Address and content of what programs for references read, beside each cited page."""
    for page in site.pages:
        if page.name.rpartition(":")[0] in _CITED:
            citation = _cite(site, page, absolute, site_name)
            urls = citation_urls(site.words[page.language], page)
            yield urls["bib"], f"{citation.bibtex}\n"
            yield urls["json"], f"{citation.csl}\n"


def citation_urls(words: Words, page: SitePage) -> dict[str, str]:
    """Where the files are by the ends of their names, relative to the site's root."""
    return {end: f"{page.url}{words.t('path.citation')}.{end}" for end in ("bib", "json")}


def _cite(site: Site, page: SitePage, absolute: Callable[[str], str], site_name: str) -> Citation:
    cited = Cited(
        id=f"{page.name.replace(':', '-')}-{page.language}",
        author=site_name,
        title=page.title.text,
        language=page.title.language or page.language,
        url=absolute(page.url),
        as_of=site.as_of,
    )
    return cite(cited, site.words[page.language])
