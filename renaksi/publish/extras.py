"""Files that are published beside the pages: schemas, pictures for shared pages, citations, what
programs look for by themselves, and what it takes to keep visited pages for reading offline."""

import hashlib
import json
from collections.abc import Callable, Iterator

from renaksi.layout import PRIMARY_LANGUAGE
from renaksi.publish import edition
from renaksi.publish.beside import build_beside
from renaksi.publish.cards import build_cards
from renaksi.publish.desk import Desk
from renaksi.publish.paths import SCHEMAS
from renaksi.publish.reading import build_citations
from renaksi.publish.schema import build_schemas
from renaksi.publish.scripts import FORM_SCRIPT, join_form_scripts, join_scripts
from renaksi.publish.site import Site
from renaksi.publish.styles import find_colours, join_parts

# At the root, since a worker may answer only for what lies beside and below it.
WORKER = "worker.js"
_ASSETS = tuple(f"assets/site/{name}" for name in ("site.css", "dark.css", "site.js", "mark.svg"))


def build_extras(
    site: Site,
    read: Callable[[str], str],
    absolute: Callable[[str], str],
    site_name: str,
    repository: str,
) -> Iterator[tuple[str, str | bytes]]:
    """Address and content of each.

    `read` gives the text of a file of the theme, and `absolute` the full address of a path.
    """
    for name, content in build_schemas(site.words).items():
        yield f"{SCHEMAS}/{name}", content
    yield edition.FILE, edition.build_record(site.edition, site.desks()[0], len(site.pages))
    colours = find_colours(read)
    for desk in map(site.desk, site.words):
        yield from build_cards(desk, colours, site_name)
        yield manifest_url(desk.language), build_manifest(desk, colours, site_name)
    yield FORM_SCRIPT, join_form_scripts(read)
    yield WORKER, build_worker(site, read)
    yield from build_citations(site, absolute, site_name)
    yield from build_beside(site, absolute, site_name, repository)


def manifest_url(language: str) -> str:
    """Where a browser learns how the site is installed, in one language."""
    return f"assets/site/{language}.webmanifest"


def build_manifest(desk: Desk, colours: dict[str, str], site_name: str) -> str:
    """The web app manifest; its addresses are relative to itself, so that any sub-path will do."""
    root = "../../"
    manifest = {
        "name": f"{site_name}: {desk.short(desk.corpus.plan).text}",
        "short_name": site_name,
        "lang": desk.language,
        "dir": "ltr",
        "start_url": f"{root}{desk.section('home')}",
        "scope": root,
        "display": "minimal-ui",
        "background_color": colours["ground"],
        "theme_color": colours["brand"],
        "icons": [{"src": "mark.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return f"{json.dumps(manifest, indent=2, ensure_ascii=False)}\n"


def build_worker(site: Site, read: Callable[[str], str]) -> str:
    """The service worker, which knows what it keeps from the start and which version that is.

    A new look drops what was kept with the old one: its pages would not fit it.
    """
    text = read("worker.js")
    scripts = (join_scripts(read), join_form_scripts(read))
    looks = (text, join_parts(read), read("assets/site/dark.css"), *scripts)
    about = {language: site.desk(language).section("about") for language in site.words}
    settings = {
        "version": hashlib.sha256("\0".join(looks).encode()).hexdigest()[:12],
        "files": [*_ASSETS, *about.values()],
        "about": about,
        "primary": PRIMARY_LANGUAGE,
    }
    return text.replace("{{ settings }}", json.dumps(settings, sort_keys=True))
