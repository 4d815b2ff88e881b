"""The numbers behind the charts, counted from model objects."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.dates import first_day, last_day
from renaksi.publish.figures import completion, participation, timeline
from renaksi.vocabulary import Completion, Kind, Stream, Voice

TITLE = {"id": "Judul", "en": "Title"}


def commitment(id: str, **fields: Any) -> model.Commitment:
    given = {"title": TITLE, "plan": "plan", "number": 1, "stream": "open-government"}
    return model.Commitment.model_validate({"id": id, **given, **fields})


def update(id: str, of: str, **fields: Any) -> model.Update:
    given = {"voice": "irm", "reporting_period": "end-of-term", "source": "book"}
    return model.Update.model_validate({"id": id, "commitment": of, **given, **fields})


def corpus(*entries: model.Entry) -> Corpus:
    kinds = {
        model.Commitment: Kind.COMMITMENT,
        model.Update: Kind.UPDATE,
        model.Meeting: Kind.MEETING,
        model.Stage: Kind.STAGE,
        model.ActionPlan: Kind.PLAN,
        model.VocabularyTerm: Kind.THEME,
    }
    found: dict[Kind, dict[str, model.Entry]] = {}
    for entry in entries:
        found.setdefault(kinds[type(entry)], {})[entry.id] = entry
    return Corpus(found)


def test_what_a_voice_has_not_rated_is_not_known_and_not_zero() -> None:
    items = commitment("a"), commitment("b"), commitment("c"), commitment("d")
    told = (
        update("1", "a", completion="limited"),
        update("2", "b", progress=TITLE),
        update("3", "c", milestone="m1", completion="complete"),
    )
    irm = completion.read_ledger(corpus(*items, *told)).tally(items, Voice.IRM)
    assert (irm.counts[Completion.LIMITED], irm.counts[None]) == (1, 3)
    assert (irm.rated, irm.total, irm.spoken) == (1, 4, 2)
    silent = completion.read_ledger(corpus(*items, *told)).tally(items, Voice.CIVIL_SOCIETY)
    assert (silent.rated, silent.counts[None], silent.spoken) == (0, 4, 0)


def test_no_evidence_available_is_a_rating_and_not_the_same_as_not_known() -> None:
    item = commitment("a")
    found = corpus(item, update("1", "a", completion="no-evidence-available"))
    counts = completion.read_ledger(found).tally([item], Voice.IRM).counts
    assert (counts[Completion.NO_EVIDENCE], counts[None]) == (1, 0)


def test_a_rating_of_a_milestone_does_not_rate_its_commitment() -> None:
    found = corpus(commitment("a"), update("1", "a", milestone="m1", completion="complete"))
    assert completion.find_rating(found, "a", Voice.IRM) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"reporting_period": "mid-term"}, {"reporting_period": "end-of-term"}),
        ({"reporting_period": "design"}, {"reporting_period": "mid-term"}),
        ({"reporting_period": "mid-term", "date": "2021"}, {"reporting_period": "end-of-term"}),
        ({"reporting_period": "2019-S1"}, {"reporting_period": "2019-S2"}),
        ({"reporting_period": "2019-S2"}, {"reporting_period": "2020-S1"}),
        ({"reporting_period": "2019-S2"}, {"reporting_period": "2020"}),
        ({"reporting_period": "2020", "date": "2020-03"}, {"reporting_period": "2020-S1"}),
        ({"date": "2020-12"}, {"date": "2021"}),
    ],
)
@pytest.mark.parametrize("ids", [("1", "2"), ("2", "1")])
def test_the_latest_round_counts_whatever_the_files_are_called(
    earlier: dict[str, str], later: dict[str, str], ids: tuple[str, str]
) -> None:
    first = update(ids[0], "a", completion="limited", **earlier)
    second = update(ids[1], "a", completion="complete", **later)
    found = corpus(commitment("a"), first, second)
    assert completion.find_rating(found, "a", Voice.IRM) is Completion.COMPLETE


def test_only_commitments_of_the_plan_are_counted() -> None:
    found = corpus(commitment("a"), commitment("b", plan="another"))
    assert [each.id for each in completion.of_plan(found, "plan")] == ["a"]


def test_streams_without_commitments_are_left_out() -> None:
    [share] = completion.by_stream([commitment("a", stream="open-parliament")])
    assert share.key == Stream.OPEN_PARLIAMENT


def test_themes_come_in_the_order_of_their_list_and_not_known_comes_last() -> None:
    def theme(id: str) -> model.VocabularyTerm:
        return model.VocabularyTerm.model_validate({"id": id, "label": TITLE})

    items = (
        commitment("a"),
        commitment("b", theme={"value": "water"}),
        commitment("c", theme={"value": None}),
        commitment("d", theme={"value": "earth"}),
        commitment("e", theme={"value": "water"}),
    )
    shares = completion.by_theme(corpus(*items, theme("water"), theme("earth")), items)
    names = [(share.key, [each.id for each in share.commitments]) for share in shares]
    assert names == [("water", ["b", "e"]), ("earth", ["d"]), (None, ["a", "c"])]


def test_shares_add_up_to_all() -> None:
    items = [commitment(f"c{n}", stream=list(Stream)[n % 2]) for n in range(5)]
    assert sum(len(share.commitments) for share in completion.by_stream(items)) == 5
    assert sum(len(share.commitments) for share in completion.by_theme(corpus(), items)) == 5


def days(*iso: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, iso))


def test_a_known_day_is_one_day() -> None:
    span = timeline.find_span("2018-08-08", "2018-08-08")
    assert span
    assert span.is_day
    assert span.is_exact


def test_a_month_is_the_span_in_which_the_day_lies() -> None:
    span = timeline.find_span("2018-08", "2018-08")
    assert span
    assert span.outer == days("2018-08-01", "2018-08-31")
    assert span.inner is None


def test_between_two_months_a_part_is_sure() -> None:
    span = timeline.find_span("2018-09", "2018-11")
    assert span
    assert span.outer == days("2018-09-01", "2018-11-30")
    assert span.inner == days("2018-09-30", "2018-11-01")


def test_where_one_date_is_missing_the_other_is_drawn_alone() -> None:
    begun, ended = timeline.find_span("2018-05-21", None), timeline.find_span(None, "2018")
    assert begun
    assert begun.outer == days("2018-05-21", "2018-05-21")
    assert ended
    assert ended.outer == days("2018-01-01", "2018-12-31")
    assert ended.begin == (date.min, date(2018, 12, 31))
    assert timeline.find_span(None, None) is None


def spans(*dates: str) -> list[timeline.Span]:
    found = (timeline.find_span(one, one) for one in dates)
    return [span for span in found if span]


def test_order_is_told_as_far_as_it_is_known() -> None:
    found = spans("2018-08-08", "2018-05-21", "2018-08", "2019-05")
    assert timeline.find_ranks(found) == ((2, 3), (1, 1), (2, 3), (4, 4))


def test_a_year_may_stand_anywhere_within_it() -> None:
    assert timeline.find_ranks(spans("2018", "2018-01-01", "2018-12")) == ((1, 3), (1, 2), (2, 3))


def test_only_what_surely_overlaps_is_named() -> None:
    long, inside = ("2018-09", "2018-11"), ("2018-10-23", "2018-10-23")
    perhaps, other = ("2018-09", "2018-09"), ("2018-05-21", "2018-05-21")
    pairs = (long, inside, perhaps, other)
    found = [span for pair in pairs if (span := timeline.find_span(*pair))]
    assert timeline.find_overlaps(found) == (0, 1)
    assert timeline.find_overlaps([*found[2:], *found[:2]]) == (2, 3)
    assert timeline.find_overlaps(found[2:]) == ()


def test_axis_holds_whole_months_and_few_ticks() -> None:
    axis = timeline.find_axis(spans("2018-05-21", "2019-07"))
    assert axis
    assert axis.interval((date(2018, 5, 1), date(2019, 7, 31))) == (0, 100)
    assert [tick.day.month for tick in axis.ticks] == [7, 10, 1, 4, 7]
    assert [tick.year for tick in axis.ticks] == [True, False, True, False, False]
    assert timeline.find_axis([]) is None


DATES = st.dates(date(1, 1, 1), date(9999, 12, 31)).flatmap(
    lambda day: st.sampled_from([f"{day.year:04}", f"{day.isoformat()[:7]}", day.isoformat()])
)


@given(st.lists(DATES, min_size=1, max_size=6))
def test_every_span_lies_on_its_axis_and_its_sure_part_within_it(dates: list[str]) -> None:
    found = [span for low in dates for high in dates if (span := timeline.find_span(low, high))]
    axis = timeline.find_axis(found)
    assert axis
    assert len(axis.ticks) <= 6
    for span in found:
        begin, width = axis.interval(span.outer)
        assert begin >= 0
        assert width > 0
        assert begin + width <= 100.0001
        if span.inner:
            assert span.outer[0] <= span.inner[0] <= span.inner[1] <= span.outer[1]
    for low, high in zip(timeline.find_ranks(found), found, strict=True):
        assert 1 <= low[0] <= low[1] <= len(found)
        assert high.begin[0] <= high.begin[1]
    assert first_day(dates[0]) <= last_day(dates[0])


def meeting(id: str, **attendance: int) -> model.Meeting:
    given = {"title": TITLE, "plan": "plan", "stage": "first"}
    facts = {name: {"value": number, "source": "book"} for name, number in attendance.items()}
    return model.Meeting.model_validate({"id": id, **given, "attendance": facts})


def consultation(**people: int) -> dict[str, Any]:
    facts = {name: {"value": number, "source": "book"} for name, number in people.items()}
    return {"id": "survey", "title": TITLE, "stage": "first", **facts}


def plan(*consultations: dict[str, Any]) -> model.ActionPlan:
    given = {
        "id": "plan",
        "title": TITLE,
        "period": {"value": "2018-2020"},
        "ordinal": {"value": 1},
    }
    return model.ActionPlan.model_validate({**given, "consultations": list(consultations)})


def test_people_of_a_stage_are_told_one_by_one_and_not_added_up() -> None:
    met = meeting("a", total=83), meeting("b"), meeting("c", total=10, men=6, women=1)
    survey = consultation(responses=17, men=14, women=3)
    found = participation.find_occasions(corpus(plan(survey), *met), "first")
    assert [(each.entry.id, each.total, each.men, each.women) for each in found] == [
        ("a", 83, None, None),
        ("b", None, None, None),
        ("c", 10, 6, 1),
        ("survey", 17, 14, 3),
    ]
    assert [each.untold for each in found] == [83, 0, 3, 0]
    assert [each.width for each in found] == [83, 0, 10, 17]


def test_people_of_other_stages_are_not_counted() -> None:
    assert participation.find_occasions(corpus(plan(), meeting("a", total=83)), "second") == ()


def test_more_women_and_men_than_the_total_still_fit_their_bar() -> None:
    [found] = participation.find_occasions(corpus(plan(), meeting("a", total=1, men=2)), "first")
    assert (found.untold, found.width) == (0, 2)
