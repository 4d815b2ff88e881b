"""Lighthouse on the pages that most people see first: `python -m tests.lighthouse SITE`.

`make lighthouse` runs it as a phone on a simulated slow 4G network, several times a page, and
prints the median of each category. Times depend on the machine, so no test asks for them.
Lighthouse is an npm package, installed into `tools/` by the Makefile.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser import find_browser, launch_arguments
from tests.pages import ADDRESSES
from tests.serving import serve_folder

PROGRAM = Path(__file__).resolve().parent.parent / "tools/node_modules/.bin/lighthouse"
KINDS = ("home", "commitments", "commitment", "search")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LAYOUT_SHIFT = "cumulative-layout-shift"


def measure(address: str) -> dict[str, Any]:
    """One report. Raises CalledProcessError where Lighthouse itself fails."""
    flags = " ".join(["--headless=new", *launch_arguments()])
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
        environment = {**os.environ, "CHROME_PATH": find_browser()}
        command = [str(PROGRAM), address, *options]
        subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def summarize(reports: list[dict[str, Any]]) -> str:
    """The median score of each category, the shift of the layout, and what was found wanting."""
    scores = [
        f"{round(100 * median(one['categories'][name]['score'] for one in reports)):4}"
        for name in CATEGORIES
    ]
    shift = max(one["audits"][LAYOUT_SHIFT]["numericValue"] for one in reports)
    return f"{' '.join(scores)}   shift {shift:.3f}   {', '.join(_wanting(reports[0]))}"


def _wanting(report: dict[str, Any]) -> list[str]:
    """Audits that cost points: those with a weight in their category and less than all of it."""
    weighed = {
        each["id"]
        for category in report["categories"].values()
        for each in category["auditRefs"]
        if each["weight"]
    }
    audits = report["audits"]
    scores = {id: audits[id]["score"] for id in weighed}
    return sorted(id for id, score in scores.items() if score is not None and score < 0.9)


def main() -> int:
    """Prints a line for each page; 1 if a page has less than 100 anywhere."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    short = False
    print(f"{'':28}{' '.join(CATEGORIES)} ({options.runs} runs, median)")
    with serve_folder(options.site) as base:
        for (kind, language), path in ADDRESSES.items():
            if kind in KINDS:
                line = summarize([measure(base + path) for _ in range(options.runs)])
                short |= line.split()[:4] != ["100"] * 4
                print(f"{kind:14}{language:14}{line}", flush=True)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
