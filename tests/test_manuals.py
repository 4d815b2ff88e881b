"""The manuals of the rules: every part in both languages, and examples that are true."""

import ast
import inspect
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError

from renaksi import bounds, checks, reader
from renaksi.cli import main
from renaksi.load import load_corpus
from renaksi.manuals import all_manuals, loader_manuals
from renaksi.problem import Problem, Severity
from renaksi.reader import read_yaml
from renaksi.report import Manual, read_manual
from tests import cases
from tests.test_checks import MADE_ELSEWHERE, SHAPES

ROOT = Path(__file__).resolve().parent.parent
LOADER = {manual.id: manual for manual in loader_manuals()}
MANUALS = {manual.id: manual for manual in all_manuals()}
# Rules of the site's own words and templates, and of `renaksi fmt`.
OWN = {"canonical-form", "string-in-every-language", "string-once", "template"}
CODE = re.compile("`([^`]*)`")
TEXT = """Two must be one.

Because. Bad: `1`. Good: `2`.

Dua harus satu.

Sebab. Salah: `1`. Benar: `2`.
"""


@pytest.fixture(params=sorted(MANUALS))
def manual(request: pytest.FixtureRequest) -> Manual:
    return MANUALS[request.param]


def test_every_part_is_there_in_both_languages(manual: Manual) -> None:
    assert list(manual.texts) == ["id", "en"]
    for text in manual.texts.values():
        for part in vars(text).values():
            assert part[-1] in '.?"', part
            assert not re.search(r"\b(Bad|Good|Salah|Benar):|<[a-z]+>", part), part
    indonesian, english = manual.texts["id"], manual.texts["en"]
    assert " must " in english.norm
    assert re.search(r"\b(harus|boleh)\b", indonesian.norm)
    assert (indonesian.norm, indonesian.why) != (english.norm, english.why)


def test_examples_show_the_same_code_in_both_languages(manual: Manual) -> None:
    indonesian, english = manual.texts["id"], manual.texts["en"]
    for name in ("bad", "good"):
        assert codes(getattr(indonesian, name)) == codes(getattr(english, name))
    assert (english.bad, indonesian.bad) != (english.good, indonesian.good)


def test_every_rule_that_the_package_can_report_has_a_manual() -> None:
    written = {rule for path in (ROOT / "renaksi").rglob("*.py") for rule in rules_of(path)}
    assert len(written) > 10
    assert written <= MANUALS.keys()
    assert (SHAPES | MADE_ELSEWHERE | OWN) - {"utf-8"} == LOADER.keys()


