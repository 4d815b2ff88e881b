"""The catalogue of the data, organizations and people, and what pages tell search engines."""

import json
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import DCAT, SDO, Graph, URIRef
from rdflib.compare import isomorphic

from renaksi.layout import LANGUAGES
from renaksi.validate import validate
from tests import golden, trees

SHAPES = golden.TESTS / "shapes.ttl"
SCHEMA_ORG = "https://schema.org"
CHECKSUM = URIRef("http://spdx.org/rdf/terms#checksum")
VALUE = URIRef("http://spdx.org/rdf/terms#checksumValue")


def catalogue(site: Path) -> Graph:
    return Graph().parse(site / "data" / "catalog.ttl")


def test_catalogue_conforms_to_the_shapes_that_harvesters_need(site: Path) -> None:
    file = str(site / "data" / "catalog.ttl")
    command = [sys.executable, "-m", "pyshacl", "--shapes", str(SHAPES), "--metashacl", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_shapes_refuse_a_catalogue_that_lacks_something(golden_site: Path, tmp_path: Path) -> None:
    text = (golden_site / "data" / "catalog.ttl").read_text(encoding="utf-8")
    broken = tmp_path / "catalog.ttl"
    broken.write_text(text.replace("dcat:downloadURL", "dcat:packageFormat"), encoding="utf-8")
    command = [sys.executable, "-m", "pyshacl", "--shapes", str(SHAPES), str(broken)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_catalogue_says_the_same_in_both_notations(site: Path) -> None:
    document = json.loads((site / "data" / "catalog.jsonld").read_bytes())
    lines = jsonld.to_rdf(document, {"format": "application/n-quads"})
    other = Graph().parse(data=lines, format="nt")
    assert len(other) > 50
    assert isomorphic(catalogue(site), other)


def test_catalogue_lists_files_that_are_what_it_says(site: Path) -> None:
    graph, base, seen = catalogue(site), openapi_base(site), 0
    for node in graph.subjects(predicate=DCAT.downloadURL):
        url = str(graph.value(node, DCAT.downloadURL))
        content = (site / url.removeprefix(base)).read_bytes()
        assert len(content) == int(str(graph.value(node, DCAT.byteSize)))
        checksum = graph.value(node, CHECKSUM)
        assert str(graph.value(checksum, VALUE)) == sha256(content).hexdigest()
        seen += 1
    assert seen >= 1


@pytest.mark.parametrize("name", ["golden_site", "real_site"])
def test_popolo_names_every_organization_person_and_role(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    corpus, _ = validate(golden.CORPUS if name == "golden_site" else golden.ROOT)
    found = json.loads((site / "data" / "popolo.json").read_bytes())
    assert [each["id"] for each in found["organizations"]] == [o.id for o in corpus.organizations]
    assert [each["id"] for each in found["persons"]] == [person.id for person in corpus.people]
    known = {each["id"] for each in found["organizations"]}
    assert {each["parent_id"] for each in found["organizations"]} <= known | {None}
    assert {each["organization_id"] for each in found["memberships"]} <= known
    roles = [role for each in corpus.people if each.organization for role in each.roles]
    assert len(found["memberships"]) == len(roles)
    spoken = " ".join(str(each["role"]) for each in found["memberships"])
    spoken += " ".join(str(each["summary"]) for each in found["persons"])
    for person in corpus.people:
        for role in person.roles:
            assert role.value is None or role.value.best("id")[1] in spoken


def linked(site: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every page with data for search engines, and the data."""
    for page in trees.pages(site):
        scripts = trees.elements(page, "script")
        for script in (each for each in scripts if each.get("type") == "application/ld+json"):
            yield page, json.loads(script.text or "")


def load_context(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """What schema.org's own context comes to for us, without asking the network."""
    assert url.rstrip("/") == SCHEMA_ORG
    ids = {name: {"@type": "@id"} for name in ("url", "sameAs", "item", "contentUrl", "license")}
    document = {"@context": {"@vocab": f"{SCHEMA_ORG}/", **ids}}
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": document}


def test_pages_use_the_words_of_schema_org_alone(site: Path) -> None:
    kinds: set[str] = set()
    for page, data in linked(site):
        options = {"documentLoader": load_context}
        for node in nodes(jsonld.expand(data, options)):
            terms = [*node.get("@type", ()), *(key for key in node if not key.startswith("@"))]
            for term in terms:
                assert term.startswith(f"{SCHEMA_ORG}/"), (page, term)
                assert URIRef(term) in SDO, (page, term)
            kinds |= {term.rpartition("/")[2] for term in node.get("@type", ())}
    assert {"Dataset", "DataDownload", "Event", "BreadcrumbList", "NGO"} <= kinds
    assert "GovernmentOrganization" in kinds


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of expanded JSON-LD."""
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict) and "@value" not in value:
        yield value
        for each in value.values():
            yield from nodes(each)


def test_addresses_that_pages_tell_search_engines_exist(site: Path) -> None:
    base = openapi_base(site)
    checked = 0
    for _, data in linked(site):
        for text in (each for each in strings(data) if each.startswith(base)):
            path = text.removeprefix(base).partition("#")[0]
            file = site / path / "index.html" if not path or path.endswith("/") else site / path
            assert file.is_file(), text
            checked += 1
    assert checked > 50


def openapi_base(site: Path) -> str:
    document = json.loads((site / "api" / "v1" / "openapi.json").read_bytes())
    return str(document["servers"][0]["url"]).removesuffix("api/v1")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def test_crumbs_for_search_engines_are_those_that_readers_see(real_site: Path) -> None:
    seen = set()
    for page, data in linked(real_site):
        for node in data["@graph"]:
            if node["@type"] == "BreadcrumbList":
                told = [step["name"] for step in node["itemListElement"]]
                [nav] = [n for n in trees.elements(page, "nav") if n.get("class") == "crumbs"]
                assert told == [trees.text(step) for step in nav.iter("li")]
                seen.add(page)
    assert len(seen) > 50 * len(LANGUAGES) / 2
