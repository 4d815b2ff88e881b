"""Feeds made-up files to the checks, led by the lines that they reach: `make fuzz`.

The arguments are libFuzzer's own, such as `-max_total_time=60`. Inputs that reach something new
stay in `.fuzz/`, so that the next run goes on from there. An input that breaks a promise of
`tests.fuzz_target` ends the run and is written to `tests/crashes/`, where the tests try it again.
"""

import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["renaksi"]):
    from renaksi import load
    from tests import fuzz_target

FOUND = fuzz_target.ROOT / ".fuzz"
WORDS = ("---\\x0a", "id: ", "value: null", "source: ", "  - ", ": ", "|", ">-", "{id: ", "](", "#")
VALUES = (
    *(
        "null",
        "''",
        "'x'",
        "[]",
        "{}",
        "- x",
        "|",
        ">-",
        "id",
        "en",
        "true",
        "0",
        "-1",
        "99999999999",
    ),
    *(
        "2018-02-30",
        "2030-12",
        "9999",
        "m1",
        "cloud-page",
        "01-foggy-roads",
        "{id: a, en: b}",
        "[x](#y)",
    ),
    *(
        "{value: null, source: cloud-page}",
        "https://example.org/[",
        "mailto:",
        "../../about.md#top",
    ),
)


def mutate(data: bytes, longest: int, seed: int) -> bytes:
    """Half of the changes are libFuzzer's, to bytes; half are made to lines, so that YAML stays."""
    random = Random(seed)
    if random.random() < 0.5 or len(data) < 2:
        return bytes(atheris.Mutate(data, longest))
    lines = data[1:].decode(errors="surrogateescape").split("\n")
    for _ in range(random.randint(1, 3)):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        key, _, value = lines[other].partition(": ")
        lines[at : at + 1] = random.choice(
            [
                [],
                [lines[at], lines[other]],
                [f"  {lines[at]}"],
                [lines[at].removeprefix("  ")],
                [f"{lines[at].partition(': ')[0]}: {random.choice([value, *VALUES])}"],
                [lines[at], f"{key}: {random.choice(VALUES)}"],
            ]
        ) or [""]
    changed = "\n".join(lines).encode(errors="surrogateescape")
    return (bytes([random.choice([data[0], random.randrange(256)])]) + changed)[:longest]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeds, words = folder / "seeds", folder / "words"
        seeds.mkdir()
        for seed, data in fuzz_target.seeds().items():
            (seeds / seed).write_bytes(data)
        words.write_text("".join(f'"{word}"\n' for word in WORDS), encoding="utf-8")
        for kept in (FOUND, fuzz_target.KEPT):
            kept.mkdir(exist_ok=True)
        # All files but one are the same each time; they are read once.
        load.read_yaml = lru_cache(64)(load.read_yaml)
        load.read_front_matter = lru_cache(64)(load.read_front_matter)
        target = fuzz_target.Target(folder)
        options = [
            f"-max_len={fuzz_target.MAX_LENGTH}",
            f"-dict={words}",
            f"-artifact_prefix={fuzz_target.KEPT}/",
            "-timeout=30",
            "-print_final_stats=1",
        ]
        folders = [str(FOUND), str(seeds), str(fuzz_target.KEPT)]
        atheris.Setup(
            [sys.argv[0], *options, *sys.argv[1:], *folders],
            target.try_input,
            custom_mutator=mutate,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
