"""What each rule asks for, for `renaksi check --list` and `--explain`, in both languages.

A manual is a text of four paragraphs: the norm in English; why, with a bad and a good example;
then both in Indonesian.
"""

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from renaksi.problem import Severity

# In the order of the paragraphs of a manual, with what its examples are headed.
_EXAMPLES = {"en": ("Bad", "Good"), "id": ("Salah", "Benar")}
_LANGUAGES = ("id", "en")
_SEVERITIES = {
    "id": {Severity.ERROR: "kesalahan", Severity.WARNING: "peringatan"},
    "en": {severity: str(severity) for severity in Severity},
}
_CODE = re.compile("`[^`]*`")
_WIDTH = 88


@dataclass(frozen=True)
class Explanation:
    """A rule in one language: what must or must not be, why, a bad and a good example."""

    norm: str
    why: str
    bad: str
    good: str


@dataclass(frozen=True)
class Manual:
    """A rule's id, how bad it is to break it, and its explanation by language."""

    id: str
    severity: Severity
    texts: Mapping[str, Explanation] = field(default_factory=dict)


def read_manual(id: str, severity: Severity, text: str) -> Manual:
    """The manual in a text of four paragraphs. Raises ValueError where a part is missing."""
    paragraphs = [" ".join(each.split()) for each in text.strip().split("\n\n")]
    texts: dict[str, Explanation] = {}
    for number, (language, (bad, good)) in enumerate(_EXAMPLES.items()):
        norm, *rest = paragraphs[2 * number : 2 * number + 2] or [""]
        found = re.fullmatch(rf"(.+?) {bad}: (.+?) {good}: (.+)", "".join(rest))
        if found is None or not norm or len(paragraphs) != 2 * len(_EXAMPLES):
            raise ValueError(f'the manual of "{id}" lacks a part in the language "{language}"')
        texts[language] = Explanation(norm, *found.groups())
    return Manual(id, severity, {language: texts[language] for language in _LANGUAGES})


def list_manuals(manuals: Iterable[Manual], language: str | None = None) -> str:
    """A line for each rule and language, by the rule's id: how bad, and the norm."""
    ordered = sorted(manuals, key=lambda manual: manual.id)
    width = max((len(manual.id) for manual in ordered), default=0)
    lines = [
        f"{manual.id if first else '':<{width}}  {_severity(manual, code):<10}  {norm}"
        for manual in ordered
        for first, code, norm in _norms(manual, language)
    ]
    return "\n".join(lines)


def _norms(manual: Manual, language: str | None) -> list[tuple[bool, str, str]]:
    """The norm in each language that is asked for, and whether it is the first of them."""
    codes = _chosen(language)
    return [(code == codes[0], code, manual.texts[code].norm) for code in codes]


def render_manual(manual: Manual, language: str | None = None) -> str:
    """The whole manual of one rule, Indonesian first, or in one `language` alone."""
    codes = _chosen(language)
    head = f"{manual.id} ({' / '.join(_severity(manual, code) for code in codes)})"
    return "\n\n".join([head, *(render_explanation(manual, code) for code in codes)])


def render_explanation(manual: Manual, language: str) -> str:
    """The manual of a rule in one language, without its head."""
    text = manual.texts[language]
    bad, good = _EXAMPLES[language]
    parts = [text.norm, text.why, f"{bad}: {text.bad}", f"{good}: {text.good}"]
    return "\n".join(line for part in parts for line in _wrap(part))


def _wrap(text: str) -> list[str]:
    """Lines of a bearable length; code stays in one piece."""
    kept = _CODE.sub(lambda code: code.group().replace(" ", "\N{NO-BREAK SPACE}"), text)
    lines = textwrap.wrap(
        kept,
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def _chosen(language: str | None) -> tuple[str, ...]:
    return (language,) if language else _LANGUAGES


def _severity(manual: Manual, language: str) -> str:
    return _SEVERITIES[language][manual.severity]
