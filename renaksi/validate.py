"""A corpus together with everything that is wrong with it: shape first, then the rules."""

from pathlib import Path

from renaksi.checks import find_problems
from renaksi.corpus import Corpus
from renaksi.load import load_corpus
from renaksi.problem import Problem, Severity


def validate(root: Path) -> tuple[Corpus, list[Problem]]:
    """The corpus under `root` and its problems, sorted by place."""
    corpus, problems = load_corpus(root)
    found = [*problems, *find_problems(corpus)]
    return corpus, sorted(found, key=lambda problem: problem.sort_key)


def has_errors(problems: list[Problem]) -> bool:
    """True when something blocks the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
