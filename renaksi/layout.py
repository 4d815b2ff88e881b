"""Where each kind of entry lives in a corpus root. The one home of these paths."""

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property

from renaksi import model
from renaksi.vocabulary import Kind

# Endings of names that mean the same as ours elsewhere.
_SUFFIXES = {".yml": ".yaml", ".markdown": ".md", ".mdown": ".md"}
_SUFFIX = re.compile(r"\.(?:yml|markdown|mdown)$")

PRIMARY_LANGUAGE = "id"
LANGUAGES = ("id", "en")
CONFIGURATION = "mkdocs.yml"
IMAGES = "content/assets/images/"


@dataclass(frozen=True)
class Place:
    """A kind, its model and the glob of its files, relative to the root.

    `many` says that a file is a list of records; `prose` that it is Markdown with front matter;
    `optional` that the file need not exist.
    """

    kind: Kind
    model: type[model.Entry]
    pattern: str
    many: bool = False
    prose: bool = False
    optional: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression; `*` is any name without a slash."""
        return re.compile(re.escape(self.pattern).replace(r"\*", "[^/]+"))

    def may_hold(self, path: str) -> bool:
        """Whether files of this kind may lie at or below a path, were it only spelt right."""
        given, wanted = usual_path(path).split("/"), self.pattern.split("/")
        return len(given) <= len(wanted) and all(map(fnmatchcase, given, wanted))


LAYOUT = (
    Place(Kind.PLAN, model.ActionPlan, "data/renaksi.yaml"),
    Place(Kind.PLAN_OVERVIEW, model.PlanOverview, "data/plans.yaml", many=True),
    Place(Kind.ORGANIZATION, model.Organization, "data/organizations.yaml", many=True),
    Place(Kind.PERSON, model.Person, "data/people.yaml", many=True),
    Place(Kind.SOURCE, model.Source, "data/sources.yaml", many=True),
    Place(Kind.TERM, model.GlossaryTerm, "data/glossary.yaml", many=True),
    Place(Kind.NOTE, model.EditorialNote, "data/notes.yaml", many=True),
    Place(Kind.POLICY_AREA, model.VocabularyTerm, "data/policy-areas.yaml", many=True),
    Place(Kind.OGP_VALUE, model.VocabularyTerm, "data/ogp-values.yaml", many=True),
    Place(Kind.SDG, model.VocabularyTerm, "data/sdgs.yaml", many=True),
    Place(Kind.THEME, model.VocabularyTerm, "data/themes.yaml", many=True),
    Place(Kind.EXCEPTION, model.KnownException, "data/exceptions.yaml", many=True, optional=True),
    Place(Kind.REDIRECT, model.Redirect, "data/redirects.yaml", many=True, optional=True),
    Place(Kind.AUDIT, model.Audit, "data/audits.yaml", many=True, optional=True),
    Place(Kind.COMMITMENT, model.Commitment, "content/commitments/*/*.md", prose=True),
    Place(Kind.STAGE, model.Stage, "content/stages/*/*.md", prose=True),
    Place(Kind.MEETING, model.Meeting, "content/meetings/*/*.md", prose=True),
    Place(Kind.UPDATE, model.Update, "content/updates/*/*.yaml"),
    Place(Kind.PAGE, model.Page, "content/*.md", prose=True),
    Place(Kind.PAGE, model.Page, "content/*/index.md", prose=True),
)


# Kinds whose entries have a file each, named after the id.
NAMED_AFTER_ID = (Kind.COMMITMENT, Kind.STAGE, Kind.MEETING, Kind.UPDATE)

# Kinds with a page for each entry, and the section that the page belongs to.
SECTION_OF = {
    Kind.PLAN: "plans",
    Kind.COMMITMENT: "commitments",
    Kind.STAGE: "stages",
    Kind.MEETING: "meetings",
    Kind.ORGANIZATION: "organizations",
}
# Kinds without pages of their own, and the page on which each of their entries is an anchor.
ANCHORED = {
    Kind.SOURCE: "sources",
    Kind.NOTE: "notes",
    Kind.PERSON: "people",
    Kind.TERM: "glossary",
    Kind.PLAN_OVERVIEW: "plans",
}

# Kinds with an address that must last: the two above, and updates, which stand on the page of
# their commitment.
ADDRESSED = (*SECTION_OF, *ANCHORED, Kind.UPDATE)


def usual_path(path: str) -> str:
    """A path as it is spelt here: `data/People.yml` as `data/people.yaml`."""
    return _SUFFIX.sub(lambda match: _SUFFIXES[match.group()], path.lower())


def find_place(path: str) -> Place | None:
    """The kind of file that a path is, or None where nothing reads it."""
    return next((place for place in LAYOUT if place.regex.fullmatch(path)), None)


def entry_path(kind: Kind, plan: str, id: str) -> str:
    """Where an entry that has a file in the folder of its plan lies."""
    pattern = next(place.pattern for place in LAYOUT if place.kind is kind)
    return pattern.replace("*", plan, 1).replace("*", id, 1)


def translation_path(path: str, language: str) -> str:
    """`a/b.md` -> `a/b.en.md`: where the prose of `path` in `language` is kept."""
    if language == PRIMARY_LANGUAGE:
        return path
    return f"{path.removesuffix('.md')}.{language}.md"


def primary_path(path: str) -> str:
    """`a/b.en.md` -> `a/b.md`: the file that `path` translates, or the path itself."""
    language = prose_language(path)
    if language == PRIMARY_LANGUAGE:
        return path
    return f"{path.removesuffix(f'.{language}.md')}.md"


def prose_language(path: str) -> str:
    """The language of a Markdown file by its name."""
    for language in LANGUAGES:
        if path.endswith(f".{language}.md"):
            return language
    return PRIMARY_LANGUAGE
