"""`renaksi fmt`: one form for every file, and nothing in it is lost or changed."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from renaksi.cli import main
from renaksi.problem import Problem
from renaksi.reader import Document, read_front_matter, read_yaml
from renaksi.write import format_text
from tests import cases, roots

Output = pytest.CaptureFixture[str]
MEETING = "content/meetings/2030-2031/x.md"
UPDATE = "content/updates/2030-2031/x.yaml"

UNTIDY = """\
# yaml-language-server: $schema=x
# the file

# above the plan
plan: '2018-2020'   # beside the plan
id: x
outcomes:
# above the first
- source: b
  # above the value
  value:
      en: >- # beside a block
          Long
          words.
      id: |+
          a
            b

# above the second
- # beside the dash
  value: {en: "A: b", id: 'it''s'}
  source: [a, # in brackets
    b]
  # at the end of the second
# above the title
title: # beside the title
  # above English
  en: "no"
  id: 012


# above the note
note: ~
unknown: "12:30"
list: [ 'a',"b, c" ]
long:
  two
  lines
# the end
"""
TIDY = """\
# yaml-language-server: $schema=x
# the file

id: x
# above the title
title: # beside the title
  id: 012
  # above English
  en: "no"
# above the plan
plan: 2018-2020 # beside the plan
outcomes:
  # above the first
  # above the value
  - value:
      id: |+
        a
          b

      en: >- # beside a block
        Long
        words.
    source: b
  # above the second
  # beside the dash
  - value: {id: it's, en: "A: b"}
    source:
      - a # in brackets
      - b
    # at the end of the second

# above the note
note: null
unknown: "12:30"
list: [a, "b, c"]
long: two
  lines
# the end
"""


def fenced(head: str, body: str = "\nTeks.\n") -> str:
    return f"---\n{head}---\n{body}"


def test_order_style_and_comments() -> None:
    assert format_text(fenced(UNTIDY), MEETING) == fenced(TIDY)
    assert format_text(fenced(TIDY), MEETING) == fenced(TIDY)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('a: "no"', 'a: "no"'),
        ("a: no", "a: no"),
        ("a: '012'", 'a: "012"'),
        ("a: 012", "a: 012"),
        ("a: 12:30", "a: 12:30"),
        ('a: "1e3"', 'a: "1e3"'),
        ('a: "null"', 'a: "null"'),
        ("a: ''", 'a: ""'),
        ("a:", "a: null"),
        ('a: "2018-05-21"', "a: 2018-05-21"),
        ('a: "- x"', 'a: "- x"'),
        ("a: 'x #y'", 'a: "x #y"'),
        ("a: 'x#y'", "a: x#y"),
        ("a: 'say \"x\": y'", "a: 'say \"x\": y'"),
        ('a: "x\\ty"', 'a: "x\\ty"'),
        ('a: "🎉"', "a: 🎉"),
        ("a: ' x '", 'a: " x "'),
        ("{a: 1, b: [x,y]}", "a: 1\nb: [x, y]"),
        ("a: []  # none", "a: [] # none"),
        ("a: [\n# none\n]", "# none\na: []"),
        ("'a b': 1", "a b: 1"),
        ("? a\n: b", "a: b"),
        ("a: |2\n    x\n   y", "a: |2-\n    x\n   y"),
        (f"a: [{'x, ' * 40}x]", "a:\n" + "\n".join(["  - x"] * 41)),
        ("a: x\n\n\n\nb: y", "a: x\n\nb: y"),
        ("# only a comment", "# only a comment"),
        ("# none\n\n{}", "# none\n{}"),
        ("# few\n{a: 1}", "# few\na: 1"),
        ("", ""),
    ],
)
def test_style_of_one_value(before: str, after: str) -> None:
    assert format_text(before, UPDATE) == (f"{after}\n" if after else "")


@pytest.mark.parametrize(
    "body", ["Teks", "\n\n  Teks  \n\n***\n", "", "---\nid: x\n---\n", "a\n\n\n"]
)
def test_narrative_stays_but_for_the_last_line_end(body: str) -> None:
    ended = f"{body}\n" if body and not body.endswith("\n") else body
    assert format_text(fenced("b: 1\nid: x\n", body), MEETING) == fenced("id: x\nb: 1\n", ended)


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "a: [", "a: \x1b\n"])
def test_what_the_reader_refuses_is_a_problem(text: str) -> None:
    assert isinstance(format_text(text, UPDATE), Problem)
    assert isinstance(format_text(fenced(text), MEETING), Problem)


def test_last_value_of_lines_keeps_its_line_end_when_keys_change_places() -> None:
    result = format_text("---\nnote: |\n  a\nid: |\n  b\n---\n", UPDATE.replace(".yaml", ".md"))
    assert result == "---\nnote: |\n  a\nid: |\n  b\n---\n", "no kind of file: left alone"
    result = format_text("---\nzz: |\n  a\nid: x\n---\n", MEETING)
    assert result == "---\nid: x\nzz: |\n  a\n\n---\n"
    assert format_text(result, MEETING) == result


PARTS = (
    *("a", "b c", "no", "012", "12:30", "x: y", "- z", "#h", " #i", "'", '"', "\\", "\n", "\n\n"),
    *(" ", "  ", "é", "🎉", "[", "{", ",", "~", "null", "2018-05", "---", "%", "&a", "*b", "!t"),
    *("|", ">", "@", "?", ":", "-", "\u00a0", "\t", "..."),
)
WORDS = st.lists(st.sampled_from(PARTS), max_size=4).map("".join)
KEYS = st.sampled_from(
    [*("id", "title", "plan", "en", "value", "source", "outcomes", "venue", "zz", "a b", "no")]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(WORDS, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """YAML in many styles, with comments and empty lines at any place."""
    text: str = yaml.dump(
        draw(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)),
        default_flow_style=draw(st.sampled_from([None, False, True])),
        default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])),
        allow_unicode=draw(st.booleans()),
        width=draw(st.sampled_from([10, 30, 1000])),
        indent=draw(st.sampled_from([2, 3, 4])),
        sort_keys=False,
    )
    lines = text.split("\n")
    for number in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(["line", "end", "empty", "dash"]))
        if kind == "line":
            lines.insert(at, " " * draw(st.integers(0, 6)) + f"# c{number}")
        elif kind == "empty":
            lines.insert(at, " " * draw(st.integers(0, 3)))
        elif kind == "end":
            lines[at] += f" # e{number}"
        else:
            depth = len(lines[at]) - len(lines[at].lstrip())
            lines[at] = lines[at].replace("- ", f"- # d{number}\n{' ' * (depth + 2)}", 1)
    return "\n".join(lines)


@settings(max_examples=300, deadline=None)
@given(documents(), st.booleans())
def test_values_and_comments_stay_and_a_second_time_changes_nothing(
    text: str, in_front_matter: bool
) -> None:
    path = MEETING if in_front_matter else UPDATE
    if in_front_matter:
        text = fenced(text if text.endswith("\n") else f"{text}\n")
    read = read_front_matter if in_front_matter else read_yaml
    before, result = read(text, path), format_text(text, path)
    if isinstance(before, Problem):
        assert result == before
        return
    assert isinstance(result, str), "left alone without need"
    after = read(result, path)
    assert isinstance(after, Document)
    assert (after.data, after.body) == (before.data, before.body)
    for comment in re.findall(r"# [cde]\d", text):
        assert result.count(comment) == text.count(comment)
    assert format_text(result, path) == result


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:-#'\"|>[]{},? \n\u0085%.!&*~1", max_size=60))
def test_any_text_is_formatted_or_left_alone(text: str) -> None:
    before, result = read_yaml(text, UPDATE), format_text(text, UPDATE)
    if isinstance(result, str):
        after = read_yaml(result, UPDATE)
        assert isinstance(before, Document)
        assert isinstance(after, Document)
        assert before.data == after.data
        assert format_text(result, UPDATE) == result


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = cases.lay_out({}, tmp_path)
    assert main(["fmt", "--root", str(root)]) == 0
    return root


def test_check_lists_what_is_not_canonical_and_writes_nothing(root: Path, capsys: Output) -> None:
    path = root / "data" / "people.yaml"
    text = path.read_text(encoding="utf-8").replace("id: ", "id:   ")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    before = roots.snapshot(root)
    capsys.readouterr()
    assert main(["fmt", "--check", "--root", str(root)]) == 1
    printed = capsys.readouterr()
    assert printed.out == "data/people.yaml\n"
    assert "renaksi fmt" in printed.err
    assert " / The files above are not in canonical form." in printed.err
    assert roots.snapshot(root) == before
    assert main(["fmt", "--root", str(root), "data/sources.yaml"]) == 0
    assert roots.snapshot(root) == before
    assert main(["fmt", "--root", str(root), "data"]) == 0
    assert b"\r" not in path.read_bytes()
    assert main(["fmt", "--check", "--root", str(root)]) == 0
    assert main(["check", "--root", str(root)]) == 0


def test_refused_files_are_reported_and_left_alone(root: Path, capsys: Output) -> None:
    (root / "data" / "people.yaml").write_text("- id: x\n  id: y\n", encoding="utf-8")
    (root / "data" / "notes.yaml").write_bytes(b"- id: \xff\n")
    target = root.parent / "elsewhere.yaml"
    target.write_text("b:   1\nid:   x\n", encoding="utf-8")
    (root / "content" / "updates" / "2030-2031" / "link.yaml").symlink_to(target)
    os.mkfifo(root / "data" / "pipe.yaml")
    (root / "data" / "themes.yaml").write_text("[]   # none\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["fmt", "--root", str(root)]) == 1
    out = capsys.readouterr().out
    for rule in ("duplicate-key", "readable-file", "regular-file"):
        assert f"[{rule}]" in out
    assert (root / "data" / "people.yaml").read_text(encoding="utf-8") == "- id: x\n  id: y\n"
    assert target.read_text(encoding="utf-8") == "b:   1\nid:   x\n"
    assert (root / "data" / "themes.yaml").read_text(encoding="utf-8") == "# none\n[]\n"


def test_path_that_is_not_there_exits_2(root: Path, capsys: Output) -> None:
    assert main(["fmt", "--root", str(root), "data/none.yaml"]) == 2
    assert "not in the corpus root" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["mkdocs.yml", "content/assets/images"])
def test_path_without_files_of_the_corpus_exits_2(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = cases.lay_out({"hex": {"content/assets/images/cloud.png": "00"}}, tmp_path)
    assert main(["fmt", "--root", str(root), str(root / path), str(root / "data")]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith(f"{path}: ")
    assert shown.out == ""


def test_published_corpus_is_in_canonical_form(capsys: Output) -> None:
    assert main(["fmt", "--check", "--root", str(roots.ENGINE)]) == 0, capsys.readouterr().out
