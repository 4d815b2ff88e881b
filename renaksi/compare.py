"""What a change does to what is published already: ids that vanish, and warnings that are new."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from renaksi.corpus import Corpus
from renaksi.layout import ANCHORED, SECTION_OF
from renaksi.problem import Message, Place, Problem
from renaksi.vocabulary import KIND_NAMES, Kind

REDIRECTS = "data/redirects.yaml"
ADDRESSED = (*SECTION_OF, *ANCHORED)


def find_vanished(old: Corpus, new: Corpus) -> Iterator[Problem]:
    """A problem for each id of `old` with an address that `new` neither has nor redirects."""
    redirected = {
        (getattr(item, "kind", None), item.id)  # a Redirect
        for item in new.of(Kind.REDIRECT)
    }
    for kind in ADDRESSED:
        names = KIND_NAMES[kind]
        for entry in old.of(kind):
            if new.may_exist(kind, entry.id) or (kind, entry.id) in redirected:
                continue
            message = Message(
                id=f'Pengenal {names[0]} "{entry.id}" sudah terbit dan tidak boleh hilang. '
                f"Kembalikan, atau tulis penggantinya di {REDIRECTS}.",
                en=f'The id of the {names[1]} "{entry.id}" is published and must not vanish. '
                f"Bring it back, or name its successor in {REDIRECTS}.",
            ).hint(entry.id, list(new.entries.get(kind, {})))
            path = old.origins[kind, entry.id].document.path
            yield Problem(Place(path), "published-id-stays", message)


def mark_new(old: Iterable[Problem], new: Iterable[Problem]) -> list[Problem]:
    """The problems of `new`, each with whether it stood in `old`, if at another line perhaps."""
    stood = Counter(map(_identity, old))
    found = []
    for problem in new:
        key = _identity(problem)
        stood[key] -= 1
        found.append(replace(problem, new=stood[key] < 0))
    return found


def _identity(problem: Problem) -> tuple[str, str, str, str]:
    return problem.rule, problem.place.path, problem.key, problem.message.en
