"""The rule on what a narrative probably meant as a link, a footnote or HTML, but is none."""

import re
from collections.abc import Iterator

from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus, Prose
from renaksi.problem import Message, Place, Severity

_MESSAGES = {
    "link": Message(
        id="Ini tampil apa adanya, bukan sebagai tautan; tulis [kata-kata](alamat) tanpa spasi di "
        "antara kedua kurung.",
        en="This is shown as it is and not as a link; write [words](address) with no space between "
        "the brackets.",
    ),
    "footnote": Message(
        id="Catatan kaki tidak tersedia di sini; tulis isinya di dalam kalimat, dalam kurung.",
        en="Footnotes are not available here; write what they say in the sentence, in brackets.",
    ),
    "html": Message(
        id='Kode HTML tampil apa adanya; tulis Markdown, misalnya "**tebal**", atau baris kosong '
        "untuk alinea baru.",
        en='HTML is shown as it is; write Markdown, such as "**bold**", or an empty line for a new '
        "paragraph.",
    ),
}
# What is no link and yet looks like one has brackets, so `simple_links` has nothing of its text.
_FORMS = (
    (
        re.compile(
            r"(?:\]\s+\(|\]\((?=[^()\n]*$)|\)\[(?=[^\[\]\n]*\]))(?:https?:|www\.|\.{1,2}/)"
            r"|\[\[[^\[\]\n]+\]\](?!\()",
            re.MULTILINE,
        ),
        "link",
    ),
    (re.compile(r"\[\^[\w-]+\]"), "footnote"),
    (
        re.compile(
            r"(?<!\\)<(?:a|b|blockquote|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|small|"
            r"span|strong|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>\n]*)?/?>",
            re.IGNORECASE,
        ),
        "html",
    ),
)


@rule(Severity.WARNING)
def check_markup_has_its_form(corpus: Corpus) -> Iterator[Finding]:
    """What is meant as a link must be written as one, and nothing as HTML or a footnote.

    A narrative is Markdown without HTML: what is written otherwise is published letter by letter.
    Bad: `[report] (https://example.org)`. Good: `[report](https://example.org)`.

    Yang dimaksud sebagai tautan harus ditulis sebagai tautan, dan tidak ada HTML atau catatan kaki.

    Narasi adalah Markdown tanpa HTML: yang ditulis dengan cara lain terbit huruf demi huruf.
    Salah: `[report] (https://example.org)`. Benar: `[report](https://example.org)`.
    """
    for (kind, id), by_language in corpus.prose.items():
        for prose in by_language.values():
            for place, message in _find_forms(prose):
                yield Finding(kind, corpus.entries[kind][id], (), message, place)


def _find_forms(prose: Prose) -> Iterator[tuple[Place, Message]]:
    if prose.simple_links is not None and "<" not in prose.text:
        return
    for form, name in _FORMS:
        for match in form.finditer(prose.plain):
            yield prose.place(match.start()), _MESSAGES[name]
