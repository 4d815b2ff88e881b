"""How long reading and checking take beside PyYAML's C loader: `make bench`.

Sizes and stages take turns for several rounds, each in a process of its own, and the best time of
each counts. Nothing here fails for being slow: times depend on the machine, their ratio less so.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.generate import generate
from bench.stages import STAGES

SIZES = (500, 5000)
ROUNDS = 3
_NAMES = {
    "parse": "PyYAML's C loader alone",
    "read": "reading, with places",
    "load": "reading and the model",
    "check": "all of it, and the rules",
}


def measure(stage: str, root: Path) -> float:
    """The processor time of one stage in a new process."""
    command = [sys.executable, "-m", "bench.stages", stage, str(root)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def run(sizes: tuple[int, ...], rounds: int) -> dict[tuple[str, int], float]:
    """The best time of every stage at every size."""
    best: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: generate(Path(folder) / str(size), size) for size in sizes}
        for _ in range(rounds):
            for size, root in roots.items():
                for stage in STAGES:
                    taken = measure(stage, root)
                    best[stage, size] = min(taken, best.get((stage, size), taken))
    return best


def table(best: dict[tuple[str, int], float], sizes: tuple[int, ...]) -> str:
    """Seconds and ratios, and how much longer one commitment takes in the larger corpus."""
    first, last = sizes[0], sizes[-1]
    lines = [f"{'seconds (ratio to the C loader)':32}{first:>12,}{last:>16,}     for each, growth"]
    for stage in STAGES:
        cells = [f"{best[stage, n]:8.2f} ({best[stage, n] / best['parse', n]:.2f})" for n in sizes]
        growth = (best[stage, last] / last) / (best[stage, first] / first)
        lines.append(f"{_NAMES[stage]:32}{cells[0]:>12}{cells[-1]:>16}     {growth:16.2f}")
    return "\n".join(lines)


def main() -> None:
    """Prints the table; arguments are the sizes, the last of which is the largest."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    print(f"Commitments; best of {ROUNDS} rounds; Python {sys.version.split()[0]}")
    print(table(run(sizes, ROUNDS), sizes))


if __name__ == "__main__":
    main()
