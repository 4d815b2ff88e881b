"""What a syntax error of YAML means to the person who wrote the file, and where to look for it.

libyaml stops where it can go on no longer; the mistake often stands somewhat above.
"""

import re
from collections.abc import Collection
from itertools import dropwhile, takewhile
from typing import Any

import yaml

from renaksi.problem import Message, Place, Problem

_OPEN_QUOTE = Message(
    id="Tanda kutip dibuka di sini, atau sedikit di atasnya, tetapi tidak ditutup; "
    "tambahkan tanda kutip penutup.",
    en="A quotation mark is opened here, or a little above, and never closed; "
    "add the closing quotation mark.",
)
_COLON = Message(
    id="Teks yang memuat titik dua dan spasi harus diapit tanda kutip.",
    en="A text that holds a colon and a space must stand in quotes.",
)
_INDENT = Message(
    id="Jumlah spasi di awal baris ini tidak cocok dengan baris di atasnya; samakan.",
    en="The spaces at the start of this line do not fit the line above; make them alike.",
)
_NO_COLON = Message(
    id='Baris ini tidak mempunyai titik dua sesudah nama isian ("nama: isi"), '
    "atau bukan tempatnya di sini.",
    en='This line has no colon after the name of a field ("name: value"), or does not belong here.',
)
_BRACKET = Message(
    id="Kurung dibuka di sini tetapi tidak ditutup.",
    en="A bracket is opened here and never closed.",
)
_AFTER_QUOTE = Message(
    id="Sesudah tanda kutip penutup tidak boleh ada kata lagi; apit seluruh isian dengan kutip.",
    en="No words may follow the closing quotation mark; put the whole value in quotes.",
)
# A text in quotes that its own quotation mark ends too soon: 'Berita Jum'at'.
_WITHIN_QUOTES = {
    "'": Message(
        id="Tanda petik di tengah teks ini mengakhirinya; tulis dua kali (''), atau apit seluruh "
        'teks dengan tanda kutip ganda (").',
        en="The apostrophe inside this text ends it; write it twice (''), or put the whole text "
        'in double quotes (").',
    ),
    '"': Message(
        id='Tanda kutip ganda di tengah teks ini mengakhirinya; tulis \\" di situ, atau apit '
        "seluruh teks dengan kutip tunggal (').",
        en='The double quote inside this text ends it; write \\" there, or put the whole text '
        "in single quotes (').",
    ),
}
_NO_DASH = Message(
    id='Entri baru dalam daftar dimulai dengan "- "; bila baris ini bukan entri baru, samakan '
    "spasi di awalnya dengan baris di atasnya.",
    en='A new entry of a list begins with "- "; if this line is no new entry, make the spaces at '
    "its start like those of the line above.",
)
_DASH = Message(
    id='Baris daftar harus dimulai dengan tanda hubung dan spasi: "- ".',
    en='A line of a list must begin with a hyphen and a space: "- ".',
)
_NO_SPACE = Message(
    id='Sesudah titik dua harus ada spasi: "nama: isi".',
    en='A space must follow the colon: "name: value".',
)
_START = Message(
    id="Teks yang diawali tanda ini harus diapit tanda kutip.",
    en="A text that begins with this sign must stand in quotes.",
)
_ESCAPE = Message(
    id='Di antara tanda kutip ganda, "\\" mengubah arti huruf sesudahnya; pakai kutip tunggal.',
    en='Between double quotes a "\\" changes the meaning of the next letter; use single quotes.',
)
_OTHER = Message(
    id="Susunan YAML tidak dapat dibaca di sini. Periksa titik dua, tanda kutip, "
    "dan jumlah spasi di awal baris, di sini atau sedikit di atasnya.",
    en="The YAML cannot be read here. Check the colon, the quotes and the spaces "
    "at the start of the line, here or a little above.",
)
# A word with a colon and no space behind it, where the name of a field would stand.
_UNSPACED = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*:(?=[^\s/])")
# The sign that a value begins with, behind the name of its field and the marks of lists.
_VALUE = re.compile(r"( *(?:- +)*(?:[\w-]+: +)?(?:- +)*)([\[{*&>|])")
# A list as word processors and messages mark it.
_STARRED = re.compile(r" *\* ")
_ENDED_TOO_SOON = ("found unexpected end of stream", "found unexpected document indicator")

# What libyaml says of a text such as `[A] b`, `**A** b` or `> a b`, whose first sign it takes for
# one of its own.
_MISREAD = (
    "did not find expected key",
    "did not find expected '-'",
    "did not find expected alphabetic",
    "did not find expected comment",
)

CUT_OFF = Message(
    id='Data berakhir di baris "---" ini, tetapi baris sesudahnya masih berupa data; '
    "hapus baris ini.",
    en='The data ends at this "---" line, but what follows still looks like data; '
    "delete this line.",
)
CUT_WORDS = Message(
    id='Kata-kata mulai "#" ini dibuang YAML sebagai catatan. Apit seluruh teks dengan '
    'tanda kutip; bila memang catatan, tulis spasi sesudah "#".',
    en='YAML drops the words from this "#" on as a remark. Put the whole text in quotes; '
    'if it is a remark, write a space after "#".',
)
# A remark is written `# like this`; `#1` and `#tag` are words.
_CUT_WORDS = re.compile(r"(?<! )( +)#[^\s#]")
_FENCE = "---"
_KEY = re.compile(r"([a-z][a-z0-9_-]*):(?:\s|$)")
_ITEM = re.compile(r"- |#|$")
_FEW, _MANY = 2, 3


