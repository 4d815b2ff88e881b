"""`docs/theme.md` tells the truth about what lies in the theme."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme"
TEXT = (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")


def patterns() -> list[str]:
    """The names in the first column of the table of files."""
    rows = re.findall(r"^\| (`.*?) \|", TEXT, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def test_table_lists_every_file_of_the_theme_and_no_other() -> None:
    found = {path for name in patterns() for path in THEME.glob(name)}
    assert found == {path for path in THEME.rglob("*") if path.is_file()}
    assert [name for name in patterns() if not any(THEME.glob(name))] == []


def test_names_of_lists_in_modules_exist() -> None:
    named = re.findall(r"`((?:tests/)?(?:publish/)?(?:[a-z]+\.py)):([A-Z_a-z]+)`", TEXT)
    assert len(named) >= 7
    for path, name in named:
        places = [ROOT / path, *(ROOT / "renaksi").rglob(path)]
        [module] = [place for place in places if place.is_file()]
        text = module.read_text(encoding="utf-8")
        assert re.search(rf"^(class )?{name}\b", text, re.MULTILINE), f"{path}:{name}"
