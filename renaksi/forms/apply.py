"""Answers of a form to files: a new entry or a corrected one, and its source if that is new."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from renaksi.corpus import Corpus
from renaksi.forms.choices import find_choices
from renaksi.forms.correct import BY_HAND, Spot, find_spot, mend, name_source
from renaksi.forms.leaves import Reader
from renaksi.forms.places import find_parts
from renaksi.forms.read import Filled
from renaksi.forms.source import SOURCES, Named, find_source
from renaksi.forms.spec import CORRECTION, Field, Widget
from renaksi.load import read_configuration, read_text
from renaksi.problem import Message, Problem
from renaksi.publish.words import Words
from renaksi.reader import Document
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from renaksi.write import Draft, find_unreadable
from renaksi.write.edit import UneditableError

_REQUIRED = Message(id="Wajib diisi.", en="This is required.")
_CONCEALED = Message(
    id='Ada tulisan yang tidak ditampilkan GitHub (sesudah "<!--"); hapus dari isian.',
    en='There is text that GitHub does not show (behind "<!--"); take it out.',
)
_UNCLEAR = Message(
    id="Judul pertanyaan ini juga tertulis di dalam sebuah isian; hapus dari sana.",
    en="The heading of this question stands in an answer, too; take it out there.",
)


@dataclass(frozen=True)
class Made:
    """Files by path; what is wrong with answers, by field; problems that the files would bring.

    Files with faults or errors must not be written. `replaced` are those that were there before;
    `before` and `after` are the corpus without and with them; `subject` is the entry that they are
    about, and is there before.
    """

    before: Corpus
    after: Corpus
    files: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Message] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    replaced: frozenset[str] = frozenset()
    subject: tuple[Kind, str] | None = None


def make_files(
    root: Path, filled: Filled, words: Mapping[str, Words], exists: Callable[[str], bool]
) -> Made:
    """The files that the answers make, checked as if they lay in `root` already.

    `exists` tells whether a path of the root is taken.
    """
    corpus, known = validate(root)
    faults = _find_missing(filled)
    source = find_source(filled, corpus, words, faults)
    making = _Making(root, filled, Reader(corpus, words), source, faults)
    if filled.form.id == CORRECTION:
        files = making.correct()
    else:
        files = making.enter(Draft(_kind(filled), corpus, exists))
    if faults:
        return Made(corpus, corpus, faults=faults)
    after, found = validate(root, files)
    return Made(
        before=corpus,
        after=after,
        files=files,
        problems=tuple(replace(each, new=True) for each in found if each not in known),
        replaced=frozenset(filter(exists, files)),
        subject=making.subject,
    )


def _find_missing(filled: Filled) -> dict[str, Message]:
    """Required questions without an answer, consent among them; answers that are no text.

    Questions whose heading an answer repeats have an unclear answer; text that GitHub does not show
    was seen by nobody who approved the form.
    """
    faults = dict.fromkeys(filled.unclear, _UNCLEAR)
    if filled.concealed:
        faults[filled.form.fields[0].id] = _CONCEALED
    for question in filled.form.fields:
        answer = filled.answers.get(question.id)
        agreed = question.widget is not Widget.CONSENT or (answer or "").lower().startswith("- [x]")
        if question.required and not (answer and agreed):
            faults[question.id] = _REQUIRED
        unreadable = find_unreadable(answer) if answer else None
        if unreadable is not None:
            faults[question.id] = unreadable
    return faults


@dataclass
class _Making:
    """The answers, what they are read against, and the faults found so far, by question."""

    root: Path
    filled: Filled
    reader: Reader
    source: Named
    faults: dict[str, Message]
    subject: tuple[Kind, str] | None = None

    def correct(self) -> dict[str, str]:
        """The file with the right words instead of the wrong ones."""
        if not self.faults:
            answers = self.filled.answers
            home = self._home()
            parts = find_parts(answers["page"], home, self.reader.corpus, self.reader.words)
            spot = find_spot(self.reader, parts, answers["wrong"])
            if isinstance(spot, Spot):
                return self._mend(spot, answers["right"])
            self.faults.update(spot)
        return {}

    def _mend(self, spot: Spot, right: str) -> dict[str, str]:
        """The file with the spot mended; the source is named where the model has a place for it."""
        path = spot.place.path
        self.subject = (spot.part.kind, spot.part.id)
        changed = mend(self.reader, spot, right, self._text(path))
        if not isinstance(changed, str):
            self.faults.update(changed)
            return {}
        named = None
        if spot.leaf is not None:
            try:
                named = name_source(self.reader.corpus, spot.leaf, self.source.id, changed)
            except UneditableError:
                self.faults["right"] = BY_HAND
                return {}
        return {path: changed} if named is None else {path: named, **self._new_source()}

    def enter(self, draft: Draft) -> dict[str, str]:
        """The files of a new entry."""
        draft.answers.update({flag: [value] for flag, value in self.filled.form.given})
        for question in self.filled.form.fields:
            if question.id not in self.faults:
                fault = self._take(draft, question)
                if fault is not None:
                    self.faults[question.id] = fault
        if self.faults:
            return {}
        draft.answers["source"] = [self.source.id]
        about = ((Kind.COMMITMENT, "commitment"), (Kind.STAGE, "stage"))
        self.subject = next(
            ((kind, id) for kind, flag in about if (id := draft.answer(flag))), None
        )
        for asked in draft.questions:  # what a form need not ask: the only plan, and the id
            if asked.required and asked.flag not in draft.answers:
                draft.answers[asked.flag] = [draft.default(asked)]
        return {**draft.files(), **self._new_source()}

    def _take(self, draft: Draft, asked: Field) -> Message | None:
        """Gives an answer to the draft, and returns what is wrong with it."""
        answer = self.filled.answers.get(asked.id)
        if asked.flag is None or answer is None:
            return None
        question = next(each for each in draft.questions if each.flag == asked.flag)
        if asked.widget is Widget.CHOICE:
            choices = find_choices(asked, draft.corpus, self.reader.words)
            return draft.take(question, [choices.get(answer, answer)])
        if asked.many:
            return draft.take(question, answer.split())
        is_prose = asked.flag.startswith("text-")
        return draft.take(question, [answer if is_prose else " ".join(answer.split())])

    def _new_source(self) -> dict[str, str]:
        if self.source.record is None:
            return {}
        return {SOURCES: self.source.added_to(self._text(SOURCES))}

    def _home(self) -> str:
        """The address that the site is published at."""
        document = read_configuration(self.root)
        data = document.data if isinstance(document, Document) else None
        return str(data.get("site_url", "")) if isinstance(data, dict) else ""

    def _text(self, path: str) -> str:
        text = read_text(self.root, path)
        assert isinstance(text, str), path
        return text


def _kind(filled: Filled) -> Kind:
    kind = filled.form.kind
    assert kind is not None, filled.form.id
    return kind
