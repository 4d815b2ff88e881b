"""A Markdown extension: raw HTML stays text, and the glossary's abbreviations are explained."""

import html
import re
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from renaksi.dialect import restrain
from renaksi.publish.glossary import Marker
from renaksi.publish.prose_images import measure_images


class ProseExtension(Extension):
    """Narrative Markdown as contributors may write it.

    `marker` is the page's Marker or None; `base` leads from the page to the site's root; `title`
    names tables above which no heading stands; `pictures` are those of the site, and `source` is
    where the narrative lies, from which it names them.
    """

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "marker": ["", "marks glossary terms"],
            "base": ["", "relative way to the site's root"],
            "title": ["", "what the page is about"],
            "source": ["", "path of the narrative under content/"],
            "pictures": [{}, "what is known of each image, by its path"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        restrain(md)
        md.treeprocessors.register(_Tidy(self.getConfig("title"), md), "tidy", 15)
        measure_images(md, self.getConfig("source"), self.getConfig("pictures"))
        marker = self.getConfig("marker")
        if marker:
            md.inlinePatterns.register(_TermProcessor(marker, md), "glossary", 60)
            # Last of all: MkDocs takes every link that it sees for one between content files.
            links = _TermLinks(self.getConfig("base"), md)
            md.treeprocessors.register(links, "glossary-links", -10)


_MARK = "data-term-url"
_DEFINITION = "data-definition"
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


class _Tidy(Treeprocessor):
    """One main heading, named tables, and no link that could do more than lead somewhere."""

    def __init__(self, title: str, md: Markdown) -> None:
        super().__init__(md)
        self.title = title

    def run(self, root: Element) -> None:
        heading = self.title
        for element in list(root.iter()):
            if element.tag == "h1":
                element.tag = "h2"
            if element.tag in _HEADINGS:
                heading = "".join(element.itertext())
            elif element.tag == "table":
                _name_table(element, heading)
            for name in ("href", "src"):
                if not _leads_somewhere(element.get(name, ""), image=name == "src"):
                    _say_only(element)


def _name_table(table: Element, heading: str) -> None:
    """Says by the heading above it what a table is about, and what its heads head."""
    for head in table.iter("th"):
        head.set("scope", "col")
    if heading:
        caption = Element("caption", {"class": "visually-hidden"})
        caption.text = heading
        table.insert(0, caption)


def _say_only(element: Element) -> None:
    """Leaves of a link or an image what it says: its text, or the text that stands for it."""
    if element.tag == "img":
        element.text = element.get("alt", "")
    element.tag = "span"
    element.attrib.clear()


def _leads_somewhere(url: str, *, image: bool) -> bool:
    """Whether an address is relative or, for links, of a scheme that cannot run anything."""
    clean = re.sub(r"[\x00-\x20]", "", html.unescape(url)).lower()
    try:
        urlsplit(clean), urlsplit(url)
    except ValueError:  # "http://[x]/", on which MkDocs would break down
        return False
    scheme = re.match(r"[^/?#]*?:", clean)
    if image:
        return not scheme and not clean.startswith("//")
    return not scheme or scheme.group() in ("http:", "https:", "mailto:")


class _TermProcessor(InlineProcessor):
    """Turns the first occurrence of a term into an `abbr` that knows where it is explained."""

    ANCESTOR_EXCLUDES = ("a", "code")

    def __init__(self, marker: Marker, md: Markdown) -> None:
        super().__init__(marker.glossary.pattern.pattern, md)
        self.marker = marker

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Any, data: str
    ) -> tuple[Element | None, int | None, int | None]:
        word = m.group()
        if word in self.marker.seen:
            return None, None, None
        self.marker.seen.add(word)
        term = self.marker.glossary.terms[word]
        marks = {_MARK: term.url, _DEFINITION: term.definition}
        element = Element("abbr", {"title": term.expansion, **marks})
        element.text = word
        return element, m.start(), m.end()


class _TermLinks(Treeprocessor):
    """Wraps each such `abbr` in a link to the glossary."""

    def __init__(self, base: str, md: Markdown) -> None:
        super().__init__(md)
        self.base = base

    def run(self, root: Element) -> None:
        for element in list(root.iter("abbr")):
            url = element.attrib.pop(_MARK, None)
            if url is None:
                continue
            inner = Element("abbr", {"title": element.attrib.pop("title")})
            inner.text, element.text = element.text, None
            element.tag = "a"
            element.set("class", "term")
            element.set("href", self.base + url)
            element.append(inner)


def makeExtension(**settings: Any) -> ProseExtension:  # noqa: N802 - Python-Markdown's name
    """Entry point for Python-Markdown."""
    return ProseExtension(**settings)
