"""Facets: which values a commitment has; nothing is lost or guessed when they are counted."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.dates import last_day
from renaksi.layout import LANGUAGES
from renaksi.model import Commitment, Fact, Localized, Update
from renaksi.publish.facets import (
    CLOSED,
    ENTRIES,
    NONE,
    OVERDUE,
    UNKNOWN,
    VOICES,
    Deadline,
    Facet,
    FacetIndex,
    Found,
    find_values,
)
from renaksi.publish.ledger import latest_date
from renaksi.publish.views.facets import ordered
from renaksi.vocabulary import Completion, Kind, Stream, Voice
from tests.test_site import REAL

AS_OF = "2026-11-25"
TITLE = Localized({"id": "Judul"})
IRM, GOVERNMENT = Voice.IRM, Voice.GOVERNMENT


def fact(value: Any) -> Fact[Any]:
    return Fact(value=value, source=("s",))


def commitment(id: str = "a", **facts: Any) -> Commitment:
    given = {"stream": Stream.OPEN_GOVERNMENT, "plan": "p", "number": 1, "title": TITLE}
    return Commitment(id=id, **{**given, **facts})


def update(voice: Voice = IRM, of: str = "a", **rest: Any) -> Update:
    given = {"id": "u", "reporting_period": "end-of-term", "source": ("s",)}
    return Update(commitment=of, voice=voice, **{**given, **rest})


def rated(voice: Voice, completion: Completion, **rest: Any) -> Update:
    return update(voice, completion=completion, **rest)


def values(*updates: Update, as_of: str = AS_OF, **facts: Any) -> dict[Facet, tuple[str, ...]]:
    return dict(find_values(commitment(**facts), updates, as_of))


@pytest.mark.parametrize("facet", [each for each in ENTRIES if each is not Facet.THEME])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, (UNKNOWN,)),
        (fact(None), (UNKNOWN,)),
        (fact(()), (NONE,)),
        (fact(("x", "y", "x")), ("x", "y")),
    ],
    ids=["no fact", "fact without a value", "source says none", "entries, each once"],
)
def test_absent_unread_and_denied_are_told_apart(facet, given, expected) -> None:
    assert values(**{ENTRIES[facet][0]: given})[facet] == expected


def test_a_theme_is_one_value() -> None:
    assert values(theme=fact(None))[Facet.THEME] == (UNKNOWN,)
    assert values(theme=fact("x"))[Facet.THEME] == ("x",)


@pytest.mark.parametrize(("facet", "voice"), VOICES.items())
def test_every_voice_speaks_for_itself_alone(facet, voice) -> None:
    found = values(rated(voice, Completion.LIMITED))
    assert found[facet] == ("limited",)
    assert {found[other] for other in VOICES if other is not facet} == {(UNKNOWN,)}


def test_a_word_without_a_rating_leaves_the_completion_unknown() -> None:
    assert values(update(IRM))[Facet.COMPLETION_IRM] == (UNKNOWN,)


def test_a_rating_of_a_milestone_is_none_of_the_commitment() -> None:
    found = values(rated(IRM, Completion.COMPLETE, milestone="m1"), end_date=fact("2020"))
    assert found[Facet.COMPLETION_IRM] == (UNKNOWN,)
    assert found[Facet.DEADLINE] == (Deadline.PASSED_UNKNOWN,)


def test_latest_date_is_read_as_widely_as_it_can_be() -> None:
    updates = [update(date=date) for date in ("2020-11", "2020", None, "2020-12-30")]
    assert latest_date(updates) == "2020"
    assert latest_date([update()]) is None


@pytest.mark.parametrize(
    ("end", "as_of", "expected"),
    [
        ("2020", "2020-12-31", Deadline.AHEAD),
        ("2020", "2021-01-01", Deadline.PASSED_UNKNOWN),
        ("2020-02", "2020-02-29", Deadline.AHEAD),
        ("2020-02", "2020-03-01", Deadline.PASSED_UNKNOWN),
        ("2020-08-31", "2020-08-31", Deadline.AHEAD),
        ("2020-08-31", "2020-09-01", Deadline.PASSED_UNKNOWN),
    ],
)
def test_an_end_date_is_past_only_when_all_its_days_are(end, as_of, expected) -> None:
    assert values(end_date=fact(end), as_of=as_of)[Facet.DEADLINE] == (expected,)


@pytest.mark.parametrize("end", [None, fact(None)])
def test_without_an_end_date_nothing_is_past(end) -> None:
    assert values(end_date=end)[Facet.DEADLINE] == (Deadline.NO_DATE,)


def test_a_rated_commitment_past_its_end_date_is_not_called_unknown() -> None:
    found = values(rated(IRM, Completion.NO_EVIDENCE), end_date=fact("2020"))
    assert found[Facet.DEADLINE] == (Deadline.PASSED_RATED,)


@pytest.mark.parametrize("end", [None, fact("2020"), fact("2099")])
def test_complete_is_told_as_soon_as_one_voice_says_so(end) -> None:
    updates = rated(IRM, Completion.LIMITED), rated(GOVERNMENT, Completion.COMPLETE)
    assert values(*updates, end_date=end)[Facet.DEADLINE] == (Deadline.COMPLETE,)


def test_evidence_is_a_trace_that_an_update_names_or_the_documents_themselves() -> None:
    trace = model.Evidence(url="https://example.org/x")
    assert values(update(IRM))[Facet.EVIDENCE] == (Found.NOT_FOUND,)
    assert values(update(IRM, evidence=(trace,)))[Facet.EVIDENCE] == (Found.FOUND,)
    assert values(update(Voice.EVIDENCE))[Facet.EVIDENCE] == (Found.FOUND,)


IDS = st.lists(st.sampled_from("xyz"), max_size=3).map(tuple)
DATES = st.sampled_from(["2019", "2020-02", "2020-12-31", "2026-11", "2026-11-25", "2031"])


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """A few commitments with any facts, and any ledger."""
    ids = [f"c{index}" for index in range(draw(st.integers(1, 5)))]
    entries, updates = [], []
    for number, id in enumerate(ids, 1):
        facts = {
            field: draw(st.none() | st.none().map(fact) | IDS.map(fact))
            for facet, (field, _) in ENTRIES.items()
            if facet is not Facet.THEME
        }
        facts["end_date"] = draw(st.none() | DATES.map(fact))
        stream = draw(st.sampled_from(Stream))
        entries.append(commitment(id, number=number, stream=stream, **facts))
        for index in range(draw(st.integers(0, 3))):
            completion = draw(st.none() | st.sampled_from(Completion))
            milestone = draw(st.none() | st.just("m1"))
            voice, date = draw(st.sampled_from(Voice)), draw(st.none() | DATES)
            rest = {"completion": completion, "milestone": milestone, "date": date}
            updates.append(update(voice, id, **{**rest, "id": f"{id}-{index}"}))
    by_kind = {Kind.COMMITMENT: entries, Kind.UPDATE: updates}
    return Corpus({kind: {item.id: item for item in found} for kind, found in by_kind.items()})


@given(corpora())
def test_counts_of_every_facet_add_up(corpus: Corpus) -> None:
    index = FacetIndex(corpus, AS_OF)
    ids = [item.id for item in corpus.commitments]
    for facet, members in index.members.items():
        counts = Counter(item.id for found in members.values() for item in found)
        assert set(counts) == set(ids), facet
        assert all(counts[id] == len(index.values[id][facet]) for id in ids)
        for value, found in members.items():
            assert found
            assert [item.id for item in found] == [
                id for id in ids if value in index.values[id][facet]
            ]
        if facet in CLOSED:
            assert sum(len(found) for found in members.values()) == len(ids)
            assert [each for each in CLOSED[facet] if each in members] == list(members)


@given(corpora())
def test_nothing_is_overdue_that_a_voice_calls_complete_or_that_has_time_left(corpus) -> None:
    index = FacetIndex(corpus, AS_OF)
    for item in corpus.commitments:
        found = index.values[item.id]
        [deadline] = found[Facet.DEADLINE]
        said = {found[facet][0] for facet in VOICES}
        end = item.end_date.value if item.end_date else None
        past = end is not None and last_day(end).isoformat() < AS_OF
        assert (deadline in OVERDUE) is (past and "complete" not in said)
        if deadline == Deadline.PASSED_UNKNOWN:
            assert said == {UNKNOWN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_stands_below_its_goal_and_what_is_not_known_last(language: str) -> None:
    desk = REAL.desk(language)
    found = [value for value, _ in ordered(desk, Facet.SDG)]
    assert found == ["sdg-16", "sdg-16-7", UNKNOWN]
