"""The program `renaksi`, also `python -m renaksi`."""

import gc

from renaksi.cli import main


def run() -> int:
    """Runs one command without the collector of garbage.

    A command is short and keeps nearly all that it makes; the collector would walk the growing
    corpus again and again, a tenth of the time, and find nothing.
    """
    gc.disable()
    return main()


if __name__ == "__main__":
    raise SystemExit(run())
