"""Problems for other programs: our own JSON, and SARIF 2.1.0."""

import json
from collections.abc import Iterable, Sequence
from textwrap import dedent
from typing import Any
from urllib.parse import quote

from renaksi.problem import Problem
from renaksi.report.manual import Manual, render_explanation
from renaksi.report.text import counts, in_order

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def render_json(problems: Iterable[Problem]) -> str:
    """`{problems: [{path, line, column, severity, rule, key, message}], counts}`.

    Where a change was compared, each problem also says whether it is `new`.
    """
    ordered = in_order(problems)
    found = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": str(problem.severity),
            "rule": problem.rule,
            "key": problem.key,
            "message": {"id": problem.message.id, "en": problem.message.en},
            **({} if problem.new is None else {"new": problem.new}),
        }
        for problem in ordered
    ]
    return _dump({"problems": found, "counts": counts(ordered)})


def render_json_manuals(manuals: Iterable[Manual]) -> str:
    """`{rules: [{id, severity, manual: {id: {norm, why, bad, good}, en: {...}}}]}`, by id."""
    rules = [
        {
            "id": manual.id,
            "severity": str(manual.severity),
            "manual": {language: vars(text) for language, text in manual.texts.items()},
        }
        for manual in sorted(manuals, key=lambda manual: manual.id)
    ]
    return _dump({"rules": rules})


def render_sarif(problems: Iterable[Problem], manuals: Sequence[Manual], version: str) -> str:
    """One run of SARIF 2.1.0; the rules' help comes from their manuals."""
    ordered = in_order(problems)
    known = {manual.id: manual for manual in manuals}
    for problem in ordered:
        known.setdefault(problem.rule, Manual(problem.rule, problem.severity))
    rules = [known[id] for id in sorted(known)]
    index = {manual.id: number for number, manual in enumerate(rules)}
    driver = {"name": "renaksi", "version": version, "rules": [_rule(each) for each in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, index[problem.rule]) for problem in ordered],
    }
    return _dump({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(manual: Manual) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": manual.id}
    if manual.texts:
        texts = manual.texts.values()
        rule["shortDescription"] = {"text": "\n".join(each.norm for each in texts)}
        rule["fullDescription"] = {"text": "\n".join(f"{each.norm} {each.why}" for each in texts)}
        explained = [dedent(render_explanation(manual, language)) for language in manual.texts]
        rule["help"] = {"text": "\n\n".join(explained)}
    rule["defaultConfiguration"] = {"level": str(manual.severity)}
    return rule


def _result(problem: Problem, rule_index: int) -> dict[str, Any]:
    key = f"{problem.key}: " if problem.key else ""
    uri = quote(problem.place.path, safe="/", errors="surrogateescape")
    region = {"startLine": problem.place.line, "startColumn": problem.place.column}
    state = {} if problem.new is None else {"baselineState": "new" if problem.new else "unchanged"}
    return {
        **state,
        "ruleId": problem.rule,
        "ruleIndex": rule_index,
        "level": str(problem.severity),
        "message": {"text": f"{key}{problem.message.id}\n{problem.message.en}"},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}},
        ],
    }


def _dump(data: dict[str, Any]) -> str:
    """Plain ASCII, so that neither a terminal nor an old code page meets a strange character."""
    return json.dumps(data, indent=2).replace("\x7f", "\\u007f")
