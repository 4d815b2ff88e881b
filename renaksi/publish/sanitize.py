"""Cleans the HTML that Markdown made of a narrative: what is not on the list is not published."""

import nh3

_TAGS = {
    *("a", "abbr", "blockquote", "br", "caption", "code", "dd", "dl", "dt", "em", "h2", "h3"),
    *("h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "span", "strong", "sub", "sup"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {
    "a": {"href", "data-definition"},
    "abbr": {"title"},
    "img": {"alt", "height", "loading", "src", "width"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align", "scope"},
    **{heading: {"id"} for heading in ("h2", "h3", "h4", "h5", "h6")},
}

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes=_ATTRIBUTES,
    allowed_classes={"a": {"term"}, "caption": {"visually-hidden"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def sanitize(html: str) -> str:
    """The same HTML with only the tags, attributes and addresses that a narrative may have."""
    return _CLEANER.clean(html)
