"""What every page says of itself, for those who share it, cite it, or ask how old it is."""

from collections.abc import Callable
from typing import Any

from renaksi.publish.share import find_share
from renaksi.publish.site import Site, SitePage


def reading_values(site: Site, page: SitePage, absolute: Callable[[str], str]) -> dict[str, Any]:
    """Values for the templates; `absolute` gives the full address of a path of the site."""
    desk = site.desk(page.language)
    return {
        "as_of": desk.date(site.as_of),
        "share": find_share(site, page, absolute),
    }
