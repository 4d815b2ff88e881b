"""Small mistakes put into a module on purpose, made by mutmut's operators.

Left out are what no run can show: type annotations, docstrings, decorators, the first argument of
`cast`, names of types, `__slots__`, and what mutmut itself leaves out (calls of `len` and
`isinstance`). Of the three mutants of a text one is made: it gets letters before and behind.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

_CALLS_LEFT_OUT = {"len", "isinstance", "cast"}
_TYPE_NAME = re.compile(r"_?[A-Z][a-z]\w*")


@dataclass(frozen=True)
class Mutant:
    """A module with one mistake: where it is, what changed, and the text of the module."""

    path: Path
    first: int
    last: int
    before: str
    after: str
    source: str

    @property
    def name(self) -> str:
        """A name that stays when other lines of the module change."""
        return f"{self.path.name}: {self.before} -> {self.after}"


def find_mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module that can be compiled."""
    text = path.read_text(encoding="utf-8")
    wrapper = MetadataWrapper(cst.parse_module(text))
    visitor = _Visitor()
    wrapper.visit(visitor)
    for node, mutated, first, last in visitor.found:
        source = wrapper.module.deep_replace(node, mutated).code
        try:
            ast.parse(source)
        except SyntaxError:
            continue
        if source != text:
            yield Mutant(path, first, last, *_difference(text, source), source)


def _difference(old: str, new: str) -> tuple[str, str]:
    """The first line that differs."""
    for before, after in zip(old.splitlines(), new.splitlines(), strict=False):
        if before != after:
            return before.strip(), after.strip()
    return "", ""


class _Visitor(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[cst.CSTNode, cst.CSTNode, int, int]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Import | cst.ImportFrom):
            return False
        if isinstance(node, cst.SimpleStatementLine) and _is_left_out(node.body[0]):
            return False
        if isinstance(node, cst.Call) and getattr(node.func, "value", "") in _CALLS_LEFT_OUT:
            return False
        self._mutate(node)
        return True

    def _mutate(self, node: cst.CSTNode) -> None:
        place = self.get_metadata(PositionProvider, node, None)
        if place is None:
            return
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                mutated = list(operator(node))
                if isinstance(node, cst.BaseString):
                    mutated = mutated[:1]
                for each in mutated:
                    self.found.append((node, each, place.start.line, place.end.line))


def _is_left_out(statement: cst.BaseSmallStatement) -> bool:
    """Docstrings, names for types, which annotations alone use, and `__slots__`.

    No class can be given other slots once it is made, and one too few ends in an exception.
    """
    if isinstance(statement, cst.Expr):
        return isinstance(statement.value, cst.BaseString)
    target = statement.targets[0].target if isinstance(statement, cst.Assign) else None
    if not isinstance(target, cst.Name):
        return False
    return target.value == "__slots__" or _TYPE_NAME.fullmatch(target.value) is not None
