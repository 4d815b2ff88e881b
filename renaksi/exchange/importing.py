"""A table to a corpus: files, and a report of every cell that they do not give back.

What a cell became is not trusted: the drafted corpus is read and exported again, and each cell that
comes out otherwise stands in the report. So nothing can be lost without being told.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from renaksi import model
from renaksi.exchange.choose import Choice, select
from renaksi.exchange.draft import draft_corpus
from renaksi.exchange.findings import Finding, find_unkept, write_report
from renaksi.exchange.reading import clean
from renaksi.exchange.reasons import Need
from renaksi.exchange.settings import write_settings
from renaksi.exchange.table import read_table
from renaksi.exchange.view import View
from renaksi.layout import CONFIGURATION
from renaksi.load import load_texts
from renaksi.vocabulary import Kind

REPORT = "import-report.csv"


@dataclass(frozen=True)
class Imported:
    """The files of the corpus root by path, the report among them, and what is in the report.

    `cells` counts the cells of the chosen rows that hold anything.
    """

    files: Mapping[str, str]
    findings: tuple[Finding, ...]
    commitments: int
    cells: int

    @property
    def needs(self) -> Mapping[Need, int]:
        """How many cells of each sort the report has."""
        found = Counter(each.need for each in self.findings)
        return {need: found[need] for need in Need}


def import_plan(name: str, content: bytes, settings: str, choice: Choice) -> Imported:
    """The corpus of one plan of a table that is called `name`.

    `settings` are those of the engine (`mkdocs.yml`). Raises TableError, which says what to do.
    """
    selection = select(read_table(name, content), choice)
    draft = draft_corpus(selection, choice.language, _about(name, content))
    corpus = load_texts(draft.files)
    findings: list[Finding] = []
    for row, reading in zip(selection.rows, draft.readings, strict=True):
        commitment = corpus.get(Kind.COMMITMENT, reading.data["id"])
        known = isinstance(commitment, model.Commitment) and next(corpus.of(Kind.PLAN), None)
        view = View(corpus, draft.member, commitment) if known else None  # type: ignore[arg-type]
        findings += find_unkept(selection.table, row, reading, view)
    files = {
        CONFIGURATION: write_settings(settings, draft.name, draft.member),
        **draft.files,
        REPORT: write_report(findings),
    }
    cells = sum(bool(cell.strip()) for row in selection.rows for cell in row.cells.values())
    return Imported(files, tuple(findings), len(selection.rows), cells)


def _about(name: str, content: bytes) -> dict[str, str]:
    """What the table is, and by what the very file can be known again."""
    sum = hashlib.sha256(content).hexdigest()
    shown = clean(name)
    return {
        "id": f'Berkas "{shown}" dengan kolom tabel komitmen OGP, SHA-256 {sum}. Sel yang tidak '
        f"tersimpan utuh ada di {REPORT}.",
        "en": f'The file "{shown}" with the columns of OGP\'s table of commitments, SHA-256 {sum}. '
        f"Cells that were not kept as they are stand in {REPORT}.",
    }
