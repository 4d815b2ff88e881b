"""How long the history of a long-lived corpus takes: `make bench-history`.

The corpus of `bench.generate` gets a repository in which every commit changes one commitment: its
dates in turn, and every tenth time its narrative. Read cold (nothing remembered), warm, and after
one more commit, beside two yardsticks of the same run: the check of that corpus, and `git log
--raw` on its files.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.generate import generate
from renaksi.build import ENGINE
from renaksi.history import Memory, read_history
from renaksi.publish.words import FOLDER, load_words
from renaksi.validate import validate

COMMITMENTS, COMMITS = 500, 2000
_WHO = b"Bench <bench@example.org>"
_LOG = ("log", "--raw", "--no-abbrev", "-z", "--format=%H", "HEAD", "--", "content", "data")


def _git(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout


def make_repository(root: Path, commits: int) -> None:
    """Puts `root` under Git and lets its commitments change, one with each commit."""
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", "-A")
    identity = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    _git(root, *identity, "commit", "-q", "-m", "First")
    stream = b"".join(_changes(root, commits))
    _git(root, "fast-import", "--quiet", "--force", stdin=stream)
    _git(root, "reset", "-q", "--hard", "main")


def _changes(root: Path, commits: int) -> Iterator[bytes]:
    """Commits as `git fast-import` reads them."""
    paths = sorted(root.glob("content/commitments/*/0[0-9][0-9][0-9]-*[a-z0-9].md"))
    paths = [path for path in paths if not path.name.endswith(".en.md")]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    for number in range(commits):
        place = number % len(paths)
        texts[place] = _change(texts[place], number)
        name, content = paths[place].relative_to(root).as_posix(), texts[place].encode()
        start = b"from refs/heads/main^0\n" if number == 0 else b""
        yield b"commit refs/heads/main\ncommitter %b %d +0000\n" % (_WHO, 1_900_000_000 + number)
        yield b"data 6\nChange\n%bM 100644 inline %b\n" % (start, name.encode())
        yield b"data %d\n%b\n" % (len(content), content)


def _change(text: str, number: int) -> str:
    if number % 10 == 0:
        return f"{text.rstrip()}\n\nKabar ke-{number}.\n"
    head, key, tail = text.partition("\nend_date:\n  value: ")
    old = tail.partition("\n")[0]
    return (
        f"{head}{key}2031-{number % 12 + 1:02}{tail[len(old) :]}" if key else f"{text}\nx{number}\n"
    )


def _time(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def main() -> None:
    """Prints a line for each reading."""
    commitments, commits = map(int, sys.argv[1:3] or (COMMITMENTS, COMMITS))
    words, _ = load_words(ENGINE / "theme" / FOLDER)
    with tempfile.TemporaryDirectory() as name:
        root = generate(Path(name) / "root", commitments)
        make_repository(root, commits)
        memory = Path(name) / "memory.json"
        corpus = validate(root)[0]

        def read() -> object:
            return read_history(root, corpus, words, Memory(memory))

        found = {
            "the check of the corpus": _time(lambda: validate(root)),
            "git log --raw": _time(lambda: _git(root, *_LOG)),
            "history, cold": _time(read),
            "history, warm": _time(read),
        }
        check, log = list(found.values())[:2]
        print(f"{commitments:,} commitments, {commits:,} commits")
        print(f"{'':<24} {'s':>8} {'of the check':>13} {'of git log':>11}")
        for label, seconds in found.items():
            print(f"{label:<24} {seconds:>8.2f} {seconds / check:>13.2f} {seconds / log:>11.2f}")


if __name__ == "__main__":
    main()
