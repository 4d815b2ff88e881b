"""The manuals of all rules, in both languages: what must be, why, a bad and a good example.

A rule's docstring is its manual. Rules that the loader and the build keep, before there are
entries that a check could look at, have theirs in `of_files` and `of_texts`.
"""

from collections.abc import Mapping

from renaksi.checks import RULES
from renaksi.manuals import of_files, of_texts
from renaksi.problem import Severity
from renaksi.report import Explanation, Manual, read_manual


def all_manuals() -> list[Manual]:
    """The manual of every rule that a problem can name."""
    found = [read_manual(each.id, each.severity, each.manual) for each in RULES.values()]
    return [*found, *loader_manuals()]


def loader_manuals() -> list[Manual]:
    """The manuals of the rules that the loader and the build keep; all of them block the build."""
    limits = {**of_files.LIMITS, **of_texts.LIMITS}
    return [
        _with_limits(read_manual(id, Severity.ERROR, text), limits)
        for id, text in {**of_files.MANUALS, **of_texts.MANUALS}.items()
    ]


def _with_limits(manual: Manual, limits: Mapping[str, int]) -> Manual:
    """`<files>` as the number that it stands for, as each language writes it."""

    def fill(text: str, language: str) -> str:
        for name, number in limits.items():
            separated = f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")
            text = text.replace(f"<{name}>", separated)
        return text

    texts = {
        language: Explanation(*(fill(part, language) for part in vars(each).values()))
        for language, each in manual.texts.items()
    }
    return Manual(manual.id, manual.severity, texts)
