"""`renaksi new`: asks for what an entry needs and writes files that pass the check."""

import argparse
import dataclasses
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from renaksi import report
from renaksi.build import ENGINE
from renaksi.cli.ask import ask, begin, split
from renaksi.cli.common import add_root, both, complain, corpus_root, say
from renaksi.cli.writing import write_files
from renaksi.corpus import Corpus
from renaksi.layout import LANGUAGES
from renaksi.problem import Message, Problem, Severity
from renaksi.publish.words import FOLDER, load_words
from renaksi.reader import Document, read_front_matter, read_yaml
from renaksi.validate import has_errors, validate
from renaksi.vocabulary import KIND_NAMES
from renaksi.write import QUESTIONS, Draft, Question

_NOTHING = Message(id="Tidak ada yang ditulis.", en="Nothing was written.")
_NO_ID = Message(
    id="Pengenal tidak dapat dibuat dari judul tanpa huruf Latin; tulis --id, misalnya "
    "--id=05-village-planning.",
    en="No id can be made from a title without Latin letters; give --id, such as "
    "--id=05-village-planning.",
)
_NEXT = Message(
    id="Berikutnya: buka berkas itu, lengkapi, lalu jalankan make check.",
    en="Next: open the file, complete it, then run make check.",
)
_UNSAFE = Message(
    id="Jawaban ini tidak dapat ditulis dengan aman.", en="These answers cannot be written safely."
)


# The rule that an update breaks when all that may be left out was left out.
_SILENT = "update-says-something"


def add_new(new: argparse.ArgumentParser) -> None:
    """The kinds of `renaksi new` and a flag for every question."""
    kinds = new.add_subparsers(required=True, metavar="KIND")
    for kind, questions in QUESTIONS.items():
        words = " / ".join(KIND_NAMES[kind])
        parser = kinds.add_parser(kind.value, help=words, description=words, allow_abbrev=False)
        for question in questions:
            parser.add_argument(
                f"--{question.flag}",
                action="append" if question.many else "store",
                metavar="VALUE",
                help=both(question.words),
            )
        add_root(parser)
        parser.set_defaults(run=_new, kind=kind)


def _new(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    corpus, known = validate(root)
    draft = Draft(options.kind, corpus, lambda path: os.path.lexists(root / path))
    faults = _take_flags(draft, options)
    filled = dataclasses.replace(draft, answers=dict(draft.answers))
    missing = _fill(filled, faults)
    if sys.stdin.isatty() and (missing or faults):
        return _talk(root, draft, known, faults)
    for flag, fault in faults.items():
        complain(f"--{flag}: {both(fault)}")
    if missing:
        flags = ", ".join(f"--{flag}" for flag in missing)
        complain(f"Isian wajib belum ada / required flags are missing: {flags}")
    if missing == ["id"]:
        complain(both(_NO_ID))
    if missing or faults:
        return 2
    return 1 if _finish(root, filled, known) is not None else 0


def _take_flags(draft: Draft, options: argparse.Namespace) -> dict[str, Message]:
    """Takes up the flags and returns what is wrong with some of them."""
    faults: dict[str, Message] = {}
    for question in draft.questions:
        given = getattr(options, question.flag.replace("-", "_"))
        if given is not None:
            texts = given if question.many else [given]
            values = [value for text in texts for value in split(question, text)]
            fault = draft.take(question, values or [""])
            if fault is not None:
                faults[question.flag] = fault
    return faults


def _fill(draft: Draft, faults: Mapping[str, Message]) -> list[str]:
    """Takes what can be proposed; returns the flags that must still be given."""
    missing: list[str] = []
    for question in draft.questions:
        flag = question.flag
        wanted = question.required and flag not in draft.answers and flag not in faults
        if not wanted or not draft.applies(question):
            continue
        default = draft.default(question)
        if default:
            draft.answers[flag] = [default]
        elif flag != "id" or not (missing or faults):  # an id is made from other answers
            missing.append(flag)
    return missing


def _talk(root: Path, draft: Draft, known: list[Problem], faults: Mapping[str, Message]) -> int:
    """Asks for everything that no flag gave, and again for what the check does not like."""
    labels = _Labels(draft.corpus)
    try:
        begin()
        for flag, fault in faults.items():
            say(f"--{flag}: {both(fault)}")
        for question in draft.questions:
            if question.flag not in draft.answers and draft.applies(question):
                ask(draft, question, labels)
        while (problems := _finish(root, draft, known)) is not None:
            again = _find_again(draft, problems)
            if not again:
                return 1
            for question in again:
                ask(draft, question, labels)
    except (EOFError, KeyboardInterrupt):
        print()
        say(_NOTHING)
        return 1
    return 0


def _find_again(draft: Draft, problems: list[Problem]) -> list[Question]:
    """The questions whose answers can mend the problems."""
    keys = {problem.key.split(".")[0] for problem in problems}
    if "completion" in keys:
        keys |= {"date", "evidence"}
    if any(problem.rule == _SILENT for problem in problems):
        keys |= {"completion", "progress"}
    return [question for question in draft.questions if question.loc[0] in keys]


def _finish(root: Path, draft: Draft, known: list[Problem]) -> list[Problem] | None:
    """Writes the files if the check finds no error in them; else returns the problems."""
    files = draft.files()
    path, text = next(iter(files.items()))
    document = (read_front_matter if draft.place.prose else read_yaml)(text, path)
    if isinstance(document, Document) and not draft.says(document):
        complain(both(_UNSAFE))
        return []
    problems = [problem for problem in validate(root, files)[1] if problem not in known]
    if has_errors(problems):
        errors = [each for each in problems if each.severity is Severity.ERROR]
        print(report.render_text(errors))
        say(_NOTHING)
        return errors
    if not write_files(root, files):
        return []
    if problems:
        print(report.render_text(problems))
    for path in files:
        print(path)
    say(_NEXT)
    return None


class _Labels:
    """What a choice is called, in the words of readers."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.words = load_words(ENGINE / "theme" / FOLDER)[0]

    def __call__(self, question: Question, value: str) -> str:
        if question.refers is None:
            key = f"{question.loc[0]}.{value}"
            texts = [self.words[code].table.get(key) for code in LANGUAGES if code in self.words]
        else:
            entry = self.corpus.get(question.refers, value)
            title = getattr(entry, "short_title", None) or getattr(entry, "title", None)
            texts = [title.get(code) for code in LANGUAGES] if title else []
        return " / ".join(dict.fromkeys(filter(None, texts)))
