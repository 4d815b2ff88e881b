"""What is measured, one stage in a process of its own: `python -m bench.stages STAGE ROOT`.

Every stage reads the files from the disk and keeps what it made. The last runs as `renaksi check`
does, without the collector of garbage, the others with Python's own settings for it. What a stage
prints is the processor time it took, in seconds.
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from renaksi.load import load_corpus, read_text
from renaksi.reader import read_front_matter, read_yaml
from renaksi.validate import validate


def _paths(root: Path) -> list[str]:
    found = (path for name in ("content", "data") for path in (root / name).rglob("*.*"))
    return sorted(path.relative_to(root).as_posix() for path in found)


def _text(root: Path, path: str) -> str:
    text = read_text(root, path)
    assert isinstance(text, str), path
    return text


def _data(root: Path, path: str) -> str:
    """The YAML of a file: all of it, or what stands between its first two `---` lines."""
    text = _text(root, path)
    if not path.endswith(".md"):
        return text
    return text[4:].partition("\n---\n")[0] if text.startswith("---\n") else ""


def parse(root: Path) -> object:
    """PyYAML's C loader alone."""
    return [yaml.load(_data(root, path), Loader=yaml.CSafeLoader) for path in _paths(root)]


def read(root: Path) -> object:
    """The reader: plain data with the place of every key and value, and the narratives."""
    return [
        (read_front_matter if path.endswith(".md") else read_yaml)(_text(root, path), path)
        for path in _paths(root)
    ]


def check(root: Path) -> object:
    """All of that and every rule, as the program does it."""
    gc.disable()
    return validate(root)


STAGES: dict[str, Callable[[Path], object]] = {
    "parse": parse,
    "read": read,
    "load": load_corpus,  # the reader, the survey of the files and the model
    "check": check,
}


def main(stage: str, root: str) -> None:
    """Runs one stage and prints its time."""
    gc.collect()
    start = time.process_time()
    kept = STAGES[stage](Path(root))
    print(time.process_time() - start)
    del kept


if __name__ == "__main__":
    main(*sys.argv[1:])
