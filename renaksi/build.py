"""Runs MkDocs on a corpus root: beside the old site first, swapped in only when it is whole.

MkDocs is run as a program, so that the domain keeps free of it. A root needs only `content/`,
`data/` and `mkdocs.yml`; the theme and the hooks are the engine's own where the root has none.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from renaksi.portable import make_portable

# Files that every site of ours has, and hardly any other folder.
_MARKS = ("sitemap.xml", "404.html", "assets/site/site.css")
_KEPT = (
    "folder ini bukan situs hasil bangun dan tidak diganti; pilih folder kosong atau baru. / "
    "this folder is not a built site and is not replaced; name an empty or a new one."
)
_STEPS = ("INFO", "DEBUG", "ERROR   -  Error reading page")
_REFUSED = (
    "mkdocs.yml: MkDocs menolak pengaturan yang disebut di atas; perbaiki atau hapus. / "
    "MkDocs refuses the setting named above; mend or remove it."
)
_NOT_SERVED = (
    "Situs tidak dapat ditampilkan; sebabnya tertulis di atas. / "
    "The site cannot be served; the reason stands above."
)

# The environment tells the hooks on which day what is computed holds; without it, it is today.
AS_OF = "RENAKSI_AS_OF"
HOOKS = ["hooks/site.py", "hooks/search.py", "hooks/data.py", "hooks/serve.py"]
ENGINE = Path(__file__).resolve().parent.parent


def find_day() -> str:
    """The day (ISO 8601) on which what is computed holds: the one that was given, or today."""
    return os.environ.get(AS_OF) or datetime.now(tz=UTC).date().isoformat()


def find_theme(root: Path, custom_dir: str) -> Path:
    """The theme folder of a corpus root: its own, or the engine's."""
    return _own_or_engine(root, custom_dir)


def build_site(
    root: Path, output: Path, as_of: str | None = None, *, portable: bool = False
) -> int:
    """Builds the site of `root` into `output`. On failure `output` is left as it was.

    `as_of` is the day (ISO 8601) on which what is computed holds, such as "overdue"; today if None.
    A `portable` site opens from a disk, without a server.
    A folder that holds anything but an earlier site is refused: a build replaces it whole.
    """
    if not _is_ours_to_replace(output, root):
        print(f"{output}: {_KEPT}", file=sys.stderr)
        return 1
    output.parent.mkdir(parents=True, exist_ok=True)
    fresh = output.with_name(f".{output.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    with _configuration(root) as config:
        if config is None:
            return 1
        # Not --quiet: it would hide the warnings from --strict.
        command = _command("build", "--strict", "-f", str(config), "-d", str(fresh))
        done = subprocess.run(
            command, env=_environment(as_of), check=False, capture_output=True, text=True
        )
    for line in filter(_tells, done.stderr.splitlines()):
        print(line, file=sys.stderr)
    if done.returncode == 0:
        if portable:
            make_portable(fresh)
        _swap(fresh, output)
    else:
        if "Config value" in done.stderr:
            print(_REFUSED, file=sys.stderr)
        print("Situs lama tetap seperti semula. / The old site stays as it was.", file=sys.stderr)
    shutil.rmtree(fresh, ignore_errors=True)
    return 1 if done.returncode else 0


def serve_site(root: Path, address: str) -> int:
    """Serves the site of `root` and rebuilds it after every edit, until interrupted."""
    with _configuration(root) as config:
        if config is None:
            return 1
        # Not --watch-theme: it would look at all icons of Material four times a second.
        theme = yaml.safe_load(config.read_text(encoding="utf-8"))["theme"]["custom_dir"]
        watch = [root / "data", root / "mkdocs.yml", ENGINE / theme]
        options = [part for path in watch for part in ("-w", str(path))]
        command = _command("serve", "-f", str(config), "-a", address, *options)
        try:
            status = subprocess.run(command, env=_environment(), check=False).returncode
        except KeyboardInterrupt:
            return 0
        if status:
            print(_NOT_SERVED, file=sys.stderr)
        return status


def _is_ours_to_replace(output: Path, root: Path) -> bool:
    """Whether `output` is absent, empty or an earlier site, and no home of sources."""
    sources = [root / name for name in ("content", "data", "theme", ".git")]
    if any(output.is_relative_to(source) for source in sources):
        return False
    if any(source.is_relative_to(output) for source in (root, ENGINE, Path.home())):
        return False
    if not output.exists():
        return True
    return output.is_dir() and (
        not any(output.iterdir()) or all((output / mark).is_file() for mark in _MARKS)
    )


def _tells(line: str) -> bool:
    """Whether a line says what is wrong; others are MkDocs' steps, or its name for the page."""
    return bool(line.strip()) and not line.startswith(_STEPS)


def _swap(fresh: Path, output: Path) -> None:
    old = output.with_name(f".{output.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        output.rename(old)
    fresh.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def _environment(as_of: str | None = None) -> dict[str, str]:
    """A build is a function of the repository and of one day: no other clock gets into it."""
    day = {AS_OF: as_of} if as_of else {}
    return {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", **os.environ, **day}


@contextmanager
def _configuration(root: Path) -> Iterator[Path | None]:
    """The configuration file to use: the root's own, completed where it stands apart.

    None, and a sentence, where it cannot be read: strict YAML that YAML itself finds no sense in,
    such as the date 2018-13-45.
    """
    own = root / "mkdocs.yml"
    try:
        config: dict[str, Any] = yaml.safe_load(own.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        print(f"mkdocs.yml: tidak dapat dibaca / cannot be read: {error}", file=sys.stderr)
        yield None
        return
    if root == ENGINE:
        yield own
        return
    theme = config["theme"]
    theme["custom_dir"] = str(find_theme(root, theme["custom_dir"]))
    hooks = config.get("hooks") or HOOKS
    config["hooks"] = [str(_own_or_engine(root, hook)) for hook in hooks]
    config["docs_dir"] = str(root / config.get("docs_dir", "content"))
    config.pop("watch", None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mkdocs.yml"
        path.write_text(yaml.safe_dump(config), encoding="utf-8")
        yield path


def _own_or_engine(root: Path, path: str) -> Path:
    own = root / path
    return own if own.exists() else ENGINE / path