def rules_of(path: Path) -> set[str]:
    """The rules that a module gives to problems by their name."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and node.args:
            rule = node.args[1]
            named = constants.get(rule.id) if isinstance(rule, ast.Name) else None
            value = rule.value if isinstance(rule, ast.Constant) else named
            found |= {str(value)} if value else set()
    return found


@pytest.mark.parametrize(
    "missing",
    ["Two must be one.", "Because. ", "Bad: `1`.", "Good: `2`.", "Dua harus satu.", "Salah: `1`."],
)
def test_manual_that_lacks_a_part_is_refused(missing: str) -> None:
    assert read_manual("a-rule", Severity.ERROR, TEXT).texts["id"].good == "`2`."
    with pytest.raises(ValueError, match="a-rule"):
        read_manual("a-rule", Severity.ERROR, TEXT.replace(missing, "").strip())


def test_limits_are_those_that_the_loader_keeps() -> None:
    texts = {language: LOADER["page-length"].texts[language].norm for language in ("id", "en")}
    assert f"{bounds.MAX_CHARACTERS:,}" in texts["en"]
    assert f"{bounds.MAX_CHARACTERS:,}".replace(",", ".") in texts["id"]
    assert bounds.MAX_DEPTH == reader.MAX_DEPTH


def codes(text: str) -> list[str]:
    return CODE.findall(text)


def test_examples_of_templates_are_true() -> None:
    text = LOADER["template"].texts["en"]
    with pytest.raises(TemplateSyntaxError):
        Environment(autoescape=True).parse(codes(text.bad)[0])
    Environment(autoescape=True).parse(codes(text.good)[0])


@pytest.mark.parametrize(
    "rule", ["yaml-syntax", "duplicate-key", "plain-yaml", "hidden-character", "merge-conflict"]
)
def test_examples_of_yaml_are_true(rule: str) -> None:
    text = LOADER[rule].texts["en"]
    refused = read_yaml("\n".join(codes(text.bad)), "x.yaml")
    assert isinstance(refused, Problem)
    assert refused.rule == rule
    assert not isinstance(read_yaml("\n".join(codes(text.good)), "x.yaml"), Problem)


UPDATE = "id: 04-hail\ncommitment: 02-empty-sky\nvoice: irm\nreporting_period: mid-term\n"
STAGE = "content/stages/2030-2031/04-hail.md"
# What an example is in the invented corpus: the path and the text of a file.
CORPORA: dict[str, Callable[[list[str]], tuple[str, str]]] = {
    **dict.fromkeys(
        ("date-form", "field-value", "known-key"),
        lambda code: (
            "content/updates/2030-2031/04-hail.yaml",
            f"{UPDATE}source: rain-report\n{code[0]}\n",
        ),
    ),
    "required-key": lambda code: ("data/redirects.yaml", f"- {code[0]}\n"),
    "front-matter": lambda code: (STAGE, "\n".join([*code, ""])),
    "file-name": lambda code: (f"content/{code[0]}", ""),
    "file-type": lambda code: (code[0], "[]\n"),
    "known-file": lambda code: (code[0], "---\nid: 01-start\n---\n"),
    "translation-keys": lambda code: (
        code[1].replace("03-kick-off", "content/stages/2030-2031/01-first-drops"),
        f"---\n{code[0]}\n---\n",
    ),
    "duplicate-id": lambda code: ("data/people.yaml", f"{code[0]}\n  name: N\n  roles: []\n"),
}


@pytest.mark.parametrize("rule", CORPORA)
def test_examples_in_a_corpus_are_true(rule: str, tmp_path: Path) -> None:
    text = LOADER[rule].texts["en"]
    assert rule in rules_found(rule, text.bad, tmp_path / "bad")
    assert rule not in rules_found(rule, text.good, tmp_path / "good")


def rules_found(rule: str, example: str, folder: Path) -> set[str]:
    path, content = CORPORA[rule](codes(example))
    if "twice" in example:
        content *= 2
    root = cases.lay_out({"files": {path: content}}, folder)
    return {problem.rule for problem in load_corpus(root)[1]}


Output = pytest.CaptureFixture[str]


def printed(capsys: Output, *arguments: str) -> str:
    assert main(["check", *arguments]) == 0
    return capsys.readouterr().out


def test_list_has_a_line_for_each_rule_and_language(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # it needs no corpus
    lines = printed(capsys, "--list").splitlines()
    assert [line.split()[0] for line in lines[::2]] == sorted(MANUALS)
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        assert re.fullmatch(r"[a-z0-9-]+ +(kesalahan|peringatan) +[^ ].*\.", first), first
        assert re.fullmatch(r" +(error|warning) +[^ ].*\.", second), second


@pytest.mark.parametrize(("language", "word"), [("id", "peringatan"), ("en", "warning")])
def test_list_in_one_language_has_one_line_for_each_rule(
    capsys: Output, language: str, word: str
) -> None:
    lines = printed(capsys, "--list", "--lang", language).splitlines()
    assert [line.split()[0] for line in lines] == sorted(MANUALS)
    for line in lines:
        assert line.endswith(MANUALS[line.split()[0]].texts[language].norm)
        assert (line.split()[1] == word) is (MANUALS[line.split()[0]].severity == "warning")


def test_explain_prints_both_languages_indonesian_first(capsys: Output) -> None:
    out = printed(capsys, "--explain", "end-date-follows-start-date")
    head, indonesian, english = out.split("\n\n")
    assert head == "end-date-follows-start-date (kesalahan / error)"
    assert indonesian.startswith("    Tanggal selesai tidak boleh mendahului tanggal mulai.\n    ")
    assert english.startswith("    An end date must not lie before its start date.\n    ")
    assert "\n    Salah: `start_date: 2019-01`" in indonesian
    assert "\n    Good: `start_date: 2019-01`" in english
    assert not [line for line in out.splitlines() if len(line) > 92]


@pytest.mark.parametrize("rule", ["date-form", "number-is-unique"])
def test_explain_in_one_language_prints_nothing_of_the_other(capsys: Output, rule: str) -> None:
    indonesian = printed(capsys, "--explain", rule, "--lang", "id")
    english = printed(capsys, "--explain", rule, "--lang", "en")
    assert indonesian.startswith(f"{rule} (kesalahan)\n\n")
    assert english.startswith(f"{rule} (error)\n\n")
    assert ("Benar: " in indonesian, "Good: " in indonesian) == (True, False)
    assert ("Benar: " in english, "Good: " in english) == (False, True)


def test_code_stays_in_one_piece_where_lines_are_short(capsys: Output) -> None:
    out = printed(capsys, "--explain", "published-id-stays")
    for code in codes(MANUALS["published-id-stays"].texts["id"].good):
        assert code in out


def test_json_of_the_list_and_of_a_rule_holds_both_languages(capsys: Output) -> None:
    every = json.loads(printed(capsys, "--list", "--format", "json", "--lang", "id"))
    assert [rule["id"] for rule in every["rules"]] == sorted(MANUALS)
    one = json.loads(printed(capsys, "--explain", "date-form", "--format", "json"))
    assert one["rules"] == [rule for rule in every["rules"] if rule["id"] == "date-form"]
    assert one["rules"][0]["severity"] == "error"
    for language, parts in one["rules"][0]["manual"].items():
        assert parts == vars(MANUALS["date-form"].texts[language])


@pytest.mark.parametrize("what", [["--list"], ["--explain", "date-form"]])
@pytest.mark.parametrize("form", ["github", "sarif"])
def test_other_formats_of_manuals_are_refused(what: list[str], form: str, capsys: Output) -> None:
    assert main(["check", *what, "--format", form]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "hanya boleh text atau json. / " in err


def test_manuals_are_text_on_github_too(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert printed(capsys, "--explain", "date-form").startswith("date-form (")


def test_docstring_of_a_rule_is_its_manual() -> None:
    for each in checks.RULES.values():
        first = inspect.cleandoc(each.function.__doc__ or "").split("\n\n")[0]
        assert " ".join(first.split()) == MANUALS[each.id].texts["en"].norm
