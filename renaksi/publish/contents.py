"""The list "on this page" of a long page, made from the headings that the page prints."""

from html.parser import HTMLParser

from renaksi.publish.values import Value

# With fewer parts the list says no more than the page itself.
_FEWEST = 3


def find_contents(body: str) -> tuple[Value, ...]:
    """Every second heading of a page that has a place of its own to lead to."""
    reader = _Headings()
    reader.feed(body)
    found = tuple(Value(" ".join(text.split()), f"#{id}") for id, text in reader.found)
    return found if len(found) >= _FEWEST else ()


class _Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        id = dict(attrs).get("id")
        if tag == "h2" and id:
            self.inside = True
            self.found.append((id, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            id, text = self.found[-1]
            self.found[-1] = id, text + data
