"""How a page can be cited: in APA's form, as BibTeX and as CSL-JSON.

The author is the site, since it names no other. The date is the day of which the page tells the
state of the data: pages go on changing, and what is cited is that state. When a reader opened the
page only the reader knows.
"""

import json
import re
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_date

from renaksi.dates import first_day, parts
from renaksi.publish.words import Words

# What has a meaning in BibTeX; braces must be balanced even where they are escaped.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")


@dataclass(frozen=True)
class Cited:
    """What a citation says: `id` names the page, `as_of` is a whole date (ISO 8601)."""

    id: str
    author: str
    title: str
    language: str
    url: str
    as_of: str


@dataclass(frozen=True)
class Citation:
    """The three forms of a citation; `before` and `after` stand around the title in APA's."""

    before: str
    title: str
    after: str
    bibtex: str
    csl: str


def cite(cited: Cited, words: Words) -> Citation:
    """The citation of a page in its language."""
    pattern = words.t("cite.date_pattern")
    day = format_date(first_day(cited.as_of), pattern, locale=words.language)
    return Citation(
        before=words.t("cite.apa_before", author=cited.author.rstrip("."), date=day),
        title=cited.title,
        after=words.t("cite.apa_after", url=cited.url),
        bibtex=build_bibtex(cited),
        csl=build_csl(cited),
    )


def build_bibtex(cited: Cited) -> str:
    """An entry that BibTeX and BibLaTeX read; doubled braces keep capitals as they are."""
    fields = {
        "author": f"{{{_escape(cited.author)}}}",
        "title": f"{{{_escape(cited.title)}}}",
        "url": cited.url,
        "date": cited.as_of,
        "langid": _babel_name(cited.language),
    }
    lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items())
    return f"@online{{{cited.id},\n{lines}\n}}"


def build_csl(cited: Cited) -> str:
    """A list of one item, as programs for references import it."""
    item = {
        "id": cited.id,
        "type": "webpage",
        "author": [{"literal": cited.author}],
        "title": cited.title,
        "container-title": cited.author,
        "language": cited.language,
        "URL": cited.url,
        "issued": {"date-parts": [[part for part in parts(cited.as_of) if part]]},
    }
    lines = ",\n".join(f'  "{key}": {json.dumps(item[key], ensure_ascii=False)}' for key in item)
    return f"[{{\n{lines}\n}}]"


def _babel_name(language: str) -> str:
    """`id` -> `indonesian`, as LaTeX calls languages."""
    return (Locale.parse(language, sep="-").get_language_name("en") or language).lower()


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _SIGNS[sign.group()], text)
