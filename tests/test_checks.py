"""Every rule, and every problem of the loader, on cases that pass and cases that fail."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from renaksi import checks
from renaksi.checks import registry
from renaksi.checks.registry import Finding, RegisteredRule, finding
from renaksi.corpus import Corpus
from renaksi.problem import Severity
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from tests import cases

TESTS = Path(__file__).resolve().parent
RULES = sorted(checks.RULES)
SHAPES = {
    "date-form",
    "duplicate-id",
    "duplicate-key",
    "field-value",
    "file-name",
    "file-size",
    "file-type",
    "front-matter",
    "hidden-character",
    "known-file",
    "known-key",
    "line-length",
    "lost-text",
    "merge-conflict",
    "nesting",
    "page-length",
    "plain-yaml",
    "readable-file",
    "required-file",
    "required-key",
    "scalar-length",
    "tab-character",
    "table-size",
    "translation-keys",
    "yaml-syntax",
}
# Problems that no text can make; other files of tests make them.
MADE_ELSEWHERE = {"regular-file", "file-count", "page-time", "utf-8", "published-id-stays"} | {
    *("image-dimensions", "image-place", "image-still", "image-type"),
}


def found(kind: str) -> list[Path]:
    return sorted(path for name in ("checks", "loading") for path in (TESTS / name).glob(kind))


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_the_untouched_corpus_has_no_error() -> None:
    assert cases.problems_of(cases.CORPUS) == []


@pytest.mark.parametrize("path", found("*/pass-*.yaml"), ids=name)
def test_corpus_that_keeps_the_rule_has_no_problem(path: Path, tmp_path: Path) -> None:
    problems, _ = cases.run_case(path, tmp_path)
    assert problems == []


@pytest.mark.parametrize("path", found("*/fail-*.yaml"), ids=name)
def test_corpus_that_breaks_the_rule_has_the_expected_problems(path: Path, tmp_path: Path) -> None:
    problems, expected = cases.run_case(path, tmp_path)
    assert expected, "a case of failure states its problems"
    assert problems == expected


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_cases_that_pass_and_that_fail(rule: str) -> None:
    assert_both_kinds(TESTS / "checks" / rule, rule)


@pytest.mark.parametrize("rule", sorted(SHAPES))
def test_shape_has_cases_that_pass_and_that_fail(rule: str) -> None:
    assert_both_kinds(TESTS / "loading" / rule, rule)


def assert_both_kinds(folder: Path, rule: str) -> None:
    failing = list(folder.glob("fail-*.yaml"))
    assert list(folder.glob("pass-*.yaml"))
    assert failing
    for path in failing:
        assert any(f"[{rule}]" in text for text in cases.read_case(path)["expect"]), path


def test_no_folder_of_cases_is_without_a_rule() -> None:
    folders = {path.name for path in (TESTS / "checks").iterdir()}
    assert folders == set(RULES)


def test_every_file_of_a_case_is_run() -> None:
    files = {path for name in ("checks", "loading") for path in (TESTS / name).rglob("*.*")}
    assert files == {*found("*/pass-*.yaml"), *found("*/fail-*.yaml")}


def test_shapes_are_the_rule_ids_that_the_loader_writes() -> None:
    modules = ("bounds", "files", "reader", "signs", "syntax", "load", "shape")
    texts = [
        (TESTS.parent / "renaksi" / f"{one}.py").read_text(encoding="utf-8") for one in modules
    ]
    written = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', "".join(texts)))
    hyphenated = {word for word in written if "-" in word}
    assert hyphenated - MADE_ELSEWHERE <= SHAPES <= written


@pytest.mark.parametrize("rule", checks.RULES.values(), ids=lambda rule: rule.id)
def test_id_of_a_rule_comes_from_its_name(rule: RegisteredRule) -> None:
    assert rule.function.__name__ == f"check_{rule.id.replace('-', '_')}"


def check_rain_is_wet(corpus: Corpus) -> Iterator[Finding]:
    source = corpus.sources[0]
    for drop in range(1_001):
        yield finding(Kind.SOURCE, source, ("id",), id=f"Kering: {drop}.", en=f"Dry: {drop}.")


def test_rule_is_registered_once_under_an_id_from_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "RULES", {})
    register = registry.rule(Severity.WARNING)
    assert register(check_rain_is_wet) is check_rain_is_wet
    (registered,) = registry.RULES.items()
    rule = RegisteredRule("rain-is-wet", Severity.WARNING, check_rain_is_wet)
    assert registered == (rule.id, rule)
    with pytest.raises(AssertionError, match=r"^rain-is-wet$"):
        register(check_rain_is_wet)


def test_rule_without_a_docstring_has_an_empty_manual() -> None:
    assert RegisteredRule("rain-is-wet", Severity.ERROR, check_rain_is_wet).manual == ""


@pytest.mark.parametrize(("severity", "count"), [("error", 1_000), ("warning", 1_001)])
def test_rule_tells_its_first_thousand_errors_and_every_warning(
    severity: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, _ = validate(cases.CORPUS)
    rule = RegisteredRule("rain-is-wet", Severity(severity), check_rain_is_wet)
    monkeypatch.setattr(registry, "RULES", {rule.id: rule})
    told = [problem.message.en for problem in registry.find_problems(corpus)]
    assert told == [f"Dry: {drop}." for drop in range(count)]
