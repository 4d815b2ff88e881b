"""docs/commands.md describes every command and option, and none that does not exist."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from renaksi.cli import build_parser

COMMANDS = Path(__file__).resolve().parent.parent / "docs" / "commands.md"


def parsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser, and with that of each of its kinds."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield name, inner
                yield from ((name, kind) for _, kind in parsers(inner))


def test_every_command_and_option_is_documented() -> None:
    text = COMMANDS.read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `renaksi ([a-z-]+)`\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    found = list(parsers(build_parser()))
    assert list(sections) == list(dict(found))
    assert "`--version`" in text
    for name, parser in found:
        for action in parser._actions:
            for option in [each for each in action.option_strings if each not in ("-h", "--help")]:
                assert re.search(rf"`{option}[ `]", sections[name]), f"{name} {option}"
            for choice in action.choices or ():
                assert f"`{choice}`" in sections[name], f"{name} {choice}"


def test_documented_options_exist() -> None:
    text = COMMANDS.read_text(encoding="utf-8")
    options = {
        option
        for _, parser in parsers(build_parser())
        for action in parser._actions
        for option in action.option_strings
    }
    assert set(re.findall(r"`(--[a-z-]+)", text)) <= options | {"--version"}
