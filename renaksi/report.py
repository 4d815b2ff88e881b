"""Problems as text for people: where, how bad, what, how to mend it, which rule."""

import unicodedata
from collections.abc import Iterable

from renaksi.problem import Problem, Severity


def printable(text: str) -> str:
    """The text with control characters shown, so that no input can steer a terminal."""
    return "".join(
        char if unicodedata.category(char)[0] != "C" else f"\\u{ord(char):04x}" for char in text
    )


def render_text(problems: Iterable[Problem]) -> str:
    """One block for each problem, Indonesian first, and one line that counts them."""
    ordered = sorted(problems, key=lambda problem: problem.sort_key)
    blocks = [_block(problem) for problem in ordered]
    errors = sum(problem.severity is Severity.ERROR for problem in ordered)
    warnings = len(ordered) - errors
    count = f"{errors} kesalahan, {warnings} peringatan / {errors} errors, {warnings} warnings"
    return "\n".join([*blocks, count])


def _block(problem: Problem) -> str:
    key = f"{problem.key}: " if problem.key else ""
    head = f"{problem.place}: {problem.severity}: {key}{problem.message.id} [{problem.rule}]"
    return f"{printable(head)}\n    {printable(problem.message.en)}"
