"""How far commitments got, in the words of each voice; what no voice rated stays not known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from renaksi import model
from renaksi.corpus import Corpus
from renaksi.dates import last_day
from renaksi.vocabulary import Completion, Kind, Stream, Voice

# Best first; None is "not known".
RATINGS: tuple[Completion | None, ...] = (*reversed(Completion), None)
_ROUNDS = {"design": 0, "end-of-term": 2}


@dataclass(frozen=True)
class Tally:
    """One voice on some commitments: how many it rated how, None for those it did not rate.

    `spoken` counts commitments of which it says something, but not how far they got.
    """

    counts: Mapping[Completion | None, int]
    spoken: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def rated(self) -> int:
        return self.total - self.counts[None]


@dataclass(frozen=True)
class Share:
    """The commitments of one stream or theme; `key` is None where the theme is not known."""

    key: str | None
    commitments: tuple[model.Commitment, ...]


@dataclass(frozen=True)
class Ledger:
    """The latest rating by commitment and voice; None where a voice speaks but does not rate."""

    ratings: Mapping[tuple[str, Voice], Completion | None]

    def tally(self, commitments: Iterable[model.Commitment], voice: Voice) -> Tally:
        """What one voice says of some commitments."""
        counts: dict[Completion | None, int] = dict.fromkeys(RATINGS, 0)
        spoken = 0
        for commitment in commitments:
            key = (commitment.id, voice)
            rating = self.ratings.get(key)
            counts[rating] += 1
            spoken += rating is None and key in self.ratings
        return Tally(counts, spoken)

    def count_rated(self, commitments: Iterable[model.Commitment]) -> int:
        """How many of the commitments have a known rating by at least one voice."""
        return sum(
            any(self.ratings.get((commitment.id, voice)) for voice in Voice)
            for commitment in commitments
        )


def read_ledger(corpus: Corpus) -> Ledger:
    """Every voice on every commitment, in one walk."""
    found: dict[tuple[str, Voice], list[model.Update]] = {}
    for update in corpus.updates:
        found.setdefault((update.commitment, update.voice), []).append(update)
    return Ledger({key: latest_rating(updates) for key, updates in found.items()})


def find_rating(corpus: Corpus, commitment: str, voice: Voice) -> Completion | None:
    """The latest rating that a voice gave a commitment as a whole, or None."""
    return latest_rating(each for each in corpus.updates_of(commitment) if each.voice is voice)


def latest_rating(updates: Iterable[model.Update]) -> Completion | None:
    """The latest rating among the updates of one voice on one commitment.

    A rating of a milestone says nothing of the commitment. A report at the end of the term is
    later than any before it, whatever their dates.
    """
    rated = [update for update in updates if update.completion and update.milestone is None]
    return max(rated, key=_when).completion if rated else None


def _when(update: model.Update) -> tuple[int, date, str]:
    period = update.reporting_period
    year, _, half = period.partition("-S")
    said = update.date
    if said is None and year.isdigit():
        said = f"{year}-06" if half == "1" else year
    return _ROUNDS.get(period, 1), last_day(said) if said else date.min, update.id


def of_plan(corpus: Corpus, plan: str) -> tuple[model.Commitment, ...]:
    """The commitments of one plan."""
    return tuple(each for each in corpus.commitments if each.plan == plan)


def by_stream(commitments: Sequence[model.Commitment]) -> tuple[Share, ...]:
    """The commitments of each stream that has any."""
    shares = (
        Share(stream.value, tuple(each for each in commitments if each.stream is stream))
        for stream in Stream
    )
    return tuple(share for share in shares if share.commitments)


def by_theme(corpus: Corpus, commitments: Sequence[model.Commitment]) -> tuple[Share, ...]:
    """The commitments of each theme, in the order of the list of themes; not known comes last."""
    found: dict[str | None, list[model.Commitment]] = {}
    for commitment in commitments:
        theme = commitment.theme.value if commitment.theme else None
        found.setdefault(theme, []).append(commitment)
    order = {entry.id: index for index, entry in enumerate(corpus.of(Kind.THEME))}
    keys = sorted(found, key=lambda key: (key is None, order.get(key or "", len(order)), key or ""))
    return tuple(Share(key, tuple(found[key])) for key in keys)
