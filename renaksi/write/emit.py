"""Pieces to YAML in the one style of the corpus."""

from collections.abc import Iterable

from renaksi.write.pieces import Block, Group, Item, Scalar
from renaksi.write.scalars import scalar_text

WIDTH = 100


def emit(group: Group) -> str:
    """The text of a whole document."""
    if group.items:
        lines = _block(group, 0)
    else:
        lines = [*_notes(group.tail, 0, after_text=False), _flow(group) or ""]
    return "".join(f"{line}\n" for line in lines)


def _block(group: Group, indent: int) -> list[str]:
    found: list[str] = []
    for item in group.items:
        above, lines = _item(item, indent)
        found += _notes(above, indent, after_text=bool(found and found[-1]))
        found += lines
    return found + _notes(group.tail, indent, after_text=bool(found and found[-1]))


def _notes(notes: Iterable[str], indent: int, *, after_text: bool) -> list[str]:
    """Comments at the margin; an empty line only after one that is not, and never on top."""
    found: list[str] = []
    for note in notes:
        if note:
            found.append(" " * indent + note)
        elif (found and found[-1]) or (not found and after_text):
            found.append("")
    return found


def _item(item: Item, indent: int) -> tuple[list[str], list[str]]:
    """The comments that go above an item, and its lines."""
    start = " " * indent + (f"{_key(item.key)}:" if item.key else "-")
    above, beside = [*item.above, *item.beside[1:]], "".join(f" {note}" for note in item.beside[:1])
    value = item.value
    if isinstance(value, Scalar):
        first, *rest = scalar_text(value).split("\n")
        lines = [f"{start} {first}", *_at(indent + 2, rest)]
        return above, [*lines[:-1], lines[-1] + beside]
    if isinstance(value, Block):
        return above, [f"{start} {value.header}{beside}", *_at(indent + 2, value.lines)]
    flow = _flow(value)
    if not value.items or (flow is not None and len(start) + 1 + len(flow) <= WIDTH):
        return [*above, *filter(None, value.tail)], [f"{start} {flow}{beside}"]
    lines = _block(value, indent + 2)
    if item.key:
        return above, [start + beside, *lines]
    above += item.beside[:1]
    while not lines[0] or lines[0].lstrip().startswith("#"):  # a comment cannot follow the dash
        above += filter(None, [lines.pop(0).lstrip()])
    return above, [f"{start} {lines[0].lstrip()}", *lines[1:]]


def _at(indent: int, lines: Iterable[str]) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _key(key: Scalar) -> str:
    return scalar_text(key, key=True)


def _flow(group: Group) -> str | None:
    """The group on one line, if its author wrote it in brackets and nothing speaks against it."""
    if not group.items:
        return "{}" if group.keyed else "[]"
    if not group.flow or group.tail:
        return None
    parts: list[str] = []
    for item in group.items:
        value = item.value
        text = _flow(value) if isinstance(value, Group) else None
        if isinstance(value, Scalar):
            text = scalar_text(value, flow=True)
        if text is None or "\n" in text or any(item.above) or item.beside:
            return None
        parts.append(f"{scalar_text(item.key, flow=True, key=True)}: {text}" if item.key else text)
    inside = ", ".join(parts)
    return f"{{{inside}}}" if group.keyed else f"[{inside}]"
