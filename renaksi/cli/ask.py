"""Questions in a terminal: Indonesian first, each answer looked at before the next is asked."""

import contextlib
import io
import sys
from collections.abc import Callable

from renaksi.cli.common import both, say
from renaksi.problem import Message
from renaksi.write import Draft, Question

_SHORT_LIST = 12
_INTRO = Message(
    id="Enter: pakai usulan dalam [kurung] atau lewati. ?: daftar pilihan. Ctrl+D: batal.",
    en="Enter: take what is in [brackets] or skip. ?: list of choices. Ctrl+D: stop.",
)
_OPTIONAL = Message(id="boleh kosong", en="optional")
_SEVERAL = Message(id="pisahkan dengan koma", en="separate with commas")
_SPACED = Message(id="pisahkan dengan spasi", en="separate with spaces")
_REQUIRED = Message(id="Wajib diisi.", en="This is required.")

Labels = Callable[[Question, str], str]


def begin() -> None:
    """Tells how to answer, and lets the arrow keys work while answering."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401, PLC0415 (its import is what it does)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    say(_INTRO)


def ask(draft: Draft, question: Question, labels: Labels) -> None:
    """Asks until the answer is good, and keeps it. Raises EOFError when the user stops."""
    known = draft.known(question)
    if 0 < len(known) <= _SHORT_LIST:
        _list(question, known, labels)
    while True:
        default = draft.default(question)
        text = input(_prompt(question, default)).strip() or default
        if text == "?" and known:
            _list(question, known, labels)
        elif not text and question.required:
            say(_REQUIRED)
        elif not text:
            draft.answers.pop(question.flag, None)
            return
        else:
            values = [_meant(each, known) for each in split(question, text)]
            fault = draft.take(question, values) if values else _REQUIRED
            if fault is None:
                return
            say(fault)


def split(question: Question, text: str) -> list[str]:
    """The answers in a text: ids between commas, addresses between spaces, or the text itself."""
    if not question.many:
        return [text]
    return text.replace(",", " ").split() if question.refers else text.split()


def _meant(text: str, known: list[str]) -> str:
    """A choice given by its number in the list."""
    if text not in known and text.isascii() and text.isdecimal() and len(text) < 4:
        return known[int(text) - 1] if 0 < int(text) <= len(known) else text
    return text


def _list(question: Question, known: list[str], labels: Labels) -> None:
    for number, value in enumerate(known, start=1):
        label = labels(question, value)
        say(f"  {number}. {value}{f' - {label}' if label else ''}")


def _prompt(question: Question, default: str) -> str:
    hints = [] if question.required else [_OPTIONAL]
    hints += [_SEVERAL if question.refers else _SPACED] if question.many else []
    shown = "".join(f" ({both(hint)})" for hint in hints)
    return f"{both(question.words)}{shown}{f' [{default}]' if default else ''}: "
