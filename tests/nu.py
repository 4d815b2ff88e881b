"""Asks the Nu HTML checker about every page of a site: `python -m tests.nu SITE`, `make html`.

The checker is a Java program (npm package `vnu-jar`, installed into `tools/` by the Makefile).
"""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CHECKER = ROOT / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
NO_JAVA = (
    "Pasang Java 11 atau yang lebih baru, misalnya dengan 'apt install default-jre-headless'. / "
    "Install Java 11 or newer, for example with 'apt install default-jre-headless'."
)
# What says nothing of a page: the checker reads files, for which 'self' of a policy is no place at
# all, and it takes data for a script, which no browser runs and no policy speaks of.
IGNORED = re.compile(r"Resource violates Content Security Policy \(meta tag\): .* blocked by")
INLINE = re.compile(r"Inline script violates Content Security Policy")
DATA = 'type="application/ld+json"'


def find_messages(site: Path) -> list[dict[str, Any]]:
    """Everything that the checker says of the HTML files below `site`, but for what is ignored."""
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [each for each in found if not _is_ignored(each)]


def _is_ignored(message: dict[str, Any]) -> bool:
    data = INLINE.search(message["message"]) and DATA in message.get("extract", "")
    return bool(data or IGNORED.search(message["message"]))


def render(messages: list[dict[str, Any]]) -> str:
    """The kinds of messages, each with how often it stands and where first."""
    kinds = Counter((each["type"], each["message"]) for each in messages)
    lines = []
    for (kind, message), number in kinds.most_common():
        first = next(each for each in messages if each["message"] == message)
        lines.append(f"{number} x {kind}: {message}\n    {first['url']}:{first.get('lastLine')}")
    return "\n".join(lines)


def main(site: Path) -> int:
    """Prints what the checker says and how many pages it read; 1 if it says anything."""
    if not shutil.which("java"):
        print(NO_JAVA, file=sys.stderr)
        return 1
    messages = find_messages(site)
    if messages:
        print(render(messages))
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"{pages} halaman, {len(messages)} catatan / {pages} pages, {len(messages)} messages")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
