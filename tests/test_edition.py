"""The site says which commit it was made of, to people and to machines."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renaksi.build import build_site
from tests import golden
from tests.golden import AS_OF, CORPUS, PAGES
from tests.repositories import git

ABOUT = dict(zip(("id", "en"), PAGES["about"], strict=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A corpus that is a repository of its own, and its site."""
    root = tmp_path_factory.mktemp("edition") / "root"
    shutil.copytree(CORPUS, root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "First")
    site = root.parent / "site"
    assert build_site(root, site, AS_OF) == 0
    return root, site


def read(site: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((site / "build.json").read_text(encoding="utf-8"))
    return record


def test_the_record_names_the_commit_and_what_is_there(built: tuple[Path, Path]) -> None:
    root, site = built
    record = read(site)
    assert record["commit"] == git(root, "rev-parse", "HEAD").strip()
    assert record["modified"] is False
    assert record["as_of"] == AS_OF
    assert record["base_path"] == "/sub/"
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("index.html")]
    assert record["pages"] == sum('http-equiv="refresh"' not in text for text in pages)


@pytest.mark.parametrize("language", ABOUT)
def test_the_page_shows_address_path_and_commit(built: tuple[Path, Path], language: str) -> None:
    root, site = built
    text = (site / ABOUT[language] / "index.html").read_text(encoding="utf-8")
    head = git(root, "rev-parse", "HEAD").strip()
    assert f"/commit/{head}" in text
    assert "/sub/" in text
    assert "build.json" in text


def test_a_changed_file_and_a_folder_without_git_are_told(
    built: tuple[Path, Path], golden_site: Path, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    shutil.copytree(built[0], root)
    page = root / "content" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nHujan.\n", encoding="utf-8")
    assert build_site(root, tmp_path / "site", AS_OF) == 0
    assert read(tmp_path / "site")["modified"] is True
    assert read(golden_site)["commit"] is None
    about = (golden_site / ABOUT["en"] / "index.html").read_text(encoding="utf-8")
    assert "made outside of Git" in about


def test_the_same_commit_gives_the_same_bytes(built: tuple[Path, Path], tmp_path: Path) -> None:
    root, site = built
    again = golden.build(root, tmp_path / "again", seed=3)
    files = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    changed = [name for name in files if (again / name).read_bytes() != (site / name).read_bytes()]
    assert changed == []
