"""Rules on identifiers, file names and numbers."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.layout import NAMED_AFTER_ID
from renaksi.problem import Severity
from renaksi.vocabulary import Kind

_OF_A_PLAN = (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING)


@rule(Severity.ERROR)
def check_file_name_equals_id(corpus: Corpus) -> Iterator[Finding]:
    """A file must be named after the id of the entry in it.

    Addresses and links are made from the id; a file of another name cannot be found again.
    Bad: `06-e-legislation.md` holds `id: 6-elegislation`. Good: `id: 06-e-legislation`.
    """
    for kind in NAMED_AFTER_ID:
        for entry in corpus.of(kind):
            stem = PurePosixPath(corpus.origins[kind, entry.id].document.path).stem
            if stem != entry.id:
                yield finding(
                    kind,
                    entry,
                    ("id",),
                    id=f'Pengenal harus sama dengan nama berkas "{stem}", bukan "{entry.id}".',
                    en=f'The id must equal the file name "{stem}", not "{entry.id}".',
                )


@rule(Severity.ERROR)
def check_folder_equals_plan(corpus: Corpus) -> Iterator[Finding]:
    """An entry must lie in the folder of its plan.

    Bad: `content/stages/2018-2020/01-start.md` with `plan: 2020-2022`.
    Good: the same file with `plan: 2018-2020`.
    """
    for kind in _OF_A_PLAN:
        for entry in corpus.of(kind):
            folder = PurePosixPath(corpus.origins[kind, entry.id].document.path).parent.name
            plan = entry.plan  # type: ignore[attr-defined]
            if plan != folder:
                yield finding(
                    kind,
                    entry,
                    ("plan",),
                    id=f'Isian plan harus sama dengan nama folder "{folder}", bukan "{plan}".',
                    en=f'The plan must equal the folder name "{folder}", not "{plan}".',
                )


@rule(Severity.ERROR)
def check_number_is_unique(corpus: Corpus) -> Iterator[Finding]:
    """Two commitments, or two stages, of one plan must not carry the same number.

    Bad: two files of `content/stages/2018-2020/` with `number: 3`. Good: numbers 1 to 7.
    """
    for kind, entries in ((Kind.COMMITMENT, corpus.commitments), (Kind.STAGE, corpus.stages)):
        seen: dict[tuple[str, int], str] = {}
        for entry in entries:
            other = seen.setdefault((entry.plan, entry.number), entry.id)
            if other != entry.id:
                yield finding(
                    kind,
                    entry,
                    ("number",),
                    id=f'Nomor {entry.number} sudah dipakai oleh "{other}".',
                    en=f'The number {entry.number} is already used by "{other}".',
                )
