"""What is too large or takes too long is refused within seconds; nothing of it is published."""

import os
from pathlib import Path
from unittest import mock

import pytest

from renaksi.bounds import MAX_CELLS, MAX_CHARACTERS, MAX_DEPTH, MAX_LINE, MAX_LINES, find_excess
from tests import cases, hostile, roots
from tests.judging import judge
from tests.roots import replace, run
from tests.running import NARRATIVE as SERVED
from tests.running import OLD as SERVED_TEXT
from tests.running import PAGE, Server, copy_corpus
from tests.test_build import COMMITMENT, OLD, left_over
from tests.test_build import old_site as old_site  # noqa: PLC0414 (a fixture)
from tests.test_build import root as root  # noqa: PLC0414

LARGE = ("page-of-10-mb", "page-under-2-mb", "table-of-100000-lines")
SLOW = ("[" * 9_000 + "\n") * 10
TIMES = {"RENAKSI_PAGE_SECONDS": "0.3"}
NARRATIVE = "Musyawarah desa adalah"


@pytest.mark.parametrize("name", LARGE)
def test_large_page_is_refused_within_seconds(name: str, tmp_path: Path) -> None:
    judged = judge(hostile.lay_out([hostile.ATTACKS / f"blow-ups/{name}.yaml"], tmp_path))
    assert judged.status == 1
    assert judged.seconds < 10
    assert judged.megabytes < 500


def test_20_000_files_are_refused_within_seconds(tmp_path: Path) -> None:
    corpus = cases.lay_out({}, tmp_path)
    for number in range(20_000):
        (corpus / "content/updates/2030-2031" / f"u{number}.yaml").write_bytes(b"id: x\n")
    judged = judge(corpus)
    assert judged.status == 1
    assert "[file-count]" in judged.output
    assert judged.seconds < 10
    assert judged.megabytes < 500
    hostile.clear(tmp_path)


def table(columns: int, column: str = "|-", after: str = "|") -> str:
    """The head of a table and the line below it."""
    head = column.replace("-", "a")
    return f"{head * columns}{after}\n{column * columns}{after}\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a\n" * (MAX_LINES - 1), None),
        ("a\n" * MAX_LINES, "page-length"),
        ("a " * 50 + "\n", None),
        (("a" * 99 + "\n") * (MAX_CHARACTERS // 100), None),
        (("a" * 99 + "\n") * (MAX_CHARACTERS // 100) + "a", "page-length"),
        ("a" * MAX_LINE, None),
        ("a" * (MAX_LINE + 1), "line-length"),
        ("> " * MAX_DEPTH, None),
        ("> " * (MAX_DEPTH + 1), "nesting"),
        (">" * (MAX_DEPTH + 1), "nesting"),
        ("12. " * (MAX_DEPTH + 1), "nesting"),
        ("- 12. > " * 7, "nesting"),
        ("    " * MAX_DEPTH + "- a", "nesting"),
        ("\t" * MAX_DEPTH + "- a", "nesting"),
        ("\t" * MAX_DEPTH + "a", None),
        ("- " * 40, None),
        ("```\n" + "> " * 40 + "\n```", None),
        (table(100) + "b\n" * (MAX_CELLS // 100 - 1), None),
        (table(100) + "b\n" * (MAX_CELLS // 100), "table-size"),
        (table(99, "-|", "-") + "b\n" * (MAX_CELLS // 100 - 1), None),
        (table(99, "-|", "-") + "b\n" * (MAX_CELLS // 100), "table-size"),
        (table(100, " :-: |", "") + "b\n" * (MAX_CELLS // 100), "table-size"),
        ("\t" + table(100).replace("\n", "\n\t") + "b\n" * (MAX_CELLS // 100), "table-size"),
        ("- > " + table(100).replace("\n", "\n  > ") + "b\n" * (MAX_CELLS // 100), "table-size"),
        (table(100) + "|-|-|\n" + "b\n" * (MAX_CELLS // 100 - 1), "table-size"),
        (table(100) + "b\n" * (MAX_CELLS // 100 - 1) + "\nb", None),
        (table(100) + "b\n" * (MAX_CELLS // 100 - 1) + ">\nb", None),
        (table(100) + "b\n" * (MAX_CELLS // 100 - 1) + "b", "table-size"),
        ((table(50) + "\n") * (MAX_CELLS // 50), None),
        ((table(50) + "\n") * (MAX_CELLS // 50 + 1), "table-size"),
        ("```\n" + table(4_000) + "b\n" * 9 + "\n```", None),
        ("|a" * 3000 + "|\n\nb\n" * 9, None),
    ],
)
def test_bound_holds_exactly(text: str, rule: str | None) -> None:
    problem = find_excess(text, "x.md", 7)
    assert (problem.rule if problem else None) == rule


def test_slow_page_ends_in_one_located_problem_and_the_old_site_stays(
    root: Path, old_site: Path
) -> None:
    replace(root / COMMITMENT, NARRATIVE, f"{SLOW}{NARRATIVE}")
    with mock.patch.dict(roots.ENVIRONMENT, TIMES):
        done = run("build", "--root", root, cwd=root)
    assert done.returncode == 1
    indonesian, english, *_, kept = done.stderr.splitlines()
    assert indonesian.startswith(f"{COMMITMENT}:1:1: error: ")
    assert indonesian.endswith("[page-time]")
    assert english.startswith("    This page takes too long")
    assert kept.startswith("Situs lama tetap")
    assert {name: (old_site / name).read_bytes() for name in OLD} == OLD
    assert left_over(root) == []


def test_slow_page_is_made_where_the_limit_is_the_usual_one(root: Path) -> None:
    replace(root / COMMITMENT, NARRATIVE, f"{SLOW}{NARRATIVE}")
    environment = {name: value for name, value in os.environ.items() if name not in TIMES}
    with mock.patch.dict(roots.ENVIRONMENT, environment):
        assert run("build", "--root", root, cwd=root).returncode == 0


def test_slow_page_does_not_take_the_last_good_pages_away(tmp_path: Path) -> None:
    with mock.patch.dict(roots.ENVIRONMENT, TIMES):
        server = Server(copy_corpus(tmp_path / "root"), tmp_path / "log")
    try:
        server.until_page_has(PAGE, SERVED_TEXT)
        replace(server.root / SERVED, SERVED_TEXT, f"{SLOW}{SERVED_TEXT}")
        server.until_printed("[page-time]")
        assert SERVED_TEXT in server.get(PAGE)
        assert "[[[" not in server.get(PAGE)
        replace(server.root / SERVED, SLOW, "Lagi. ")
        server.until_page_has(PAGE, "Lagi. ")
    finally:
        server.stop()
