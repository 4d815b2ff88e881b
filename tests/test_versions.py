"""What a page says and leads to of an entry as it stood on a day, in a site with a history."""

import json
import subprocess
from pathlib import Path

import pytest

from renaksi.build import build_site
from tests import golden, trees
from tests.repositories import git
from tests.test_history import PATH, ROADS, edit, rename, root, save

__all__ = ["root"]
API = "api/v1"


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    """A site of three commits: a change of one commitment, and another id for it."""
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    save(root, "Kedua (#7)")
    rename(root, ROADS, "01-foggy-lanes")
    save(root, "Ganti nama")
    assert build_site(root, tmp_path / "site", golden.AS_OF) == 0
    return tmp_path / "site"


def test_every_change_leads_to_the_entry_as_it_stood(root: Path, site: Path) -> None:
    page = site / "komitmen" / "2030-2031" / "01-foggy-lanes" / "index.html"
    hrefs = [link.attrib.get("href", "") for link, _ in trees.links(page)]
    blobs = [href.partition("/blob/")[2] for href in hrefs if "/blob/" in href]
    shown = [each.partition("/") for each in dict.fromkeys(blobs) if "/content/comm" in each]
    told = [(commit, path) for commit, _, path in shown if len(commit) == 40]
    commits = git(root, "log", "--format=%H").split()
    new = PATH.replace(ROADS, "01-foggy-lanes")
    assert told == list(zip(commits, [new, PATH, PATH], strict=True))
    for commit, path in told:
        show = ["git", "-C", str(root), "cat-file", "-e", f"{commit}:{path}"]
        assert subprocess.run(show, check=False).returncode == 0


def test_entries_of_the_ledger_in_the_history_lead_to_themselves(site: Path) -> None:
    page = site / "en" / "commitments" / "2030-2031" / "01-foggy-lanes" / "index.html"
    [section] = [
        each
        for each in trees.elements(page, "section")
        if each.get("aria-labelledby") == "_changes"
    ]
    hrefs = {each.get("href", "") for each in section.iter("a")}
    own = {href.partition("#")[2] for href in hrefs if href.startswith(("#", "./#"))}
    assert own
    assert own <= trees.anchors(page)
    assert hrefs.isdisjoint({"", ".", "./"})


def test_versions_tell_what_stood_when_at_both_addresses(root: Path, site: Path) -> None:
    found = json.loads((site / API / "commitments/01-foggy-lanes/versions.json").read_bytes())
    versions = found["data"]["versions"]
    assert found["data"]["known"] is True
    assert [each["commit"] for each in versions] == git(root, "log", "--format=%H").split()[::-1]
    assert [each["until"] for each in versions] == [*(v["from"] for v in versions[1:]), None]
    texts = [each["entry"]["narrative"]["id"] for each in versions]
    assert ["Kabut tebal" in text for text in texts] == [False, True, True]
    former = json.loads((site / API / f"commitments/{ROADS}/versions.json").read_bytes())
    assert former["data"] == found["data"]


def test_changes_of_a_month_are_those_of_git(root: Path, site: Path) -> None:
    overview = json.loads((site / API / "changes.json").read_bytes())["data"]
    commits = git(root, "log", "--format=%H").split()
    assert [each["commit"] for each in overview["latest"]] == commits
    told = []
    for month in overview["months"]:
        path = f"{API}/changes/{month['month']}.json"
        assert month["links"]["self"].endswith(path)
        changes = json.loads((site / path).read_bytes())["data"]["changes"]
        assert len(changes) == month["changes"]
        told += changes
    assert [each["commit"] for each in told] == commits
    [second] = [each for each in told if each["pull_request"]]
    assert second["reason"] == "Kedua"
    assert second["links"]["pull_request"].endswith("/pull/7")
    assert [step["act"] for step in second["steps"]] == ["changed"]
