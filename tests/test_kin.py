"""Commitments lead to those that have most in common with them, and say what that is."""

from pathlib import Path

import pytest

from renaksi.corpus import find_traits
from renaksi.layout import LANGUAGES
from renaksi.publish.views import kin
from tests import trees
from tests.test_site import BOTH, REAL, Site


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_something_in_common_and_the_most_comes_first(site: Site, language: str) -> None:
    desk = site.desk(language)
    found = {item.id: kin.find_kin(desk, item) for item in site.corpus.commitments}
    assert any(found.values())
    traits = {item.id: set(find_traits(item)) for item in site.corpus.commitments}
    urls = {site.by_name[f"commitment:{id}", language].url: id for id in traits}
    for id, items in found.items():
        others = [urls[item.link.url or ""] for item in items]
        weights = [sum(kin.WEIGHTS[name] for name, _ in traits[id] & traits[it]) for it in others]
        assert id not in others
        assert weights == sorted(weights, reverse=True)
        left_out = traits.keys() - {id, *others}
        if len(others) < kin.SHOWN:
            assert not any(traits[id] & traits[other] for other in left_out)
        assert all(item.reasons for item in items)


def test_reasons_name_the_things_in_common() -> None:
    commitment = REAL.corpus.commitments[14]
    for language, words in (("id", "penanggung jawab yang sama: "), ("en", "also led by ")):
        for item in kin.find_kin(REAL.desk(language), commitment)[:3]:
            assert any(reason.startswith(words) for reason in item.reasons)


def test_what_nearly_all_share_is_no_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kin, "COMMON", 3)
    shared = REAL.corpus.commitments_by_trait
    few = {trait for trait, ids in shared.items() if len(ids) <= 3}
    for item in REAL.corpus.commitments:
        mine = few & set(find_traits(item))
        ids = {id for trait in mine for id in shared[trait]} - {item.id}
        assert len(kin.find_kin(REAL.desk("id"), item)) == min(len(ids), kin.SHOWN)


def test_traits_hold_what_several_commitments_name() -> None:
    shared = REAL.corpus.commitments_by_trait
    assert {name for name, _ in shared} <= set(kin.WEIGHTS)
    for commitment in REAL.corpus.commitments:
        found = list(find_traits(commitment))
        assert len(found) == len(set(found))
        assert all(commitment.id in shared[trait] for trait in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_shows_them_with_their_reasons(real_site: Path, language: str) -> None:
    for commitment in REAL.corpus.commitments:
        page = real_site / REAL.by_name[f"commitment:{commitment.id}", language].dest_uri
        wanted = kin.find_kin(REAL.desk(language), commitment)
        sections = [
            it for it in trees.elements(page, "section") if it.get("aria-labelledby") == "_kin"
        ]
        shown = [trees.text(item) for section in sections for item in section.iter("li")]
        assert len(shown) == len(wanted)
        for text, item in zip(shown, wanted, strict=True):
            assert item.link.text in text
            assert "; ".join(item.reasons) in text
