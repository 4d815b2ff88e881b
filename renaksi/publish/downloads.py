"""Files for machines, as the page "open data" shows them."""

from dataclasses import dataclass

# A figure of two digits is enough for a reader, and does not change with every proposal.
_DIGITS = 2
_STEP = 1000


@dataclass(frozen=True)
class Download:
    """Files of one sort: `path` is their pattern, `paths` are those of all of them, in order.

    `format` is what `renaksi export --format` names; `size` is that of all files in bytes.
    """

    name: str
    format: str
    path: str
    media_type: str
    paths: tuple[str, ...]
    size: int

    @property
    def single(self) -> bool:
        """Whether it is one file at a path of its own, and not one of a pattern."""
        return self.paths == (self.path,)


def round_size(size: int) -> tuple[float, str]:
    """A size in bytes as people read it: 1_234_567 -> (1.2, "MB")."""
    value, unit = float(size), "B"
    for larger in ("kB", "MB", "GB"):
        if value < _STEP:
            break
        value, unit = value / _STEP, larger
    return float(f"{value:.{_DIGITS}g}"), unit
