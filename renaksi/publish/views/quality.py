"""What is still to be done: translations, warnings by rule, and exceptions that are known."""

from collections.abc import Iterator
from typing import Any, cast

from renaksi import model
from renaksi.layout import ANCHORED, LANGUAGES, PRIMARY_LANGUAGE, SECTION_OF, primary_path
from renaksi.problem import Problem
from renaksi.publish.desk import Desk
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind

# Shown as a table of their own, so that one sentence does not stand there for each commitment.
VERIFIABLE = "commitment-is-verifiable"
PREFIX = "warning."
_LINKED = (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING)


def view(desk: Desk) -> dict[str, Any]:
    """Every rule that warns with its number of warnings, and what they are."""
    rules = [key.removeprefix(PREFIX) for key in desk.words.table if key.startswith(PREFIX)]
    found = {rule: [problem for problem in desk.warnings if problem.rule == rule] for rule in rules}
    return {
        "rules": tuple(
            {
                "id": rule,
                "title": desk.t(f"warning.{rule}"),
                "count": desk.words.number(len(problems)),
                "found": bool(problems),
            }
            for rule, problems in found.items()
        ),
        "total": desk.words.count("count.warnings", len(desk.warnings)),
        "groups": tuple(
            (rule, desk.t(f"warning.{rule}"), tuple(_item(desk, each) for each in problems))
            for rule, problems in found.items()
            if problems and rule != VERIFIABLE
        ),
        "verifiable": tuple(_verifiable(desk)),
        "parts": tuple(desk.t(f"part.{part}") for part in _parts(desk)),
        "translations": tuple(_translations(desk)),
        "exceptions": tuple(_exceptions(desk)),
    }


def _item(desk: Desk, problem: Problem) -> dict[str, Any]:
    """A warning in words, and the page or the file that it is about."""
    path = primary_path(problem.place.path)
    for kind in _LINKED:
        for entry in desk.corpus.of(kind):
            if desk.corpus.origins[kind, entry.id].document.path == path:
                return {"where": desk.link(kind)(entry.id), "text": _words(desk, problem)}
    return {"where": Value(problem.place.path), "text": _words(desk, problem)}


def _words(desk: Desk, problem: Problem) -> str:
    return problem.message.in_language(desk.language)


def _parts(desk: Desk) -> list[str]:
    return list(next((item.verifiable_parts for item in desk.corpus.commitments), {}))


def _verifiable(desk: Desk) -> Iterator[dict[str, Any]]:
    for commitment in desk.corpus.commitments:
        parts = commitment.verifiable_parts
        yield {
            "number": desk.words.number(commitment.number),
            "link": desk.link(Kind.COMMITMENT)(commitment.id),
            "parts": tuple(
                (desk.t("quality.given" if given else "quality.missing"), given)
                for given in parts.values()
            ),
            "score": desk.t("quality.score", given=sum(parts.values()), of=len(parts)),
        }


def _translations(desk: Desk) -> Iterator[tuple[str, str]]:
    """How many narratives there are in each state, for each language but the first."""
    written = [item for item in desk.corpus.prose.values() if _has_words(item, PRIMARY_LANGUAGE)]
    for language in LANGUAGES:
        if language == PRIMARY_LANGUAGE:
            continue
        there = [item for item in written if _has_words(item, language)]
        stale = [item for item in there if item[language].is_stale(item[PRIMARY_LANGUAGE])]
        counted = {
            "current": len(there) - len(stale),
            "stale": len(stale),
            "absent": len(written) - len(there),
        }
        for state, number in counted.items():
            yield desk.t(f"quality.{state}"), desk.words.number(number)


def _has_words(proses: Any, language: str) -> bool:
    return language in proses and bool(proses[language].text.strip())


def _exceptions(desk: Desk) -> Iterator[dict[str, Any]]:
    for item in desk.corpus.of(Kind.EXCEPTION):
        exception = cast(model.KnownException, item)
        key = f"{PREFIX}{exception.rule}"
        yield {
            "id": exception.id,
            "title": desk.t(key) if key in desk.words.table else exception.rule,
            "reason": desk.text(exception.reason),
            "about": _about(desk, exception.concern),
        }


def _about(desk: Desk, concern: model.Concern) -> Value:
    """A link where the entry has an address, else its id; an update stands on its commitment."""
    entry = desk.corpus.entries[concern.kind][concern.id]
    if isinstance(entry, model.Update):
        return desk.link(Kind.COMMITMENT)(entry.commitment)
    if concern.kind in SECTION_OF or concern.kind in ANCHORED:
        return desk.link(concern.kind)(concern.id)
    return Value(concern.id)
