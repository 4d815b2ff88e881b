"""Files for machines, as the page "open data" shows them."""

from dataclasses import dataclass

# A figure of two digits is enough for a reader, and does not change with every proposal.
_DIGITS = 2
_STEP = 1000


@dataclass(frozen=True)
class Download:
    """Files of one sort: `path` is their pattern, `first` the path of the first of them.

    `format` is what `renaksi export --format` names; `size` is that of all `files` in bytes.
    """

    name: str
    format: str
    path: str
    media_type: str
    first: str
    files: int
    size: int


def round_size(size: int) -> tuple[float, str]:
    """A size in bytes as people read it: 1_234_567 -> (1.2, "MB")."""
    value, unit = float(size), "B"
    for larger in ("kB", "MB", "GB"):
        if value < _STEP:
            break
        value, unit = value / _STEP, larger
    return float(f"{value:.{_DIGITS}g}"), unit
