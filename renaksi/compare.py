"""What a change does to what is published already: ids that vanish, and warnings that are new."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import cast

from renaksi.corpus import Corpus
from renaksi.layout import ADDRESSED, LANGUAGES, NAMED_AFTER_ID, translation_path
from renaksi.model import Commitment, Redirect
from renaksi.problem import Message, Place, Problem
from renaksi.vocabulary import KIND_NAMES, Kind

REDIRECTS = "data/redirects.yaml"
RULE = "published-id-stays"


def find_vanished(old: Corpus, new: Corpus) -> Iterator[Problem]:
    """A problem for each id of `old` with an address that `new` neither has nor redirects."""
    redirects = cast("Iterable[Redirect]", new.of(Kind.REDIRECT))
    moved = {(redirect.kind, redirect.id): redirect.to for redirect in redirects}
    for kind in ADDRESSED:
        names = KIND_NAMES[kind]
        for entry in old.of(kind):
            if new.may_exist(kind, entry.id) or (kind, entry.id) in moved:
                continue
            message = Message(
                id=f'Pengenal {names[0]} "{entry.id}" sudah terbit dan tidak boleh hilang. '
                f"Kembalikan, atau tulis penggantinya di {REDIRECTS}.",
                en=f'The id of the {names[1]} "{entry.id}" is published and must not vanish. '
                f"Bring it back, or name its successor in {REDIRECTS}.",
            ).hint(entry.id, list(new.entries.get(kind, {})))
            path = old.origins[kind, entry.id].document.path
            yield Problem(Place(path), RULE, message)
    for commitment in old.commitments:
        id = moved.get((Kind.COMMITMENT, commitment.id), commitment.id)
        successor = new.get(Kind.COMMITMENT, id)
        if isinstance(successor, Commitment):
            place = new.origins[Kind.COMMITMENT, id].place(("milestones",))
            yield from _find_vanished_milestones(commitment, successor, place)


def _find_vanished_milestones(old: Commitment, new: Commitment, place: Place) -> Iterator[Problem]:
    ids = [step.id for step in new.milestones]
    former = {id for step in new.milestones for id in step.former_ids}
    for step in old.milestones:
        if step.id not in ids and step.id not in former:
            message = Message(
                id=f'Pengenal tonggak capaian "{step.id}" sudah terbit dan tidak boleh hilang. '
                "Kembalikan, atau tulis di former_ids tonggak capaian penggantinya.",
                en=f'The id of the milestone "{step.id}" is published and must not vanish. '
                "Bring it back, or write it into the former_ids of its successor.",
            ).hint(step.id, ids)
            yield Problem(place, RULE, message)


def mark_new(
    old: Iterable[Problem],
    new: Iterable[Problem],
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> list[Problem]:
    """The problems of `new`, each with whether it stood in `old`, if at another line perhaps.

    `renamed` are the files of `old` that have another name in `new`, as `find_renamed` finds them.
    """
    stood = Counter(_identity(problem, renamed) for problem in old)
    found = []
    for problem in new:
        key = _identity(problem)
        stood[key] -= 1
        found.append(replace(problem, new=stood[key] < 0))
    return found


def find_renamed(old: Corpus, new: Corpus) -> dict[str, str]:
    """The former and the present path of each file whose entry a redirect gives another id."""
    found = {}
    for redirect in cast("Iterable[Redirect]", new.of(Kind.REDIRECT)):
        kind = redirect.kind
        former, present = (kind, redirect.id), (kind, redirect.to)
        if kind in NAMED_AFTER_ID and former in old.origins and present in new.origins:
            paths = old.origins[former].document.path, new.origins[present].document.path
            for language in LANGUAGES:
                before, after = (translation_path(path, language) for path in paths)
                found[before] = after
    return found


def _identity(
    problem: Problem, renamed: Mapping[str, str] = MappingProxyType({})
) -> tuple[str, str, str, str]:
    path, said = problem.place.path, problem.message.en
    if path in renamed:
        former, present = (PurePosixPath(each).name.split(".")[0] for each in (path, renamed[path]))
        path, said = renamed[path], said.replace(former, present)
    return problem.rule, path, problem.key, said
