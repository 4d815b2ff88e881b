"""How a single value is written: in quotes only where it needs them."""

import re

import yaml

from renaksi.problem import Problem
from renaksi.reader import Document, read_yaml
from renaksi.write.pieces import Scalar

# What other programs would take for a number or for true or false, beside what YAML 1.1 names.
GUESSED = re.compile(r"[yYnN]|0o[0-7]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_DATE = "tag:yaml.org,2002:timestamp"
# The patterns of what YAML 1.1 takes for something else than text, dates aside.
RESOLVED = tuple(
    dict.fromkeys(
        regex.pattern for each in _RESOLVERS.values() for tag, regex in each if tag != _DATE
    )
)


def scalar_text(scalar: Scalar, *, flow: bool = False, key: bool = False) -> str:
    """The value as it is to be written; continued lines stand without their margin."""
    raw, value = scalar.raw, scalar.value
    escaped = scalar.style == '"' and "\\" in raw
    if "\n" in raw:
        first, *rest = raw.split("\n")
        return "\n".join([first, *(_continued(line, escaped=escaped) for line in rest)])
    if scalar.style is None:
        empty = value in ("", "~", "Null", "NULL") and not key
        return "null" if empty else raw
    if escaped or not value.isprintable():
        return raw
    if not is_guessed(value) and _reads_plain(value, flow=flow, key=key):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """A printable value in the quotes that it needs no escapes in."""
    if '"' in value or "\\" in value:
        return "'{}'".format(value.replace("'", "''"))
    return f'"{value}"'


def is_guessed(value: str) -> bool:
    """Whether other programs may read something else than this text without quotes."""
    resolvers = [*_RESOLVERS.get(value[:1], ()), *_RESOLVERS.get(None, ())]
    named = any(tag != _DATE and regex.match(value) for tag, regex in resolvers)
    return named or GUESSED.fullmatch(value) is not None


def _continued(line: str, *, escaped: bool) -> str:
    return line.lstrip(" \t") if escaped else line.strip(" \t")


def _reads_plain(value: str, *, flow: bool, key: bool) -> bool:
    """Whether the value without quotes is read as itself."""
    text, data = (f"{value}: x", {value: "x"}) if key else (f"x: {value}", {"x": value})
    wrapped: object = data
    if flow:
        text, wrapped = f"[{{{text}}}]", [data]
    found: Document | Problem = read_yaml(text, "")
    return isinstance(found, Document) and found.data == wrapped
