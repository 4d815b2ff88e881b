"""What a first search weighs on the wire: `python -m tests.searching SITE [QUERY]`.

A browser that remembers nothing opens the page of results; the server's own log is counted until
the first results stand there. The table of filters comes after them, and so do words of a long
question that very many records have.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import find_browser, launch_arguments
from tests.serving import Answer, serve_folder

MOST = 250_000
_KINDS = (
    ("/wasm.", "Pagefind: program"),
    ("pagefind.js", "Pagefind: script"),
    (".pf_meta", "Pagefind: list of records"),
    (".pf_index", "Pagefind: words searched for"),
    (".pf_fragment", "texts of the results shown"),
    ("pagefind-entry", "Pagefind: list of records"),
    ("words-", "forms of words"),
    ("setup.json", "names, abbreviations, rules"),
    ("/search/", "our scripts"),
)


# What had been loaded in the moment in which the first result stood.
_WATCH = """new MutationObserver(() => {
    if (!window.loaded && document.querySelector('.result')) {
        window.loaded = performance.getEntriesByType('resource').map((each) => each.name);
    }
}).observe(document, { childList: true, subtree: true });"""


def first_search(browser: Browser, base: str, answers: list[Answer], path: str) -> list[Answer]:
    """What the site sent until the first results of a first search stood, with the page itself."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    answers.clear()
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(base + path)
    page.locator(".result").first.wait_for()
    page.wait_for_load_state("networkidle")
    loaded = {each.removeprefix(base).strip("/") for each in (page.url, *page.evaluate("loaded"))}
    context.close()
    return [each for each in answers if each.path.strip("/") in loaded]


def parts(answers: list[Answer]) -> dict[str, int]:
    """Bytes by what they are for."""
    found: dict[str, int] = {}
    for answer in answers:
        name = answer.path.partition("?")[0]
        kind = next((kind for end, kind in _KINDS if end in name), "page, style, scripts")
        found[kind] = found.get(kind, 0) + answer.size
    return found


def weight(answers: list[Answer]) -> int:
    """Bytes on the wire, heads of answers included."""
    return sum(answer.size for answer in answers)


def main(site: Path, path: str) -> None:
    """Prints the parts of a first search on a built site."""
    answers: list[Answer] = []
    with serve_folder(site, answers) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        found = first_search(browser, base, answers, path)
        for kind, size in sorted(parts(found).items(), key=lambda item: -item[1]):
            print(f"{size:9,}  {kind}")
        print(f"{weight(found):9,}  until the first results stand ({MOST:,} at most)")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
