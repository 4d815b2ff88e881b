"""Mistakes in the templates of the theme, located: jinja2 names the file only in its traceback."""

import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from renaksi.load import read_text
from renaksi.problem import Message, Place, Problem

RULE = "template"


def find_template_problems(folder: Path, paths: Iterable[str]) -> list[Problem]:
    """The templates of `folder` that cannot be read."""
    environment = Environment(autoescape=True)
    problems: list[Problem] = []
    for path in paths:
        name = f"{folder.name}/{path}"
        text = read_text(folder.parent, name)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        try:
            environment.parse(text)
        except TemplateSyntaxError as error:
            problems.append(_unreadable(name, error))
    return problems


def locate_failure(error: BaseException, folder: Path) -> Problem | None:
    """The template of `folder` that an error comes from, or None where it comes from elsewhere."""
    if isinstance(error, TemplateSyntaxError):
        name = _name(error.filename or "", folder)
        return _unreadable(name, error) if name else None
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        name = _name(frame.filename, folder)
        if name:
            message = Message(
                id=f"Templat ini tidak dapat diisi di sini: {error}.",
                en=f"This template cannot be filled in here: {error}.",
            )
            return Problem(Place(name, frame.lineno or 1), RULE, message)
    return None


def _unreadable(name: str, error: TemplateSyntaxError) -> Problem:
    reason = (error.message or "").rstrip(".")
    message = Message(
        id=f"Susunan templat ini salah di sini: {reason}.",
        en=f"The syntax of this template is wrong here: {reason}.",
    )
    return Problem(Place(name, error.lineno), RULE, message)


def _name(filename: str, folder: Path) -> str | None:
    path = Path(filename)
    if not path.is_relative_to(folder):
        return None
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"
