"""A limit on the time that making one page may take: the last resort behind `renaksi.bounds`.

It counts the time that the process itself works, so that a busy machine fails no page. Where there
is no such timer (Windows) or it cannot be set (outside of the main thread) there is no limit.
"""

import signal
from types import FrameType

from renaksi.problem import Message, Place, Problem

_TOO_MUCH = Message(
    id="Halaman ini terlalu lama atau terlalu rumit untuk dibuat; sederhanakan isinya "
    "atau bagi menjadi beberapa halaman.",
    en="This page takes too long or is too complicated to be made; make it simpler "
    "or divide it into several pages.",
)


class TooSlowError(Exception):
    """Raised wherever the program is when the time is over."""


def explain(error: BaseException, path: str | None) -> Problem | None:
    """The page that took too long, or that Python-Markdown cannot read; None of other errors."""
    if path is None or not isinstance(error, TooSlowError | RecursionError):
        return None
    return Problem(Place(path), "page-time", _TOO_MUCH)


def start(seconds: float) -> None:
    """From now on the time counts; 0 is no limit."""
    _set(seconds)


def stop() -> None:
    """The page is made."""
    _set(0)


def _set(seconds: float) -> None:
    try:
        signal.signal(signal.SIGVTALRM, _raise)
        # Again each second, should something have caught the first one.
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0 if seconds else 0)
    except (AttributeError, ValueError):
        return


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError
