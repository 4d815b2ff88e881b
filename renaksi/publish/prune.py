r"""What our pages need of Material's style sheet: a fifteenth of it.

Only narratives carry one of its classes. Rules for other classes, ids and switches of the theme's
own, and custom properties that nothing uses, would be weight on every first visit. The syntax is
that of the CSS Syntax Module Level 3, as tinycss2 parses it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, LiteralToken, Node, QualifiedRule

CLASSES = {"md-typeset"}
# What no page of ours has: ids and switches of the theme, and text from right to left.
_FOREIGN = re.compile(r"#|\[data-|\[dir=rtl\]|\[role=")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_NEGATED = re.compile(r":not\([^()]*\)")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_CUSTOM = "--"


@dataclass(frozen=True)
class _Rule:
    """Selectors with their declarations, or a condition such as `@media` with the rules in it."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: "tuple[_Rule, ...]" = ()

    def text(self, used: set[str]) -> str:
        if self.rules:
            inner = "".join(rule.text(used) for rule in self.rules)
        else:
            inner = ";".join(text for name, text in self.declarations if _is_kept(name, used))
        return f"{self.head}{{{inner}}}" if inner else ""

    def walk(self) -> Iterator[tuple[str, str]]:
        yield from self.declarations
        for rule in self.rules:
            yield from rule.walk()


def prune(sheet: str, ours: str) -> str:
    """The rules of `sheet` that can hold on our pages; `ours` is the style sheet after it."""
    rules = tuple(_read(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))
    used, known = set(_USED.findall(ours)), -1
    while known != len(used):
        known = len(used)
        for name, text in (each for rule in rules for each in rule.walk()):
            if _is_kept(name, used):
                used |= set(_USED.findall(text))
    return "\n".join(filter(None, (rule.text(used) for rule in rules)))


def _is_kept(name: str, used: set[str]) -> bool:
    return not name.startswith(_CUSTOM) or name in used


def _read(nodes: Iterable[Node]) -> Iterator[_Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            head = ",".join(filter(_can_match, _selectors(node)))
            if head:
                yield _Rule(head, tuple(_declarations(node)))
        elif isinstance(node, AtRule) and node.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(node.content or [], True, True)
            prelude = tinycss2.serialize(node.prelude)
            yield _Rule(f"@{node.at_keyword}{prelude}", rules=tuple(_read(inner)))


def _declarations(rule: QualifiedRule) -> Iterator[tuple[str, str]]:
    for each in tinycss2.parse_blocks_contents(rule.content, True, True):
        if isinstance(each, Declaration):
            yield each.name, each.serialize()


def _selectors(rule: QualifiedRule) -> list[str]:
    """The selectors of a rule: its prelude parted at the commas that stand in no bracket."""
    parts: list[list[Node]] = [[]]
    for token in rule.prelude:
        if isinstance(token, LiteralToken) and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _can_match(selector: str) -> bool:
    asked = _NEGATED.sub("", selector)
    return not _FOREIGN.search(asked) and set(_CLASS.findall(asked)) <= CLASSES
