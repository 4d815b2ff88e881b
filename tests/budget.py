"""What a first visit weighs on the wire: `python -m tests.budget SITE`, `make budget`.

Every kind of page in every language is opened in a browser that remembers nothing, served as
GitHub Pages does. The server's own log counts, since the browser does not tell of its workers.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Request, Route, sync_playwright

from tests.browser import find_browser, launch_arguments
from tests.pages import ADDRESSES
from tests.serving import Answer, serve_folder

MOST_BYTES, MOST_REQUESTS = 64_000, 8
AIM_BYTES, AIM_REQUESTS = 40_000, 6


@dataclass(frozen=True)
class Visit:
    """One first visit: what the site sent, and requests that went to others."""

    kind: str
    language: str
    answers: tuple[Answer, ...]
    foreign: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes on the wire, heads of answers included."""
        return sum(answer.size for answer in self.answers)

    @property
    def fits(self) -> bool:
        """Whether the visit keeps within what may be."""
        few = len(self.answers) <= MOST_REQUESTS and not self.foreign
        return few and self.size <= MOST_BYTES


def visit(browser: Browser, base: str, answers: list[Answer], kind: str, language: str) -> Visit:
    """Opens a page for the first time and waits until nothing more is asked for."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    foreign: list[str] = []

    def refuse(route: Route, request: Request) -> None:
        foreign.append(request.url)
        route.abort()

    context.route(lambda url: not url.startswith(base), refuse)
    answers.clear()
    page = context.new_page()
    page.goto(base + ADDRESSES[kind, language], wait_until="networkidle")
    found = Visit(kind, language, tuple(answers), tuple(foreign))
    context.close()
    return found


def main(site: Path) -> int:
    """Prints a line for each page, the heaviest last; 1 if any is over what may be."""
    answers: list[Answer] = []
    with serve_folder(site, answers) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        visits = [visit(browser, base, answers, *each) for each in ADDRESSES]
        browser.close()
    for each in sorted(visits, key=lambda each: each.size):
        mark = "" if each.fits else "  TERLALU BERAT / TOO HEAVY"
        print(f"{each.kind:20}{each.language:4}{each.size:8} B{len(each.answers):4}{mark}")
    print(f"batas / limit: {MOST_BYTES} B, {MOST_REQUESTS}; aim: {AIM_BYTES} B, {AIM_REQUESTS}")
    return 0 if all(each.fits for each in visits) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
