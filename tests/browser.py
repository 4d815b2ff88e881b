"""Finds Chrome or Chromium for the browser tests, and installs one where it may.

`python -m tests.browser` makes sure that there is one; the tests import `find_browser` and
`launch_arguments`. The tests are never left out: without a browser the run ends here.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# Chromium without windows takes half the time of the others; it is the one that Playwright brings.
COMMANDS = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
)
PACKAGES = ("chromium-headless-shell", "chromium")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MISSING = (
    "Pasang Chrome atau Chromium, misalnya dengan 'apt install chromium', atau isi CHROME_PATH. / "
    "Install Chrome or Chromium, for example with 'apt install chromium', or set CHROME_PATH."
)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as playwright: print(playwright.chromium.executable_path)"
)


class BrowserMissingError(RuntimeError):
    """No browser of this machine can be used; the message says what to do."""


@cache
def find_browser() -> str:
    """The path of a Chrome or Chromium that runs."""
    for candidate in _candidates():
        if _runs(candidate):
            return candidate
    raise BrowserMissingError(MISSING)


def launch_arguments() -> list[str]:
    """The flags for a browser that asks nothing of the network by itself."""
    flags = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return ["--no-sandbox", *flags] if _is_root() else flags


def ensure_browser() -> str:
    """Like `find_browser`, but installs a browser where there is none, or only a slow one."""
    if not os.environ.get("CHROME_PATH") and not shutil.which(COMMANDS[0]):
        _install_packages()
    try:
        return find_browser()
    except BrowserMissingError:
        sys.stderr.write("Memasang Chromium / installing Chromium\n")
    with_libraries = ["--with-deps"] if _is_root() and shutil.which("apt-get") else []
    _run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")
    return find_browser()


def _install_packages() -> None:
    """The first package of Debian that brings a browser, where packages may be installed."""
    if not (_is_root() and _chromium_is_in_apt()):
        return
    sys.stderr.write("Memasang Chromium / installing Chromium\n")
    _run("apt-get", "update", "-qq")
    for package in PACKAGES:
        if _run("apt-get", "install", "-y", "-qq", package):
            return


def _candidates() -> Iterator[str]:
    chosen = os.environ.get("CHROME_PATH")
    if chosen:
        yield chosen
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from (app for app in MAC_APPS if Path(app).exists())
    own = _output(sys.executable, "-c", ASK_PLAYWRIGHT)
    if own and Path(own).exists():
        yield own


def _runs(candidate: str) -> bool:
    """Ubuntu's `chromium-browser` may be no more than a note about snap, so it is tried."""
    return "Chrom" in _output(candidate, "--version")


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _run(*command: str) -> bool:
    """Whether the command ended well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, stdout=sys.stderr, check=False)
    return done.returncode == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _chromium_is_in_apt() -> bool:
    """Debian and what derives from it; Ubuntu's own package only points to snap."""
    release = Path("/etc/os-release")
    if not (shutil.which("apt-get") and release.exists()):
        return False
    return "ID=ubuntu" not in release.read_text(encoding="utf-8").splitlines()


def main() -> int:
    """Prints the browser that the tests will use."""
    try:
        browser = ensure_browser()
    except BrowserMissingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"Peramban / browser: {browser}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
