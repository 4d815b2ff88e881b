"""The list "on this page" of a long page, made from the headings that the page prints."""

import html
import re

from renaksi.markup import without_tags
from renaksi.publish.values import Value

# With fewer parts the list says no more than the page itself.
_FEWEST = 3

# What attributes hold may contain ">".
_ATTRIBUTES = r"(?:[^>\"]|\"[^\"]*\")*?"
_HEADING = re.compile(
    rf"<h2(?=\s){_ATTRIBUTES}\sid=\"([^\"]*)\"{_ATTRIBUTES}>(.*?)</h2>", re.DOTALL
)


def find_contents(body: str) -> tuple[Value, ...]:
    """Every second heading of a page that has a place of its own to lead to."""
    found = tuple(
        Value(without_tags(text), f"#{html.unescape(id)}") for id, text in _HEADING.findall(body)
    )
    return found if len(found) >= _FEWEST else ()
