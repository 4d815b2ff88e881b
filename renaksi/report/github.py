"""Problems as annotations of GitHub Actions.

A workflow command is a line of the log, so whatever comes from a file is escaped: a value or a
file name must not be able to end the line or the list of properties and begin a command.
"""

from collections.abc import Iterable

from renaksi.problem import Problem, Severity
from renaksi.report.text import count_lines, in_order, printable


def render_github(problems: Iterable[Problem], language: str | None = None) -> str:
    """One workflow command for each problem, and the lines that count them.

    Where a change was compared, warnings that stood before are only counted.
    """
    ordered = in_order(problems)
    shown = [each for each in ordered if each.severity is Severity.ERROR or each.new is not False]
    return "\n".join(
        [*(_command(each, language) for each in shown), *count_lines(ordered, language)]
    )


def _command(problem: Problem, language: str | None) -> str:
    place = problem.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.rule,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    both = {"id": problem.message.id, "en": problem.message.en}
    words = [both[language]] if language else list(both.values())
    key = f"{problem.key}: " if problem.key else ""
    text = "\n".join(printable(each) for each in [key + words[0], *words[1:]])
    return f"::{problem.severity} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
