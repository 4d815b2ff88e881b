"""What the sitemap lists."""

from collections.abc import Callable, Iterator
from typing import Any

from renaksi.publish.site import Site


def list_pages(site: Site, absolute: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    """Every page with its alternates; `absolute` gives the full address of a path."""
    for page in site.pages:
        others = [(other.language, absolute(other.url)) for other in site.alternates(page)]
        yield {"url": absolute(page.url), "alternates": others}
