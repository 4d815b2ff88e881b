"""What tables hold besides the model: what is worked out is what the site shows."""

from pathlib import Path

from renaksi.export.tables.build import build_tables
from renaksi.layout import LANGUAGES
from renaksi.publish.facets import UNKNOWN, FacetIndex
from renaksi.validate import validate
from renaksi.vocabulary import Kind, Voice
from tests import golden, trees
from tests.tabular import ADDRESS, Made, cells, publish


def test_commitments_say_what_the_site_says(made: Made) -> None:
    facets = FacetIndex(made.corpus, golden.AS_OF)
    rows = {row["id"]: row for row in cells(made.tables["commitments"])}
    assert list(rows) == [item.id for item in made.corpus.commitments]
    for id, row in rows.items():
        values = {facet.value: value for facet, value in facets.values[id].items()}
        for voice in Voice:
            (rating,) = values[f"completion-{voice.value}"]
            cell = row[f"completion_{voice.value.replace('-', '_')}"]
            assert cell == (None if rating == UNKNOWN else rating)
        assert row["deadline_state"] == values["deadline"][0]
        # Nothing written down does not mean that there is none.
        assert row["evidence_found"] == (True if values["evidence"] == ("found",) else None)


def test_names_stand_beside_ids() -> None:
    tables = {table.name: table for table in publish(golden.CORPUS).once(build_tables)}
    row = cells(tables["commitments"])[0]
    corpus = validate(golden.CORPUS)[0]
    named = [corpus.get(Kind.ORGANIZATION, id) for id in ("bureau-of-dew", "weather-tribunal")]
    titles = [each.title.best("en")[1] for each in named]  # type: ignore[union-attr]
    assert row["supporting_organizations_names_en"] == "; ".join(titles)
    for name in ("milestones", "updates"):
        for each in cells(tables[name]):
            commitment = corpus.get(Kind.COMMITMENT, each["commitment"])
            assert each["commitment_title_id"] == commitment.title.get("id")  # type: ignore[union-attr]


def test_addresses_are_those_of_pages(golden_site: Path) -> None:
    tables = {table.name: table for table in publish(golden.CORPUS).once(build_tables)}
    seen = 0
    for row in cells(tables["entries"]):
        for language in LANGUAGES:
            if row[f"page_{language}"] is None:
                assert row["kind"] in (
                    "exception",
                    "redirect",
                    "audit",
                    "policy-area",
                    "sdg",
                    "theme",
                )
                continue
            path, _, anchor = row[f"page_{language}"].removeprefix(ADDRESS).partition("#")
            page = golden_site / path / "index.html"
            assert page.is_file(), row
            ids = {each.get("id") for each in trees.elements(page)}
            assert not anchor or anchor in ids, row
            seen += 1
    assert seen > 60
