"""What may be chosen in a form, each as it is shown and as the data write it."""

from collections.abc import Mapping

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.dates import first_day, last_day
from renaksi.forms.spec import Field
from renaksi.layout import LANGUAGES
from renaksi.publish.views.periods import period_name
from renaksi.publish.words import Words
from renaksi.vocabulary import Completion, Voice

_ROUNDS = ("design", "mid-term", "end-of-term")


def find_choices(field: Field, corpus: Corpus, words: Mapping[str, Words]) -> dict[str, str]:
    """Values of the data by what a person chooses, in the languages of `words` side by side."""
    if field.flag == "commitment":
        return {_numbered(each, words): each.id for each in corpus.commitments}
    if field.flag == "stage":
        return {_numbered(each, words): each.id for each in corpus.stages}
    if field.flag == "reporting-period":
        return {_in_both(words, period): period for period in _periods(corpus)}
    if field.id == "source_language":
        return {
            " / ".join([each.language_name(code) for each in words.values()]): code
            for code in LANGUAGES
        }
    lists = {"voice": Voice, "completion": Completion}
    values = lists.get(field.flag or "", ())
    return {
        " / ".join(each.t(f"{field.flag}.{value.value}") for each in words.values()): value.value
        for value in values
    }


def _numbered(entry: model.Commitment | model.Stage, words: Mapping[str, Words]) -> str:
    title = entry.short_title or entry.title
    titles = dict.fromkeys(title.best(language)[1] for language in words)
    return f"{entry.number}. {' / '.join(titles)}"


def _in_both(words: Mapping[str, Words], period: str) -> str:
    return " / ".join(dict.fromkeys(period_name(each, period) for each in words.values()))


def _periods(corpus: Corpus) -> list[str]:
    """The half-years of the plan, its years, and the assessments."""
    streams = corpus.plan.implementation
    if not streams:
        return list(_ROUNDS)
    first = min(first_day(each.start_date).year for each in streams)
    last = max(last_day(each.end_date).year for each in streams)
    years = range(first, last + 1)
    halves = [f"{year}-S{half}" for year in years for half in (1, 2)]
    return [*halves, *map(str, years), *_ROUNDS]
