"""Signs that keep a text from being read at all: hidden ones, and Git's marks of a conflict."""

import re

from renaksi.problem import Message, Place, Problem

MAX_CHARACTERS = 1_000_000
# Control characters, bidirectional overrides and isolates, invisible operators, the byte order
# mark, noncharacters. Joiners, spaces without width and marks of direction stay: scripts need them.
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2061-\u206f\ufeff\ufffe\uffff]")
_BYTE_ORDER_MARK = "\ufeff"


def explain_hidden(character: str) -> Message:
    """Names a sign that nobody can see."""
    code = f"U+{ord(character):04X}"
    return Message(
        id=f"Ada tanda tersembunyi di sini ({code}); hapus lalu ketik ulang bagian ini.",
        en=f"There is a hidden character here ({code}); delete this part and type it again.",
    )


_MARKED = Message(
    id='Berkas dimulai dengan tanda BOM (U+FEFF); simpan ulang sebagai "UTF-8 tanpa BOM".',
    en='The file begins with a byte order mark (U+FEFF); save it as "UTF-8 without BOM".',
)


# The lines that Git writes where two changes touch the same words.
MERGING = re.compile(r"^(?:<{7}|>{7}|[|]{7})(?: |$)", re.MULTILINE)
_UNMERGED = Message(
    id="Di sini dua versi belum digabungkan (tanda <<<<<<< dan >>>>>>> dari Git); "
    "pilih isinya lalu hapus ketiga baris tandanya.",
    en="Two versions were not merged here (Git's marks <<<<<<< and >>>>>>>); "
    "choose the content and remove the lines with the marks.",
)


def find_forbidden(text: str, path: str) -> Problem | None:
    """The first reason that keeps a text from being read at all.

    It is too long, it holds a hidden sign, or two versions of it were never merged.
    """
    if len(text) > MAX_CHARACTERS:
        message = Message(
            id=f"Berkas lebih panjang dari {MAX_CHARACTERS:,} karakter. ".replace(",", ".")
            + "Bagi menjadi beberapa berkas.",
            en=f"The file is longer than {MAX_CHARACTERS:,} characters. "
            "Divide it into several files.",
        )
        return Problem(Place(path), "file-size", message)
    merging = MERGING.search(text)
    if merging is not None:
        return Problem(_place_of(text, path, merging.start()), "merge-conflict", _UNMERGED)
    match = HIDDEN.search(text)
    if match is None:
        return None
    place = _place_of(text, path, match.start())
    marked = text.startswith(_BYTE_ORDER_MARK)
    return Problem(place, "hidden-character", _MARKED if marked else explain_hidden(match.group()))


_TAB = Message(
    id="Ada tab di sini; ganti dengan spasi.",
    en="There is a tab here; replace it with spaces.",
)


# Spaces of word processors and web pages where YAML wants its own: at the start of a line, after
# the colon of a key, after the hyphen of a list. In the middle of a text they are what they seem.
_ODD_BLANK = re.compile(
    r"^ *(?:- *)*(?:[\w-]+:)? *([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])", re.MULTILINE
)


def find_blank(text: str, path: str) -> Problem | None:
    """The first sign of a YAML text that looks like a space but is none. Narratives may have them.

    Such is every tab, and every other blank where the structure of YAML asks for a space.
    """
    tab = text.find("\t")
    if tab >= 0:
        return Problem(_place_of(text, path, tab), "tab-character", _TAB)
    odd = None if text.isascii() else _ODD_BLANK.search(text)
    if odd is None:
        return None
    return Problem(_place_of(text, path, odd.start(1)), "hidden-character", explain_hidden(odd[1]))


def _place_of(text: str, path: str, offset: int) -> Place:
    before = text[:offset]
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