def is_cut_off(following: list[str], keys: Collection[str]) -> bool:
    """Whether the lines below the end of a record's data are still data, by the record's `keys`.

    What is looked at ends with another line `---`, or else with an empty line. Prose may begin
    with `Note: ...`, and a key may be a word of prose: so no other line may stand among the keys,
    unless there are many of them.
    """
    lines = list(dropwhile(_is_fence, following))
    end = next((at for at, line in enumerate(lines) if _is_fence(line)), None)
    part = list(takewhile(str.strip, lines)) if end is None else lines[:end]
    outer = [_KEY.match(line) for line in part if not line[:1].isspace() and not _ITEM.match(line)]
    known = sum(1 for match in outer if match and match[1] in keys)
    return known >= _MANY or (known >= (_FEW if end is None else 1) and all(outer))


def find_cut_words(text: str) -> dict[tuple[int, int], int]:
    """Where words such as ` #1` may be cut from an unquoted text.

    By line and column, from 0, of the end of the text: the column of the sign.
    """
    lines = enumerate(text.split("\n")) if " #" in text else ()
    found = ((line, match) for line, words in lines for match in _CUT_WORDS.finditer(words))
    return {(line, match.start(1)): match.end(1) for line, match in found}


def _is_fence(line: str) -> bool:
    return line.rstrip() == _FENCE


def explain(text: str, path: str, error: yaml.YAMLError, last: Any) -> Problem:
    """The problem behind an error; `last` is the last scalar that could still be read."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    quote = _open_quote(error, last, line)
    if quote is not None:
        line, column, message = quote.line, quote.column, _OPEN_QUOTE
    else:
        line, column, message = _explain_others(text, error, line, column)
    return Problem(Place(path, line + 1, column + 1), "yaml-syntax", message)


def _explain_others(
    text: str, error: yaml.YAMLError, line: int, column: int
) -> tuple[int, int, Message]:
    """Line and column from 0, and what is said there, by what libyaml expected."""
    problem, lines = getattr(error, "problem", None) or "", text.split("\n")
    # The end of a text may have a line of its own.
    here = lines[line] if line < len(lines) else ""
    opened = getattr(error, "context_mark", None)
    if problem.startswith("mapping values are not allowed"):
        return _explain_colon(lines, line, column)
    if problem.startswith("could not find expected ':'") and opened:
        unspaced = _UNSPACED.match(lines[opened.line])
        where = unspaced.end() if unspaced else opened.column
        return opened.line, where, _NO_SPACE if unspaced else _NO_COLON
    if problem.startswith("did not find expected ','") and opened:
        return opened.line, opened.column, _BRACKET
    if problem.startswith(_MISREAD):
        return _explain_misread(problem, line, column, here)
    return line, column, _explain_sign(problem)


def _explain_misread(problem: str, line: int, column: int, here: str) -> tuple[int, int, Message]:
    """What stands where another key or entry should: the rest of a text, or a line out of place."""
    before = here[:column]
    value = _VALUE.match(here)
    if value:
        starred = _STARRED.match(here) is not None
        return line, value.end(1), _DASH if starred else _START
    if before.endswith(("'", '"')) and here.rstrip().endswith(before[-1]):
        return line, column - 1, _WITHIN_QUOTES[before[-1]]
    if before.rstrip().endswith(("'", '"')):
        return line, column, _AFTER_QUOTE
    indent = len(here) - len(here.lstrip())
    return line, indent, _NO_DASH if problem.endswith("'-' indicator") else _INDENT


def _explain_sign(problem: str) -> Message:
    """What is said of a single sign, at the place that libyaml names."""
    if "unknown escape character" in problem:
        return _ESCAPE
    return _START if "cannot start any token" in problem else _OTHER


def _explain_colon(lines: list[str], line: int, column: int) -> tuple[int, int, Message]:
    """A colon where none may be: in a text, behind spaces too many, or below a line without one."""
    here, above = lines[line], lines[max(line - 1, 0)]
    indent = len(here) - len(here.lstrip())
    if len(re.findall(r":(?= |$)", here)) > 1:
        return line, column, _COLON
    unspaced = _UNSPACED.match(above)
    if unspaced and len(above) - len(above.lstrip()) == indent:
        return line - 1, unspaced.end(), _NO_SPACE
    return line, indent, _INDENT


def _open_quote(error: Any, last: Any, line: int) -> Any:
    """Where the quotation mark stands that was never closed.

    Either the file ends within the quotes, or the mark that opens the next quotation closes them,
    and what was to be quoted follows on the same line.
    """
    if getattr(error, "problem", None) in _ENDED_TOO_SOON:
        return error.context_mark
    if last is None or last.style not in ("'", '"'):
        return None
    spans = last.start_mark.line < last.end_mark.line
    return last.start_mark if spans and last.end_mark.line == line else None
