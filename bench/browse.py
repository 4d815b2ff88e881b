"""How the list of commitments fares at any size: `make bench-browse`.

For each size: the processor time of a build, what the list and its data weigh on the wire, and
how long a reader waits in Chromium from a click on a facet to the updated list, the first time
(with the data to load) and afterwards. Nothing here fails for being slow.
"""

import gzip
import resource
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.generate import generate
from renaksi.build import build_site
from tests.browser import find_browser, launch_arguments
from tests.serving import serve_folder

SIZES = (19, 500, 5000)
ROUNDS = 5
_AS_OF = "2031-06-30"
_LIST = "en/commitments/"
# Ticks a box and waits until the number of results, written last, has changed on the screen.
_CLICK = """async box => {
    const before = performance.now();
    const count = document.querySelector('.browse__count');
    const changed = new Promise(done => new MutationObserver(done).observe(
        count, {childList: true, characterData: true, subtree: true}));
    box.click();
    await changed;
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - before;
}"""


def build_time(root: Path, output: Path) -> float:
    """The processor time in seconds of a build, with all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    if build_site(root, output, _AS_OF):
        raise SystemExit(1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def weight(path: Path) -> tuple[int, int]:
    """Kilobytes of a file, as it is and compressed."""
    content = path.read_bytes()
    return len(content) // 1000, len(gzip.compress(content, mtime=0)) // 1000


def clicks(page: Page, address: str) -> tuple[float, float]:
    """Milliseconds from a click to the list: the first, and the median of later ones."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.locator("[data-facet=stream], [data-facet=lead]").evaluate_all(
        "all => all.forEach(one => { one.open = true; })"
    )
    boxes = page.locator("[data-facet=lead] [data-value] input")
    first = boxes.nth(0).evaluate(_CLICK)
    later = [boxes.nth(1 + index % 2).evaluate(_CLICK) for index in range(ROUNDS)]
    return first, statistics.median(later)


def main() -> None:
    """Prints a line for each size."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    print(
        f"{'commitments':>11} {'build s':>8} {'pages':>7} {'list kB (gz)':>14} {'data kB (gz)':>14}"
        f" {'first click ms':>15} {'later ms':>9}"
    )
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        for size in sizes:
            folder = Path(name) / str(size)
            root = generate(folder / "corpus", size)
            seconds = build_time(root, folder / "site")
            site = folder / "site"
            pages = sum(1 for _ in site.rglob("*.html"))
            page, data = weight(site / _LIST / "index.html"), weight(site / "api/v1/browse/en.json")
            with serve_folder(site) as base:
                first, later = clicks(browser.new_page(), base + _LIST)
            print(
                f"{size:>11,} {seconds:>8.1f} {pages:>7,} {page[0]:>7} ({page[1]:>4}) "
                f"{data[0]:>7} ({data[1]:>4}) {first:>15.0f} {later:>9.0f}"
            )
        browser.close()


if __name__ == "__main__":
    main()
