"""Reporting periods of the ledger in words."""

from renaksi.publish.figures.halves import split_period
from renaksi.publish.words import Words


def period_name(words: Words, period: str) -> str:
    """`2020-S1` -> "Half 1 of 2020"; an assessment by its name."""
    name, year, half = split_period(period)
    if year is None:
        return words.t(f"period.{name}")
    if half is None:
        return words.t("period_year", year=year)
    return words.t("period_half", year=year, half=half)
