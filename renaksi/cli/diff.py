"""`renaksi diff`: what changed between two states of a corpus, in the plan's own terms."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from renaksi.build import ENGINE
from renaksi.changes import find_changes
from renaksi.changes.render import Comparison, render_json, render_markdown, render_text
from renaksi.cli.common import add_root, both, complain, corpus_root
from renaksi.corpus import Corpus
from renaksi.layout import LANGUAGES, PRIMARY_LANGUAGE
from renaksi.problem import Message
from renaksi.publish.words import FOLDER, load_words
from renaksi.revision import RevisionError, corpus_of_revision
from renaksi.validate import has_errors, validate

FORMATS = ("text", "markdown", "json")
_PARTLY_READ = Message(
    id='"{name}" berisi kesalahan; entri yang tidak terbaca tidak dibandingkan (renaksi check).',
    en='"{name}" has errors; entries that cannot be read are not compared (renaksi check).',
)


def add_diff(diff: argparse.ArgumentParser) -> None:
    """The options of `renaksi diff`."""
    diff.add_argument("old", metavar="OLD", help="revisi Git atau folder / Git revision or folder")
    diff.add_argument(
        "new",
        metavar="NEW",
        nargs="?",
        help="seperti OLD; folder data jika tidak ada / like OLD; the corpus root if not given",
    )
    diff.add_argument("--format", choices=FORMATS, default="text", help="bentuk / form")
    diff.add_argument("--lang", choices=LANGUAGES, help="satu bahasa saja / one language only")
    add_root(diff)
    diff.set_defaults(run=_diff)


def _diff(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    try:
        with opened(root, options.old) as first, opened(root, options.new) as second:
            found = _compare(first, second, (options.old, options.new or str(options.root)))
    except RevisionError as error:
        complain(both(error.message))
        return 2
    print(_render(found, options.format, options.lang))
    return 0


@contextmanager
def opened(root: Path, name: str | None) -> Iterator[Path]:
    """The corpus root that a name means: the one at hand, a folder, or a revision of Git."""
    if name is None:
        yield root
    elif (Path(name) / "content").is_dir() and (Path(name) / "data").is_dir():
        yield Path(name).resolve()
    else:
        with corpus_of_revision(root, name) as folder:
            yield folder


def _compare(first: Path, second: Path, names: tuple[str, str]) -> Comparison:
    old, new = (_read(folder, name) for folder, name in zip((first, second), names, strict=True))
    return comparison(old, new)


def comparison(old: Corpus, new: Corpus) -> Comparison:
    """What changed between two corpora, with the words to tell it."""
    words, _ = load_words(ENGINE / "theme" / FOLDER)
    return Comparison(old, new, tuple(find_changes(old, new)), words)


def _read(folder: Path, name: str) -> Corpus:
    corpus, problems = validate(folder)
    if has_errors(problems):
        said = Message(_PARTLY_READ.id.format(name=name), _PARTLY_READ.en.format(name=name))
        complain(both(said))
    return corpus


def _render(found: Comparison, form: str, language: str | None) -> str:
    if form == "json":
        return render_json(found)
    if form == "markdown":
        return render_markdown(found, language or PRIMARY_LANGUAGE)
    return render_text(found, language)
