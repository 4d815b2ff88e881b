"""The registry of rules: a rule is one small generator, added in one place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from renaksi.corpus import Corpus
from renaksi.model import Entry
from renaksi.problem import Message, Place, Problem, Severity
from renaksi.reader import Key
from renaksi.shape import key_path
from renaksi.vocabulary import Kind


@dataclass(frozen=True)
class Finding:
    """What a rule yields: the entry, the path of keys in it, the message; `place` in its prose."""

    kind: Kind
    entry: Entry
    loc: tuple[Key, ...]
    message: Message
    place: Place | None = None


Rule = Callable[[Corpus], Iterator[Finding]]


@dataclass(frozen=True)
class RegisteredRule:
    """A rule with its public id; its docstring is its manual, in English and in Indonesian."""

    id: str
    severity: Severity
    function: Rule

    @property
    def manual(self) -> str:
        return (self.function.__doc__ or "").strip()


# So that a page full of mistakes is refused at once; nobody reads more of them in one go.
MOST_ERRORS = 1_000

RULES: dict[str, RegisteredRule] = {}


def rule(severity: Severity) -> Callable[[Rule], Rule]:
    """Registers `check_some_norm` under the id `some-norm`."""

    def register(function: Rule) -> Rule:
        id = function.__name__.removeprefix("check_").replace("_", "-")
        assert id not in RULES, id
        RULES[id] = RegisteredRule(id, severity, function)
        return function

    return register


def finding(kind: Kind, entry: Entry, loc: tuple[Key, ...], *, id: str, en: str) -> Finding:
    """A finding with its message in both languages."""
    return Finding(kind, entry, loc, Message(id=id, en=en))


def find_problems(corpus: Corpus) -> Iterator[Problem]:
    """Runs every rule over the corpus; ends with the first errors of a rule where it has many."""
    for registered in RULES.values():
        most = MOST_ERRORS if registered.severity is Severity.ERROR else None
        for found in islice(registered.function(corpus), most):
            origin = corpus.origins[found.kind, found.entry.id]
            yield Problem(
                place=found.place or origin.place(found.loc),
                rule=registered.id,
                message=found.message,
                key=key_path(origin.document, origin.prefix, found.loc),
                severity=registered.severity,
            )
