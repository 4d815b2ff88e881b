"""Addresses elsewhere: asked politely, judged with care, told in one issue, and their copies."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from renaksi.cli import main
from renaksi.cli.links import BRANCH, LABEL
from renaksi.links.ask import Client, Found, Reason, Verdict, is_public, reason_of
from renaksi.links.check import check_addresses
from renaksi.links.find import find_addresses
from renaksi.publish.site import Site as Pages
from renaksi.publish.words import load_words
from renaksi.review.links import MARK
from renaksi.validate import validate
from tests import cases, hub, roots, websites
from tests.repositories import commit_corpus, git

Output = pytest.CaptureFixture[str]
UPDATE = "content/updates/2030-2031/01-irm-end-of-term.yaml"
SOURCES = "data/sources.yaml"
WAY = "web.archive.org/web/20310601000000/"


@pytest.fixture(scope="module")
def site() -> Iterator[websites.Site]:
    with websites.serve() as found:
        yield found


@pytest.fixture
def client() -> Client:
    return Client(seconds=0.4, tries=2, pause=0.01, allowed=[websites.HERE])


# One address


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/ok", Found(None, 200)),
        ("/ok?a=b c&d=ü#there", Found(None, 200)),
        ("/hop", Found(None, 200)),
        ("/no-head", Found(None, 200)),
        ("/odd-head", Found(None, 200)),
        ("/missing", Found(Reason.GONE, 404)),
        ("/gone", Found(Reason.GONE, 410)),
        ("/to-gone", Found(Reason.GONE, 404)),
        ("/loop", Found(Reason.LOOP)),
        ("/inside", Found(Reason.PRIVATE)),
        ("/file", Found(Reason.INVALID)),
        ("/forbidden", Found(Reason.STATUS, 403)),
        ("/robot", Found(Reason.STATUS, 999)),
        ("/error", Found(Reason.STATUS, 500)),
        ("/busy", Found(Reason.BUSY, 429)),
        ("/slow", Found(Reason.SILENT)),
        ("/drops", Found(Reason.SILENT)),
        ("/reset", Found(Reason.SILENT)),
        ("/nonsense", Found(Reason.SILENT)),
    ],
)
def test_every_way_to_answer_is_judged(
    site: websites.Site, client: Client, path: str, found: Found
) -> None:
    assert client.ask(site.url + path) == found


def test_only_what_is_sure_is_called_broken() -> None:
    verdicts = {reason: Found(reason).verdict for reason in Reason}
    unknown = {reason for reason, verdict in verdicts.items() if verdict is Verdict.UNKNOWN}
    assert unknown == {Reason.STATUS, Reason.SILENT, Reason.BUSY}
    assert Found().verdict is Verdict.OK


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/", "http:///x", "http://[x]/", "http://a\x00b/", "http://x:99999/", "x"],
)
def test_what_is_no_web_address_is_not_asked(client: Client, address: str) -> None:
    assert client.ask(address) == Found(Reason.INVALID)


def test_a_server_that_is_not_there_is_broken(client: Client) -> None:
    port = websites.find_free_port()
    assert client.ask(f"http://{websites.HERE}:{port}/") == Found(Reason.REFUSED)


def test_a_name_with_two_addresses_is_asked_at_the_one_that_answers(
    site: websites.Site, client: Client
) -> None:
    port = site.url.rpartition(":")[2]
    both = Client(seconds=0.4, pause=0.01, allowed=[*client.allowed, "::1"])
    assert both.ask(f"http://localhost:{port}/ok") == Found(None, 200)


def test_a_certificate_that_nobody_signed_is_told(tmp_path: Path, client: Client) -> None:
    certificate = websites.make_certificate(tmp_path)
    with websites.serve(certificate) as secure:
        assert client.ask(f"{secure.url}/ok") == Found(Reason.CERTIFICATE)
        trust = ssl.create_default_context(cafile=str(certificate))
        trusting = Client(seconds=2, pause=0, allowed=client.allowed, trust=trust)
        assert trusting.ask(f"{secure.url}/ok") == Found(None, 200)


def test_a_name_that_is_not_known_differs_from_one_that_cannot_be_looked_up() -> None:
    assert reason_of(socket.gaierror(socket.EAI_NONAME, "")) is Reason.NO_HOST
    assert reason_of(socket.gaierror(socket.EAI_AGAIN, "")) is Reason.SILENT


@pytest.mark.parametrize(
    "place",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "0.0.0.0", "::1", "fe80::1%eth0",
     "::ffff:10.0.0.1", "64:ff9b::a00:1", "fd00::1", "224.0.0.1", "100.64.0.1"],
)  # fmt: skip
def test_private_networks_are_told_from_the_internet(place: str) -> None:
    assert not is_public(place)


@pytest.mark.parametrize("place", ["93.184.216.34", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_internet_may_be_asked(place: str) -> None:
    assert is_public(place)


@pytest.mark.parametrize("host", [websites.HERE, "localhost", "2130706433", "0x7f.1"])
def test_private_addresses_are_not_connected_to(site: websites.Site, host: str) -> None:
    port = site.url.rpartition(":")[2]
    before = len(site.asked)
    assert Client(seconds=0.4).ask(f"http://{host}:{port}/ok") == Found(Reason.PRIVATE)
    assert len(site.asked) == before


# Many addresses


def test_one_host_is_asked_one_by_one_and_left_alone_when_it_asks_for_that(client: Client) -> None:
    with websites.serve() as one:
        paths = ["/ok", "/ok#a", "/ok#b", "/missing", "/busy", "/gone", "/forbidden"]
        found = check_addresses([one.url + path for path in paths], client)
    assert [each.reason for each in found.values()] == [
        *(None, None, None, Reason.GONE, Reason.BUSY, Reason.BUSY, Reason.BUSY),
    ]
    asked = [path for _, path in one.asked]
    assert asked.count("/ok") == 1
    assert "/gone" not in asked


def test_every_address_of_the_corpus_is_found_with_its_places() -> None:
    corpus = validate(roots.ENGINE)[0]
    found = find_addresses(corpus)
    assert {each.url for each in corpus.sources if each.url} <= set(found)
    assert all(address.startswith("http") and places for address, places in found.items())
    invented = find_addresses(validate(cases.CORPUS)[0])
    assert str(invented["https://example.org/no-title"][0]).startswith(f"{UPDATE}:23:")
    assert "https://example.com/archive/lamp" not in invented


# The issue, and the copies


@pytest.fixture
def root(tmp_path: Path, site: websites.Site) -> Path:
    """The invented corpus, whose addresses lead to the site here."""
    root = commit_corpus(tmp_path)
    websites.lead_here(root, site)
    git(tmp_path, "commit", "-qam", "Second")
    return root


@pytest.fixture
def served(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[hub.Hub]:
    content: dict[str, Any] = {"": {"default_branch": "main"}, "/issues": [], "/pulls": []}
    with hub.serve(hub.Hub(content)) as found:
        found.know_commit(git(root, "rev-parse", "HEAD").strip())
        for name, value in found.environment.items():
            monkeypatch.setenv(name, value)
        yield found


def links(root: Path, *arguments: str) -> int:
    common = ["--root", str(root), "--pause", "0", "--allow", websites.HERE]
    return main(["links", *common, *arguments])


def heal(root: Path, site: websites.Site) -> None:
    for path in [*root.rglob("*.yaml"), *root.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"{site.url}/x", f"{site.url}/ok?"), encoding="utf-8")


def test_by_hand_it_says_what_is_broken_and_where(
    root: Path, capsys: Output, site: websites.Site
) -> None:
    assert links(root) == 1
    lines = capsys.readouterr().out.splitlines()
    where = f"{UPDATE}:23:10: broken: {site.url}/x/no-title: halaman tidak ada (404)"
    assert any(line.startswith(where) for line in lines)
    assert "1 menjawab" in lines[-1]
    heal(root, site)
    assert links(root) == 0


def test_one_issue_is_opened_kept_closed_and_opened_again(
    root: Path, served: hub.Hub, site: websites.Site
) -> None:
    served.content["/issues"].append(
        {"number": 5, "state": "open", "body": MARK, "user": {"login": "warga"}}
    )
    assert links(root, "--report") == 0
    [_, issue] = served.content["/issues"]
    assert (issue["labels"], issue["title"]) == ([LABEL], "Alamat web yang rusak")
    assert issue["body"].startswith(f"{MARK}\n\n**")
    assert f"- `{site.url}/x/no-title`: halaman tidak ada (404) (`{UPDATE}:23`)" in issue["body"]
    assert links(root, "--report") == 0
    broken = dict(issue)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    heal(root, site)
    assert links(root, "--report") == 0
    assert issue["state"] == "closed"
    assert "**Tidak ada alamat yang rusak.**" in issue["body"]
    sent = len(served.sent)
    assert links(root, "--report") == 0
    assert len(served.sent) == sent
    for path, content in before.items():
        path.write_bytes(content)
    assert links(root, "--report") == 0
    assert issue["state"] == "open"
    assert issue == broken
    assert len(served.content["/issues"]) == 2


def test_without_a_network_nothing_is_concluded(
    root: Path, served: hub.Hub, site: websites.Site, capsys: Output
) -> None:
    roots.replace(root / SOURCES, f"{site.url}/ok", f"{site.url}/x/ok")
    assert links(root, "--report") == 1
    assert "Tidak satu pun menjawab" in capsys.readouterr().err
    assert served.sent == []


def archive(root: Path, site: websites.Site, *arguments: str) -> int:
    common = ["--root", str(root), "--pause", "0", "--allow", websites.HERE]
    return main(["archive", *common, "--availability", site.url, "--saving", site.url, *arguments])


def test_copies_are_written_beside_their_addresses_and_the_rest_is_asked_for(
    root: Path, site: websites.Site, capsys: Output
) -> None:
    page, source = f"{site.url}/x/no-title", f"{site.url}/ok"
    site.copies = {page: f"http://{WAY}{page}", source: f"http://{WAY}{source}"}
    before = roots.snapshot(root)
    assert archive(root, site) == 0
    assert capsys.readouterr().out.startswith("2 salinan ditemukan")
    after = roots.snapshot(root)
    assert {path for path in after if after[path] != before[path]} == {UPDATE, SOURCES}
    line = f"    archived_url: https://{WAY}{page}\n".encode()
    assert after[UPDATE].replace(line, b"") == before[UPDATE]
    line = f"  archived_url: https://{WAY}{source}\n".encode()
    assert after[SOURCES].replace(line, b"") == before[SOURCES]
    words = load_words(roots.ENGINE / "theme" / "strings")[0]
    pages = Pages(validate(root)[0], words, "2031-01-01")
    groups = pages.by_name["sources", "id"].view()["groups"]
    [cloud] = [item for _, _, items in groups for item in items if item["id"] == "cloud-page"]
    assert (cloud["link"].detail.text, cloud["link"].detail.external) == ("salinan arsip", True)
    site.copies = {}


@pytest.mark.parametrize(
    "copy",
    [
        "https://evil.example/web/20310601000000/http://x/",
        "javascript:alert(1)",
        f"https://{WAY}http://x/ \n- id: y",
        "https://web.archive.org/web/20290101000000/http://x/",
    ],
)
def test_a_copy_that_is_none_or_too_old_is_not_taken(
    root: Path, site: websites.Site, copy: str
) -> None:
    before = roots.snapshot(root)
    site.copies = {f"{site.url}/ok": copy}
    assert archive(root, site) == 0
    assert roots.snapshot(root) == before
    site.copies = {}


def test_each_turn_asks_for_other_copies(root: Path, site: websites.Site) -> None:
    asked = []
    for turn in range(2):
        begin = len(site.asked)
        assert archive(root, site, "--most", "1", "--turn", str(turn)) == 0
        saved = [path for _, path in site.asked[begin:] if path.startswith("/save/")]
        assert len(saved) == 1
        asked += saved
    assert len(set(asked)) == 2


def test_copies_are_proposed_in_one_pull_request(
    root: Path, site: websites.Site, served: hub.Hub
) -> None:
    page = f"{site.url}/x/no-title"
    site.copies = {page: f"https://{WAY}{page}"}
    before = roots.snapshot(root)
    assert archive(root, site, "--propose") == 0
    assert archive(root, site, "--propose") == 0
    site.copies = {}
    assert roots.snapshot(root) == before
    assert list(served.files(served.tip(BRANCH))) == [f"corpus/{UPDATE}"]
    [pull] = served.content["/pulls"]
    assert pull["title"] == "Salinan arsip bagi bukti dan sumber"
    assert "salinan dari 1 halaman" in pull["body"]
    assert "Approve workflows to run" in pull["body"]
