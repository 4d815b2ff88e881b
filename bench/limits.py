"""How far the site is from the limits of GitHub Pages at any size: `make bench-limits`.

The limits are those of "GitHub Pages limits" in GitHub's documentation: a site of at most 1 GB, a
deployment of at most 10 minutes, and a soft 100 GB a month to readers. A build takes the place of
the deployment here, since it can be measured. Nothing fails for being near one: people decide.
"""

import sys
import tempfile
import time
from pathlib import Path

from bench.generate import generate
from renaksi.build import build_site

SIZES = (19, 500, 5000)
MOST_BYTES = 1_000_000_000
MOST_SECONDS = 600
_AS_OF = "2031-06-30"


def measure(size: int, folder: Path) -> tuple[float, int, int, Path]:
    """Seconds of a build, files and bytes of the site, and its heaviest file."""
    root = generate(folder / "root", size)
    site = folder / "site"
    began = time.perf_counter()
    if build_site(root, site, _AS_OF):
        raise SystemExit(1)
    seconds = time.perf_counter() - began
    files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    return (
        seconds,
        len(files),
        sum(files.values()),
        max(files, key=files.__getitem__).relative_to(site),
    )


def main() -> None:
    """Prints a line for each size."""
    print(
        f"{'commitments':>11} {'build s':>8} {'of 10 min':>9} {'files':>7} {'MB':>7} {'of 1 GB':>8}"
        "  the heaviest file"
    )
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        with tempfile.TemporaryDirectory() as name:
            seconds, files, weight, heaviest = measure(size, Path(name))
            print(
                f"{size:>11,} {seconds:>8.1f} {seconds / MOST_SECONDS:>9.1%} {files:>7,} "
                f"{weight / 1e6:>7.1f} {weight / MOST_BYTES:>8.1%}  {heaviest}"
            )


if __name__ == "__main__":
    main()
