"""Looks at the whole site and writes down what was found: `python -m tests.accessibility SITE`.

`make accessibility` runs it. The results go to `data/audits.yaml`, and from there to the statement
on accessibility. Each method is the same as in the tests, so what is written is what they see.
"""

import importlib.metadata
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import sync_playwright

from tests import axe, nu
from tests.browser import find_browser, launch_arguments
from tests.pages import ADDRESSES
from tests.serving import serve_folder

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "data" / "audits.yaml"


class Counter:
    """Counts the tests of a run and those that failed."""

    def __init__(self) -> None:
        self.run = self.failed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.run += report.when == "call"
        self.failed += report.failed


def audit(site: Path) -> Iterator[dict[str, Any]]:
    """The result of each method, as `data/audits.yaml` holds it."""
    yield _with_axe(site)
    for method in ("keyboard", "reflow"):
        counter = Counter()
        pytest.main([f"tests/test_{method}.py", "-q", "-p", "no:cacheprovider"], plugins=[counter])
        own = importlib.metadata.version("playwright")
        figures = (len(ADDRESSES), counter.run, counter.failed)
        yield _result(method, f"Playwright {own}", figures)
    pages = sum(1 for _ in site.rglob("*.html"))
    yield _result("html", f"Nu Html Checker {_nu()}", (pages, pages, len(nu.find_messages(site))))


def _with_axe(site: Path) -> dict[str, Any]:
    found: list[dict[str, Any]] = []
    with serve_folder(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        # Colours that fade into each other would be looked at half-way.
        page = browser.new_page(reduced_motion="reduce", color_scheme="light")
        for (kind, _), path in ADDRESSES.items():
            page.goto(base + path)
            found += axe.look_everywhere(page, menu=kind == "home")
        version = axe.version(page)
        browser.close()
    checks = len(ADDRESSES) * len(axe.SCHEMES) * len(axe.WIDTHS)
    return _result("axe", f"axe-core {version}", (len(ADDRESSES), checks, len(found)))


def _nu() -> str:
    command = ["java", "-jar", str(nu.CHECKER), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return said.split()[0]  # behind it stands the revision


def _result(method: str, tool: str, figures: tuple[int, int, int]) -> dict[str, Any]:
    """`tool` is its name and version, `figures` are pages, checks and findings."""
    name, _, version = tool.rpartition(" ")
    today = datetime.now(tz=UTC).date().isoformat()
    counted = dict(zip(("pages", "checks", "findings"), figures, strict=True))
    known = {"date": today, "tool": name, "version": version}
    return {"id": method, "method": method, **known, **counted}


def main(site: Path) -> int:
    """Writes the results; 1 if there is any finding."""
    results = list(audit(site))
    head = "# yaml-language-server: $schema=../schema/audits.schema.json\n"
    body = yaml.safe_dump(results, sort_keys=False, allow_unicode=True)
    RESULTS.write_text(head + body, encoding="utf-8")
    return 1 if any(each["findings"] for each in results) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
