"""A file of the corpus in its canonical form: order of keys, indentation, quotes, line ends.

Values, comments and narratives stay what they are. That is proved for every file: the result is
read with the reader of the corpus and compared with what stood there before.
"""

import re
from collections import Counter

from pydantic import BaseModel

from renaksi.layout import PRIMARY_LANGUAGE, find_place, prose_language
from renaksi.problem import Message, Place, Problem
from renaksi.reader import Document, read_front_matter, read_yaml
from renaksi.write.emit import emit
from renaksi.write.order import put_in_order
from renaksi.write.pieces import Group, UnmovableError, find_comments, read_pieces

RULE = "canonical-form"
_EDITOR = re.compile(r"# *yaml-language-server:")
_FENCE = "---"


def format_text(text: str, path: str) -> str | Problem:
    """The canonical form of a file, or the problem that keeps it as it is."""
    place = find_place(path)
    if place is None:
        return text
    original = place.model if prose_language(path) == PRIMARY_LANGUAGE else None
    fenced = path.endswith(".md")
    read = read_front_matter if fenced else read_yaml
    before = read(text, path)
    if isinstance(before, Problem):
        return before
    # A value of lines that is last before the fence may need an empty line to keep its line end.
    for closing in (_FENCE, f"\n{_FENCE}") if fenced else ("",):
        try:
            result = _format(text, before, original, closing)
        except UnmovableError:
            break
        after = read(result, path)
        same = isinstance(after, Document) and _same(before, after)
        if same and _comments(text, path) == _comments(result, path):
            return result
    return _refuse(path)


def _format(text: str, document: Document, model: type[BaseModel] | None, closing: str) -> str:
    if not closing:
        return _format_yaml(text, model)
    if document.data is None:
        return _ended(text)
    head, body = _split(text)
    return f"{_FENCE}\n{_format_yaml(head, model)}{closing}\n{_ended(body)}"


def _ended(text: str) -> str:
    return f"{text}\n" if text and not text.endswith("\n") else text


def _split(text: str) -> tuple[str, str]:
    """The data between the two fences, and all that follows them."""
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def _format_yaml(text: str, model: type[BaseModel] | None) -> str:
    group = read_pieces(text)
    if group is None:
        return _ended(text)
    head = _take_head(group)
    if model is not None:
        put_in_order(group, model)
    return "".join(f"{line}\n" for line in head) + emit(group)


def _take_head(group: Group) -> list[str]:
    """The comments on the file as a whole, which stay on top whichever key comes first."""
    if not group.items:
        return []
    above = group.items[0].above
    blanks = [index for index, line in enumerate(above) if not line]
    count = blanks[-1] + 1 if blanks else 0
    while count < len(above) and _EDITOR.match(above[count]):
        count += 1
    head = above[:count]
    del above[:count]
    while head and not head[0]:
        del head[0]
    return [line for number, line in enumerate(head) if line or head[number - 1]]


def _same(before: Document, after: Document) -> bool:
    return before.data == after.data and before.body.rstrip("\n") == after.body.rstrip("\n")


def _comments(text: str, path: str) -> Counter[str]:
    """Every comment of a file, and how often it stands there."""
    if path.endswith(".md"):
        if text.split("\n", maxsplit=1)[0].rstrip() != _FENCE:
            return Counter()
        text = _split(text)[0]
    group = read_pieces(text)
    return Counter(find_comments(group)) if group is not None else Counter()


def _refuse(path: str) -> Problem:
    message = Message(
        id="Berkas ini tidak dapat dirapikan tanpa mengubah isinya, jadi dibiarkan.",
        en="This file cannot be put in order without changing what it says, so it was left alone.",
    )
    return Problem(Place(path), RULE, message)
