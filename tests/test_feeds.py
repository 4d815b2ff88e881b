"""Atom feeds: what they say, where they are found, and that readers of feeds take them."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from lxml import etree

from renaksi.build import build_site
from renaksi.layout import LANGUAGES
from renaksi.validate import validate
from renaksi.vocabulary import Kind, Voice
from tests import golden, trees
from tests.repositories import git
from tests.test_history import ROADS, edit, rename, root, save

__all__ = ["root"]
ATOM = "{http://www.w3.org/2005/Atom}"
# What RFC 4287 asks of a feed and of an entry (sections 4.1.1 and 4.1.2), each exactly once.
OF_FEED, OF_ENTRY = ("id", "title", "updated"), ("id", "title", "updated", "content")


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    """A site whose history has a hostile reason, new ids, and a change in the ledger."""
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Usul <script>alert(1)</script> & ]]> \x0b (#7)")
    rename(root, ROADS, "01-foggy-lanes")
    save(root, "Ganti nama")
    ledger = root / "content/updates/2030-2031/01-irm-end-of-term.yaml"
    ledger.write_text(
        re.sub(r"(?m)^completion: .*$", "completion: limited", ledger.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    save(root, "Nilai IRM")
    renamed = ledger.with_name("01-irm-final.yaml")
    text = ledger.read_text(encoding="utf-8").replace(
        f"id: {ledger.stem}\n", f"id: {renamed.stem}\n"
    )
    renamed.write_text(text, encoding="utf-8")
    ledger.unlink()
    leads = f"to: {renamed.stem}\n"
    both = f"{leads}- id: {ledger.stem}\n  kind: update\n  {leads}"
    edit(root, f"to: {ledger.stem}\n", both, "data/redirects.yaml")
    save(root, "Nama berkas penilaian")
    assert build_site(root, tmp_path / "site", golden.AS_OF) == 0
    return tmp_path / "site"


def feeds(site: Path) -> list[Path]:
    return sorted((site / "feeds").rglob("*.atom"))


def settings(root: Path) -> Any:
    return yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))


def read(path: Path) -> Any:
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo, (path, found.bozo_exception)
    assert found.version == "atom10"
    return found


def check_form(path: Path) -> None:
    """The rules of RFC 4287 that parsers forgive."""
    feed = etree.parse(path).getroot()
    assert feed.tag == f"{ATOM}feed"
    for node, names in [(feed, OF_FEED), *((each, OF_ENTRY) for each in feed.iter(f"{ATOM}entry"))]:
        assert [len(node.findall(f"{ATOM}{name}")) for name in names] == [1] * len(names), path
        time = datetime.fromisoformat(node.findtext(f"{ATOM}updated"))
        assert time.tzinfo is not None
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None  # of all entries
    relations = [each.get("rel") for each in feed.findall(f"{ATOM}link")]
    assert sorted(relations) == ["alternate", "self"]
    ids = [each.text for each in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    times = [each.findtext(f"{ATOM}updated") for each in feed.iter(f"{ATOM}entry")]
    assert times == sorted(times, reverse=True)


def test_every_feed_is_read_without_a_complaint(site: Path, golden_site: Path) -> None:
    every = [*feeds(site), *feeds(golden_site)]
    assert len(every) > 40
    for path in every:
        read(path)
        check_form(path)


def test_real_feeds_are_read_without_a_complaint(real_site: Path) -> None:
    for path in feeds(real_site):
        read(path)
        check_form(path)


def test_feed_of_everything_has_a_change_for_each_commit(root: Path, site: Path) -> None:
    commits = git(root, "log", "--format=%H").split()
    for language in LANGUAGES:
        found = read(site / "feeds" / language / "changes.atom")
        assert [each.id.partition("#")[2] for each in found.entries] == commits
        assert found.feed.language == language


def test_every_entry_leads_to_where_its_page_tells_of_the_change(site: Path) -> None:
    base = settings(golden.CORPUS)["site_url"]
    for name in ("changes", "voices/irm", "commitments/01-foggy-lanes"):
        found = read(site / "feeds" / "en" / f"{name}.atom")
        for entry in found.entries:
            page, _, place = entry.link.partition("#")
            assert page == found.feed.link
            text = (site / page.removeprefix(base) / "index.html").read_text(encoding="utf-8")
            assert place and f'id="{place}"' in text


def test_an_entry_leads_to_its_commit_and_to_the_proposal(root: Path, site: Path) -> None:
    repository = settings(golden.CORPUS)["repo_url"]
    commits = git(root, "log", "--format=%H").split()
    found = read(site / "feeds" / "en" / "changes.atom").entries
    linked = [re.findall(r'href="([^"]+)"', each.content[0].value) for each in found]
    assert [links[0] for links in linked] == [f"{repository}/commit/{each}" for each in commits]
    assert [links[1:] for links in linked if links[1:]] == [[f"{repository}/pull/7"]]


def test_reason_of_a_stranger_stays_text(site: Path) -> None:
    [path] = (site / "feeds" / "id").glob("changes.atom")
    tree = etree.parse(path)
    contents = [each.text for each in tree.iter(f"{ATOM}content")]
    assert any("&lt;script&gt;alert(1)&lt;/script&gt;" in each for each in contents)
    assert not any("<script" in each for each in contents)


def test_feed_of_a_commitment_tells_of_it_alone_and_lives_on_under_its_former_id(
    site: Path,
) -> None:
    folder = site / "feeds" / "en" / "commitments"
    found = read(folder / "01-foggy-lanes.atom")
    assert len(found.entries) == 5
    assert "Nilai IRM" in found.entries[1].content[0].value
    former = read(folder / f"{ROADS}.atom")
    commits = [[each.id.partition("#")[2] for each in of.entries] for of in (former, found)]
    assert commits[0] == commits[1]
    # Who subscribed before keeps the names, and is told nothing twice.
    for name, of in ((ROADS, former), ("01-foggy-lanes", found)):
        assert of.feed.id.endswith(f"/feeds/en/commitments/{name}.atom")
        assert all(each.id.startswith(f"{of.feed.id}#") for each in of.entries)
    assert former.feed.link == found.feed.link
    assert len(read(folder / "02-empty-sky.atom").entries) == 1


def test_feed_of_a_voice_tells_of_its_entries_alone(site: Path) -> None:
    counted = {
        voice: len(read(site / "feeds" / "id" / "voices" / f"{voice}.atom").entries)
        for voice in Voice
    }
    assert counted == {
        Voice.GOVERNMENT: 2,  # the commitment that it speaks of got another id
        Voice.CIVIL_SOCIETY: 1,
        Voice.IRM: 4,  # an update keeps what was told of it under its former id
        Voice.EVIDENCE: 1,
    }


def test_feed_of_an_organization_tells_of_its_commitments(root: Path, site: Path) -> None:
    corpus, _ = validate(root)
    commitment = corpus.entries[Kind.COMMITMENT]["01-foggy-lanes"]
    lead = commitment.lead_organizations.value[0]  # type: ignore[attr-defined]
    found = read(site / "feeds" / "id" / "organizations" / f"{lead}.atom")
    assert len(found.entries) >= 4
    assert {each.link.partition("/sub/")[2] for each in found.entries} == {
        f"perubahan/#_{each.updated[:7]}" for each in found.entries
    }


def test_without_a_history_feeds_are_there_and_empty(golden_site: Path) -> None:
    found = read(golden_site / "feeds" / "id" / "changes.atom")
    assert found.entries == []
    assert found.feed.updated.startswith(golden.AS_OF)


def test_every_page_leads_to_its_feeds(real_site: Path) -> None:
    own = 0
    for page in trees.pages(real_site):
        links = [each for each in trees.elements(page, "link") if each.get("rel") == "alternate"]
        named = [each for each in links if each.get("type") == "application/atom+xml"]
        if page.name == "404.html":
            continue
        assert named, page
        for link in named:
            target = (page.parent / (link.get("href") or "")).resolve()
            assert target.is_file(), (page, target)
            assert link.get("title")
        own += len(named) - 1
    commitments, organizations = 19, len(list((real_site / "feeds/id/organizations").iterdir()))
    assert own == (commitments + organizations) * len(LANGUAGES)
