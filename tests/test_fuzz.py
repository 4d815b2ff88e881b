"""Made-up files end in problems or a corpus, never in an exception."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests import fuzz_target

SECONDS = 20


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> fuzz_target.Target:
    return fuzz_target.Target(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize(
    "path", sorted(fuzz_target.KEPT.glob("[a-z]*")), ids=lambda path: path.name
)
def test_input_that_once_broke_a_promise_keeps_it(target: fuzz_target.Target, path: Path) -> None:
    target.try_input(path.read_bytes())


def test_every_seed_keeps_the_promises(target: fuzz_target.Target) -> None:
    for data in fuzz_target.seeds().values():
        target.try_input(data)


def test_the_corpus_is_the_same_after_an_input(target: fuzz_target.Target) -> None:
    before = sorted(path.read_bytes() for path in target.root.rglob("*.*") if path.is_file())
    target.try_input(b"\x06[")
    assert before == sorted(
        path.read_bytes() for path in target.root.rglob("*.*") if path.is_file()
    )


@pytest.mark.skipif(not importlib.util.find_spec("atheris"), reason="make fuzz-tools installs it")
def test_inputs_led_by_coverage_keep_the_promises() -> None:
    command = [sys.executable, "-m", "tests.fuzz", f"-max_total_time={SECONDS}"]
    done = subprocess.run(command, cwd=fuzz_target.ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-3000:]
