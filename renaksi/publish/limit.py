"""A limit on the time that making one page may take: the last resort behind `renaksi.bounds`.

It counts the time that the process itself works, so that a busy machine fails no page. Where there
is no such timer (Windows) or it cannot be set (outside of the main thread) there is no limit.
"""

import signal
from types import FrameType


class TooSlowError(Exception):
    """Raised wherever the program is when the time is over."""


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
