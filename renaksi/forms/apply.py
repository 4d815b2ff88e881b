"""Answers of a form to files: an entry, and the entry of its source where that is a new one."""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from renaksi.corpus import Corpus
from renaksi.forms.choices import find_choices
from renaksi.forms.read import Filled
from renaksi.forms.spec import Field, Widget
from renaksi.layout import LANGUAGES, LAYOUT
from renaksi.load import read_text
from renaksi.model import Source
from renaksi.problem import Message, Problem
from renaksi.publish.words import Words
from renaksi.reader import Document, Node
from renaksi.remedies import suggest_id
from renaksi.shape import parse
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from renaksi.write import Draft, Plain, write_record

SOURCES = next(place.pattern for place in LAYOUT if place.kind is Kind.SOURCE)
_REQUIRED = Message(id="Wajib diisi.", en="This is required.")
_SHORT = 60


@dataclass(frozen=True)
class Made:
    """Files by path; what is wrong with answers, by field; problems that the files would bring.

    Files with faults or errors must not be written.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Message] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def make_files(
    root: Path, filled: Filled, words: Mapping[str, Words], exists: Callable[[str], bool]
) -> Made:
    """The files that the answers make, checked as if they lay in `root` already.

    `exists` tells whether a path of the root is taken.
    """
    kind = filled.form.kind
    assert kind is not None, filled.form.id
    corpus, known = validate(root)
    faults = _find_missing(filled)
    source, sources = _find_source(root, filled, corpus, words, faults)
    if sources:
        corpus = validate(root, sources)[0]
    draft = Draft(kind, corpus, exists)
    draft.answers.update({flag: [value] for flag, value in filled.form.given})
    for question in filled.form.fields:
        if question.id not in faults:
            fault = _take(draft, question, filled, corpus, words)
            if fault is not None:
                faults[question.id] = fault
    if faults:
        return Made(faults=faults)
    draft.answers["source"] = [source]
    _fill(draft)
    files = {**draft.files(), **sources}
    problems = tuple(each for each in validate(root, files)[1] if each not in known)
    return Made(files, {}, problems)


def _find_missing(filled: Filled) -> dict[str, Message]:
    """Required questions without an answer, consent among them."""
    faults = {}
    for question in filled.form.fields:
        answer = filled.answers.get(question.id)
        agreed = question.widget is not Widget.CONSENT or (answer or "").lower().startswith("- [x]")
        if question.required and not (answer and agreed):
            faults[question.id] = _REQUIRED
    return faults


def _take(
    draft: Draft, asked: Field, filled: Filled, corpus: Corpus, words: Mapping[str, Words]
) -> Message | None:
    """Gives an answer to the draft, and returns what is wrong with it."""
    answer = filled.answers.get(asked.id)
    if asked.flag is None or answer is None:
        return None
    question = next(each for each in draft.questions if each.flag == asked.flag)
    if asked.widget is Widget.CHOICE:
        return draft.take(question, [find_choices(asked, corpus, words).get(answer, answer)])
    if asked.many:
        return draft.take(question, answer.split())
    is_prose = asked.flag.startswith("text-")
    return draft.take(question, [answer if is_prose else " ".join(answer.split())])


def _fill(draft: Draft) -> None:
    """What a form need not ask: the only plan, and the id."""
    for question in draft.questions:
        if question.required and question.flag not in draft.answers:
            draft.answers[question.flag] = [draft.default(question)]


def _find_source(
    root: Path,
    filled: Filled,
    corpus: Corpus,
    words: Mapping[str, Words],
    faults: dict[str, Message],
) -> tuple[str, dict[str, str]]:
    """The id of the source, and the list of sources where it is a new one."""
    answers = filled.answers
    known = {each.url: each.id for each in corpus.sources if each.url}
    url = answers.get("source_url", "")
    if url in known:
        return known[url], {}
    record = _source(filled, corpus, words)
    for problem in _problems_of(record):
        faults.setdefault(problem[0], problem[1])
    text = read_text(root, SOURCES)
    assert isinstance(text, str), SOURCES
    item = textwrap.indent(write_record(record, Source), "  ")
    return str(record["id"]), {SOURCES: f"{text.rstrip()}\n\n- {item[2:]}"}


def _source(filled: Filled, corpus: Corpus, words: Mapping[str, Words]) -> dict[str, Any]:
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
