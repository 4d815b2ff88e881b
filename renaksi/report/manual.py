"""What each rule asks for, for `renaksi check --list` and `--explain`."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from renaksi.problem import Severity


@dataclass(frozen=True)
class Manual:
    """A rule's id, how bad it is to break it, and its manual: the norm first, then why."""

    id: str
    severity: Severity
    text: str

    @property
    def norm(self) -> str:
        """The first line: what must or must not be."""
        return self.text.split("\n")[0]


# The rules of reading a file at all. They are kept by the loader, before there are entries that
# a check could look at.
_LOADER = {
    "date-form": "A date must be written YYYY, YYYY-MM or YYYY-MM-DD.",
    "duplicate-id": "An id must be used by one entry of its kind only.",
    "duplicate-key": "A key must not be written twice in one mapping.",
    "field-value": "A value must have the type and form of its field.",
    "file-count": "content/ and data/ must not hold more files than the limit.",
    "file-name": "A name must have only lower-case letters, digits, full stops and hyphens.",
    "file-size": "A file must not be larger than its limit.",
    "file-type": "content/ and data/ must hold only Markdown, YAML and, in their folder, images.",
    "front-matter": 'A Markdown file must begin with data between two "---" lines.',
    "hidden-character": "A text must not hold control characters or marks that change direction.",
    "image-dimensions": "The sides of an image must not be longer than the limit.",
    "image-place": "A photograph must not tell where it was taken.",
    "image-still": "An image must not move.",
    "image-type": "An image must be intact and of the type that its name says.",
    "known-file": "Every file in content/ and data/ must be one that is read.",
    "known-key": "A key must be one of its record's.",
    "line-length": "A line of a narrative must not be longer than the limit.",
    "merge-conflict": "A file must not hold the marks of two versions that were not merged.",
    "nesting": "Content must not be nested deeper than the limit.",
    "page-length": "A narrative must not have more characters or lines than the limit.",
    "page-time": "A page must not take longer to be made than the limit.",
    "plain-yaml": "YAML must do without anchors, aliases, tags and more than one document.",
    "published-id-stays": "A published id must not vanish without a redirect (--against).",
    "readable-file": "A file must be readable, and be text in UTF-8.",
    "regular-file": "content/ and data/ must hold regular files only, no links and no devices.",
    "required-file": "A file that every plan has must exist.",
    "required-key": "A key that a record cannot do without must be given.",
    "scalar-length": "A single value must not be longer than the limit.",
    "tab-character": "YAML must not hold tabs.",
    "table-size": "The tables of a narrative must not have more cells than the limit.",
    "translation-keys": "A translation must hold no data but the hash of its source.",
    "yaml-syntax": "YAML must follow YAML's syntax.",
}


def loader_manuals() -> list[Manual]:
    """The manuals of the rules that the loader keeps; all of them block the build."""
    return [Manual(id, Severity.ERROR, norm) for id, norm in _LOADER.items()]


def list_manuals(manuals: Iterable[Manual]) -> str:
    """A line for each rule, by its id: how bad, and the norm."""
    ordered = sorted(manuals, key=lambda manual: manual.id)
    width = max((len(manual.id) for manual in ordered), default=0)
    return "\n".join(f"{each.id:<{width}}  {each.severity:<7}  {each.norm}" for each in ordered)


def render_manual(manual: Manual) -> str:
    """The whole manual of one rule."""
    head = f"{manual.id} ({manual.severity})"
    return f"{head}\n\n{textwrap.indent(manual.text, '    ')}"
