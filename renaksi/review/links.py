"""What the weekly look at addresses found, as text and as the one issue that tells of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from renaksi.layout import LANGUAGES
from renaksi.links.ask import Found, Verdict
from renaksi.problem import Place
from renaksi.publish.words import Words
from renaksi.report import code
from renaksi.review.fit import Item, Section, fit, fold

# By this the issue is found again. Nobody sees it.
MARK = "<!-- renaksi-links -->"
_MOST = 60_000


@dataclass(frozen=True)
class Look:
    """Every address that was asked: what came of it, and where it stands."""

    found: Mapping[str, Found]
    places: Mapping[str, Sequence[Place]]

    def of(self, verdict: Verdict) -> list[str]:
        """The addresses with a verdict."""
        return [address for address, each in self.found.items() if each.verdict is verdict]


def render_issue(look: Look, words: Mapping[str, Words]) -> str:
    """The text of the issue: Indonesian first, English folded below."""
    return fold(MARK, {each: _in_markdown(look, words[each]) for each in LANGUAGES}, words)


def _in_markdown(look: Look, words: Words) -> str:
    broken, unknown = look.of(Verdict.BROKEN), look.of(Verdict.UNKNOWN)
    verdict = words.count("links.broken", len(broken)) if broken else words.t("links.clean")
    asked = words.count("links.asked", len(look.found))
    sections = [
        Section(f"**{verdict}** {asked}\n\n{words.t('links.next')}", ()),
        Section(words.t("links.broken"), tuple(_items(look, broken, words))),
        Section(words.t("links.unknown"), tuple(_items(look, unknown, words))),
    ]
    return fit(sections, _MOST // len(LANGUAGES), lambda left: words.count("review.left", left))


def _items(look: Look, addresses: Sequence[str], words: Words) -> Iterator[Item]:
    for address in addresses:
        places = ", ".join(code(f"{each.path}:{each.line}") for each in look.places[address])
        yield Item([f"- {code(address)}: {_why(look.found[address], words)} ({places})"])


def _why(found: Found, words: Words) -> str:
    assert found.reason is not None
    return words.t(f"links.reason.{found.reason}", status=found.status or "")


def render_lines(look: Look, words: Mapping[str, Words]) -> Iterator[str]:
    """The same for a terminal, in both languages, the broken ones first."""
    for verdict in (Verdict.BROKEN, Verdict.UNKNOWN):
        for address in look.of(verdict):
            why = " / ".join(_why(look.found[address], each) for each in words.values())
            for place in look.places[address]:
                yield f"{place}: {verdict.value}: {address}: {why}"
    counts = [len(look.of(verdict)) for verdict in Verdict]
    yield " / ".join(
        each.t("links.counts", ok=counts[0], broken=counts[1], unknown=counts[2])
        for each in words.values()
    )
