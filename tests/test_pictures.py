"""Pictures of what a proposal changes: the changed pages, and no others."""

import shutil
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests import pictures, roots
from tests.golden import CORPUS, build
from tests.serving import serve_folder
from tests.states import build_revision

pytest_plugins = ("tests.browsing",)

CHANGED = "komitmen/2030-2031/01-foggy-roads/"


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented corpus with one sentence of one narrative changed."""
    root = tmp_path_factory.mktemp("pictures") / "root"
    shutil.copytree(CORPUS, root)
    [path] = root.glob("content/commitments/*/01-foggy-roads.md")
    roots.replace(path, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    return build(root, root.parent / "site", seed=1)


def test_pages_that_differ_are_found(golden_site: Path, after: Path) -> None:
    found = pictures.find_changed(golden_site, after)
    assert found == [CHANGED, "en/data-quality/", "mutu-data/"]  # a translation has become stale
    assert pictures.find_changed(after, after) == []


def test_a_style_that_differs_brings_a_page_of_every_kind(
    golden_site: Path, after: Path, tmp_path: Path
) -> None:
    other = tmp_path / "site"
    shutil.copytree(golden_site, other)
    (other / "assets/site/site.css").write_bytes(b"")
    found = pictures.find_changed(other, after)
    assert {"", "en/", "komitmen/", "en/search/", CHANGED} <= set(found)


def test_pictures_stand_side_by_side(
    golden_site: Path, after: Path, chromium: Browser, tmp_path: Path
) -> None:
    for side, site in (("before", golden_site), ("after", after)):
        with serve_folder(site) as base:
            page = chromium.new_page(viewport={"width": 360, "height": 800})
            pictures.photograph(page, base, [CHANGED, "tidak-ada/"], tmp_path, side)
            page.close()
    pictures.write_index(tmp_path, [CHANGED, "en/"], 3)
    names = [pictures.name(CHANGED, 360, side) for side in ("before", "after")]
    assert sorted(path.name for path in tmp_path.glob("*.png")) == sorted(names)
    shown = [Image.open(tmp_path / name) for name in names]
    assert shown[0].width == shown[1].width == 360
    assert shown[0].tobytes() != shown[1].tobytes()
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(f'src="{name}"' in text for name in names)
    assert "2 / 3" in text


def test_the_site_of_a_commit_tells_its_history(tmp_path: Path) -> None:
    """As the one at hand does: else every page would differ."""
    site = build_revision("HEAD", tmp_path)
    assert site is not None
    [page, *_] = sorted(site.glob("komitmen/2018-2020/06-*/index.html"))
    assert 'class="changes"' in page.read_text(encoding="utf-8")
