"""Open data: every file for machines with its address and size, and examples that use them."""

from typing import Any

from renaksi.publish.desk import Desk
from renaksi.publish.downloads import Download, round_size
from renaksi.publish.values import Value

# What stands together on the page, and the formats of each (`renaksi export --format`).
GROUPS = {
    "tables": ("xlsx", "csv", "datapackage", "sqlite"),
    "api": ("json",),
    "follow": ("atom", "calendar"),
    "fields": ("ogp", "popolo", "dcat"),
    "all": ("zip",),
}
# Of these every file is listed; documents of entries are found by their lists.
_LISTED = ("csv",)
# The programs that there is an example for; `theme/examples/<name>.txt` holds it.
EXAMPLES = ("spreadsheet", "python", "r", "curl")


def view(desk: Desk) -> dict[str, Any]:
    """All files in groups, and the programs with an example."""
    return {
        "as_of": desk.t("data.as_of", date=desk.words.date(desk.as_of)),
        "groups": tuple(
            {
                "id": name,
                "title": desk.t(f"data.{name}"),
                "files": tuple(
                    _row(desk, each)
                    for form in formats
                    for each in desk.downloads
                    if each.format == form
                ),
            }
            for name, formats in GROUPS.items()
        ),
        "examples": tuple((name, desk.t(f"data.example.{name}")) for name in EXAMPLES),
    }


def _row(desk: Desk, each: Download) -> dict[str, Any]:
    amount, unit = round_size(each.size)
    return {
        "name": Value(desk.t(f"output.{each.name}"), url=each.paths[0]),
        "about": desk.t(f"output.{each.name}.about"),
        "pattern": None if each.single else each.path,
        "media_type": each.media_type,
        "files": None if each.single else desk.words.count("count.files", len(each.paths)),
        "each": tuple(Value(path.rpartition("/")[2], url=path) for path in each.paths)
        if each.format in _LISTED
        else (),
        "size": desk.t("data.size", n=desk.words.amount(amount), unit=unit),
    }
