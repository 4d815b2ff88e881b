"""Every page stands in both languages under an address of its own."""

from pathlib import Path

import pytest

from renaksi.layout import ANCHORED, LANGUAGES, SECTION_OF
from renaksi.publish.facets import Facet
from renaksi.publish.paths import SECTIONS
from renaksi.publish.site import Site, SitePage
from renaksi.publish.words import load_words
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from tests import trees
from tests.cases import CORPUS
from tests.golden import AS_OF

ROOT = Path(__file__).resolve().parent.parent
WORDS, _ = load_words(ROOT / "theme" / "strings")
GOLDEN = Site(validate(CORPUS)[0], WORDS, AS_OF)
REAL = Site(validate(ROOT)[0], WORDS, AS_OF)
BOTH = pytest.mark.parametrize("site", [GOLDEN, REAL], ids=["golden", "real"])
PAGED = (Kind.PLAN, Kind.COMMITMENT, Kind.STAGE, Kind.MEETING, Kind.ORGANIZATION)


@BOTH
def test_every_entry_with_an_address_can_be_linked(site: Site) -> None:
    for language in LANGUAGES:
        desk = site.desk(language)
        for kind in (*SECTION_OF, *ANCHORED):
            for entry in site.corpus.of(kind):
                assert desk.link(kind)(entry.id).text


def page(name: str, language: str) -> SitePage:
    return GOLDEN.by_name[name, language]


@BOTH
def test_every_section_and_entry_has_a_page_in_every_language(site: Site) -> None:
    entries = {f"{kind}:{entry.id}" for kind in PAGED for entry in site.corpus.of(kind)}
    for language in LANGUAGES:
        names = [item.name for item in site.pages if item.language == language]
        ways = {name for name in names if name.startswith("commitments/")}
        assert sorted(names) == sorted({*SECTIONS, *entries, *ways})
        values = {
            f"commitments/{facet}/{value}"
            for facet, members in site.desk(language).facets.members.items()
            for value in members
        }
        assert values | {f"commitments/{facet}" for facet in Facet} <= ways


@BOTH
@pytest.mark.parametrize("field", ["url", "src_uri", "dest_uri"])
def test_no_two_pages_share_an_address_or_a_file(site: Site, field: str) -> None:
    values = [getattr(item, field) for item in site.pages]
    assert len(values) == len(set(values))


@BOTH
def test_alternates_are_reciprocal_and_in_the_order_of_the_languages(site: Site) -> None:
    for item in site.pages:
        alternates = site.alternates(item)
        assert tuple(other.language for other in alternates) == LANGUAGES
        assert item in alternates
        assert all(site.alternates(other) == alternates for other in alternates)


@BOTH
def test_page_lies_under_the_folder_of_its_language(site: Site) -> None:
    for item in site.pages:
        assert item.dest_uri == f"{item.url}index.html"
        assert item.url.startswith("en/") is (item.language == "en")
        assert item.url == item.url.lower().strip("/") + "/" or item.url == ""


@BOTH
def test_every_file_to_edit_exists(site: Site) -> None:
    root = ROOT if site is REAL else CORPUS
    paths = {edit.path for item in site.pages for edit in item.edits}
    missing = {path for path in paths if not (root / path).is_file()}
    sections_without_file = {f"content/{name}.md" for name in SECTIONS} if site is GOLDEN else set()
    assert missing <= sections_without_file


