"""What files for machines weigh, and how long they take to make: `make bench-export`.

Each form by itself, at several sizes, beside the check of the same corpus in the same run. The
corpora have no history; what that adds is in the note of `make bench-history`.
"""

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from bench.generate import generate
from renaksi.build import ENGINE
from renaksi.export.output import Collection, Format, Output
from renaksi.export.publication import Publication
from renaksi.export.table import COLLECTIONS, OUTPUTS
from renaksi.publish.site import Site
from renaksi.publish.words import FOLDER, load_words
from renaksi.validate import validate

SIZES = (19, 5000)
_AS_OF = "2031-06-30"
_ADDRESSES = "https://example.org/site/", "https://github.com/example/site", "edit/main/"


def measure(root: Path) -> tuple[float, dict[Format, tuple[float, int, int]]]:
    """Seconds of the check; seconds, files and bytes of each form."""
    began = time.perf_counter()
    corpus, _ = validate(root)
    check = time.perf_counter() - began
    words, _ = load_words(ENGINE / "theme" / FOLDER)
    publication = Publication(Site(corpus, words, _AS_OF), "Example", *_ADDRESSES)
    found: dict[Format, tuple[float, int, int]] = defaultdict(lambda: (0.0, 0, 0))
    made: dict[str, bytes] = {}
    every: tuple[Output | Collection, ...] = (*OUTPUTS, *COLLECTIONS)
    for output in every:
        began = time.perf_counter()
        if isinstance(output, Collection):
            fresh = dict(output.collect(publication, made))
        else:
            fresh = dict(output.build(publication))
        spent, files, size = found[output.format]
        spent += time.perf_counter() - began
        found[output.format] = spent, files + len(fresh), size + sum(map(len, fresh.values()))
        made |= fresh
    return check, dict(found)


def main() -> None:
    """Prints a line for each form at each size."""
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        with tempfile.TemporaryDirectory() as name:
            check, found = measure(generate(Path(name) / "root", size))
        print(f"{size:,} commitments; their check takes {check:.2f} s")
        print(f"{'form':<12} {'s':>7} {'of the check':>13} {'files':>7} {'MB':>8}")
        total = tuple(map(sum, zip(*found.values(), strict=True)))
        rows = [*((form.value, row) for form, row in found.items()), ("all", total)]
        for label, (seconds, files, weight) in rows:
            share = seconds / check
            print(f"{label:<12} {seconds:>7.2f} {share:>13.2f} {files:>7,} {weight / 1e6:>8.2f}")


if __name__ == "__main__":
    main()
