"""All tables of a publication."""

from renaksi.corpus import Corpus
from renaksi.export.publication import Publication
from renaksi.export.tables.computed import add_computed
from renaksi.export.tables.derive import Deriver
from renaksi.export.tables.frame import Table
from renaksi.export.tables.general import fill_entries, fill_narratives
from renaksi.export.tables.kinds import MODELS
from renaksi.export.tables.tongue import Tongue
from renaksi.garbage import uncollected
from renaksi.layout import LAYOUT
from renaksi.vocabulary import Kind

# What people look for first stands first.
_FIRST = (Kind.COMMITMENT, Kind.UPDATE)
_KINDS = (*_FIRST, *(kind for kind in MODELS if kind not in _FIRST))
_WITH_NARRATIVES = tuple(each.kind for each in LAYOUT if each.prose and each.kind in MODELS)
# References that the model's types do not show, since they name two things at once: columns of a
# table, and the table and columns that they refer to.
_TIES: tuple[tuple[str, tuple[str, ...], str, str, str], ...] = (
    ("updates", ("commitment", "milestone"), "milestones", "commitment", "id"),
    ("concerns", ("kind", "id"), "entries", "kind", "id"),
)


def build_tables(publication: Publication) -> tuple[Table, ...]:
    """Every table with its rows. Ask for them by `publication.once(build_tables)`."""
    with uncollected():
        return _build(publication)


def _build(publication: Publication) -> tuple[Table, ...]:
    corpus = publication.corpus
    tongue = Tongue(publication.words)
    deriver = Deriver(tongue, find_languages(corpus, tuple(publication.words)))
    adders = [(kind, deriver.derive(kind)) for kind in _KINDS]
    deriver.finish()
    for name, columns, *target in _TIES:
        deriver.tables[name].refer(columns, *target)
    fills = add_computed(deriver.tables, tongue, publication)
    for kind, add in adders:
        for entry in corpus.in_order(kind):
            add(entry)
    for fill in fills:
        fill()
    fill_entries(deriver.general.entries, publication)
    fill_narratives(deriver.general.narratives, publication, _WITH_NARRATIVES)
    return *deriver.tables.values(), *deriver.general.all()


def find_languages(corpus: Corpus, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of the site, then every other one in which the corpus has a text."""
    found = {code for *_, text in corpus.texts for code in text.languages}
    found |= {code for term in corpus.terms for code in term.preferred}
    return *languages, *sorted(found - set(languages))
