"""Known exceptions of `data/exceptions.yaml`: what they cover, and that they are needed."""

from collections.abc import Iterator
from typing import cast

from renaksi.checks.registry import RULES, Finding, rule
from renaksi.corpus import Corpus
from renaksi.model import KnownException
from renaksi.problem import Message, Place, Severity
from renaksi.shape import key_path
from renaksi.vocabulary import Kind

OWN_RULE = "exception-is-needed"
# What tells one problem from every other: its rule, place and path of keys.
Spot = tuple[str, Place, str]


def find_excused(corpus: Corpus) -> Iterator[tuple[Spot, KnownException]]:
    """Every problem that an exception covers, and the exception."""
    exceptions = _exceptions(corpus)
    named = {item.rule for item in exceptions} - {OWN_RULE}
    for id in sorted(named & RULES.keys()):
        for found in RULES[id].function(corpus):
            origin = corpus.origins[found.kind, found.entry.id]
            key = key_path(origin.document, origin.prefix, found.loc)
            spot = id, found.place or origin.place(found.loc), key
            for item in exceptions:
                if item.rule == id and _covers(item, found, key):
                    yield spot, item


def _exceptions(corpus: Corpus) -> list[KnownException]:
    return [cast(KnownException, item) for item in corpus.of(Kind.EXCEPTION)]


def _covers(item: KnownException, found: Finding, key: str) -> bool:
    concern = item.concern
    if (concern.kind, concern.id) != (found.kind, found.entry.id):
        return False
    return concern.field is None or f"{key}.".startswith(f"{concern.field}.")


@rule(Severity.ERROR)
def check_exception_is_needed(corpus: Corpus) -> Iterator[Finding]:
    """A known exception must cover a problem that is still there.

    An exception that outlives its problem would hide the next one at the same place.
    Bad: an exception for a percentage that was corrected since. Good: the exception is removed.

    Pengecualian harus menutupi masalah yang masih ada.

    Pengecualian yang masalahnya sudah hilang akan menyembunyikan masalah berikutnya di tempat yang
    sama.
    Salah: pengecualian untuk persentase yang sudah diperbaiki. Benar: pengecualian itu dihapus.
    """
    needed = {item.id for _, item in find_excused(corpus)}
    for item in _exceptions(corpus):
        concern = item.concern
        unread = corpus.get(concern.kind, concern.id) is None and corpus.may_exist(
            concern.kind, concern.id
        )
        if item.id in needed or unread:
            continue
        if item.rule in RULES:
            message = Message(
                id="Pengecualian ini tidak diperlukan lagi dan harus dihapus.",
                en="This exception is no longer needed and must be removed.",
            )
        else:
            message = Message(
                id="Pengecualian harus menyebut aturan tentang isi data; aturan tentang cara "
                f"menulis berkas tidak dapat dikecualikan: '{item.rule}'.",
                en="An exception must name a rule on what the data say; rules on how files are "
                f"written know no exception: '{item.rule}'.",
            ).hint(item.rule, list(RULES))
        yield Finding(Kind.EXCEPTION, item, ("rule",), message)
