"""`renaksi build` as a process: the site is swapped in whole, or the old one stays."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import golden
from tests.repositories import git
from tests.roots import ENGINE, PARTS, THEME, copy_root, replace, run, snapshot

COMMITMENT = "content/commitments/2018-2020/05-village-planning.md"
PAGE = "komitmen/2018-2020/05-village-planning/index.html"
OLD = {
    "index.html": b"the old page",
    "deep/er.html": b"the old page below",
    # By these a build knows that the folder is an earlier site.
    "sitemap.xml": b"<urlset/>",
    "404.html": b"not here",
    "assets/site/site.css": b"p {}",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_root(tmp_path / "another plan")


@pytest.fixture
def old_site(root: Path) -> Path:
    site = root / "site"
    for name, content in OLD.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    return site


def left_over(folder: Path) -> list[str]:
    """What a build leaves beside the site and should not."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_an_invalid_corpus_is_refused_in_both_languages_and_the_old_site_stays(
    root, old_site
) -> None:
    replace(root / COMMITMENT, "number: 5", "number: lima")
    done = run("build", "--root", root, cwd=root)
    assert done.returncode == 1
    assert f"{COMMITMENT}:" in done.stdout
    indonesian, english = done.stdout.splitlines()[:2]
    assert COMMITMENT in indonesian
    assert english.startswith("    ")
    assert english.strip() not in indonesian
    assert done.stdout.splitlines()[-1].startswith("1 kesalahan, ")
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot(old_site) == OLD
    assert left_over(root) == []


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("pages/stage.html", "{{ no.such.value }}"),  # found while a page is made
        ("pages/stage.html", "{% if %}"),  # found while reading
        ("pages/stage.html", "{{ 1|no_such_filter }}"),  # found while it is translated
        ("sitemap.xml", "{% for %}"),
        ("sitemap.xml", "{{ 1 / 0 }}"),  # found at the very end
    ],
)
def test_a_fault_in_a_template_stops_the_build_and_the_old_site_stays(
    root, old_site, template, fault
) -> None:
    copy_root(root, THEME)
    path = root / "theme" / template
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{% block body %}", "{% block body %}" + fault), encoding="utf-8")
    if "{% block body %}" not in text:
        path.write_text(text + fault, encoding="utf-8")
    done = run("build", "--root", root, cwd=root)
    assert done.returncode == 1
    assert re.search(rf"^theme/{template}:[0-9]+:1: error: .*\[template\]$", done.stderr, re.M)
    assert "Traceback" not in done.stderr
    assert snapshot(old_site) == OLD
    assert left_over(root) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("theme:\n", "theme: [\n"), "mkdocs.yml:"),
        (("name: material", "name: readthedocs"), "mkdocs.yml:10:9: error: theme.name: "),
        (("site_name: Renaksi OGI\n", ""), "mkdocs.yml:2:1: error: site_name: "),
        (("copyright: CC BY 4.0", "copyright: 2018-13-45"), "mkdocs.yml: tidak dapat dibaca / "),
        (("plugins: []", "plugins: [no-such-plugin]"), "mkdocs.yml: MkDocs menolak"),
        (("  - tables:", "  - no_such_extension:"), "mkdocs.yml: MkDocs menolak"),
    ],
)
@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_mistake_in_the_configuration_is_told_without_a_traceback(
    root, old_site, command, change, said
) -> None:
    replace(root / "mkdocs.yml", *change)
    done = run(command, "--root", root, cwd=root)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr or "tidak dapat ditampilkan" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot(old_site) == OLD
    assert left_over(root) == []


@pytest.mark.parametrize("target", ["../../nothing.md", "06-local-e-legislation.md#nowhere"])
def test_a_narrative_that_links_to_nothing_is_refused(root, old_site, target) -> None:
    replace(root / COMMITMENT, "Musyawarah desa adalah", f"[Musyawarah desa]({target}) adalah")
    done = run("build", "--root", root, cwd=root)
    assert done.returncode == 1
    assert target in done.stdout + done.stderr
    assert snapshot(old_site) == OLD


def test_a_good_build_replaces_the_whole_old_site(root, old_site) -> None:
    replace(root / COMMITMENT, "Musyawarah desa adalah", "Rembuk desa adalah")
    (root / ".site.new").mkdir()
    (root / ".site.new" / "stale.html").write_text("of a build that was interrupted")
    done = run("build", "--root", root, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    built = snapshot(old_site)
    assert "deep/er.html" not in built
    assert all(built[name] != content for name, content in OLD.items() if name in built)
    assert "stale.html" not in built
    assert b"Rembuk desa adalah" in built[PAGE]
    assert left_over(root) == []


@pytest.mark.parametrize("output", ["content", "data", "data/new", ".", "..", "thesis", "file.txt"])
def test_a_folder_that_is_no_earlier_site_is_never_replaced(root, output) -> None:
    (root / "thesis").mkdir()
    (root / "thesis/chapter.txt").write_text("years of work")
    (root / "file.txt").write_text("one file")
    before = snapshot(root.parent)
    done = run("build", "--root", root, "--output", root / output, cwd=root)
    assert done.returncode == 1
    assert "bukan situs hasil bangun" in done.stderr
    assert "is not a built site" in done.stderr
    assert snapshot(root.parent) == before


def test_an_empty_folder_may_become_a_site(root) -> None:
    (root / "public").mkdir()
    assert run("build", "--root", root, "--output", root / "public", cwd=root).returncode == 0
    assert (root / "public/index.html").is_file()


def test_the_command_works_from_another_folder_with_relative_paths(root, tmp_path) -> None:
    done = run("build", "--root", root.name, "--output", "far/away/pages", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "far" / "away" / "pages" / PAGE).is_file()
    assert left_over(tmp_path / "far" / "away") == []
    assert sorted(path.name for path in root.iterdir()) == sorted(PARTS)


def test_make_builds_a_corpus_that_stands_elsewhere(root, tmp_path) -> None:
    replace(root / COMMITMENT, "Musyawarah desa adalah", "Rembuk desa adalah")
    before = snapshot(root)
    target = tmp_path / "the pages"
    make = ["make", "--no-print-directory", "-C", str(ENGINE), "build"]
    done = subprocess.run(
        [*make, f"ROOT={root}", f"OUT={target}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Rembuk desa adalah" in (target / PAGE).read_text(encoding="utf-8")
    assert snapshot(root) == before


def test_a_copied_corpus_makes_the_same_site(root, real_site) -> None:
    """Apart from what tells that files of the repository are missing beside it."""
    shutil.copytree(ENGINE / git(ENGINE, "rev-parse", "--git-dir").strip(), root / ".git")
    assert run("build", "--root", root, "--as-of", golden.AS_OF, cwd=root).returncode == 0
    copied, published = snapshot(root / "site"), snapshot(real_site)
    assert copied.keys() == published.keys()
    differing = {name for name in copied if copied[name] != published[name]}
    assert differing <= {"build.json", "tentang/index.html", "en/about/index.html"}


def test_a_folder_that_is_no_corpus_is_a_mistake_of_usage(tmp_path) -> None:
    done = run("build", "--root", tmp_path, "--output", tmp_path / "site", cwd=tmp_path)
    assert done.returncode == 2
    assert "tidak ada / missing: content, data, mkdocs.yml" in done.stderr
    assert list(tmp_path.iterdir()) == []