@BOTH
def test_every_page_leads_to_the_file_that_holds_its_facts(site: Site) -> None:
    for item in site.pages:
        kind, _, id = item.name.rpartition(":")
        if kind:
            place = site.corpus.origins[Kind(kind), id].place()
            facts = item.edits[0]
            assert facts.path == place.path
            assert facts.line in (None, place.line)
            assert (facts.line is None) is (Kind(kind) is not Kind.ORGANIZATION)
        parts = [edit.part for edit in item.edits]
        computed = item.name.startswith("commitments/")
        assert parts in ([[], ["entry"]] if computed else [["page"], ["facts", "text"]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_lead_to_their_data_and_to_their_text(language: str) -> None:
    ending = ".md" if language == "id" else ".en.md"
    lists = {
        "glossary": "glossary",
        "sources": "sources",
        "notes": "notes",
        "people": "people",
        "plans": "plans",
        "organizations": "organizations",
        "consultation": "renaksi",
        "documents": "renaksi",
    }
    for name, data in lists.items():
        facts, text = REAL.by_name[name, language].edits
        assert (facts.path, text.path) == (f"data/{data}.yaml", f"content/{name}{ending}")
    lines = (ROOT / "data/renaksi.yaml").read_text(encoding="utf-8").splitlines()
    for name, key in (("consultation", "consultations:"), ("documents", "documents:")):
        line = REAL.by_name[name, language].edits[0].line
        assert line
        assert lines[line - 1] == key


def test_translated_text_and_the_facts_of_its_entry_are_both_within_reach() -> None:
    stem = "content/commitments/2030-2031/01-foggy-roads"
    english = page("commitment:01-foggy-roads", "en").edits
    assert [edit.path for edit in english] == [f"{stem}.md", f"{stem}.en.md"]
    assert [edit.path for edit in page("commitment:01-foggy-roads", "id").edits] == [f"{stem}.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_edited_and_every_listed_entry_at_its_line(
    real_site: Path, language: str
) -> None:
    base = "https://github.com/renaksi-ogi/renaksi"
    for item in (each for each in REAL.pages if each.language == language):
        found = [link for _, link in trees.links(real_site / item.dest_uri) if base in link]
        for edit in item.edits:
            link = f"blob/main/{edit.path}#L{edit.line}" if edit.line else f"edit/main/{edit.path}"
            assert f"{base}/{link}" in found, item.name
        for kind in (kind for kind, section in ANCHORED.items() if section == item.name):
            places = [REAL.corpus.origins[kind, entry.id].place() for entry in REAL.corpus.of(kind)]
            assert places
            for place in places:
                assert f"{base}/blob/main/{place.path}#L{place.line}" in found


@BOTH
def test_every_page_has_a_title_and_a_template(site: Site) -> None:
    for item in site.pages:
        assert item.title.text
        assert (ROOT / "theme" / item.template).is_file()
        assert isinstance(item.view(), dict)


@pytest.mark.parametrize(
    ("name", "state", "language"),
    [
        ("about", "missing", "id"),
        ("commitment:03-open-roof", "missing", "id"),
        ("stage:01-first-drops", "stale", "en"),
        ("meeting:2030-roof-meeting", "current", "en"),
        ("commitment:01-foggy-roads", "current", "en"),
        ("commitment:02-empty-sky", "current", "id"),
    ],
)
def test_translation_is_missing_stale_or_current(name: str, state: str, language: str) -> None:
    english = page(name, "en")
    assert (english.translation, english.body_language) == (state, language)
    assert (page(name, "id").translation, page(name, "id").body_language) == ("current", "id")


def test_page_without_a_translation_shows_the_original() -> None:
    assert page("about", "en").body == page("about", "id").body != ""


def test_neighbours_follow_the_numbers() -> None:
    second = page("commitment:02-empty-sky", "en")
    assert second.previous is not None
    assert second.next is not None
    assert second.previous.url == page("commitment:01-foggy-roads", "en").url
    assert second.next.url == page("commitment:03-open-roof", "en").url
    assert page("commitment:01-foggy-roads", "en").previous is None
    assert page("commitment:03-open-roof", "en").next is None


def test_description_is_the_objective_or_a_plain_statement() -> None:
    assert page("commitment:01-foggy-roads", "en").description.startswith("FOG-X for all")
    assert "Empty sky" in page("commitment:02-empty-sky", "en").description


@BOTH
def test_a_speaker_is_one_item_with_name_and_office(site: Site) -> None:
    meetings = [item.view() for item in site.pages if item.kind == "meeting"]
    speakers = [row for view in meetings for row in view["speakers"]]
    assert speakers
    for row in speakers:
        [person] = row.values
        assert person.url
        assert person.detail.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_voice_that_does_not_rate_is_not_called_silent(golden_site: Path, language: str) -> None:
    path = golden_site / page("commitment:03-open-roof", language).dest_uri
    [voice] = [
        trees.text(item) for item in trees.elements(path, "li") if item.get("class") == "voice"
    ]
    words = WORDS[language]
    for key in ("completion.not_stated", "voice.other", "early_results.worsened"):
        assert words.t(key) in voice
    assert words.t("completion.unknown") not in voice


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_tells_the_count_of_the_irm_and_its_missing_list_before_the_chart(
    golden_site: Path, language: str
) -> None:
    path = golden_site / page("home", language).dest_uri
    [main] = trees.elements(path, "main")
    words, text = WORDS[language], trees.text(main)
    wanted = [
        words.t("home.irm_finding", n=2, total=3),
        words.t("home.irm_list", n=2),
        words.t("chart.voices"),
        words.t("completion.unknown"),
    ]
    places = [text.find(each) for each in wanted]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_and_plan_lead_with_the_same_figure_and_only_the_plan_has_its_remark(
    real_site: Path, language: str
) -> None:
    desk = REAL.desk(language)
    plan = desk.corpus.plan
    fact = plan.irm.substantial_or_complete
    assert fact
    assert fact.note
    home, told = (
        trees.text(next(trees.elements(real_site / item.dest_uri, "main")))
        for item in (REAL.by_name["home", language], REAL.by_name[f"plan:{plan.id}", language])
    )
    figure = WORDS[language].t("home.irm_finding", n=fact.value, total=len(desk.corpus.commitments))
    assert figure in home
    assert told.find(figure) < told.find(WORDS[language].t("chart.voices"))
    assert figure in told
    assert desk.text(fact.note).text in told
    assert desk.text(fact.note).text not in home


def test_every_page_names_the_site_and_the_plan_of_its_corpus_alone(golden_site: Path) -> None:
    for path in trees.pages(golden_site):
        [title] = trees.elements(path, "title")
        assert trees.text(title).endswith("Renaksi Awan"), path
        text = trees.text(trees.tree(path))
        assert "Rencana Awan" in text or "Cloud Plan" in text
        assert "OGI" not in text, path


@pytest.mark.parametrize("name", ["sources", "notes"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_list_begins_with_links_to_all_its_parts(
    golden_site: Path, name: str, language: str
) -> None:
    path = golden_site / page(name, language).dest_uri
    [main] = trees.elements(path, "main")
    [jump] = [nav for nav in main.iter("nav") if nav.get("class") == "jump"]
    targets = [link.attrib["href"].removeprefix("#") for link in jump.iter("a")]
    bands = [part for part in main.iter("section") if part.get("class") == "band"]
    assert len(targets) > 1
    assert targets == [part.get("aria-labelledby") for part in bands]
    assert list(main.iter()).index(jump) < list(main.iter()).index(bands[0])


def made(name: str) -> list[tuple[str, str, str]]:
    """Card, role and name of what an organization did when the plan was made."""
    cards = REAL.by_name[f"organization:{name}", "en"].view()["making"]
    return [(card.title, row.label, row.values[0].text) for card in cards for row in card.rows]


def test_organization_tells_what_it_its_offices_and_its_people_did_for_the_plan() -> None:
    found = made("bappenas")
    kick_off, bilateral = "Kick-off meeting, 8 August 2018", "Bilateral meetings, September to"
    office = "National Secretariat of Open Government Indonesia"
    assert ("OGI action plan 2018-2020", "Coordinator", office) in found
    assert (kick_off, "Organiser", office) in found
    assert (kick_off, "Speaker", "Slamet Soedarsono") in found
    assert any(title.startswith(bilateral) and role == "Chair" for title, role, _ in found)
    assert {role for title, role, _ in found if title == "OGI action plan 2018-2020"} == {
        "Coordinator",
        "Organiser",
    }
    assert made("medialink")[0][1:] == ("Civil-society coordinator", "Mujtaba Hamdi")
    assert made("ministry-of-finance") == []
