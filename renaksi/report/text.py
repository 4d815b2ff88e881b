"""Problems as plain text: where, how bad, what, how to mend it, which rule."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from renaksi.problem import Message, Problem, Severity

_CLEAN = Message(id="Tidak ada masalah.", en="No problems found.")
_LATER = Message(
    id="Peringatan baru ditampilkan setelah tidak ada kesalahan.",
    en="Warnings are shown once there are no errors.",
)


_NOT_BLOCKING = Message(
    id="Peringatan tidak menghalangi apa pun: data ini sudah dapat diterbitkan.",
    en="Warnings block nothing: these data can be published.",
)
_SEVERITIES = {
    Severity.ERROR: Message(id="kesalahan", en="error"),
    Severity.WARNING: Message(id="peringatan", en="warning"),
}


def printable(text: str) -> str:
    """The text with control characters shown, so that no input can steer a terminal."""
    return "".join(
        char if unicodedata.category(char)[0] != "C" else f"\\u{ord(char):04x}" for char in text
    )


def render_text(problems: Iterable[Problem], language: str | None = None) -> str:
    """One block for each problem, Indonesian first, and one line that counts them.

    With a `language`, that language alone. Warnings wait until no error stands in their way.
    """
    ordered = in_order(problems)
    blocks = [
        "\n".join([head(problem, language), *more(problem, language)])
        for problem in most_urgent(ordered)
    ]
    return "\n".join([*blocks, *closing_lines(ordered, language)])


def most_urgent(problems: list[Problem]) -> list[Problem]:
    """The errors, or else the warnings: a person mends the one before the other.

    Where a change was compared, only those warnings that it brought in.

    Warnings of the rule that gives most of them come first, so that the rare ones, which are
    likely to be new, stand at the end, where a terminal stops.
    """
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    problems = [problem for problem in problems if problem.new is not False]
    often = Counter(problem.rule for problem in problems)
    return errors or sorted(problems, key=lambda each: (-often[each.rule], each.rule))


def closing_lines(problems: list[Problem], language: str | None = None) -> list[str]:
    """How many problems there are, that some are not shown yet, and that warnings do not block."""
    number = counts(problems)
    if not number["warning"]:
        return count_lines(problems, language)
    if number["error"]:
        return [_in(language, _LATER), *count_lines(problems, language)]
    return [*count_lines(problems, language), _in(language, _NOT_BLOCKING)]


def count_lines(problems: list[Problem], language: str | None = None) -> list[str]:
    """How many problems there are, and how many warnings a change brought in."""
    lines = [count_line(problems, language)]
    if any(problem.new is not None for problem in problems):
        lines.append(_in(language, _count_new(problems)))
    return lines


def _count_new(problems: list[Problem]) -> Message:
    warnings = [each for each in problems if each.severity is Severity.WARNING and each.new]
    number = len(warnings)
    return Message(
        id=f"{number} peringatan baru karena perubahan ini",
        en=f"{number} new {'warning' if number == 1 else 'warnings'} from this change",
    )


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by place, then by rule."""
    return sorted(problems, key=lambda problem: problem.sort_key)


def counts(problems: Iterable[Problem]) -> dict[str, int]:
    """How many problems there are of each severity."""
    found = [problem.severity for problem in problems]
    return {str(severity): found.count(severity) for severity in Severity}


def clean_line(language: str | None = None) -> str:
    """What is said when there is no problem."""
    return _in(language, _CLEAN)


def count_line(problems: Iterable[Problem], language: str | None = None) -> str:
    """`1 kesalahan, 0 peringatan / 1 error, 0 warnings`, or one half of it."""
    number = counts(problems)
    errors, warnings = number["error"], number["warning"]
    message = Message(
        id=f"{errors} kesalahan, {warnings} peringatan",
        en=f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}",
    )
    return _in(language, message)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def severity_word(problem: Problem, language: str | None) -> str:
    """How bad a problem is: in the one language asked for, or else as programs know it."""
    return _SEVERITIES[problem.severity].in_language(language or "en")


def first_words(problem: Problem, language: str | None) -> str:
    """The message in the language asked for, or else in Indonesian."""
    return problem.message.in_language(language or "id")


def head(problem: Problem, language: str | None) -> str:
    """The first line of a problem."""
    key = f"{problem.key}: " if problem.key else ""
    words = first_words(problem, language)
    severity = severity_word(problem, language)
    return printable(f"{problem.place}: {severity}: {key}{words} [{problem.rule}]")


def more(problem: Problem, language: str | None) -> list[str]:
    """The second language on a line of its own, unless one language was asked for."""
    return [] if language else [f"    {printable(problem.message.en)}"]


def _in(language: str | None, message: Message) -> str:
    both = {"id": message.id, "en": message.en}
    return both[language] if language else f"{message.id} / {message.en}"
