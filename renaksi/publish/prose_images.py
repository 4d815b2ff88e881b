"""What Markdown cannot say of a narrative's images: how large they are, and where the smaller file
lies that shows the same."""

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from renaksi.images import Picture

_LIGHTER = "data-lighter"


def measure_images(md: Markdown, source: str, pictures: Mapping[str, Picture]) -> None:
    """Lets `md` measure images: `source` is the narrative's path under `content/`."""
    md.treeprocessors.register(_Measure(source, pictures, md), "measure", 14)
    # MkDocs, in between, must see the file that people wrote.
    md.treeprocessors.register(_Lighten(md), "lighten", -20)


def lighter(path: str) -> str:
    """Where the smaller file of an image is published."""
    return f"{path}.webp"


class _Measure(Treeprocessor):
    """Gives images their size, so that the text does not jump when they come, and asks late."""

    def __init__(self, source: str, pictures: Mapping[str, Picture], md: Markdown) -> None:
        super().__init__(md)
        self.folder, self.pictures = posixpath.dirname(f"content/{source}"), pictures

    def run(self, root: Element) -> None:
        for element in root.iter("img"):
            path = posixpath.normpath(posixpath.join(self.folder, unquote(element.get("src", ""))))
            picture = self.pictures.get(path)
            if picture is not None:
                element.set("width", str(picture.width))
                element.set("height", str(picture.height))
                element.set("loading", "lazy")
                if picture.webp is not None:
                    element.set(_LIGHTER, "")


class _Lighten(Treeprocessor):
    """Leads images to the smaller files."""

    def run(self, root: Element) -> None:
        for element in root.iter("img"):
            if element.attrib.pop(_LIGHTER, None) is not None:
                element.set("src", lighter(element.get("src", "")))
