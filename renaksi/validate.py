"""A corpus together with everything that is wrong with it: shape first, then the rules."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from renaksi.checks import find_excused, find_problems
from renaksi.configuration import find_configuration_problems
from renaksi.corpus import Corpus
from renaksi.garbage import uncollected
from renaksi.load import load_corpus, read_configuration
from renaksi.problem import Problem, Severity
from renaksi.vocabulary import Kind


def validate(root: Path, drafts: Mapping[str, str] | None = None) -> tuple[Corpus, list[Problem]]:
    """The corpus under `root` and its problems but for known exceptions, sorted by place.

    `drafts` are texts by path that are checked as if they had been written already.
    """
    with uncollected():
        corpus, problems = load_corpus(root, drafts)
        problems += [*_find_unexcused(corpus), *validate_configuration(root)]
    return corpus, sorted(problems, key=lambda problem: problem.sort_key)


def _find_unexcused(corpus: Corpus) -> Iterator[Problem]:
    if any(kind is Kind.EXCEPTION for kind, _ in corpus.unread):
        return  # What could be excused nobody can tell; first the file has to be read.
    excused = {spot for spot, _ in find_excused(corpus)}
    for problem in find_problems(corpus):
        if (problem.rule, problem.place, problem.key) not in excused:
            yield problem


def validate_configuration(root: Path) -> list[Problem]:
    """The problems of `mkdocs.yml` alone."""
    document = read_configuration(root)
    return [document] if isinstance(document, Problem) else find_configuration_problems(document)


def has_errors(problems: list[Problem]) -> bool:
    """True when something blocks the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
