"""`renaksi forms` and `renaksi import-form`: forms on GitHub, and files from their answers."""

import argparse
import os
import sys
from pathlib import Path

from renaksi import report
from renaksi.build import ENGINE
from renaksi.cli.common import add_root, both, complain, corpus_root
from renaksi.cli.writing import write_files
from renaksi.forms import FORMS, build_forms, label, make_files, read_answers
from renaksi.problem import Message
from renaksi.publish.words import FOLDER, load_words
from renaksi.validate import has_errors, validate

_NO_FILE = Message(
    id="Masukan tidak menjadi berkas: data ini tidak mempunyai tempat bagi usulan untuk rencana "
    "berikutnya. Masukan tetap di GitHub dan dibaca pengelola.",
    en="Input makes no file: these data have no place for proposals to the next plan. It stays on "
    "GitHub, where the stewards read it.",
)
_MOST = 200_000


def add_forms(forms: argparse.ArgumentParser) -> None:
    """The options of `renaksi forms`."""
    forms.add_argument("--output", type=Path, default=Path(".github/ISSUE_TEMPLATE"), help="folder")
    add_root(forms)
    forms.set_defaults(run=_forms)


def add_import_form(command: argparse.ArgumentParser) -> None:
    """The options of `renaksi import-form`."""
    command.add_argument("form", choices=[form.id for form in FORMS], help="formulir / form")
    command.add_argument(
        "file", metavar="FILE", help="isi issue, - untuk stdin / text of the issue"
    )
    add_root(command)
    command.set_defaults(run=_import)


def _forms(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    corpus, problems = validate(root)
    if has_errors(problems):
        print(report.render_text(problems))
        return 1
    words, _ = load_words(ENGINE / "theme" / FOLDER)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, content in build_forms(corpus, words).items():
        (options.output / name).write_text(content, encoding="utf-8")
    return 0


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.read(_MOST)
    with Path(name).open(encoding="utf-8") as file:
        return file.read(_MOST)


def _import(options: argparse.Namespace) -> int:
    root = corpus_root(options)
    if root is None:
        return 2
    form = next(each for each in FORMS if each.id == options.form)
    if not form.makes_files:
        complain(both(_NO_FILE))
        return 1
    try:
        body = _read(options.file)
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{options.file}: tidak dapat dibaca / cannot be read: {error}")
        return 2
    words, _ = load_words(ENGINE / "theme" / FOLDER)
    filled = read_answers(form, body, words)
    made = make_files(root, filled, words, lambda path: os.path.lexists(root / path))
    for field, fault in made.faults.items():
        complain(f"{label(f'ask.{field}', words)}: {both(fault)}")
    if made.problems:
        print(report.render_text(made.problems))
    if made.faults or has_errors(list(made.problems)):
        return 1
    if not write_files(root, made.files, made.replaced):
        return 1
    for path in made.files:
        print(path)
    return 0
