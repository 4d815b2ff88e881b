"""A Markdown extension: raw HTML stays text, and the glossary's abbreviations are explained."""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from renaksi.publish.glossary import Marker


class ProseExtension(Extension):
    """Narrative Markdown as contributors may write it.

    `marker` is the page's Marker or None; `base` leads from the page to the site's root.
    """

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "marker": ["", "marks glossary terms"],
            "base": ["", "relative way to the site's root"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        marker = self.getConfig("marker")
        if marker:
            processor = _TermProcessor(marker, self.getConfig("base"), md)
            md.inlinePatterns.register(processor, "glossary", 60)


class _TermProcessor(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a", "code")

    def __init__(self, marker: Marker, base: str, md: Markdown) -> None:
        super().__init__(marker.glossary.pattern.pattern, md)
        self.marker, self.base = marker, base

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Any, data: str
    ) -> tuple[Element | None, int | None, int | None]:
        word = m.group()
        if word in self.marker.seen:
            return None, None, None
        self.marker.seen.add(word)
        term = self.marker.glossary.terms[word]
        link = Element("a", {"class": "term", "href": self.base + term.url})
        link.set("data-definition", term.definition)
        abbreviation = Element("abbr", {"title": term.definition})
        abbreviation.text = word
        link.append(abbreviation)
        return link, m.start(), m.end()


def makeExtension(**settings: Any) -> ProseExtension:  # noqa: N802 - Python-Markdown's name
    """Entry point for Python-Markdown."""
    return ProseExtension(**settings)
