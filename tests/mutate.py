"""Mutation testing: `python -m tests.mutate [--workers N] [MODULE ...]`.

Each rule module and the reader gets one small mistake after another (`tests.mutants`), and the
tests that run the changed lines should fail. The tests are collected once. Then every mutant has a
process of its own, forked from this one, in which the code of the changed functions is exchanged;
so it does not matter who imported them before, nor that a decorator holds them, as it does every
rule. A mutant that survives is a hole in the tests, unless `tests/survivors.yaml` says why not.
"""

import argparse
import ast
import importlib
import os
import re
import resource
import shutil
import sys
import tempfile
import types
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import coverage
import pytest
import yaml

from renaksi.checks.registry import RULES
from tests.mutants import Mutant, find_mutants

ROOT = Path(__file__).resolve().parent.parent
MODULES = [
    *("reader.py", "signs.py", "syntax.py", "pieces.py", "markup.py"),
    *(f"checks/{path.name}" for path in (ROOT / "renaksi/checks").glob("[a-z]*.py")),
]
NAMES = ("checks", "markup", "reader", "reader_limits", "load", "files", "remedies")
TESTS = [f"tests/test_{name}.py" for name in NAMES]
READER_RULES = {"plain-yaml", "nesting", "scalar-length", "duplicate-key", "hidden-character"} | {
    *("file-size", "merge-conflict", "front-matter", "yaml-syntax"),
    *("tab-character", "lost-text"),
}
EXPLAINED = ROOT / "tests" / "survivors.yaml"
CPU_SECONDS = 40
MEMORY = 4_000_000_000
KILLED, SURVIVED, STOPPED, UNREACHED = "killed", "survived", "stopped", "unreached"


class Plugin:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(self, modules: list[str], workers: int) -> None:
        self.paths = [ROOT / "renaksi" / name for name in sorted(modules)]
        self.workers = workers
        self.results: list[tuple[Mutant, str]] = []
        self.leave_at_failure = False
        self.items: dict[str, pytest.Item] = {}
        self.running: dict[int, tuple[Mutant, str]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        reached, order = self._measure()
        for path in self.paths:
            words = _own_words(path)
            # What cannot be installed without a mistake would count every mutant as noticed.
            install(Mutant(path, 1, 1, "", "", path.read_text(encoding="utf-8")))
            for mutant in find_mutants(path):
                tests = sorted(_tests_of(mutant, reached[str(path)]), key=order.index)
                own = [name for name in tests if any(word in name for word in words)]
                tests = own or tests
                if not tests:
                    self.results.append((mutant, UNREACHED))
                    continue
                while len(self.running) >= self.workers:
                    self._wait()
                self._start(mutant, tests)
        while self.running:
            self._wait()
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self.leave_at_failure:
            os._exit(1)

    def _run(self, tests: list[str]) -> None:
        for name in tests:
            _forget(self.paths)
            item = self.items[name]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)

    def _measure(self) -> tuple[dict[str, dict[int, set[str]]], list[str]]:
        """Which tests run each line, and all tests, the quickest first. Runs in a child."""
        with tempfile.TemporaryDirectory() as name:
            report = Path(name) / "reached.yaml"
            child = os.fork()
            if not child:
                report.write_text(yaml.dump(self._reach(Path(name))), encoding="utf-8")
                os._exit(0)
            _, status = os.waitpid(child, 0)
            if status:  # and it would fail with every mutant, too
                pytest.exit("A test fails without any mistake: see make test.", returncode=2)
            lines, times = yaml.load(report.read_text(encoding="utf-8"), yaml.CSafeLoader)
        found = {
            path: {line: set(tests) for line, tests in by_line.items()}
            for path, by_line in lines.items()
        }
        return found, sorted(times, key=times.get)

    def _reach(self, folder: Path) -> list[Any]:
        _prepare_child(folder)
        self.leave_at_failure = True
        times = {}
        measured = coverage.Coverage(data_file=None, include=[str(path) for path in self.paths])
        measured.start()
        for name in self.items:
            measured.switch_context(name)
            start = os.times().user
            self._run([name])
            times[name] = os.times().user - start
        measured.stop()
        data = measured.get_data()
        return [{str(path): _contexts(data, path) for path in self.paths}, times]

    def _start(self, mutant: Mutant, tests: list[str]) -> None:
        folder = tempfile.mkdtemp()
        child = os.fork()
        if child:
            self.running[child] = mutant, folder
            return
        _prepare_child(Path(folder))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        self.leave_at_failure = True
        try:
            install(mutant)
            self._run(tests)
        except BaseException:  # a module that cannot even be run has been noticed
            os._exit(1)
        os._exit(0)

    def _wait(self) -> None:
        child, status = os.wait()
        mutant, folder = self.running.pop(child)
        shutil.rmtree(folder, ignore_errors=True)
        result = STOPPED if os.WIFSIGNALED(status) else KILLED if status else SURVIVED
        self.results.append((mutant, result))
        if len(self.results) % 50 == 0:
            print(f"{len(self.results)} mutants", file=sys.stderr, flush=True)


