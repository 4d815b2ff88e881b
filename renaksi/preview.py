"""A rebuild while a site is served: what goes wrong is printed, and the last good pages stay."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from renaksi.report import render_text
from renaksi.validate import has_errors, validate_configuration

STAY = "Halaman lama tetap tampil. / The last good pages stay."


def say(text: str) -> None:
    """Prints what is for the person who builds or serves the site."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def rebuild(
    build: Callable[[], object], site: Path, root: Path, explained: type[BaseException]
) -> None:
    """Runs a build of `root` into `site`; `explained` errors were told when they were raised."""
    # MkDocs reads its configuration before any event, and crashes at what it cannot read.
    problems = validate_configuration(root)
    if has_errors(problems):
        say(f"{render_text(problems)}\n{STAY}")
        return
    with tempfile.TemporaryDirectory() as folder:
        kept = shutil.copytree(site, Path(folder) / "site")
        try:
            build()
        except (Exception, SystemExit) as error:
            shutil.rmtree(site, ignore_errors=True)
            shutil.copytree(kept, site)
            if not isinstance(error, explained):
                say(f"{type(error).__name__}: {error}")
            say(STAY)
