"""Rules on figures that must fit each other."""

from collections.abc import Iterator
from typing import Any

from renaksi.checks.registry import Finding, finding, rule
from renaksi.corpus import Corpus
from renaksi.model import ActionPlan, Consultation, Entry, Fact
from renaksi.pieces import Loc
from renaksi.problem import Severity
from renaksi.vocabulary import Kind

Count = tuple[Kind, Entry, Loc, int | None, int | None, int | None]


def _consultations(corpus: Corpus) -> Iterator[tuple[ActionPlan, Loc, Consultation]]:
    for plan in corpus.of(Kind.PLAN):
        assert isinstance(plan, ActionPlan)
        for index, consultation in enumerate(plan.consultations):
            yield plan, ("consultations", index), consultation


def _value(fact: Fact[Any] | None) -> Any:
    return None if fact is None else fact.value


def _counts(corpus: Corpus) -> Iterator[Count]:
    """Where a total stands, the total, and the men and women in it."""
    for meeting in corpus.meetings:
        people = meeting.attendance
        loc: Loc = ("attendance", "total", "value")
        figures = [_value(fact) for fact in (people.total, people.men, people.women)]
        yield Kind.MEETING, meeting, loc, *figures
    for plan, prefix, survey in _consultations(corpus):
        figures = [_value(fact) for fact in (survey.responses, survey.men, survey.women)]
        yield Kind.PLAN, plan, (*prefix, "responses", "value"), *figures


@rule(Severity.ERROR)
def check_sum_of_men_and_women(corpus: Corpus) -> Iterator[Finding]:
    """Men and women together must be as many as the total, when all three are given.

    A sum that is wrong shows a slip of the pen or of the source. Where a source really counts
    otherwise, say so in `data/exceptions.yaml`.
    Bad: `responses: 17`, `men: 14`, `women: 4`. Good: `responses: 17`, `men: 14`, `women: 3`.

    Jumlah laki-laki dan perempuan harus sama dengan jumlah seluruhnya, jika ketiganya disebut.

    Jumlah yang tidak cocok menandakan salah tulis, di sini atau di sumber. Jika sumber memang
    menghitung dengan cara lain, tulis alasannya di `data/exceptions.yaml`.
    Salah: `responses: 17`, `men: 14`, `women: 4`. Benar: `responses: 17`, `men: 14`, `women: 3`.
    """
    for kind, entry, loc, total, men, women in _counts(corpus):
        if total is None or men is None or women is None or men + women == total:
            continue
        sum = men + women
        yield finding(
            kind,
            entry,
            loc,
            id=f"Jumlah laki-laki {men} dan perempuan {women} harus sama dengan {total}, "
            f"bukan {sum}.",
            en=f"Men {men} and women {women} must add up to {total}, not {sum}.",
        )


@rule(Severity.WARNING)
def check_percentage_is_possible(corpus: Corpus) -> Iterator[Finding]:
    """A percentage of the respondents must be one that a whole number of them can make.

    Otherwise the base is another one (such as mentions), and readers must be told which.
    Bad: `percent: 16` with `responses: 17`.
    Good: `percent: 18` with `responses: 17`, which is 3 of 17.

    Persentase responden harus dapat diperoleh dari jumlah orang yang bulat.

    Jika tidak, dasarnya bukan jumlah orang (misalnya jumlah sebutan), dan pembaca harus diberi
    tahu.
    Salah: `percent: 16` dengan `responses: 17`.
    Benar: `percent: 18` dengan `responses: 17`, yaitu 3 dari 17 orang.
    """
    for plan, prefix, survey in _consultations(corpus):
        base = _value(survey.responses)
        for index, topic in enumerate(_value(survey.topics) or ()):
            if not base or _is_possible(topic.percent, base):
                continue
            yield finding(
                Kind.PLAN,
                plan,
                (*prefix, "topics", "value", index, "percent"),
                id=f"Persentase harus dapat diperoleh dari {base} orang: '{topic.percent}'. "
                "Mungkin dasarnya bukan jumlah orang.",
                en=f"A whole number of {base} people must make the percentage: "
                f"'{topic.percent}'. Perhaps its base is not the number of people.",
            )


def _is_possible(percent: int, base: int) -> bool:
    """Whether some whole number of `base`, rounded either way at the half, is `percent`."""
    below = percent * base // 100
    return any(abs(200 * count - 2 * percent * base) <= base for count in (below, below + 1))


@rule(Severity.ERROR)
def check_score_within_scale(corpus: Corpus) -> Iterator[Finding]:
    """A score must not be higher than its scale.

    Readers would see 80 out of 10.
    Bad: `rating: {value: {value: 80, scale: 10}}`. Good: `rating: {value: {value: 8, scale: 10}}`.

    Nilai tidak boleh lebih tinggi dari skalanya.

    Jika lebih tinggi, pembaca akan melihat nilai 80 dari 10.
    Salah: `rating: {value: {value: 80, scale: 10}}`.
    Benar: `rating: {value: {value: 8, scale: 10}}`.
    """
    for plan, prefix, survey in _consultations(corpus):
        rating = _value(survey.rating)
        if rating is not None and rating.value > rating.scale:
            yield finding(
                Kind.PLAN,
                plan,
                (*prefix, "rating", "value", "value"),
                id=f"Nilai tidak boleh lebih tinggi dari skalanya {rating.scale}: "
                f"'{rating.value}'.",
                en=f"The score must not be higher than its scale {rating.scale}: '{rating.value}'.",
            )
