"""Corpora that are valid but unlike ours build all the same, into sound pages."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests import cases, golden, trees

STAGE = "content/stages/2030-2031/03-last-thunder"
LANGUAGES: dict[str, Any] = {
    "replace": {
        "data/sources.yaml": {"language: en\n": "language: jv\n"},
        "data/glossary.yaml": {"    en: Dew\n": "    en: Dew\n    su: Ciibun\n"},
        "data/organizations.yaml": {
            "    en: Weather Tribunal\n": "    en: Weather Tribunal\n    jv: Mahkamah Hawa\n"
        },
        "content/commitments/2030-2031/02-empty-sky.md": {
            "  en: Empty sky\n": "  en: Empty sky\n  jv: Langit kothong\n"
        },
        "data/renaksi.yaml": {"language: id\n": "language: jv\n"},
    }
}
HEADINGS: dict[str, Any] = {
    "files": {
        f"{STAGE}.en.md": "# Facts\n\n## Facts\n\n## Content\n\n### Outcomes\n",
        "content/commitments/2030-2031/02-empty-sky.en.md": "## History\n\nAn own heading.\n",
        "content/notes.md": (
            "---\nid: notes\ntitle: {id: Catatan, en: Notes}\n"
            "description: {id: Catatan., en: Notes.}\n---\n\n## Figures\n"
        ),
    }
}
IDS: dict[str, Any] = {
    "replace": {
        "content/commitments/2030-2031/01-foggy-roads.md": {"- id: m2": "- id: facts"},
        "data/notes.yaml": {"- id: typo": "- id: figures"},
        "data/people.yaml": {"- id: cumulus": "- id: content"},
        "data/sources.yaml": {"- id: lost-leaflet": "- id: dark"},
        "data/renaksi.yaml": {
            "open_parliament:\n": """\
  - id: fog-survey
    title: {id: Survei kabut, en: Fog survey}
    stage: 03-last-thunder
    men: {value: 1, source: cloud-page}
    women: {value: 2, source: cloud-page}
    topics:
      value:
        - title: {id: Kabut, en: Fog}
          quote: kabut
          percent: 50
      source: cloud-page
open_parliament:
"""
        },
    }
}
# A plan of which nothing is known but its name; `home` alone needs no file to stand there.
BARE: dict[str, Any] = {
    "remove": sorted(
        str(path.relative_to(cases.CORPUS)) for path in (cases.CORPUS / "content").rglob("*.*")
    ),
    "files": {
        **{
            str(path.relative_to(cases.CORPUS)): "[]\n"
            for path in (cases.CORPUS / "data").glob("*.yaml")
        },
        "data/renaksi.yaml": (
            "id: 2030-2031\ntitle: {id: Rencana Awan, en: Cloud Plan}\n"
            "period: {value: 2030-2031, source: leaf}\nordinal: {value: 1, source: leaf}\n"
        ),
        "data/sources.yaml": (
            "- {id: leaf, title: Leaf, short_title: {id: Daun, en: Leaf}, publisher: Tree,"
            " language: en}\n"
        ),
    },
}
CORPORA = {"languages": LANGUAGES, "headings": HEADINGS, "ids": IDS, "bare": BARE}


@pytest.fixture(scope="module", params=CORPORA)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    root = cases.lay_out(CORPORA[request.param], folder)
    assert cases.problems_of(root) == []
    return golden.build(root, folder / "site", seed=1)


def test_every_page_has_unique_ids_and_one_main_heading(site: Path) -> None:
    found = []
    for page in trees.pages(site):
        ids = Counter(one.attrib["id"] for one in trees.elements(page) if "id" in one.attrib)
        twice = [id for id, number in ids.items() if number > 1]
        headings = len(list(trees.elements(page, "h1")))
        if twice or headings != 1:
            found.append((trees.address(site, page), twice, headings))
    assert found == []


def test_a_plan_of_which_nothing_is_known_says_so_and_draws_nothing(site: Path) -> None:
    if site.parent.name.startswith("bare"):
        for path in ("", "en/", "rencana-aksi/2030-2031/", "en/action-plans/2030-2031/"):
            page = site / path / "index.html"
            assert "chart" not in {one.get("class") for one in trees.elements(page, "section")}
        for path in ("tahapan/", "en/stages/"):
            [main] = trees.elements(site / path / "index.html", "main")
            assert [one for one in main.iter("p") if one.get("class") == "fact__unknown"]
