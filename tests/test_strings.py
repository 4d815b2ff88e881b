"""The string tables and what uses them: no word is missing, unused, or hidden in a template."""

import ast
import re
from pathlib import Path

import pytest

from renaksi import vocabulary
from renaksi.changes import Act
from renaksi.checks import RULES
from renaksi.checks.verifiable import _NAMES
from renaksi.export.api.endpoints import ENDPOINTS
from renaksi.export.api.parts import find_properties
from renaksi.export.api.shapes import build_own_shapes
from renaksi.export.table import COLLECTIONS, OUTPUTS
from renaksi.forms import FORMS
from renaksi.forms.script import _WORDS
from renaksi.layout import LANGUAGES
from renaksi.links.ask import Reason
from renaksi.problem import Severity
from renaksi.publish import sorts
from renaksi.publish.facets import CLOSED, ENTRIES, NONE, ROLES, UNKNOWN, Deadline, Facet, Found
from renaksi.publish.menu import FOOTER, HEADER
from renaksi.publish.paths import FORMS as ORDER
from renaksi.publish.paths import SECTIONS
from renaksi.publish.schema_words import LISTS, TOPICS
from renaksi.publish.views import data, home, kin, making
from renaksi.publish.views.everything import LISTED, shown_as
from renaksi.publish.words import FOLDER, load_words
from renaksi.review.answer import Outcome
from renaksi.search import facets as search_facets

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
TABLES = {language: words.table for language, words in load_words(THEME / FOLDER)[0].items()}
KEYS = set(TABLES["id"])
# What is said of records and fields, and of tables; tests/test_field_words.py and
# tests/test_tables.py hold that all of it is used.
DESCRIBING = set(load_words(THEME / FOLDER, (*TOPICS, "tables"))[0]["id"].table)
KEY = re.compile(r"[a-z_]+(?:\.[a-z0-9_-]+)*")
# Prefixes that code completes, and what it can complete them with.
ENUMS = {prefix: enum for enum, prefix in LISTS.items()}
FORM_WORDS = {"count", "too_many", "restored", "restored_other", "erased"}
PAGED = ("plan", "commitment", "stage", "meeting", "organization")
EXPANDED = {
    **{prefix: {item.value for item in enum} for prefix, enum in ENUMS.items()},
    "path": set(SECTIONS) - {"home"},
    "nav": set(SECTIONS) | set(HEADER),
    "footer": {key for key, _ in FOOTER},
    "description": set(PAGED),
    "language.own": set(LANGUAGES),
    "translation": {"missing", "stale"},
    "lineage": {"derives_from", "continued_by"},
    "home.way": set(home._WAYS_IN),
    "role": {
        *ROLES,
        *making.PLAN_ROLES,
        *making.MEETING_ROLES,
        making.PERSON_ROLE,
    },
    "warning": {each.id for each in RULES.values() if each.severity is Severity.WARNING},
    "part": set(_NAMES),
    "type": {"text", "number", "boolean", "date", "address", "id"},
    "scheme": {"light", "dark", "light_title", "dark_title"},
    "audit": set(vocabulary.AuditMethod),
    "accessibility": {"method", "date", "tool", "pages", "checks", "findings"},
    "calendar.category": {"meeting", "milestone", "deadline"},
    "output": {
        *(each.name for each in (*OUTPUTS, *COLLECTIONS)),
        *(f"{each.name}.about" for each in (*OUTPUTS, *COLLECTIONS)),
    },
    "data": set(data.GROUPS),
    "data.example": {
        *data.EXAMPLES,
        *(f"{name}.about" for name in data.EXAMPLES),
    },
    "api": {
        *find_properties(build_own_shapes()),
        *("schema", "as_of", "licence", "links"),
    },
    "api.parameter": {
        each for endpoint in ENDPOINTS for each in re.findall(r"{(\w+)}", endpoint.path)
    },
    "edition": {
        *("address", "base_path", "commit", "time", "as_of", "versions", "record"),
        *("unknown", "modified"),
    },
    "answer": {f"{each}{more}" for each in Outcome for more in ("", ".next")},
    "links.reason": set(Reason),
    "quality": {"current", "stale", "absent"},
    "edit": {"page", "facts", "text"},
    "kin": set(kin.WEIGHTS),
    "search.kind": {shown_as(kind).value for kind in (*LISTED, vocabulary.Kind.PAGE)},
    "search.facet": set(search_facets.FACETS),
    "search.parameter": set(search_facets.FACETS),
    "search.kinds": {shown_as(kind).value for kind in (*LISTED, vocabulary.Kind.PAGE)},
    "period": {"design", "mid-term", "end-of-term"},
    "voice_short": {item.value for item in vocabulary.Voice},
    "way": {"list", "table", "matrix"},
    "sort": set(sorts._PLAIN),
    "path.sort": set(sorts._PLAIN),
    "facet": {item.value for item in Facet},
    "path.facet": {item.value for item in Facet},
    "path.value": {NONE, UNKNOWN, *(value for values in CLOSED.values() for value in values)},
    "facet_help": {*(set(ENTRIES) | {Facet.STREAM, Facet.DEADLINE, Facet.EVIDENCE}), "completion"},
    "deadline": {item.value for item in Deadline},
    "found": {item.value for item in Found},
    "change": {*({act.value for act in Act} - {Act.RENAMED}), "given", "order"},
    "form": {*(form.id for form in FORMS), "website", *FORM_WORDS},
    "form_help": {*(form.id for form in FORMS), "all", "website"},
    "ask": {field.id for form in FORMS for field in form.fields},
    "ask_help": {key.removeprefix("ask_help.") for key in KEYS if key.startswith("ask_help.")}
    & {field.id for form in FORMS for field in form.fields},
    "ask_why": {key.removeprefix("ask_why.") for key in KEYS if key.startswith("ask_why.")}
    & {"english", "source", *(field.id for form in FORMS for field in form.fields)},
    "path.form": set(ORDER),
    "propose.way": {"form", "issue", "edit", "mail", "file"},
    "propose.way_help": {"form", "issue", "edit", "mail", "file"},
    "propose.then": {"look", "change", "publish"},
    "propose.invite": {"update", "evidence", "meeting"},
    "wrong": set(_WORDS),
    "exit": {"subject", "mail_long"},
    "change.entry": {Act.ADDED.value, Act.REMOVED.value, Act.RENAMED.value},
    "change.item": {Act.ADDED.value, Act.REMOVED.value},
}
# Written as `completion.{status or "unknown"}` and `document.{key}`.
BRANCHES = {"completion.unknown", "document.original", "document.copy", "document.lost"}


