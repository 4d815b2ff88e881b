"""`renaksi links` and `renaksi archive`: addresses elsewhere, and their copies at an archive."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from renaksi import github, pulls, report
from renaksi.build import ENGINE
from renaksi.cli.common import add_root, both, complain, corpus_root, say
from renaksi.cli.writing import encode, write_files
from renaksi.corpus import Corpus
from renaksi.github import BOT, GitHub, GitHubError
from renaksi.layout import PRIMARY_LANGUAGE
from renaksi.links.archive import AVAILABILITY, SAVING, Archive
from renaksi.links.ask import Client, Verdict
from renaksi.links.check import check_addresses
from renaksi.links.find import find_addresses, find_uncopied
from renaksi.load import read_text
from renaksi.problem import Message
from renaksi.publish.words import FOLDER, Words, load_words
from renaksi.review.links import MARK, Look, render_issue, render_lines
from renaksi.revision import RevisionError, find_commit, find_prefix
from renaksi.validate import has_errors, validate
from renaksi.write.edit import UneditableError, add_key

_NO_NETWORK = Message(
    id="Tidak satu pun menjawab; mungkin komputer ini tidak tersambung. Tidak ada yang dicatat.",
    en="Not one of them answers; this computer may not be connected. Nothing was put on record.",
)
_BY_HAND = Message(
    id="berkas ini tidak dapat diubah dengan aman; tulis sendiri",
    en="this file cannot be changed safely; write it yourself",
)
LABEL = "tautan"
BRANCH = "archive/copies"
_MOST_COPIES = 20
# Making a copy takes a while.
_SECONDS_OF_ARCHIVE = 60


def add_links(links: argparse.ArgumentParser) -> None:
    """The options of `renaksi links`."""
    links.add_argument("--report", action="store_true", help="tulis ke GitHub / keep the issue")
    _add_manners(links)
    links.set_defaults(run=_links)


def add_archive(archive: argparse.ArgumentParser) -> None:
    """The options of `renaksi archive`."""
    archive.add_argument(
        "--propose", action="store_true", help="buka pull request / open a pull request"
    )
    archive.add_argument(
        "--most", type=int, default=_MOST_COPIES, metavar="N", help="halaman / pages to ask for"
    )
    archive.add_argument(
        "--turn", type=int, default=0, metavar="N", help="giliran / which of them, turn by turn"
    )
    archive.add_argument("--availability", default=AVAILABILITY, metavar="URL", help="arsip")
    archive.add_argument("--saving", default=SAVING, metavar="URL", help="arsip / archive")
    _add_manners(archive)
    archive.set_defaults(run=_archive)


def _add_manners(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pause", type=float, default=1, metavar="SECONDS", help="jeda / between two questions"
    )
    parser.add_argument(
        "--allow", action="append", default=[], metavar="IP", help="IP pribadi / private address"
    )
    add_root(parser)


def _links(options: argparse.Namespace) -> int:
    read = _read(options)
    if isinstance(read, int):
        return read
    _, corpus, words = read
    places = find_addresses(corpus)
    look = Look(check_addresses(places, _client(options)), places)
    for line in render_lines(look, words):
        say(line)
    if places and not look.of(Verdict.OK):
        complain(both(_NO_NETWORK))
        return 1
    if not options.report:
        return int(bool(look.of(Verdict.BROKEN)))
    try:
        _keep_issue(github.from_environment(), look, words)
    except GitHubError as error:
        complain(both(error.message))
        return 1
    return 0


def _read(options: argparse.Namespace) -> int | tuple[Path, Corpus, Mapping[str, Words]]:
    """The corpus to look at, or the exit status where it cannot be read."""
    root = corpus_root(options)
    if root is None:
        return 2
    corpus, problems = validate(root)
    if has_errors(problems):
        print(report.render_text(problems))
        return 1
    return root, corpus, load_words(ENGINE / "theme" / FOLDER)[0]


def _client(options: argparse.Namespace) -> Client:
    return Client(pause=options.pause, allowed=options.allow)


def _keep_issue(hub: GitHub, look: Look, words: Mapping[str, Words]) -> None:
    """The one issue on broken addresses: opened, brought up to date, closed, opened again."""
    issue = _find_issue(hub)
    broken = bool(look.of(Verdict.BROKEN))
    text = {
        "title": words[PRIMARY_LANGUAGE].t("links.title"),
        "body": render_issue(look, words),
    }
    if issue is not None:
        state = "open" if broken else "closed"
        if broken or issue["state"] == "open":
            hub.send("PATCH", f"/issues/{github.number(issue['number'])}", **text, state=state)
    elif broken:
        hub.send("POST", "/issues", **text, labels=[LABEL])


def _find_issue(hub: GitHub) -> Any:
    """The issue that is there already, open or closed; one that others wrote is not ours."""
    for issue in hub.list("/issues", labels=LABEL, state="all"):
        ours = issue["user"]["login"] == BOT and str(issue["body"]).startswith(MARK)
        if ours and "pull_request" not in issue:
            return issue
    return None


def _archive(options: argparse.Namespace) -> int:
    read = _read(options)
    if isinstance(read, int):
        return read
    root, corpus, words = read
    client = replace(_client(options), seconds=_SECONDS_OF_ARCHIVE)
    archive = Archive(client, options.availability, options.saving)
    files, count, missing = _add_copies(root, corpus, archive)
    asked = _ask(archive, missing, options)
    counts = {"found": count, "asked": asked, "left": len(missing) - asked}
    say(" / ".join(each.t("archive.counts", **counts) for each in words.values()))
    if not files:
        return 0
    if not options.propose:
        return 0 if write_files(root, files, files) else 1
    try:
        _propose(github.from_environment(), root, files, count, words)
    except (GitHubError, RevisionError) as error:
        complain(both(error.message))
        return 1
    return 0


def _add_copies(
    root: Path, corpus: Corpus, archive: Archive
) -> tuple[dict[str, str], int, list[str]]:
    """The files with the copies that there are, how many, and the addresses without one."""
    files: dict[str, str] = {}
    missing: list[str] = []
    count = 0
    for place, loc, address, day in find_uncopied(corpus):
        copy = archive.find_copy(address, day)
        text = files.get(place.path) or read_text(root, place.path)
        assert isinstance(text, str), place
        try:
            if copy is not None:
                files[place.path] = add_key(text, place.path, loc, "url", ("archived_url", copy))
                count += 1
        except UneditableError:
            complain(f"{place}: {both(_BY_HAND)}: {copy}")
        if copy is None:
            missing.append(address)
    return files, count, missing


def _ask(archive: Archive, missing: list[str], options: argparse.Namespace) -> int:
    """Asks for some of the copies that are missing, others at each turn; returns how many."""
    start = options.turn * options.most % max(len(missing), 1)
    chosen = [*missing[start:], *missing[:start]][: options.most]
    return sum(archive.ask_for_copy(address) for address in chosen)


def _propose(
    hub: GitHub, root: Path, files: Mapping[str, str], count: int, tables: Mapping[str, Words]
) -> None:
    title = tables[PRIMARY_LANGUAGE].t("archive.title")
    prefix = find_prefix(root)
    held = {f"{prefix}{path}": encode(root, path, text) for path, text in files.items()}
    pulls.push(hub, pulls.Proposal(BRANCH, find_commit(root), held, f"{title}\n"))
    told = [words.count("archive.text", count) for words in tables.values()]
    pending = [words.t("pull.check") for words in tables.values()]
    into = str(hub.get("")["default_branch"])
    pulls.open_pull(hub, BRANCH, into, title, "\n\n".join([*told, *pending]))
