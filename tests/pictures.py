"""Pictures of the pages that a proposal changes, before and after: `make pictures AGAINST=REV`.

The state at which the proposal left REV is built by its own code, in a folder of its own. Pages
whose bytes differ are taken at two widths, those with the most changed lines first. Where a style
or a script of the whole site differs, one page of every kind is taken, too.

`python -m tests.pictures REV SITE FOLDER`: `SITE` is the built proposal; `FOLDER` gets the pictures
and `index.html`, which shows them side by side.
"""

import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import jinja2
from playwright.sync_api import Page, sync_playwright

from renaksi.revision import find_merge_base
from tests.browser import find_browser, launch_arguments
from tests.golden import ROOT
from tests.screenshots import KINDS, open_page, take
from tests.serving import serve_folder
from tests.states import build_revision

MOST = 16
WIDTHS = (360, 1280)
_SHARED = ("assets/site/site.css", "assets/site/dark.css", "assets/site/site.js")
_PAGE = "index.html"
# Which commit a page was made of, and how large the files for machines are, always differs.
_ALWAYS_OTHER = re.compile(
    r'<(section|p|span)\b[^>]*"(?:_edition|files__day|files__size)".*?</\1>', re.DOTALL
)
_INDEX = """<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Halaman yang berubah / Pages that changed</title>
<h1>Halaman yang berubah / <span lang="en">Pages that changed</span></h1>
<p>{{ pages | length }} / {{ number }}</p>
{% for path, pictures in pages %}
<h2><a href="../{{ path }}index.html">/{{ path }}</a></h2>
{% for id, en, picture in pictures %}
<figure>
<figcaption>{{ id }} / <span lang="en">{{ en }}</span></figcaption>
<img src="{{ picture }}" alt="/{{ path }}">
</figure>
{% endfor %}
{% endfor %}
</html>
"""


def find_changed(before: Path | None, after: Path) -> list[str]:
    """Addresses of pages that are new or differ, from the site's root: entries come first, and
    among them those with the most changed lines."""
    sizes = {}
    for path in sorted(after.rglob(_PAGE)):
        page = path.relative_to(after).as_posix()
        lines, known = _lines(path), _lines(before / page if before else path)
        changed = (lines - known).total() + (known - lines).total()
        if changed:
            sizes[page.removesuffix(_PAGE)] = changed
    ordered = sorted(sizes, key=lambda page: (not _is_entry(page), -sizes[page], page))
    shared = before and any(_read(before / each) != _read(after / each) for each in _SHARED)
    kinds = [path for paths in KINDS.values() for path in paths] if shared else []
    there = [path for path in kinds if (after / path / _PAGE).is_file()]
    return list(dict.fromkeys([*there, *ordered]))


def _lines(path: Path) -> Counter[str]:
    return Counter(_ALWAYS_OTHER.sub("", _read(path).decode()).splitlines())


def _is_entry(page: str) -> bool:
    """Entries stand below their section, and most of them below their plan."""
    return len([part for part in page.split("/") if part not in ("", "en")]) > 1


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def name(path: str, width: int, side: str) -> str:
    """`en_plans-360-after.png`."""
    return f"{path.strip('/').replace('/', '_') or 'home'}-{width}-{side}.png"


def photograph(page: Page, base: str, paths: list[str], folder: Path, side: str) -> None:
    """A picture of each page that is there."""
    assert page.viewport_size is not None
    for path in paths:
        answer = page.goto(base + path)
        if answer is not None and answer.ok:
            take(page, folder / name(path, page.viewport_size["width"], side))


def main(revision: str, site: Path, folder: Path) -> None:
    """Takes the pictures of what the work tree changes since it left `revision`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        before = build_revision(find_merge_base(ROOT, revision), Path(temporary))
        changed = find_changed(before, site)
        paths = changed[:MOST]
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        for side, built in (("before", before), ("after", site)):
            if built is None:
                continue
            with serve_folder(built) as base:
                for width in WIDTHS:
                    page = open_page(browser, width, "light")
                    photograph(page, base, paths, folder, side)
                    page.context.close()
        browser.close()
    write_index(folder, paths, len(changed))


def write_index(folder: Path, paths: list[str], number: int) -> None:
    """One page that shows what was taken, side by side."""
    pages = []
    for path in paths:
        named = [
            (f"{id}, {width} px", f"{en}, {width} px", name(path, width, side))
            for width in WIDTHS
            for side, id, en in (("before", "Sebelum", "Before"), ("after", "Sesudah", "After"))
        ]
        pages.append((path, [each for each in named if (folder / each[-1]).is_file()]))
    template = jinja2.Environment(autoescape=True).from_string(_INDEX)
    text = template.render(pages=pages, number=number)
    (folder / "index.html").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