def _prepare_child(folder: Path) -> None:
    """Prints nothing, and keeps the files of tests apart from those of other children."""
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(folder)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def _forget(paths: list[Path]) -> None:
    """Clears what the modules remember, or only the first test would run those lines."""
    for path in paths:
        for value in vars(importlib.import_module(_module_name(path))).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _contexts(data: coverage.CoverageData, path: Path) -> dict[int, list[str]]:
    found = data.contexts_by_lineno(str(path))
    return {line: [name for name in names if name] for line, names in found.items()}


def _own_words(path: Path) -> list[str]:
    """What the names of the tests hold that concern a module; no others need to notice."""
    if path.stem in ("reader", "signs", "syntax"):
        return ["test_reader", *READER_RULES]
    rules = re.findall(r"^def check_(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    cases = [f"[{rule.replace('_', '-')}/" for rule in rules]
    return [*cases, "test_the_untouched_corpus"] if cases else []


def _tests_of(mutant: Mutant, reached: dict[int, set[str]]) -> set[str]:
    """The tests that run a changed line, or its function, or the module if it is in none."""

    def of(lines: range) -> set[str]:
        return set().union(*(reached.get(line, set()) for line in lines))

    found = of(range(mutant.first, mutant.last + 1))
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    for node in () if found else ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            body = range(node.body[0].lineno, (node.end_lineno or 0) + 1)
            if mutant.first in body:
                return of(body)
    return found or set().union(*reached.values())


def install(mutant: Mutant) -> None:
    """Exchanges the code and defaults of every function of the module, and its constants."""
    module = importlib.import_module(_module_name(mutant.path))
    mutated = {one.__qualname__: one for one in _functions(_run_anew(module, mutant))}
    for function in _functions(module):
        other = mutated[function.__qualname__]
        function.__defaults__, function.__kwdefaults__ = other.__defaults__, other.__kwdefaults__
        if _is_written(function, module):
            function.__code__ = other.__code__
    old = {ast.dump(one) for one in ast.parse(mutant.path.read_text(encoding="utf-8")).body}
    for statement in ast.parse(mutant.source).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and ast.dump(statement) not in old:
            code = compile(ast.Module([statement], []), str(mutant.path), "exec")
            exec(code, vars(module))


def _run_anew(module: types.ModuleType, mutant: Mutant) -> types.ModuleType:
    """The mutant as a module beside the true one; the rules in it are registered nowhere."""
    anew = types.ModuleType(module.__name__)
    anew.__file__ = module.__file__
    with mock.patch.dict(RULES, clear=True):
        exec(compile(mutant.source, str(mutant.path), "exec"), vars(anew))
    return anew


def _functions(module: types.ModuleType) -> Iterator[types.FunctionType]:
    """The functions of a module and the methods of its classes, out of what decorators made."""
    for holder in (module, *(one for one in vars(module).values() if isinstance(one, type))):
        for value in vars(holder).values():
            found = getattr(value, "fget", None) or getattr(value, "func", None) or value
            found = getattr(found, "__wrapped__", found)
            own = getattr(found, "__module__", "") == module.__name__
            if own and isinstance(found, types.FunctionType):
                yield found


def _is_written(function: types.FunctionType, module: types.ModuleType) -> bool:
    """Whether the function stands in the file, and was not made by `dataclass`."""
    return function.__code__.co_filename == module.__file__


def report(results: list[tuple[Mutant, str]]) -> int:
    """Prints a line for each module and every survivor that nobody explained."""
    reasons: dict[str, list[str]] = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8")) or {}
    explained = {name for names in reasons.values() for name in names}
    left = [mutant for mutant, result in results if result in (SURVIVED, UNREACHED)]
    print(f"{'module':20}{'mutants':>8}{'killed':>8}{'stopped':>8}{'left':>6}{'explained':>11}")
    for path in sorted({mutant.path for mutant, _ in results}):
        own = Counter(result for mutant, result in results if mutant.path == path)
        known = sum(one.path == path and one.name in explained for one in left)
        missed = own[SURVIVED] + own[UNREACHED]
        figures = f"{own.total():8}{own[KILLED]:8}{own[STOPPED]:8}{missed:6}{known:11}"
        print(f"{path.name:20}{figures}")
    noticed = sum(result in (KILLED, STOPPED) for _, result in results)
    print(f"{noticed} of {len(results)} noticed: {100 * noticed / max(1, len(results)):.1f} %")
    unexplained = [mutant for mutant in left if mutant.name not in explained]
    for mutant in unexplained:
        print(f"{mutant.path.relative_to(ROOT)}:{mutant.first}\n  - {mutant.before}")
        print(f"  + {mutant.after}")
    return 1 if unexplained else 0


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("modules", nargs="*", default=MODULES)
    options = parser.parse_args()
    plugin = Plugin(options.modules, options.workers)
    arguments = [*TESTS, "-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist"]
    return pytest.main(arguments, plugins=[plugin]) or report(plugin.results)


if __name__ == "__main__":
    sys.exit(main())
