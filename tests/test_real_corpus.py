"""The one test file that reads the real corpus: what the sources say is still in it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from renaksi.corpus import Corpus
from renaksi.model import Fact
from renaksi.problem import Severity
from renaksi.references import find_references
from renaksi.validate import validate
from renaksi.vocabulary import Kind, OrganizationKind, Stream, Voice

ROOT = Path(__file__).resolve().parent.parent
CORPUS, PROBLEMS = validate(ROOT)
PLAN = CORPUS.plan
COMMITMENTS = {item.number: item for item in CORPUS.commitments}
STAGES = {item.number: item for item in CORPUS.stages}
SURVEY = PLAN.consultations[0]


def value(fact: object) -> object:
    return getattr(fact, "value", None)


def test_corpus_has_no_error() -> None:
    assert [problem for problem in PROBLEMS if problem.severity is Severity.ERROR] == []


def test_warnings_are_the_known_ones() -> None:
    """Most commitments of the plan name no indicator, baseline or target that was found."""
    assert Counter(problem.rule for problem in PROBLEMS) == {"commitment-is-verifiable": 19}


def test_19_commitments_are_14_of_government_and_5_of_parliament() -> None:
    assert sorted(COMMITMENTS) == list(range(1, 20))
    streams = {number: item.stream for number, item in COMMITMENTS.items()}
    assert {number for number, it in streams.items() if it is Stream.OPEN_PARLIAMENT} == {
        *range(15, 20)
    }
    assert Counter(streams.values())[Stream.OPEN_GOVERNMENT] == 14


def test_seven_stages_are_numbered_1_to_7() -> None:
    assert list(STAGES) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("stage", "date"), [(3, "2018-08-08"), (7, "2018-10-23")], ids=["kick-off", "finalisation"]
)
def test_dated_stages_keep_their_days(stage: int, date: str) -> None:
    assert value(STAGES[stage].start_date) == date


def test_survey_was_answered_by_17_people_14_men_and_3_women() -> None:
    counts = [value(SURVEY.responses), value(SURVEY.men), value(SURVEY.women)]
    assert counts == [17, 14, 3]


def test_survey_named_three_topics_with_16_11_and_11_percent() -> None:
    assert SURVEY.topics is not None
    assert [topic.percent for topic in SURVEY.topics.value or ()] == [16, 11, 11]
    for topic in SURVEY.topics.value or ():
        assert topic.commitment
        assert CORPUS.get(Kind.COMMITMENT, topic.commitment)


def test_survey_was_rated_8_out_of_10() -> None:
    assert SURVEY.rating is not None
    assert SURVEY.rating.value is not None
    assert (SURVEY.rating.value.value, SURVEY.rating.value.scale) == (8, 10)


@pytest.mark.parametrize("number", [83, 100, 93])
def test_attendance_of_the_meetings_is_kept(number: int) -> None:
    totals = [value(meeting.attendance.total) for meeting in CORPUS.meetings]
    assert totals.count(number) == 1


def test_reference_lists_have_their_lengths() -> None:
    kinds = Counter(item.kind for item in CORPUS.organizations)
    civil = kinds.pop(OrganizationKind.CIVIL_SOCIETY)
    assert (civil, sum(kinds.values())) == (17, 31)
    assert len(CORPUS.plans) == 8
    assert len(CORPUS.sources) == 88


def test_every_narrative_stands_in_both_languages_and_is_current() -> None:
    for kind in (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING, Kind.PAGE):
        for entry in CORPUS.of(kind):
            prose = CORPUS.prose[kind, entry.id]
            if kind is Kind.PAGE and entry.id in ("search", "everything"):
                continue  # their lists are all that they have to say
            assert prose.keys() == {"id", "en"}, (kind, entry.id)
            assert all(item.text.strip() for item in prose.values()), (kind, entry.id)


def test_commitment_1_has_no_lead_organization() -> None:
    assert not value(COMMITMENTS[1].lead_organizations)


def test_every_source_is_used() -> None:
    used = {
        id
        for entries in CORPUS.entries.values()
        for entry in entries.values()
        for _, kind, id in find_references(entry)
        if kind is Kind.SOURCE
    }
    assert sorted({source.id for source in CORPUS.sources} - used) == []


def test_every_fact_names_a_source() -> None:
    for kind in (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING, Kind.PLAN, Kind.PLAN_OVERVIEW):
        for entry in CORPUS.of(kind):
            for name in type(entry).model_fields:
                fact = getattr(entry, name)
                if isinstance(fact, Fact) and fact.value is not None:
                    assert fact.source, (kind, entry.id, name)


def test_ratings_of_completion_come_from_the_irm_alone() -> None:
    rated = [update for update in CORPUS.updates if update.completion]
    assert rated
    assert {update.voice for update in rated} == {Voice.IRM}


def test_no_two_editorial_notes_have_the_same_number() -> None:
    numbers = Counter(note.number for note in CORPUS.notes)
    assert [number for number, times in numbers.items() if times > 1] == []


def test_people_have_no_private_details() -> None:
    private = re.compile(r"@\w+\.\w+|\+62|\b08\d{8,}|\b\d{16}\b")
    for path in [*(ROOT / "data").glob("*.yaml"), *(ROOT / "content").rglob("*.*")]:
        assert not private.search(path.read_text(encoding="utf-8")), path


def test_corpus_is_frozen() -> None:
    assert isinstance(CORPUS, Corpus)
    with pytest.raises((AttributeError, TypeError, ValueError)):
        CORPUS.plan.id = "x"  # type: ignore[misc]
