"""Every record and field has a name and a description in both languages; no word is left over."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from renaksi.layout import LANGUAGES
from renaksi.publish.schema import build_schemas
from renaksi.publish.schema_words import TOPICS, field_words, record_key
from renaksi.publish.words import Words, load_words
from tests.test_schema import FOLDER, inner

THEME = Path(__file__).resolve().parent.parent / "theme" / "strings"
WORDS = load_words(THEME)[0]
LONGEST = 180


class Watched(dict[str, str]):
    """A string table that remembers which of its words were asked for."""

    def __init__(self, table: Any) -> None:
        super().__init__(table)
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)


def schemas(*languages: str) -> dict[str, Any]:
    made = build_schemas({language: WORDS[language] for language in languages})
    return {name: json.loads(content) for name, content in made.items()}


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Every property of a schema, and whether it is required."""
    for record in inner(schema):
        if isinstance(record.get("properties"), dict) and "type" in record:
            for key, each in record["properties"].items():
                yield key, each, key in record.get("required", ())


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_every_property_has_a_title_and_a_description_in_both_languages(name: str) -> None:
    indonesian, english = (list(properties(schemas(code)[name])) for code in LANGUAGES)
    assert len(indonesian) > 2
    for (key, ours, required), (_, theirs, _) in zip(indonesian, english, strict=True):
        assert ours["title"][0].isupper(), key
        assert theirs["title"][0].isupper(), key
        assert ours["description"] != theirs["description"], key
        for code, each in zip(LANGUAGES, (ours, theirs), strict=True):
            text = each["description"]
            assert text.endswith((".", "...")), (key, text)
            assert len(text) <= LONGEST, (key, text)
            left_out = re.search(r"[Tt]idak (di)?(tulis|sebut)|[Ll]eft out|not named", text)
            assert bool(left_out) is not required, (code, key, text)


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_every_record_and_list_has_a_name_and_a_description(name: str) -> None:
    for code in LANGUAGES:
        for key, each in schemas(code)[name]["$defs"].items():
            assert each["description"].endswith((".", "...")), key
            assert each["title"][0].isupper(), key


def test_no_word_of_fields_and_records_is_unused() -> None:
    own = load_words(THEME, TOPICS)[0]
    for code in LANGUAGES:
        table = Watched(WORDS[code].table)
        build_schemas({code: Words(code, table)})
        assert sorted(own[code].table.keys() - table.asked) == []


def test_words_of_one_record_come_before_those_of_the_field_everywhere() -> None:
    topic, update = (field_words(name, "commitment", WORDS["en"]) for name in ("Topic", "Update"))
    assert topic.title == update.title == "Commitment"
    assert "became" in topic.about
    assert "became" not in update.about
    assert topic.absent
    assert update.absent is None


def test_field_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        field_words("Topic", "no_such_field", WORDS["en"])


def test_facts_share_their_words() -> None:
    assert {record_key(name) for name in ("Fact", "FactText", "FactListOfTopic2")} == {"fact"}
    assert record_key("StreamPeriod") == "stream_period"
