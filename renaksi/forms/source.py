"""The source that a form names: one that is known, or a new entry of `data/sources.yaml`."""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from renaksi.corpus import Corpus
from renaksi.forms.choices import find_choices
from renaksi.forms.read import Filled
from renaksi.layout import LANGUAGES, LAYOUT
from renaksi.model import Source
from renaksi.problem import Message
from renaksi.publish.words import Words
from renaksi.reader import Document, Node
from renaksi.remedies import suggest_id
from renaksi.shape import parse
from renaksi.vocabulary import Kind
from renaksi.write import Plain, write_record

SOURCES = next(place.pattern for place in LAYOUT if place.kind is Kind.SOURCE)
_SHORT = 60


@dataclass(frozen=True)
class Named:
    """A source by its id; `record` is its entry where it is a new one."""

    id: str
    record: Mapping[str, Any] | None = None

    def added_to(self, text: str) -> str:
        """The list of sources with this one at its end."""
        if self.record is None:
            return text
        item = textwrap.indent(write_record(dict(self.record), Source), "  ")
        return f"{text.rstrip()}\n\n- {item[2:]}"


def find_source(
    filled: Filled, corpus: Corpus, words: Mapping[str, Words], faults: dict[str, Message]
) -> Named:
    """The source that was named. What is wrong with a new one is put among the faults."""
    url = filled.answers.get("source_url", "")
    known = {each.url: each.id for each in corpus.sources if each.url}
    if url in known:
        return Named(known[url])
    record = _record(filled, corpus, words)
    for field, message in _problems_of(record):
        faults.setdefault(field, message)
    return Named(str(record["id"]), record)


def _record(filled: Filled, corpus: Corpus, words: Mapping[str, Words]) -> dict[str, Any]:
    answers = {id: " ".join(answer.split()) for id, answer in filled.answers.items()}
    title, url = answers.get("source_title", ""), answers.get("source_url", "")
    language = next(each for each in filled.form.fields if each.id == "source_language")
    choices = find_choices(language, corpus, words)
    date = answers.get("source_date")
    record: dict[str, Any] = {
        "id": _new_id(url, title, lambda id: corpus.get(Kind.SOURCE, id) is not None),
        "title": title,
        "short_title": dict.fromkeys(LANGUAGES, _shorten(title)),
        "publisher": answers.get("source_publisher", ""),
        "url": url,
        "language": choices.get(answers.get("source_language", ""), ""),
    }
    return {**record, "document_date": Plain(date)} if date else record


def _shorten(title: str) -> str:
    return textwrap.shorten(title, _SHORT, placeholder=" ...") or title[:_SHORT]


def _new_id(url: str, title: str, is_taken: Callable[[str], bool]) -> str:
    """An id that no source has, by the name of the site and the first words of the title."""
    try:
        site = (urlsplit(url).hostname or "").removeprefix("www.").partition(".")[0]
    except ValueError:
        site = ""
    stem = suggest_id(f"{site} {' '.join(title.split()[:5])}") or "source"
    names = (stem, *(f"{stem}-{count}" for count in range(2, 1000)))
    return next(name for name in names if not is_taken(name))


def _problems_of(record: dict[str, Any]) -> list[tuple[str, Message]]:
    """What the model says of a source, by the field of the form that it was answered in."""
    _, problems = parse(Document("", record, Node()), (), record, Source)
    names = {"document_date": "source_date", "short_title": "source_title"}
    found = []
    for problem in problems:
        key = problem.key.split(".")[0]
        found.append((names.get(key, f"source_{key}"), problem.message))
    return found
