"""The page of a facet of commitments, and that of each of its values."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from renaksi import model
from renaksi.publish.desk import Desk, Wording
from renaksi.publish.facets import CLOSED, ENTRIES, NONE, UNKNOWN, VOICES, Facet
from renaksi.publish.pager import build_pager, take_page
from renaksi.publish.paths import facet_url, filtered_url
from renaksi.publish.values import Row, Value
from renaksi.publish.views import commitments
from renaksi.vocabulary import Kind

# The prefix of the words of each closed facet.
_WORDS = {
    Facet.STREAM: "stream",
    Facet.DEADLINE: "deadline",
    Facet.EVIDENCE: "found",
    **dict.fromkeys(VOICES, "completion"),
}
_RELATED = (Facet.THEME, Facet.POLICY_AREA, Facet.LEAD, Facet.PARTNER, Facet.OGP_VALUE, Facet.SDG)
_COUNTED = (*VOICES, Facet.DEADLINE, Facet.EVIDENCE)
# Of what else its commitments have, a page names the most frequent.
_MOST = 8


def value_name(desk: Desk, facet: Facet, value: str) -> Value:
    """What readers see of a value."""
    if facet in CLOSED:
        return Value(desk.t(f"{_WORDS[facet]}.{value}"))
    if value in (UNKNOWN, NONE):
        return Value(desk.t("fact.unknown" if value == UNKNOWN else "fact.none"))
    entry = desk.corpus.get(ENTRIES[facet][1], value)
    if isinstance(entry, model.Organization):
        return desk.title(entry)
    assert isinstance(entry, model.VocabularyTerm), (facet, value)
    return desk.text(entry.label)


def value_link(desk: Desk, facet: Facet, value: str) -> Value:
    """A value as a link to its page."""
    name = value_name(desk, facet, value)
    return Value(name.text, facet_url(desk.words, facet, value), language=name.language)


def ordered(desk: Desk, facet: Facet) -> list[tuple[str, int]]:
    """The used values with their numbers of commitments.

    Entries stand by number, then by name, goals and their targets by the numbers in their ids;
    what is not known stands last.
    """
    counts = [(value, len(found)) for value, found in desk.facets.members[facet].items()]
    if facet in CLOSED:
        return counts
    counts.sort(key=lambda each: value_name(desk, facet, each[0]).text.casefold())
    if facet is Facet.SDG:
        counts.sort(key=lambda each: _numbers(each[0]))
    else:
        counts.sort(key=lambda each: -each[1])
    counts.sort(key=lambda each: (each[0] in (NONE, UNKNOWN), each[0] == UNKNOWN))
    return counts


def _numbers(id: str) -> tuple[int, ...]:
    """`sdg-16-7` -> 16, 7: a target stands right below its goal."""
    return tuple(int(part) for part in id.split("-") if part.isdecimal())


def facet_view(desk: Desk, facet: Facet) -> dict[str, Any]:
    """Every value of a facet with its number of commitments."""
    total = len(desk.corpus.commitments)
    counts = ordered(desk, facet)
    return {
        "crumbs": _crumbs(desk),
        "help": _help(desk, facet),
        "values": tuple(
            (value_link(desk, facet, value), desk.words.count("count.commitments", number))
            for value, number in counts
        ),
        "columns": (desk.t(f"facet.{facet.value}"), desk.t("facet.count")),
        "sum": _sum(desk, sum(number for _, number in counts), total),
        "others": tuple(
            Value(desk.t(f"facet.{other.value}"), facet_url(desk.words, other))
            for other in Facet
            if other is not facet
        ),
    }


def value_view(desk: Desk, facet: Facet, value: str, number: int) -> dict[str, Any]:
    """The commitments of one value; the first page also says what they have in common."""
    members = desk.facets.members[facet][value]
    shown = take_page(members, number)
    return {
        "crumbs": (
            *_crumbs(desk),
            Value(desk.t(f"facet.{facet.value}"), facet_url(desk.words, facet)),
        ),
        "facet": desk.t(f"facet.{facet.value}"),
        "name": value_name(desk, facet, value),
        "count": _of_total(desk, len(members)),
        "help": _help(desk, facet),
        "about": _about(desk, facet, value),
        "combine": filtered_url(desk.words, facet, value),
        "wordings": _wordings(desk, facet, value),
        "summary": _summary(desk, facet, members) if number == 1 else (),
        "related": _related(desk, facet, members) if number == 1 else (),
        "as_of": _as_of(desk),
        "cards": tuple(commitments.card(desk, item) for item in shown),
        "pager": build_pager(
            desk.words, len(members), number, lambda n: facet_url(desk.words, facet, value, n)
        ),
    }


def _crumbs(desk: Desk) -> tuple[Value, ...]:
    return (Value(desk.t("nav.commitments"), desk.section("commitments")),)


def _of_total(desk: Desk, number: int) -> str:
    total = desk.words.number(len(desk.corpus.commitments))
    return desk.t("facet.of_total", n=desk.words.number(number), total=total)


def _sum(desk: Desk, added: int, total: int) -> str | None:
    """Why the numbers add up to more than there are commitments, where they do."""
    return desk.t("facet.several", total=desk.words.number(total)) if added > total else None


def _help(desk: Desk, facet: Facet) -> tuple[str, ...]:
    """What the facet is, and on which day that holds."""
    key = "completion" if facet in VOICES else facet.value
    told = desk.t(f"facet_help.{key}")
    return (told, _as_of(desk)) if facet is Facet.DEADLINE else (told,)


def _as_of(desk: Desk) -> str:
    return desk.t("facet.as_of", date=desk.words.date(desk.as_of))


def _about(desk: Desk, facet: Facet, value: str) -> Value | None:
    """The page of an organization."""
    if value in (NONE, UNKNOWN) or ENTRIES.get(facet, ("", None))[1] is not Kind.ORGANIZATION:
        return None
    return Value(desk.t("facet.organization"), desk.link(Kind.ORGANIZATION)(value).url)


def _wordings(desk: Desk, facet: Facet, value: str) -> tuple[Wording, ...]:
    """The label in each language, and whose wording it is."""
    entry = desk.corpus.get(ENTRIES[facet][1], value) if facet in ENTRIES else None
    if not isinstance(entry, model.VocabularyTerm):
        return ()
    found = []
    for language, text in entry.label.by_language.items():
        label = desk.t("facet.label_in", language=desk.words.language_name(language))
        source = entry.label_source.get(language)
        remark = None if source else desk.t("facet.label_own")
        found.append((label, Value(text, language=language, remark=remark), desk.marks(source)))
    return tuple(found)


def _summary(desk: Desk, facet: Facet, members: Sequence[model.Commitment]) -> tuple[Row, ...]:
    """How far the commitments got in each voice's words, their end dates, and evidence."""
    rows = []
    for other in _COUNTED:
        if other is facet:
            continue
        counts = _count(desk, other, members)
        values = [
            Value(_counted(desk, other, value, counts[value], len(members)))
            for value in CLOSED[other]
            if counts[value]
        ]
        rows.append(Row(other.value, desk.t(f"facet.{other.value}"), tuple(values)))
    return tuple(rows)


