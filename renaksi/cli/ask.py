"""Questions in a terminal: Indonesian first, each answer looked at before the next is asked."""

import contextlib
import io
import sys
from collections.abc import Callable, Mapping

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
    own = draft.numbers(question)
    choices = own or {str(number): value for number, value in enumerate(known, start=1)}
    shown: Mapping[str, str] = own  # other numbers mean nothing before they were shown
    if 0 < len(known) <= _SHORT_LIST:
        shown = _list(question, choices, labels)
    while True:
        default = draft.default(question)
        text = input(_prompt(question, default)).strip() or default
        if text == "?" and known:
            shown = _list(question, choices, labels)
        elif not text and question.required:
            say(_REQUIRED)
        elif not text:
            draft.answers.pop(question.flag, None)
            return
        else:
            given = split(question, text)
            values = [each if each in known else _meant(each, shown) for each in given]
            fault = draft.take(question, values) if values else _REQUIRED
            if fault is None:
                for value in values if values != given else ():
                    say(f"  = {_described(question, value, labels)}")
                return
            say(fault)


def split(question: Question, text: str) -> list[str]:
    """The answers in a text: ids between commas, addresses between spaces, or the text itself."""
    if not question.many:
        return [text]
    return text.replace(",", " ").split() if question.refers else text.split()


def _meant(text: str, shown: Mapping[str, str]) -> str:
    """A choice given by its number, be it `5` or `05`."""
    return shown.get(text.lstrip("0"), text)


def _list(question: Question, choices: Mapping[str, str], labels: Labels) -> Mapping[str, str]:
    """Shows the choices with their numbers, and returns them."""
    for number, value in choices.items():
        say(f"  {number}. {_described(question, value, labels)}")
    return choices


def _described(question: Question, value: str, labels: Labels) -> str:
    label = labels(question, value)
    return f"{value} - {label}" if label else value


def _prompt(question: Question, default: str) -> str:
    hints = [] if question.required else [_OPTIONAL]
    hints += [_SEVERAL if question.refers else _SPACED] if question.many else []
    shown = "".join(f" ({both(hint)})" for hint in hints)
    return f"{both(question.words)}{shown}{f' [{default}]' if default else ''}: "
