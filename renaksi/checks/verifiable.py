"""The rule on what makes a commitment verifiable."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.problem import Severity
from renaksi.vocabulary import Kind

_NAMES = {
    "indicator": ("indikator", "indicator"),
    "baseline": ("keadaan awal", "baseline"),
    "target": ("target", "target"),
    "deadline": ("tenggat", "deadline"),
    "owner": ("penanggung jawab", "owner"),
}


@rule(Severity.WARNING)
def check_commitment_is_verifiable(corpus: Corpus) -> Iterator[Finding]:
    """A commitment must have an indicator, a baseline, a target, a deadline and an owner.

    Without them nobody can say afterwards whether it was kept. Indicator, target and deadline may
    stand at a milestone, and so may the baseline.
    Bad: a title and an objective.
    Good: also `lead_organizations`, `end_date`, and a milestone with `indicator`, `baseline` and
    `target`.

    Komitmen harus mempunyai indikator, keadaan awal, target, tenggat, dan penanggung jawab.

    Tanpa kelimanya tidak ada yang dapat menilai kelak apakah janji itu ditepati. Indikator, target,
    tenggat, dan keadaan awal boleh ditulis di tonggak capaian.
    Salah: hanya judul dan tujuan.
    Benar: ditambah `lead_organizations`, `end_date`, dan tonggak capaian dengan `indicator`,
    `baseline`, dan `target`.
    """
    for commitment in corpus.commitments:
        parts = commitment.verifiable_parts
        missing = [_NAMES[name] for name, given in parts.items() if not given]
        if missing:
            score = f"{len(parts) - len(missing)}/{len(parts)}"
            yield finding(
                Kind.COMMITMENT,
                commitment,
                (),
                id=f"Komitmen harus dapat diverifikasi ({score}). Belum ada: "
                f"{', '.join(names[0] for names in missing)}.",
                en=f"The commitment must be verifiable ({score}). Missing: "
                f"{', '.join(names[1] for names in missing)}.",
            )
