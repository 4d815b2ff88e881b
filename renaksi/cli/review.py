"""`renaksi review`: what a proposal is answered with, as Markdown for GitHub."""

import argparse
from dataclasses import replace
from pathlib import Path

from renaksi.cli.common import add_root, both, complain, corpus_root
from renaksi.cli.diff import comparison, opened
from renaksi.compare import find_renamed, find_vanished, mark_new
from renaksi.review import Links, Proposal, render_comment
from renaksi.revision import RevisionError, corpus_of_revision, find_changed_paths, find_merge_base
from renaksi.validate import validate


def add_review(review: argparse.ArgumentParser) -> None:
    """The options of `renaksi review`."""
    review.add_argument(
        "--against", metavar="REVISION", required=True, help="cabang tujuan / branch to go into"
    )
    review.add_argument(
        "--head", metavar="REVISION", help="usulan; folder data jika tidak ada / the proposal"
    )
    review.add_argument("--repository", metavar="OWNER/NAME", help="asal usulan / where it lies")
    review.add_argument("--commit", metavar="SHA", help="commit usulan / commit of the proposal")
    review.add_argument("--branch", metavar="NAME", help="cabang usulan / branch of the proposal")
    review.add_argument("--preview", metavar="URL", help="pratinjau situs / preview of the site")
    add_root(review)
    review.set_defaults(run=_review)


def _review(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    links = Links(
        repository=options.repository,
        commit=options.commit,
        branch=options.branch,
        preview=options.preview,
    )
    try:
        print(read_review(root, options.against, options.head, links), end="")
    except RevisionError as error:
        complain(both(error.message))
        return 2
    return 0


def read_review(
    root: Path, against: str, head: str | None, links: Links, *, failed: bool = False
) -> str:
    """The answer to the proposal `head`, or to the files of `root`. Raises RevisionError."""
    base = find_merge_base(root, against, head or "HEAD")
    others = [path for path in find_changed_paths(root, base, head or "HEAD") if _is_code(path)]
    with corpus_of_revision(root, base) as before, opened(root, head) as after:
        proposal = _read_proposal(before, after, links)
        return render_comment(replace(proposal, others=others, failed=failed))


def _is_code(path: str) -> bool:
    """Whether a path lies outside the data, of which stewards take care."""
    return not path.startswith(("content/", "data/"))


def _read_proposal(before: Path, after: Path, links: Links) -> Proposal:
    """Compares two corpus roots by the rules of this program, whatever the proposal's own are."""
    old, stood = validate(before)
    new, problems = validate(after)
    found = [*problems, *find_vanished(old, new)]
    return Proposal(comparison(old, new), mark_new(stood, found, find_renamed(old, new)), links)
