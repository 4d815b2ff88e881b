"""What `renaksi check` takes for a corpus, in a process of its own: `python -m tests.judging ROOT`.

The memory is read by the process itself, since a child inherits the peak of the one that starts it.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from renaksi.cli import main

STATUS = Path("/proc/self/status")
MOST_SECONDS = 5.0
MOST_MEGABYTES = 300


class Judged(NamedTuple):
    """How the check ended, what it printed, and its processor time and greatest memory."""

    status: int
    output: str
    seconds: float
    megabytes: int


def judge(root: Path) -> Judged:
    """Checks a corpus; fails where the check itself breaks down."""
    command = [sys.executable, "-m", "tests.judging", str(root)]
    repository = Path(__file__).resolve().parent.parent
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Traceback" not in done.stdout + done.stderr
    output, _, last = done.stdout.rstrip("\n").rpartition("\n")
    return Judged(output=output, **json.loads(last))


def _peak() -> int:
    """Megabytes."""
    if STATUS.exists():
        [line] = [one for one in STATUS.read_text().splitlines() if one.startswith("VmHWM:")]
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 // 1024


def _run(root: str) -> None:
    status = main(["check", "--root", root])
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = used.ru_utime + used.ru_stime
    figures = {"status": status, "seconds": seconds, "megabytes": _peak()}
    sys.stdout.write(f"{json.dumps(figures)}\n")


if __name__ == "__main__":
    _run(sys.argv[1])
