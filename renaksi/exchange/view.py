"""What a commitment of a corpus is in each column of OGP's table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.exchange.days import write_day
from renaksi.exchange.marks import NO_DATA, NOT_AVAILABLE
from renaksi.exchange.member import Member, read_code
from renaksi.exchange.narrative import to_text
from renaksi.exchange.scales import COMPLETION, DUMMY, IMPACT, OPENED, VERIFIABLE, Scale
from renaksi.vocabulary import Ambition, DocumentKind, Kind, Stream, Voice

T = TypeVar("T")
LANGUAGE = "en"
SEPARATOR = "; "
_PROGRESS = (DocumentKind.IRM_PROGRESS, DocumentKind.IRM_DESIGN)
_RESULTS = (DocumentKind.IRM_RESULTS,)


@dataclass(frozen=True)
class View:
    """One commitment, and where its columns come from."""

    corpus: Corpus
    member: Member
    commitment: model.Commitment

    @cached_property
    def plan(self) -> model.ActionPlan:
        found = self.corpus.get(Kind.PLAN, self.commitment.plan)
        assert isinstance(found, model.ActionPlan)
        return found

    @cached_property
    def period(self) -> tuple[int, int] | None:
        """The first and the last year of the plan."""
        value = self.plan.period.value
        return (int(value[:4]), int(value[-4:])) if value else None

    def update(self, period: str) -> model.Update | None:
        """The last assessment of the whole commitment by the IRM in a round of reporting."""
        found = [
            each
            for each in self.corpus.updates_of(self.commitment.id)
            if each.voice is Voice.IRM and each.reporting_period == period and not each.milestone
        ]
        return max(found, key=lambda each: (each.date or "", each.id), default=None)


Fill = Callable[[View], str]


def value_of(fact: model.Fact[T] | None) -> T | None:
    """The value of a fact, if one was found."""
    return fact.value if fact else None


def constant(text: str) -> Fill:
    """A column that every row of every corpus holds the same in."""
    return lambda view: text


def of_member(name: str) -> Fill:
    """A column that says whose plan it is."""
    return lambda view: getattr(view.member, name) or NOT_AVAILABLE


def fill_code(view: View) -> str:
    """OGP's code of the country."""
    plan_id = value_of(view.plan.ogp_plan_id) or ""
    return view.member.code or read_code(plan_id) or NOT_AVAILABLE


def of_plan(name: str) -> Fill:
    """A fact of the plan."""
    return lambda view: _plain(value_of(getattr(view.plan, name)))


def of_commitment(name: str) -> Fill:
    """A fact of the commitment."""
    return lambda view: _plain(value_of(getattr(view.commitment, name)))


def _plain(value: Any) -> str:
    return NOT_AVAILABLE if value is None else str(value)


def fill_number(view: View) -> str:
    """The number of the commitment."""
    return str(view.commitment.number)


def fill_end_year(view: View) -> str:
    """The last year of the plan."""
    return str(view.period[1]) if view.period else NOT_AVAILABLE


def fill_duration(view: View) -> str:
    """How many years the plan takes."""
    return str(view.period[1] - view.period[0]) if view.period else NOT_AVAILABLE


def fill_theme(view: View) -> str:
    """The label of the theme."""
    theme = view.corpus.get(Kind.THEME, value_of(view.commitment.theme) or "")
    return _worded(theme.label) if isinstance(theme, model.VocabularyTerm) else NOT_AVAILABLE


def fill_title(view: View) -> str:
    """The title, in English if it is there."""
    return _worded(view.commitment.title)


def fill_short_title(view: View) -> str:
    """The title that OGP's pages use, or else our short one."""
    given, short = value_of(view.commitment.ogp_title), view.commitment.short_title
    return given or (_worded(short) if short else NOT_AVAILABLE)


def _worded(text: model.Localized) -> str:
    return text.best(LANGUAGE)[1]


