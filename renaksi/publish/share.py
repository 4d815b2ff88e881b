"""What other sites show of a page that is shared there (Open Graph)."""

from collections.abc import Callable
from dataclasses import dataclass

from babel.core import get_global

from renaksi.draw import HEIGHT, WIDTH
from renaksi.publish.cards import card_of, card_url, describe, find_pictured
from renaksi.publish.page import SitePage
from renaksi.publish.site import Site

# Pages of one entry are articles to Open Graph; lists are the website.
_ARTICLES = ("commitment", "stage", "meeting", "plan", "organization")


@dataclass(frozen=True)
class Share:
    """The page's kind and languages in Open Graph's words, and the picture that stands for it."""

    type: str
    locale: str
    other_locales: tuple[str, ...]
    image: str
    alt: str
    width: int
    height: int


def find_share(site: Site, page: SitePage, absolute: Callable[[str], str], site_name: str) -> Share:
    """What a page offers; `absolute` gives the full address of a path of the site."""
    desk = site.desk(page.language)
    kind, _, id = page.name.rpartition(":")
    entry = find_pictured(desk, kind, id)
    others = [other.language for other in site.alternates(page) if other is not page]
    return Share(
        type="article" if page.kind in _ARTICLES else "website",
        locale=territory(page.language),
        other_locales=tuple(territory(language) for language in others),
        image=absolute(card_url(desk, entry)),
        alt=describe(card_of(desk, entry, site_name)),
        width=WIDTH,
        height=HEIGHT,
    )


def territory(language: str) -> str:
    """`id` -> `id_ID`: Open Graph wants a country, and CLDR knows the likeliest."""
    likely = get_global("likely_subtags").get(language, language).split("_")
    return f"{language}_{likely[-1]}" if len(likely) > 1 else language
