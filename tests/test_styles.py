"""The one style sheet: ours, on top of what it needs of Material's and nothing else of it."""

import re
from pathlib import Path

import material
import pytest

from renaksi.publish.prune import prune
from renaksi.publish.styles import FOLDER, PARTS, join_styles

THEME = Path(__file__).resolve().parent.parent / "theme"
[SHEET] = (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css")
WHOLE = SHEET.read_text(encoding="utf-8")


def read(name: str) -> str:
    return (THEME / name).read_text(encoding="utf-8")


OURS = "\n".join(read(f"{FOLDER}/{part}.css") for part in PARTS)
PRUNED = prune(WHOLE, OURS)


def test_every_part_of_the_theme_is_joined_and_none_twice() -> None:
    assert {path.stem for path in (THEME / FOLDER).iterdir()} == set(PARTS)
    assert len(set(PARTS)) == len(PARTS)
    assert join_styles(WHOLE, read).endswith(read(f"{FOLDER}/print.css"))


def test_most_of_material_is_left_out() -> None:
    assert len(PRUNED) < len(WHOLE) / 8
    assert set(re.findall(r"\.(md-[\w-]+)", PRUNED)) == {"md-typeset"}


@pytest.mark.parametrize(
    "wanted", [".md-typeset table:not([class]) th{", ".md-typeset blockquote{", "@media print{"]
)
def test_what_narratives_need_is_kept(wanted: str) -> None:
    assert wanted in PRUNED


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".md-nav{color:red}", ""),
        (".md-nav,p{color:red}", "p{color:red}"),
        ("p:not(.md-nav){color:red}", "p:not(.md-nav){color:red}"),
        ("[data-md-state=lock] p,#x{color:red}", ""),
        ("[dir=rtl] p{color:red}", ""),
        (":root{--a:1px;--b:var(--a);--c:2px}p{margin:var(--b)}", ":root{--a:1px;--b:var(--a)}"),
        ("@media print{.md-nav{color:red}}", ""),
        ("@media print{p{color:red}.md-nav{top:0}}", "@media print{p{color:red}}"),
        ("@font-face{font-family:x}@keyframes y{from{top:0}}", ""),
        (":is(p,.md-nav) a{color:red}", ""),
        ("p{background:url('a,b.svg')}", "p{background:url('a,b.svg')}"),
    ],
)
def test_rule_is_kept_where_it_can_hold(sheet: str, kept: str) -> None:
    assert prune(sheet, "").split("\n")[0].replace('"', "'") == kept


def test_property_that_only_our_own_rules_use_is_kept() -> None:
    assert prune(":root{--a:1px;--b:2px}", "p{margin:var(--b)}") == ":root{--b:2px}"


def test_every_custom_property_that_is_used_has_a_value() -> None:
    sheet = join_styles(WHOLE, read)
    defined = set(re.findall(r"(--[\w-]+)\s*:", sheet))
    used = set(re.findall(r"var\(\s*(--[\w-]+)\s*\)", sheet))
    assert sorted(used - defined) == []