def fill_text(view: View) -> str:
    """The narrative in the words of a source, in English if it is there; never our own words."""
    proses = view.corpus.prose.get((Kind.COMMITMENT, view.commitment.id), {})
    theirs = {code: proses[code] for code in view.commitment.narrative_source if code in proses}
    order = sorted(theirs, key=lambda code: code != LANGUAGE)
    return next(filter(None, (to_text(theirs[code].text) for code in order)), NOT_AVAILABLE)


def of_day(name: str) -> Fill:
    """A date of the commitment."""

    def fill(view: View) -> str:
        day = value_of(getattr(view.commitment, name))
        return write_day(day) if day else NOT_AVAILABLE

    return fill


def of_organizations(*names: str) -> Fill:
    """The organizations of some fields, each once."""

    def fill(view: View) -> str:
        ids = dict.fromkeys(
            id for name in names for id in value_of(getattr(view.commitment, name)) or ()
        )
        found = (view.corpus.get(Kind.ORGANIZATION, id) for id in ids)
        named = [_worded(each.title) for each in found if isinstance(each, model.Organization)]
        return SEPARATOR.join(named) or NOT_AVAILABLE

    return fill


def of_list(name: str, *ids: str, since: int | None = None) -> Fill:
    """Whether a list of the commitment names one of some words; no data where there is no list.

    Nor are there any where the word is not named and came into use in the year `since`, after the
    plan was submitted, or nobody knows when that was.
    """

    def fill(view: View) -> str:
        named = value_of(getattr(view.commitment, name))
        if named is None:
            return NO_DATA
        is_named = not set(ids).isdisjoint(named)
        too_early = since is not None and (value_of(view.plan.submitted) or 0) < since
        return NO_DATA if too_early and not is_named else DUMMY[is_named]

    return fill


def fill_parliament(view: View) -> str:
    """Whether the commitment is the parliament's."""
    return DUMMY[view.commitment.stream is Stream.OPEN_PARLIAMENT]


def fill_verifiable(view: View) -> str:
    """Whether the IRM found the commitment verifiable."""
    value = value_of(view.commitment.irm_design.verifiable)
    return NO_DATA if value is None else VERIFIABLE[value]


def fill_relevant(view: View) -> str:
    """Whether the IRM found it relevant."""
    value = value_of(view.commitment.irm_design.relevant)
    return NO_DATA if value is None else DUMMY[value]


def fill_ambition(view: View) -> str:
    """Whether OGP rates its ambition as high."""
    value = value_of(view.commitment.irm_design.ambition)
    return NO_DATA if value is None else DUMMY[value is Ambition.HIGH]


def of_impact(place: int) -> Fill:
    """The potential impact as word (0) or code (1)."""
    return lambda view: _scaled(
        IMPACT, value_of(view.commitment.irm_design.potential_impact), place
    )


def of_completion(period: str, place: int) -> Fill:
    """The completion in a round of the IRM's reporting, as word (0) or code (1)."""

    def fill(view: View) -> str:
        update = view.update(period)
        return _scaled(COMPLETION, update.completion if update else None, place)

    return fill


def of_opening(place: int) -> Fill:
    """What the IRM found at the end of the term on "did it open government?"."""

    def fill(view: View) -> str:
        update = view.update("end-of-term")
        return _scaled(OPENED, update.early_results if update else None, place)

    return fill


def _scaled(scale: Scale[Any], value: Any, place: int) -> str:
    return scale.words[value][place] if value in scale.words else NO_DATA


def fill_progress_year(view: View) -> str:
    """The year of the IRM's report on design or progress."""
    return next(_report_years(view, _PROGRESS), NO_DATA)


def fill_results_year(view: View) -> str:
    """The year of the IRM's report on results."""
    return next(_report_years(view, _RESULTS), NO_DATA)


def _report_years(view: View, kinds: tuple[DocumentKind, ...]) -> Iterator[str]:
    """The years in which reports of the IRM on the plan were published, as their sources say."""
    for document in view.plan.documents:
        for id in document.source if document.kind in kinds else ():
            source = view.corpus.get(Kind.SOURCE, id)
            if isinstance(source, model.Source) and source.document_date:
                yield source.document_date[:4]