def _counted(desk: Desk, facet: Facet, value: str, number: int, total: int) -> str:
    """`Limited: 2`, or the value alone on the page of a single commitment."""
    name = value_name(desk, facet, value).text
    return name if total == 1 else desk.t("facet.counted", value=name, n=desk.words.number(number))


def _related(desk: Desk, facet: Facet, members: Sequence[model.Commitment]) -> tuple[Row, ...]:
    """What else the commitments have to do with, most frequent first."""
    rows = []
    for other in (each for each in _RELATED if each is not facet):
        counts = _count(desk, other, members)
        known = [each for each in counts.most_common() if each[0] not in (NONE, UNKNOWN)]
        if known:
            values = tuple(_related_values(desk, other, known, len(members)))
            rows.append(Row(other.value, desk.t(f"facet.{other.value}"), values))
    return tuple(rows)


def _related_values(
    desk: Desk, facet: Facet, known: Sequence[tuple[str, int]], total: int
) -> Iterator[Value]:
    for value, number in known[:_MOST]:
        link = value_link(desk, facet, value)
        count = Value(desk.words.count("count.commitments", number)) if total > 1 else None
        yield Value(link.text, link.url, language=link.language, detail=count)
    if len(known) > _MOST:
        more = desk.words.number(len(known) - _MOST)
        yield Value(desk.t("facet.more", n=more), facet_url(desk.words, facet))


def _count(desk: Desk, facet: Facet, members: Sequence[model.Commitment]) -> Counter[str]:
    values = desk.facets.values
    return Counter(value for item in members for value in values[item.id][facet])
