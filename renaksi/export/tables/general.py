"""The tables that hold what entries of all kinds have: addresses, facts, sources, texts."""

from renaksi import model
from renaksi.export.publication import Publication
from renaksi.export.tables.frame import Column, State, Table
from renaksi.export.tables.kinds import kind_table
from renaksi.export.tables.tongue import Tongue
from renaksi.publish.desk import Desk
from renaksi.publish.facets import VOCABULARIES
from renaksi.publish.paths import facet_url, section_url
from renaksi.vocabulary import Kind

_KINDS = tuple(kind.value for kind in Kind)
_OWNER = ("kind", "entry")


class General:
    """These tables, empty, in some languages."""

    def __init__(self, tongue: Tongue, languages: tuple[str, ...]) -> None:
        self._tongue = tongue
        self.entries = self._entries()
        self.facts = self._owned("facts", "field")
        said = tongue.choices(tongue.say("column.state"), State)
        states = tuple(state.value for state in State)
        self.facts.add(Column("state", "string", said, required=True, choices=states))
        self.citations = self._owned("citations", "field", "position")
        self._text(self.citations, "source", required=True)
        self.citations.refer(("source",), kind_table(Kind.SOURCE), "id")
        self.texts = self._owned("texts", "field", "position")
        self._text(self.texts, "text")
        for language in languages:
            for table, name in ((self.facts, "note"), (self.texts, "text")):
                said = tongue.in_language(tongue.say(f"column.{name}"), language)
                table.add(Column(f"{name}_{language}", "string", said))
        self.narratives = self._owned("narratives", "language")
        self._text(self.narratives, "text", "narrative", required=True)
        self._text(self.narratives, "source_hash")

    def all(self) -> tuple[Table, ...]:
        return self.entries, self.facts, self.citations, self.texts, self.narratives

    def _entries(self) -> Table:
        said = self._tongue.say("table.entries")
        table = Table("entries", "entry", said, key=("kind", "id"))
        self._text(table, "kind", required=True, choices=_KINDS)
        self._text(table, "id", required=True)
        add_pages(table, self._tongue)
        self._text(table, "file")
        return table

    def _owned(self, name: str, *keys: str) -> Table:
        """A table whose rows belong to entries; `keys` tell those of one entry apart."""
        table = Table(name, name, self._tongue.say(f"table.{name}"), key=(*_OWNER, *keys))
        self._text(table, "kind", required=True, choices=_KINDS)
        self._text(table, "entry", required=True)
        table.refer(_OWNER, self.entries.name, "kind", "id")
        for key in keys:
            if key == "position":
                add_position(table, self._tongue)
            else:
                self._text(table, key, "path" if key == "field" else key, required=True)
        return table

    def _text(
        self,
        table: Table,
        name: str,
        said: str = "",
        *,
        required: bool = False,
        choices: tuple[str, ...] = (),
    ) -> None:
        words = self._tongue.say(f"column.{said or name}")
        table.add(Column(name, "string", words, required=required, choices=choices))


def add_position(table: Table, tongue: Tongue) -> None:
    """The column of the place of a row among those of its owner."""
    said = tongue.say("column.position")
    table.add(Column("position", "integer", said, required=True, minimum=1))


def add_pages(table: Table, tongue: Tongue) -> list[int]:
    """The columns of the addresses of pages; their places."""
    names = {code: tongue.in_language(tongue.say("column.page"), code) for code in tongue.words}
    return [
        table.add(Column(f"page_{code}", "string", said, computed=True))
        for code, said in names.items()
    ]


def fill_entries(table: Table, publication: Publication) -> None:
    """A row for every entry, of whatever kind."""
    desks = tuple(publication.desks.values())
    corpus = publication.corpus
    for kind in Kind:
        for entry in corpus.in_order(kind):
            pages = [find_page(publication, desk, kind, entry) for desk in desks]
            origin = corpus.origins.get((kind, entry.id))
            path = origin.document.path if origin else None
            table.rows.append([kind.value, entry.id, *pages, path])


def fill_narratives(table: Table, publication: Publication, kinds: tuple[Kind, ...]) -> None:
    """A row for every narrative of an entry of some kinds in every language."""
    corpus = publication.corpus
    for kind in kinds:
        for entry in corpus.in_order(kind):
            for language, prose in sorted(corpus.prose.get((kind, entry.id), {}).items()):
                if prose.text:
                    table.rows.append(
                        [kind.value, entry.id, language, prose.text, prose.source_hash]
                    )


def find_page(publication: Publication, desk: Desk, kind: Kind, entry: model.Entry) -> str | None:
    """The full address at which readers find an entry; None where nowhere."""
    url = _find_url(desk, kind, entry)
    return None if url is None else publication.absolute(url)


def _find_url(desk: Desk, kind: Kind, entry: model.Entry) -> str | None:
    if kind in VOCABULARIES:
        facet = VOCABULARIES[kind]
        used = entry.id in desk.facets.members[facet]
        return facet_url(desk.words, facet, entry.id) if used else None
    if isinstance(entry, model.Page):
        return section_url(desk.words, entry.id)
    if isinstance(entry, model.KnownException | model.Redirect | model.Audit):
        return None
    return desk.url(kind, entry)
