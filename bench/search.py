"""What a first search weighs on the wire at any size: `make bench-search`.

Words are taken from the corpus itself: the most frequent, the rarest, some between, and whole
titles as questions of several words. Nothing here fails for being heavy: `tests/` does.
"""

import html
import json
import re
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

from playwright.sync_api import sync_playwright

from bench.generate import generate
from renaksi.build import build_site
from renaksi.search.index import FOLDER as INDEX
from tests.browser import find_browser, launch_arguments
from tests.pages import ADDRESSES
from tests.searching import MOST, first_search, weight
from tests.serving import Answer, serve_folder

SIZES = (19, 5000)
_AS_OF = "2031-06-30"
_COMMITMENTS = {"id": "komitmen", "en": "en/commitments"}
_BETWEEN = 6
_TAG = re.compile(r"<[^>]*>")
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)


def questions(site: Path, language: str) -> list[str]:
    """What to ask of a built site: words by how many pages have them, then titles."""
    counts: Counter[str] = Counter()
    titles: list[str] = []
    for path in sorted((site / _COMMITMENTS[language]).glob("*/*/index.html")):
        main = _MAIN.findall(path.read_text(encoding="utf-8"))[0]
        text = _TAG.sub(" ", main)
        counts.update(set(re.findall(r"[a-z]{4,}", text.lower())))
        titles += [html.unescape(_TAG.sub("", title)).strip() for title in _TITLE.findall(main)]
    index = site / INDEX / language
    setup = json.loads((index / "setup.json").read_text(encoding="utf-8"))
    files = [path.read_text(encoding="utf-8") for path in index.glob("words-*.txt")]
    indexed = {word for text in files for word in re.split(r"[\s:,]+", text)}
    told = counts.keys() & indexed - set(setup["ignored"])
    words = sorted(told, key=lambda word: (-counts[word], word))
    step = max(len(words) // _BETWEEN, 1)
    return [*words[:3], *words[3::step], *words[-2:], *titles[:: max(len(titles) // 3, 1)]]


def weigh(site: Path) -> Iterator[tuple[int, str]]:
    """Bytes until the first results stand, for each question that has any."""
    answers: list[Answer] = []
    with serve_folder(site, answers) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        for language in _COMMITMENTS:
            for asked in questions(site, language):
                path = f"{ADDRESSES['search', language]}?q={quote_plus(asked)}"
                yield weight(first_search(browser, base, answers, path)), path
        browser.close()


def main() -> None:
    """Prints a line for each size."""
    print(f"{'commitments':>11} {'searches':>8} {'median B':>9} {'most B':>9}  the heaviest")
    with tempfile.TemporaryDirectory() as name:
        for size in tuple(map(int, sys.argv[1:])) or SIZES:
            site = Path(name) / f"site-{size}"
            if build_site(generate(Path(name) / str(size), size), site, _AS_OF):
                raise SystemExit(1)
            found = sorted(weigh(site))
            most, path = found[-1]
            median = statistics.median(size for size, _ in found)
            print(f"{size:>11,} {len(found):>8} {median:>9,.0f} {most:>9,}  {path}")
    print(f"At most {MOST:,} bytes until the first results stand.")


if __name__ == "__main__":
    main()
