"""Changes as text, as Markdown for GitHub and as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from renaksi.changes.find import Change
from renaksi.changes.names import Quote
from renaksi.changes.tell import Teller, Told
from renaksi.corpus import Corpus
from renaksi.publish.words import Words
from renaksi.report import code, fence, printable


@dataclass(frozen=True)
class Comparison:
    """Two corpora, what changed from the first to the second, and the words to tell it."""

    old: Corpus
    new: Corpus
    changes: Sequence[Change]
    words: Mapping[str, Words]

    def told(self, language: str, quote: Quote) -> list[Told]:
        """Every change in the words of a language."""
        return list(Teller(self.old, self.new, self.words[language], quote).tell(self.changes))


def render_text(found: Comparison, language: str | None = None) -> str:
    """Entries with their changes below them, Indonesian before English unless one is asked for."""
    languages = [language] if language else list(found.words)
    blocks = ["\n".join(_text_lines(found, each)) for each in languages]
    return "\n\n".join(blocks)


def _text_lines(found: Comparison, language: str) -> Iterator[str]:
    words = found.words[language]
    if not found.changes:
        yield words.t("change.none")
    for entry, told in _grouped(found.told(language, _quote)):
        yield printable(f"{entry}:")
        for each in told:
            yield printable(f"  {each.sentence}")
            for spot in each.spots:
                yield printable(f"    - {spot.before}")
                yield printable(f"    + {spot.after}")
            if each.more:
                yield f"    {words.count('change.more', each.more)}"


def render_markdown(found: Comparison, language: str) -> str:
    """GitHub's Markdown in one language: a list for each entry, all foreign words in code."""
    if not found.changes:
        return found.words[language].t("change.none")
    blocks = (
        ["", *lines, ""] if heads else lines for lines, heads in markdown_items(found, language)
    )
    return "\n".join(line for lines in blocks for line in lines).strip()


def markdown_items(found: Comparison, language: str) -> Iterator[tuple[list[str], bool]]:
    """Lines of Markdown that stay together, and whether they head those of an entry."""
    words = found.words[language]
    for entry, told in _grouped(found.told(language, code)):
        yield [f"**{entry}**"], True
        for each in told:
            lines = [f"- {each.sentence}"]
            for spot in each.spots:
                shown = fence([f"- {spot.before}", f"+ {spot.after}"], "diff")
                lines += [f"  {line}" for line in shown]
            if each.more:
                lines.append(f"  {words.count('change.more', each.more)}")
            yield lines, False


def render_json(found: Comparison) -> str:
    """One object: the changes with their values, and as sentences in every language."""
    told = {language: found.told(language, _quote) for language in found.words}
    changes = [
        {
            "act": change.act.value,
            "kind": change.kind.value,
            "id": change.id,
            "former": change.former,
            "path": list(change.loc),
            "before": _plain(change.before),
            "after": _plain(change.after),
            "entry": {language: each[place].entry for language, each in told.items()},
            "sentence": {language: each[place].sentence for language, each in told.items()},
        }
        for place, change in enumerate(found.changes)
    ]
    return json.dumps({"changes": changes}, ensure_ascii=False, indent=2)


def _grouped(told: Iterable[Told]) -> Iterator[tuple[str, list[Told]]]:
    for _, group in groupby(told, key=lambda each: (each.change.kind, each.change.id)):
        of_entry = list(group)
        yield of_entry[0].entry, of_entry


def _quote(text: str) -> str:
    return f"“{text}”"


def _plain(value: Any) -> Any:
    """A model value as data of JSON."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
