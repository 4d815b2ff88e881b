"""Rules on the links in narratives."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from urllib.parse import unquote, urlsplit

from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus, Prose
from renaksi.layout import IMAGES, PRIMARY_LANGUAGE, prose_language, translation_path
from renaksi.model import Entry
from renaksi.narrative import find_anchors
from renaksi.problem import Message, Severity
from renaksi.remedies import plain_signs
from renaksi.vocabulary import Kind

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_ALLOWED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_COMPLETE = re.compile(r"https?://[^/?#]|mailto:.", re.IGNORECASE)
# An address of the web without its beginning, such as people know it from the screen.
_BARE_ADDRESS = re.compile(
    r"www\.|(?:[\w-]+\.)+(?:com|org|net|id|int|info|gov|edu)(?:[/?#]|$)", re.IGNORECASE
)
_EMPTY = Message(
    id="Tautan ini tidak punya tujuan; tulis alamatnya di antara kedua kurung.",
    en="This link leads nowhere; write the address between the brackets.",
)
_LONGEST_SHOWN = 200
_TOP = "top"  # Every page has this place, by the HTML standard.


@dataclass(frozen=True)
class _Link:
    """A link as it is written: whose narrative it stands in, where, and its target."""

    kind: Kind
    entry: Entry
    prose: Prose
    offset: int
    target: str
    is_image: bool

    @property
    def shown(self) -> str:
        """As much of the target as one needs to see which it is."""
        whole = len(self.target) <= _LONGEST_SHOWN
        return self.target if whole else f"{self.target[:_LONGEST_SHOWN]}…"

    def finding(self, message: Message) -> Finding:
        place = self.prose.place(self.offset)
        return Finding(self.kind, self.entry, (), message, place)


def _links(corpus: Corpus) -> Iterator[_Link]:
    """Every link of every narrative."""
    for (kind, id), by_language in corpus.prose.items():
        for prose in by_language.values():
            for link in prose.links:
                yield _Link(kind, corpus.entries[kind][id], prose, *link)


@rule(Severity.ERROR)
def check_link_leads_somewhere(corpus: Corpus) -> Iterator[Finding]:
    """A link in a narrative must lead to a file of the corpus or to a web or mail address.

    A file is named by its path from the file that the link stands in, so that the link works on
    GitHub as well as on the site. An image lies in the repository, so that no other host learns
    who reads the page.
    Bad: `[kick-off](../kickoff.md)`. Good: `[kick-off](../../meetings/2018-2020/2018-kick-off.md)`.

    Tautan dalam narasi harus menuju berkas yang ada di sini, atau alamat web atau surel.

    Berkas disebut dengan jalurnya dari berkas tempat tautan itu ditulis, sehingga tautan berfungsi
    di GitHub maupun di situs. Gambar disimpan di repositori ini, sehingga tidak ada pihak lain yang
    tahu siapa yang membaca halaman.
    Salah: `[kick-off](../kickoff.md)`.
    Benar: `[kick-off](../../meetings/2018-2020/2018-kick-off.md)`.
    """
    for link in _links(corpus):
        message = _complaint(corpus, link)
        if message is not None:
            yield link.finding(message)


@rule(Severity.ERROR)
def check_link_reaches_its_place(corpus: Corpus) -> Iterator[Finding]:
    """A link to a place on a page (`#...`) must name a heading or an entry that is there.

    The place of a heading is its words in small letters with hyphens; that of a source, a note, a
    term, a milestone or an update is its id.
    Bad: `[note](../../notes.md#six)`. Good: `[note](../../notes.md#six-or-seven-stages)`.

    Tautan ke suatu tempat di halaman (`#...`) harus menyebut judul atau entri yang ada di sana.

    Tempat sebuah judul adalah kata-katanya dalam huruf kecil dengan tanda hubung; tempat sumber,
    catatan, istilah, tonggak capaian, atau catatan kemajuan adalah pengenalnya.
    Salah: `[note](../../notes.md#six)`. Benar: `[note](../../notes.md#six-or-seven-stages)`.
    """
    pages = {
        prose.path: (kind, id, language)
        for (kind, id), by_language in corpus.prose.items()
        for language, prose in by_language.items()
    }
    anchors = cache(partial(find_anchors, corpus))
    for link in _links(corpus):
        message = _misses(anchors, pages, link)
        if message is not None:
            yield link.finding(message)


@rule(Severity.ERROR)
def check_link_keeps_its_language(corpus: Corpus) -> Iterator[Finding]:
    """A link in a narrative must lead to the file in the narrative's own language, if there is one.

    Otherwise a reader lands on a page of the other language without having asked for it.
    Bad: `[stages](stages/index.md)` in an English narrative.
    Good: `[stages](stages/index.en.md)` in an English narrative.

    Tautan dalam narasi harus menuju berkas dalam bahasa narasi itu, jika ada.

    Jika tidak, pembaca sampai di halaman berbahasa lain tanpa memintanya.
    Salah: `[stages](stages/index.md)` dalam narasi bahasa Inggris.
    Benar: `[stages](stages/index.en.md)` dalam narasi bahasa Inggris.
    """
    for link in _links(corpus):
        language = prose_language(link.prose.path)
        file = _file(link.prose, link.target)
        better = file and _in_language(corpus, file, language)
        if not better:
            continue
        wanted = posixpath.relpath(better, posixpath.dirname(link.prose.path))
        message = Message(
            id=f"Tautan harus menuju berkas bahasa yang sama, {wanted}: '{link.shown}'.",
            en=f"The link must lead to its own language's {wanted}: '{link.shown}'.",
        )
        yield link.finding(message)


def _in_language(corpus: Corpus, file: str, language: str) -> str | None:
    """The file in `language` of a file in another one, where both are there."""
    if file not in corpus.paths or not file.endswith(".md"):
        return None
    own = prose_language(file)
    if own == language:
        return None
    stem = file.removesuffix(".md" if own == PRIMARY_LANGUAGE else f".{own}.md")
    better = translation_path(f"{stem}.md", language)
    return better if better in corpus.paths else None


def _complaint(corpus: Corpus, link: _Link) -> Message | None:
    """What is wrong with the target of a link, if anything is."""
    target, file = link.target, _file(link.prose, link.target)
    has_scheme = _SCHEME.match(target) is not None
    if not target:
        return _EMPTY
    if link.is_image and (has_scheme or file is None or not file.startswith(IMAGES)):
        return Message(
            id=f"Gambar hanya boleh dari {IMAGES}; simpan gambarnya di sana: '{link.shown}'.",
            en=f"An image may only be one of {IMAGES}; keep the image there: '{link.shown}'.",
        )
    if has_scheme:
        return _complain_of_address(link)
    if file is None or _is_refused(corpus, file):
        return None  # the file has a problem of its own
    return _complain_of_file(corpus, link, file)


def _complain_of_address(link: _Link) -> Message | None:
    target = link.target
    if not _ALLOWED.match(target):
        return Message(
            id=f"Tautan hanya boleh ke alamat http, https, atau mailto: '{link.shown}'.",
            en=f"A link may only lead to an http, https or mailto address: '{link.shown}'.",
        )
    if not _COMPLETE.match(target) or not _can_be_read(target):
        return Message(
            id=f"Alamat ini tidak lengkap atau salah tulis; salin lagi seluruhnya: '{link.shown}'.",
            en=f"This address is not complete or misspelt; copy it again in full: '{link.shown}'.",
        )
    return None


def _can_be_read(address: str) -> bool:
    """Whether a program can tell the host of an address: of `http://[x]/` none can."""
    try:
        return bool(urlsplit(address))
    except ValueError:
        return False


def _is_refused(corpus: Corpus, file: str) -> bool:
    """Whether a file is there but cannot be opened, or lies in such a folder."""
    return any(f"{file}/".startswith(f"{each}/") for each in corpus.refused)


def _complain_of_file(corpus: Corpus, link: _Link, file: str) -> Message | None:
    target = link.target
    if file in corpus.paths:
        if _is_published(file):
            return None
        return Message(
            id="Berkas ini tidak menjadi halaman situs, jadi tidak dapat ditautkan: "
            f"'{link.shown}'.",
            en=f"This file is no page of the site, so no link can lead to it: '{link.shown}'.",
        )
    if _BARE_ADDRESS.match(target):
        return Message(
            id=f"Alamat web harus dimulai dengan https:// atau http://: '{link.shown}'.",
            en=f"A web address must begin with https:// or http://: '{link.shown}'.",
        ).meaning(f"https://{target}")
    path, folder = plain_signs(_without_place(target)), posixpath.dirname(link.prose.path)
    within = IMAGES if link.is_image else ""
    fit = [each for each in sorted(corpus.paths) if _is_published(each) and each.startswith(within)]
    return Message(
        id=f"Tautan menuju berkas yang tidak ada: '{link.shown}'.",
        en=f"The link leads to a file that does not exist: '{link.shown}'.",
    ).hint(path, [posixpath.relpath(each, folder) for each in fit])


def _is_published(file: str) -> bool:
    return file.endswith(".md") or file.startswith(IMAGES)


def _misses(
    anchors: Callable[[Kind, str, str], list[str]],
    pages: dict[str, tuple[Kind, str, str]],
    link: _Link,
) -> Message | None:
    """What is wrong with the place that a target names on a page, if anything is."""
    prose, target = link.prose, link.target
    fragment = target.partition("#")[2]
    page = pages.get(_file(prose, target) or prose.path)
    if not fragment or page is None or _SCHEME.match(target):
        return None
    known, anchor = anchors(*page), unquote(fragment)
    if anchor == _TOP or anchor in known:
        return None
    return Message(
        id=f"Tempat yang dituju tautan tidak ada di halaman itu: '{link.shown}'.",
        en=f"The place that the link leads to is not on that page: '{link.shown}'.",
    ).hint(anchor, known)


def _file(prose: Prose, target: str) -> str | None:
    """The path from the root that a relative target names; None for a place on the same page."""
    path = _without_place(target)
    if not path:
        return None
    joined = posixpath.join(posixpath.dirname(prose.path), path)
    return posixpath.normpath(joined)


def _without_place(target: str) -> str:
    return target.partition("#")[0]
