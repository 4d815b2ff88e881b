"""A built site that opens from a disk, where an address that ends in a folder shows no page."""

import re
from pathlib import Path

_ADDRESS = re.compile(r'(\s(?:href|action)="|content="0; url=)([^"]*)(?=")')
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)
_PAGE = "index.html"


def make_portable(site: Path) -> None:
    """Lets every link of a built site name the page that it leads to."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        path.write_text(_ADDRESS.sub(_name_page, text), encoding="utf-8")


def _name_page(match: re.Match[str]) -> str:
    return f"{match[1]}{name_page(match[2])}"


def name_page(address: str) -> str:
    """`../stages/#a` -> `../stages/index.html#a`; what names a file or another site stays."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    rest = address[len(path) :]
    if _ABSOLUTE.match(address) or not path:
        return address
    if path.endswith("/"):
        return f"{path}{_PAGE}{rest}"
    if path.rsplit("/", maxsplit=1)[-1] in (".", ".."):
        return f"{path}/{_PAGE}{rest}"
    return address
