"""A new entry while it is being asked for: answers, what is wrong with them, and the files."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from renaksi import layout, model
from renaksi.corpus import Corpus, Prose
from renaksi.problem import Message, Problem
from renaksi.reader import Document, Node
from renaksi.remedies import suggest_id
from renaksi.shape import parse
from renaksi.signs import find_forbidden
from renaksi.vocabulary import KIND_NAMES, Kind, Voice
from renaksi.write.fresh import Plain, write_record
from renaksi.write.questions import QUESTIONS, Form, Question

_FENCE = "---"
_EMPTY = Message(id="Tidak boleh kosong.", en="Must not be empty.")


@dataclass
class Draft:
    """The answers so far, by flag. `exists` tells whether a path of the root is taken."""

    kind: Kind
    corpus: Corpus
    exists: Callable[[str], bool]
    answers: dict[str, list[str]] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        return QUESTIONS[self.kind]

    @property
    def place(self) -> layout.Place:
        return next(place for place in layout.LAYOUT if place.kind is self.kind)

    @property
    def plan(self) -> str:
        """The plan that was answered, or the only one there is."""
        plans = list(self.corpus.entries.get(Kind.PLAN, {}))
        return self.answer("plan") or (plans[0] if len(plans) == 1 else "")

    def answer(self, flag: str) -> str:
        """The answer to a question that takes one, or nothing."""
        return self.answers.get(flag, [""])[0]

    def applies(self, question: Question) -> bool:
        """Whether a question makes sense after the answers so far."""
        if question.flag == "milestone":
            return bool(self.known(question))
        if question.flag == "early-results":
            return self.answer("voice") == Voice.IRM
        if question.flag == "source" and self.kind is not Kind.UPDATE:
            return any(each.is_fact and each.flag in self.answers for each in self.questions)
        return True

    def known(self, question: Question) -> list[str]:
        """What may be answered, where that is a closed list."""
        if question.flag == "milestone":
            commitment = self.corpus.get(Kind.COMMITMENT, self.answer("commitment"))
            steps = commitment.milestones if isinstance(commitment, model.Commitment) else ()
            return [step.id for step in steps]
        if question.refers is not None:
            return list(self.corpus.entries.get(question.refers, {}))
        return list(question.choices)

    def numbers(self, question: Question) -> dict[str, str]:
        """The ids of entries that people know by their numbers, where each has its own."""
        if question.refers not in (Kind.COMMITMENT, Kind.STAGE):
            return {}
        entries = list(self.corpus.of(question.refers))
        own = {str(entry.number): entry.id for entry in entries}  # type: ignore[attr-defined]
        return own if len(own) == len(entries) else {}

    def default(self, question: Question) -> str:
        """What is proposed when nothing is answered, or nothing."""
        if question.flag == "plan":
            return self.plan
        if question.flag == "number":
            return str(max(self._numbers(), default=0) + 1)
        return self._default_id() if question.flag == "id" else ""

    def take(self, question: Question, values: list[str]) -> Message | None:
        """Keeps an answer, or tells what is wrong with it by the model and by what there is."""
        self.answers.pop(question.flag, None)
        for value in values:
            fault = find_unreadable(value) or self._find_unknown(question, value)
            if fault is not None:
                return fault
        fault = self._find_misfit(question, values) or self._find_taken(question, values)
        if fault is None:
            is_number = question.form is Form.NUMBER
            self.answers[question.flag] = [str(int(values[0]))] if is_number else values
        return fault

    def files(self) -> dict[str, str]:
        """The files of the entry by path, with what was answered and nothing else."""
        main = write_record(self._data(), self.place.model)
        path = self.path(self.answer("id"))
        if not self.place.prose:
            return {path: main}
        narratives = {
            language: _tidy(self.answer(f"text-{language}")) for language in layout.LANGUAGES
        }
        body = narratives.pop(layout.PRIMARY_LANGUAGE)
        found = {path: f"{_FENCE}\n{main}{_FENCE}\n" + (f"\n{body}" if body else "")}
        hash = Prose(path, body).hash
        head = f"{_FENCE}\nsource_hash: {hash}\n{_FENCE}\n\n" if body else ""
        for language, text in narratives.items():
            if text:
                gap = "\n" if not head and text.startswith(_FENCE) else ""  # no data, but a line
                found[layout.translation_path(path, language)] = head + gap + text
        return found

    def says(self, document: Document) -> bool:
        """Whether the document holds the answers, letter by letter."""
        return bool(document.data == self._data())

    def path(self, id: str) -> str:
        """Where the entry is kept."""
        plan = self.plan
        commitment = self.corpus.get(Kind.COMMITMENT, self.answer("commitment"))
        if isinstance(commitment, model.Commitment):
            plan = commitment.plan
        return self.place.pattern.replace("*", plan, 1).replace("*", id, 1)

    def _data(self) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for question in self.questions:
            values = self.answers.get(question.flag)
            is_own_source = question.flag == "source" and self.kind is not Kind.UPDATE
            if values and question.form is not Form.PROSE and not is_own_source:
                self._put(data, question, values)
        return data

    def _put(self, data: dict[str, Any], question: Question, values: list[str]) -> None:
        place = data
        for key in question.loc[:-1]:
            place = place.setdefault(key, {})
        sources = self.answers.get("source")
        if question.is_fact and sources:
            fact = data
            for key in question.loc[: question.loc.index("value")]:
                fact = fact[key]
            fact["source"] = _one_or_many(sources)
        place[question.loc[-1]] = _written(question, values)

    def _numbers(self) -> set[int]:
        """The numbers that entries of this kind and plan carry."""
        found = self.corpus.of(self.kind)
        return {each.number for each in found if each.plan == self.plan}  # type: ignore[attr-defined]

    def _default_id(self) -> str:
        if self.kind is Kind.UPDATE:
            commitment = self.answer("commitment")
            number = re.match(r"[0-9]+", commitment)
            period = self.answer("reporting-period").lower()
            parts = [number.group() if number else commitment, self.answer("voice"), period]
        else:
            titles = [self.answer(flag) for flag in ("short-title-en", "title-en", "title-id")]
            slug = next(filter(None, map(suggest_id, titles)), "")
            number_ = self.answer("number")
            head = f"{number_:0>2}" if number_ else self.answer("start-date")[:4]
            parts = [] if not slug else [slug] if slug.startswith(f"{head}-") else [head, slug]
        stem = "-".join(filter(None, parts))
        names = [stem, *(f"{stem}-{count}" for count in range(2, 100))] if stem else []
        return next((name for name in names if not self._is_taken(name)), "")

    def _is_taken(self, id: str) -> bool:
        path = self.path(id)
        paths = {path, *(layout.translation_path(path, code) for code in layout.LANGUAGES)}
        return self.corpus.get(self.kind, id) is not None or any(map(self.exists, paths))

    def _find_unknown(self, question: Question, value: str) -> Message | None:
        known = self.known(question)
        kind = Kind.UPDATE if question.flag == "milestone" else question.refers
        if kind is None or value in known:
            return None
        names = ("tonggak capaian", "milestone") if kind is Kind.UPDATE else KIND_NAMES[kind]
        return Message(
            id=f'Tidak ada {names[0]} dengan pengenal "{value}".',
            en=f'There is no {names[1]} with the id "{value}".',
        ).hint(value, known)

    def _find_misfit(self, question: Question, values: list[str]) -> Message | None:
        if question.form is Form.PROSE:
            return None
        if question.flag == "source":
            return None if self.applies(question) else _UNUSED
        data: dict[str, Any] = {}
        self._put(data, question, values)
        _, problems = parse(Document("", data, Node()), (), data, self.place.model)
        own = [each for each in problems if each.key.split(".")[0] == question.loc[0]]
        return own[0].message if own else None

    def _find_taken(self, question: Question, values: list[str]) -> Message | None:
        if question.flag == "id" and self._is_taken(values[0]):
            return Message(
                id=f'Pengenal "{values[0]}" sudah dipakai.',
                en=f'The id "{values[0]}" is already used.',
            )
        if question.flag == "number" and int(values[0]) in self._numbers():
            return Message(
                id=f"Nomor {values[0]} sudah dipakai.",
                en=f"The number {values[0]} is already used.",
            )
        return None


_UNUSED = Message(
    id="Tidak ada fakta yang memakai sumber ini.", en="No fact that was given uses this source."
)


def _written(question: Question, values: list[str]) -> Any:
    """An answer as it stands in the entry."""
    if question.flag == "evidence":
        return [{"url": value} for value in values]
    if question.refers is Kind.SOURCE:
        return _one_or_many(values)
    if question.many:
        return values
    return values[0] if question.form is Form.TEXT else Plain(values[0])


def _one_or_many(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


def find_unreadable(value: str) -> Message | None:
    """Why an answer cannot be a value of a file, whatever is asked."""
    if not value.strip():
        return _EMPTY
    try:
        value.encode()
    except UnicodeEncodeError:
        return Message(id="Bukan teks UTF-8.", en="Not UTF-8 text.")
    problem = find_forbidden(value, "")
    return problem.message if isinstance(problem, Problem) else None


def _tidy(text: str) -> str:
    text = text.strip("\n")
    return f"{text}\n" if text else ""
