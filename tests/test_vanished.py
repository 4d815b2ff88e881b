"""A published address that vanishes is found, whatever made it vanish."""

import shutil
from pathlib import Path

import pytest

from tests import golden, roots
from tests.vanished import find_vanished


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented corpus in which a meeting has another id, without a redirect."""
    root = tmp_path_factory.mktemp("vanished") / "root"
    shutil.copytree(golden.CORPUS, root)
    [meeting] = root.glob("content/meetings/*/2030-roof-meeting.md")
    roots.replace(meeting, "id: 2030-roof-meeting", "id: 2030-cellar-meeting")
    for path in root.glob("content/meetings/*/2030-roof-meeting*"):
        path.rename(path.with_name(path.name.replace("roof", "cellar")))
    for path in [*root.glob("content/**/*.md"), *root.glob("data/*.yaml")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("2030-roof-meeting", "2030-cellar-meeting"), encoding="utf-8")
    return golden.build(root, root.parent / "site", seed=1)


def test_a_page_that_is_gone_is_found_in_both_languages(golden_site: Path, moved: Path) -> None:
    gone = find_vanished(golden_site, moved)
    assert "pertemuan/2030-2031/2030-roof-meeting/" in gone
    assert "en/meetings/2030-2031/2030-roof-meeting/" in gone
    assert all("2030-roof-meeting" in address for address in gone)


def test_nothing_else_is_told(golden_site: Path, tmp_path: Path) -> None:
    assert find_vanished(golden_site, golden_site) == []
    site = tmp_path / "site"
    shutil.copytree(golden_site, site)
    shutil.rmtree(site / "komitmen" / "bidang-kebijakan" / "roads")
    shutil.rmtree(site / "pagefind")
    assert find_vanished(golden_site, site) == []


@pytest.mark.parametrize("name", ["schema/commitment.schema.json", "build.json", "tentang"])
def test_files_for_machines_and_sections_have_addresses_too(
    golden_site: Path, tmp_path: Path, name: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(golden_site, site)
    path = site / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert find_vanished(golden_site, site) == [f"{name}/" if name == "tentang" else name]