def strings(path: Path) -> set[str]:
    """Every literal of a module that could be a key."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def literals() -> set[str]:
    found: set[str] = set()
    for path in [*(ROOT / "renaksi").rglob("*.py"), *(ROOT / "hooks").glob("*.py")]:
        found |= strings(path)
    for path in TEMPLATES:
        found |= set(re.findall(r"[\"']([a-z][a-z0-9._-]*)[\"']", path.read_text(encoding="utf-8")))
    return found


def template_keys() -> set[str]:
    """Keys that templates ask for by a literal."""
    call = re.compile(r"\bt\([\"']([^\"']+)[\"'](\s*~)?")
    found = [
        match for path in TEMPLATES for match in call.findall(path.read_text(encoding="utf-8"))
    ]
    keys = {key for key, more in found if not more}
    counted = re.compile(r"words\.count\([\"']([^\"']+)[\"']")
    for path in TEMPLATES:
        for key in counted.findall(path.read_text(encoding="utf-8")):
            keys |= {f"{key}.one", f"{key}.other"}
    return keys


def code_keys() -> set[str]:
    """Keys that code asks for by a literal: `t("...")` and `count("...")`."""
    found: set[str] = set()
    for path in (ROOT / "renaksi").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                function = getattr(node.func, "attr", "")
                texts = literal_values(node.args[0])
                if function == "t":
                    found |= texts
                elif function == "count" and _name(getattr(node.func, "value", None)) == "words":
                    found |= {f"{text}.{form}" for text in texts for form in ("one", "other")}
                elif function in ("row", "plain_row"):
                    field = (
                        node.args[1] if function == "row" and len(node.args) > 1 else node.args[0]
                    )
                    found |= {f"field.{text}" for text in literal_values(field)}
    return found


def _name(node: object) -> str:
    """`words` of `desk.words` and of `words`."""
    return str(getattr(node, "attr", getattr(node, "id", "")))


def literal_values(node: ast.expr) -> set[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return literal_values(node.body) | literal_values(node.orelse)
    return set()


def expanded() -> set[str]:
    return {f"{prefix}.{word}" for prefix, words in EXPANDED.items() for word in words} | BRANCHES


def test_tables_have_the_same_keys_in_the_same_order() -> None:
    assert list(TABLES["id"]) == list(TABLES["en"])


def test_keys_have_one_form() -> None:
    assert [key for key in KEYS if not KEY.fullmatch(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language: str) -> None:
    assert [key for key, text in TABLES[language].items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_tells_a_fact_of_one_plan(language: str) -> None:
    """Another plan, or another member of OGP, brings its own corpus but uses the same words."""
    facts = re.compile(
        r"\d|\bDPR\b|\bRenaksi\b|\bIndonesia's\b|\b(two|seven|eight|fourteen|nineteen)\b"
        r"|\b(dua|tujuh|delapan|empat belas|sembilan belas)\b",
        re.IGNORECASE,
    )
    words = {key: text for key, text in TABLES[language].items() if not key.startswith("path.")}
    # These show by a year, a date or a range how a field is written, or name a standard.
    of_files = {key for key in words if key.startswith(("api.", "output."))}
    for key in DESCRIBING | of_files:
        words[key] = re.sub(r"\d", "", words[key])
    assert [key for key, text in words.items() if facts.search(text)] == []


def test_places_for_values_are_the_same_in_every_language() -> None:
    places = {
        language: {key: sorted(re.findall(r"\{(\w*)\}", text)) for key, text in table.items()}
        for language, table in TABLES.items()
    }
    assert places["id"] == places["en"]


def test_every_key_that_code_and_templates_ask_for_exists() -> None:
    asked = template_keys() | code_keys() | expanded()
    assert {"fact.unknown", "field.period", "count.commitments.one"} <= asked
    assert sorted(asked - KEYS) == []


def test_every_prefix_that_is_completed_is_listed_here() -> None:
    prefixes: set[str] = set()
    for path in (ROOT / "renaksi" / "publish").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                prefixes |= set(re.findall(r"^([a-z_]+)\.$", str(node.values[0].value)))
    for path in TEMPLATES:
        prefixes |= set(re.findall(r"\bt\([\"']([a-z_.]+)\.[\"']\s*~", path.read_text("utf-8")))
    known = {prefix.split(".")[0] for prefix in EXPANDED} | set(EXPANDED)
    assert prefixes - known <= {"field", "count", "figure", "about", "absent", "record"}


def test_every_key_is_used() -> None:
    words = literals()
    used = template_keys() | code_keys() | expanded()
    for key in KEYS - used - DESCRIBING:
        parts = key.split(".")
        word = parts[1] if parts[0] == "count" else parts[-1].removeprefix("irm_")
        completed = parts[0] in ("field", "figure", "count") and word in words
        if completed or key in words:
            used.add(key)
    assert sorted(KEYS - used - DESCRIBING) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_template_holds_no_word_of_its_own(path: Path) -> None:
    text = without_jinja(path.read_text(encoding="utf-8"))
    attributes = re.findall(r'\b(?:aria-label|title|alt|placeholder|data-[a-z-]+)="([^"]*)"', text)
    visible = re.sub(r"<[^>]*>", " ", text).replace("CC BY 4.0", "")
    assert re.findall(r"[^\W\d_]{2,}", re.sub(r"&[a-z#0-9]+;", "", visible)) == []
    assert [value for value in attributes if re.search(r"[^\W\d_]", value)] == []


def without_jinja(text: str) -> str:
    """A template without what Jinja does; `x` in attributes is kept out of the way."""
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    return re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_page_template_is_short(path: Path) -> None:
    if path.name == "macros.html":
        return
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120
