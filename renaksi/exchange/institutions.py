"""How many institutions a cell names. What is not sure stays one, in the words of the cell."""

import re

# Signs of a list at the start of a line: `1.`, `(a)`, a bullet, also in a private-use character.
_MARK = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s|[\u2022\u00b7\u25aa\u25cf\u25e6\ue000-\uf8ff])\s*"
)
_OPENING, _CLOSING = "([{", ")]}"


def divide(cell: str) -> tuple[list[str], bool]:
    """The institutions that a cell names, and whether signs of a list were taken off.

    Semicolons outside brackets divide, and so does a list that marks every line. Commas, "and" and
    plain line ends do not: they stand within names as often as between them.
    """
    lines = [each for each in cell.splitlines() if each.strip()]
    if len(lines) > 1 and all(map(_MARK.match, lines)):
        items = [_MARK.sub("", each, count=1).strip(" ,;") for each in lines]
        if all(items):
            return items, True
    parts = [each.strip() for each in _split(cell)]
    named = [each for each in parts if each]
    if len(parts) > 1 and named:
        return named, False
    return ([cell.strip()] if cell.strip() else []), False


def _split(cell: str) -> list[str]:
    """The cell at its semicolons; whole where its brackets do not pair."""
    parts, depth = [""], 0
    for character in cell:
        depth += (character in _OPENING) - (character in _CLOSING)
        if character == ";" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
        if depth < 0:
            return [cell]
    return parts if depth == 0 else [cell]
