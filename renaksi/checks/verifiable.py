"""The rule on what makes a commitment verifiable."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.model import Commitment
from renaksi.problem import Severity
from renaksi.vocabulary import Kind

Names = tuple[str, str]


@rule(Severity.WARNING)
def check_commitment_is_verifiable(corpus: Corpus) -> Iterator[Finding]:
    """A commitment must have an indicator, a baseline, a target, a deadline and an owner.

    Without them nobody can say afterwards whether it was kept. Indicator, target and deadline may
    stand at a milestone, and so may the baseline.
    Bad: a title and an objective. Good: also `lead_organizations`, `end_date`, and a milestone
    with `indicator`, `baseline` and `target`.
    """
    for commitment in corpus.commitments:
        parts = _parts(commitment)
        missing = [names for names, given in parts.items() if not given]
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


def _parts(commitment: Commitment) -> dict[Names, bool]:
    """The five parts by their names in both languages, and whether the commitment has each."""
    steps = commitment.milestones
    end, owner = commitment.end_date, commitment.lead_organizations
    baseline = any(fact.value is not None for fact in commitment.baseline)
    return {
        ("indikator", "indicator"): any(step.indicator for step in steps),
        ("keadaan awal", "baseline"): baseline or any(step.baseline for step in steps),
        ("target", "target"): any(step.target for step in steps),
        ("tenggat", "deadline"): bool(end and end.value) or any(step.end_date for step in steps),
        ("penanggung jawab", "owner"): bool(owner and owner.value),
    }
