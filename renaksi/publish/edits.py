"""Which files a reader opens to mend a page, and the line where an entry of a list begins."""

from dataclasses import dataclass

from renaksi.corpus import Corpus
from renaksi.layout import ANCHORED, LAYOUT
from renaksi.vocabulary import Kind

# Pages that list what one file of data holds.
_LISTS = {section: kind for kind, section in ANCHORED.items()} | {
    "organizations": Kind.ORGANIZATION
}
# Pages that show a part of the plan's file, and its key there.
_PARTS_OF_PLAN = {"consultation": "consultations", "documents": "documents"}


@dataclass(frozen=True)
class Edit:
    """A file behind a page; `part` names what of the page it holds, `line` where that begins."""

    part: str
    path: str
    line: int | None = None


def find_edit(corpus: Corpus, kind: Kind | str, id: str) -> Edit:
    """Where an entry that shares its file with others begins."""
    place = corpus.origins[Kind(kind), id].place()
    return Edit("entry", place.path, place.line)


def find_section_edits(corpus: Corpus, section: str, prose: str) -> tuple[Edit, ...]:
    """The files of a page that lists entries or tells one thing: facts first, then the text."""
    facts = _section_facts(corpus, section)
    return (facts, Edit("text", prose)) if facts else (Edit("page", prose),)


def find_entry_edits(corpus: Corpus, kind: Kind, id: str, prose: str) -> tuple[Edit, ...]:
    """The files of an entry's page. A translated text lies beside the file with the facts."""
    place = corpus.origins[kind, id].place()
    if not place.path.endswith(".md"):
        many = any(each.kind is kind and each.many for each in LAYOUT)
        return (Edit("page", place.path, place.line if many else None),)
    if prose == place.path:
        return (Edit("page", prose),)
    return Edit("facts", place.path), Edit("text", prose)


def _section_facts(corpus: Corpus, section: str) -> Edit | None:
    if section in _LISTS:
        kind = _LISTS[section]
        return Edit("facts", next(each.pattern for each in LAYOUT if each.kind is kind))
    if section not in _PARTS_OF_PLAN:
        return None
    origin = corpus.origins[Kind.PLAN, corpus.plan.id]
    place = origin.place((_PARTS_OF_PLAN[section],), key=True)
    return Edit("facts", place.path, place.line)


def edit_url(repo_url: str | None, edit_uri: str | None, edit: Edit) -> str | None:
    """Where a file is edited. A line can only be linked where GitHub shows the file."""
    if not repo_url or not edit_uri:
        return None
    uri, place = edit_uri, ""
    if edit.line is not None:
        uri, place = uri.replace("edit/", "blob/", 1), f"#L{edit.line}"
    return f"{repo_url.rstrip('/')}/{uri}{edit.path}{place}"
