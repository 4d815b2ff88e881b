"""Reporting periods of the ledger in words."""

from renaksi.publish.desk import Desk
from renaksi.publish.figures.halves import split_period


def period_name(desk: Desk, period: str) -> str:
    """`2020-S1` -> "Half 1 of 2020"; an assessment by its name."""
    name, year, half = split_period(period)
    if year is None:
        return desk.t(f"period.{name}")
    if half is None:
        return desk.t("period_year", year=year)
    return desk.t("period_half", year=year, half=half)
