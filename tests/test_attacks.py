"""Every attack of `tests/attacks/` is refused, or is harmless in a real browser.

Pages that are meant to take long are in tests/test_blow_ups.py.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from playwright.sync_api import Browser

from renaksi.export.output import output_pattern
from renaksi.export.table import OUTPUTS
from renaksi.problem import Severity
from renaksi.report import render_text
from renaksi.search.index import FOLDER as INDEX
from renaksi.validate import validate
from tests import golden, hostile, trees
from tests.judging import MOST_MEGABYTES, MOST_SECONDS, judge
from tests.serving import serve_folder
from tests.watching import Watched

pytest_plugins = ("tests.browsing",)

REFUSED = hostile.found(harmless=False)
HARMLESS = [path for path in hostile.found(harmless=True) if path.parent.name != "blow-ups"]
HEAVY = [path for path in REFUSED if hostile.is_heavy(path)]
CLASSES = {
    *("scripts", "handlers", "urls", "attribute-lists", "front-matter", "yaml", "static-files"),
    *("names", "links-out", "blow-ups"),
}
OTHERS = [path for paths in golden.PAGES.values() for path in paths]


@pytest.mark.parametrize("path", REFUSED, ids=hostile.name)
def test_attack_is_refused_by_its_rule_at_a_place(path: Path, tmp_path: Path) -> None:
    root = hostile.lay_out([path], tmp_path)
    begin = process_time()
    _, problems = validate(root)
    assert process_time() - begin < MOST_SECONDS
    errors = [each for each in problems if each.severity is Severity.ERROR]
    assert sorted({each.rule for each in errors}) == hostile.read(path)["refused"]
    assert all(each.place.path.startswith(("content/", "data/")) for each in errors)
    assert all(each.message.id != each.message.en for each in errors)
    assert "\x1b" not in render_text(problems)
    hostile.clear(tmp_path)


@pytest.mark.parametrize("path", HEAVY, ids=hostile.name)
def test_heavy_attack_is_refused_in_little_time_and_memory(path: Path, tmp_path: Path) -> None:
    judged = judge(hostile.lay_out([path], tmp_path))
    assert judged.status == 1
    assert judged.seconds < MOST_SECONDS
    assert judged.megabytes < MOST_MEGABYTES
    hostile.clear(tmp_path)


def test_every_class_of_attack_has_cases() -> None:
    counted = Counter(path.parent.name for path in (*REFUSED, *hostile.found(harmless=True)))
    assert counted.keys() == CLASSES
    assert min(counted.values()) >= 8
    assert counted.total() >= 200


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("attacks")
    return golden.build(hostile.lay_out(HARMLESS, folder), folder / "site", seed=1)


@pytest.fixture(scope="module")
def watched(site: Path, chromium: Browser) -> Iterator[Watched]:
    with serve_folder(site) as base:
        watched = Watched(chromium, base)
        yield watched
        watched.close()


@pytest.fixture(scope="module")
def skeletons(watched: Watched) -> dict[str, list[str]]:
    """What an honest page of either language is made of, by the first part of its address."""
    found = {}
    for folder in hostile.PUBLISHED:
        assert watched.look(f"{folder}/unknown-talk/") == []
        found[folder.split("/")[0]] = watched.skeleton()
    return found


@pytest.mark.parametrize("path", HARMLESS, ids=hostile.name)
def test_nothing_of_a_harmless_attack_runs(
    path: Path, watched: Watched, skeletons: dict[str, list[str]]
) -> None:
    for address in hostile.addresses(path):
        assert watched.look(address) == []
        assert watched.skeleton() == skeletons[address.split("/")[0]]
        assert hostile.read(path).get("shows", "") in watched.text()


@pytest.mark.parametrize("address", OTHERS)
def test_nothing_runs_on_the_pages_that_name_the_hostile_ones(
    address: str, watched: Watched
) -> None:
    assert watched.look(address) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<script>window.__pwned = 1</script>",
        "<img src=x onerror='window.__pwned = 1'>",
        "<p style='position: fixed; inset: 0; background: red'>over everything</p>",
        "<a href='javascript:window.__pwned = 1'>x</a>",
        "<img src='https://site.invalid/x.png'>",
        "<form><input></form>",
        "<h2 id='_content'>x</h2>",
        "<script>alert(1)</script>",
        "<script src='none.js'></script>",
    ],
)
def test_browser_would_show_what_runs(
    markup: str, site: Path, chromium: Browser, tmp_path: Path
) -> None:
    shutil.copytree(site / "assets", tmp_path / "assets")
    page = (site / "tentang/index.html").read_text(encoding="utf-8")
    page = page.replace("Content-Security-Policy", "x-none").replace("</main>", f"{markup}</main>")
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text(page, encoding="utf-8")
    with serve_folder(tmp_path) as base:
        watched = Watched(chromium, base)
        assert watched.look("about/") != []
        watched.close()


def test_no_picture_or_link_of_a_hostile_page_leads_to_another_kind_of_address(site: Path) -> None:
    for page in trees.pages(site):
        for element, link in trees.links(page):
            assert element.tag == "a" or "//" not in link or "rel" in element.attrib, (page, link)


def made_for(page: str) -> tuple[str, ...]:
    word = "citation" if page.startswith("en/") else "kutipan"
    return ("index.html", f"{word}.bib", f"{word}.json")


def test_only_files_that_the_site_makes_are_published(site: Path, golden_site: Path) -> None:
    own = {path.relative_to(golden_site) for path in golden_site.rglob("*") if path.is_file()}
    more = {path.relative_to(site) for path in site.rglob("*") if path.is_file()} - own
    pictures = {path for path in more if path.parent == Path("assets/images")}
    pictures |= {path for path in more if path.parts[0] == INDEX}
    patterns = [output_pattern(each.path) for each in OUTPUTS]
    pictures |= {p for p in more if any(each.fullmatch(p.as_posix()) for each in patterns)}
    pages = {one for path in HARMLESS for one in hostile.addresses(path)}
    assert more - pictures == {Path(f"{page}{name}") for page in pages for name in made_for(page)}
