"""The catalogue of the data in the words of DCAT 3, as portals for open data harvest it.

It follows DCAT-AP 3, the profile of European portals, which CKAN reads as well. Concepts that a
portal needs names for (languages, the theme "government", formats) are those of the Publications
Office of the European Union and of IANA, which portals elsewhere use, too.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from renaksi.export.api.document import LICENCE, address
from renaksi.export.output import Collection, Files, Format, Output, output_pattern
from renaksi.export.publication import Publication
from renaksi.publish.paths import API
from renaksi.vocabulary import Kind

PATH = "data/catalog"
_EU = "http://publications.europa.eu/resource/authority"
_LANGUAGES = {"id": "IND", "en": "ENG"}
_MEDIA = "https://www.iana.org/assignments/media-types"
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_VERSION = URIRef(f"{DCAT}version")  # newer than the list of terms that rdflib has
_SPDX = Namespace("http://spdx.org/rdf/terms#")
_ADMS = Namespace("http://www.w3.org/ns/adms#")
# One distribution stands for all documents of these: a data service describes the API.
Outputs = tuple[Output | Collection, ...]
_SERVED = (Format.JSON, Format.ATOM)


def build_turtle(outputs: Outputs, publication: Publication, made: Mapping[str, bytes]) -> Files:
    """The catalogue of the files that were made of `outputs`, as Turtle."""
    graph = _Catalogue(publication).describe(outputs, made)
    yield f"{PATH}.ttl", graph.serialize(format="turtle").encode()


def build_json_ld(outputs: Outputs, publication: Publication, made: Mapping[str, bytes]) -> Files:
    """The same as JSON-LD."""
    graph = _Catalogue(publication).describe(outputs, made)
    context = {prefix: str(uri) for prefix, uri in _PREFIXES.items()}
    found = json.loads(graph.serialize(format="json-ld", context=context))
    yield (
        f"{PATH}.jsonld",
        f"{json.dumps(_ordered(found), ensure_ascii=False, indent=1)}\n".encode(),
    )


def _ordered(value: Any) -> Any:
    """JSON-LD with keys and lists in order: to RDF they have none, and to rdflib a chance one."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=json.dumps)
    return value


_PREFIXES = {
    "adms": _ADMS,
    "dcat": DCAT,
    "dct": DCTERMS,
    "foaf": FOAF,
    "skos": SKOS,
    "spdx": _SPDX,
    "vcard": _VCARD,
    "xsd": XSD,
}


class _Catalogue:
    """Builds the graph; every node has an address, so that two builds give the same text."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.graph = Graph(bind_namespaces="none")
        for prefix, uri in _PREFIXES.items():
            self.graph.bind(prefix, uri)
        self.base = publication.absolute(f"{PATH}.ttl")
        self.licence = URIRef(LICENCE["url"])
        time = publication.site.edition.time
        self.modified = (
            Literal(time, datatype=XSD.dateTime)
            if time
            else Literal(publication.as_of, datatype=XSD.date)
        )

    def describe(self, outputs: Outputs, made: Mapping[str, bytes]) -> Graph:
        """The catalogue, its one dataset, the files of that, and the API."""
        catalogue, dataset, publisher = self.node("catalog"), self.node("dataset"), self._agent()
        plan = self.publication.corpus.plan
        name = self.publication.name
        self.add(catalogue, RDF.type, DCAT.Catalog)
        for code, words in self.publication.words.items():
            title = f"{name}: {words.t('nav.data')}"
            self.add(catalogue, DCTERMS.title, Literal(title, lang=code))
            self.add(catalogue, DCTERMS.description, Literal(words.t("dcat.about"), lang=code))
            self.add(dataset, DCTERMS.description, Literal(words.t("dcat.about"), lang=code))
            for key in ("dcat.keyword.plan", "dcat.keyword.commitments", "dcat.keyword.ogp"):
                self.add(dataset, DCAT.keyword, Literal(words.t(key), lang=code))
        for code, title in plan.title.root.items():
            self.add(dataset, DCTERMS.title, Literal(title, lang=code))
        self._common(catalogue, publisher, FOAF.homepage, self.publication.sections("home"))
        self._common(dataset, publisher, DCAT.landingPage, self.publication.sections("data"))
        self.add(catalogue, DCAT.dataset, dataset)
        self.add(catalogue, DCAT.service, self._service(dataset))
        self._dataset(dataset)
        for path, output in _distributed(outputs, made):
            self.add(dataset, DCAT.distribution, self._distribution(path, output, made[path]))
        return self.graph

    def node(self, name: str) -> URIRef:
        """A thing that the catalogue itself gives a name to."""
        return URIRef(f"{self.base}#{name}")

    def add(self, subject: URIRef, predicate: URIRef, thing: URIRef | Literal) -> None:
        self.graph.add((subject, predicate, thing))

    def _resource(self, url: str) -> URIRef:
        """An address, said to be a resource: checkers that infer nothing do not know."""
        self.add(URIRef(url), RDF.type, RDFS.Resource)
        return URIRef(url)

    def _agent(self) -> URIRef:
        agent = self.node("publisher")
        self.add(agent, RDF.type, FOAF.Agent)
        self.add(agent, FOAF.name, Literal(self.publication.name))
        return agent

    def _common(
        self, node: URIRef, publisher: URIRef, page: URIRef, pages: Mapping[str, str]
    ) -> None:
        self.add(node, DCTERMS.publisher, publisher)
        self.add(node, DCTERMS.license, self.licence)
        self.add(self.licence, RDF.type, DCTERMS.LicenseDocument)
        self.add(node, DCTERMS.modified, self.modified)
        for code, url in pages.items():
            if code in _LANGUAGES:
                language = URIRef(f"{_EU}/language/{_LANGUAGES[code]}")
                self.add(language, RDF.type, DCTERMS.LinguisticSystem)
                self.add(node, DCTERMS.language, language)
            if page == DCAT.landingPage or code == next(iter(pages)):  # one homepage alone
                self.add(node, page, URIRef(url))
                self.add(URIRef(url), RDF.type, FOAF.Document)

    def _dataset(self, dataset: URIRef) -> None:
        plan = self.publication.corpus.plan
        self.add(dataset, RDF.type, DCAT.Dataset)
        self.add(dataset, DCTERMS.identifier, Literal(self.publication.absolute("")))
        theme = URIRef(f"{_EU}/data-theme/GOVE")
        self.add(theme, RDF.type, SKOS.Concept)
        for code, words in self.publication.words.items():
            self.add(theme, SKOS.prefLabel, Literal(words.t("dcat.theme"), lang=code))
        self.add(dataset, DCAT.theme, theme)
        frequency = URIRef(f"{_EU}/frequency/IRREG")
        self.add(frequency, RDF.type, DCTERMS.Frequency)
        self.add(dataset, DCTERMS.accrualPeriodicity, frequency)
        if self.publication.site.edition.commit:
            self.add(dataset, _VERSION, Literal(self.publication.site.edition.commit))
        if plan.period.value:
            self.add(dataset, DCTERMS.temporal, self._period(plan.period.value))
        if self.publication.repository:
            self.add(dataset, DCAT.contactPoint, self._contact())
        page = self.publication.pages(Kind.PLAN, plan)
        for url in page.values():
            self.add(dataset, FOAF.page, URIRef(url))
            self.add(URIRef(url), RDF.type, FOAF.Document)

    def _period(self, years: str) -> URIRef:
        start, _, end = years.partition("-")
        period = self.node("period")
        self.add(period, RDF.type, DCTERMS.PeriodOfTime)
        self.add(period, DCAT.startDate, Literal(start, datatype=XSD.gYear))
        self.add(period, DCAT.endDate, Literal(end, datatype=XSD.gYear))
        return period

    def _contact(self) -> URIRef:
        contact = self.node("contact")
        self.add(contact, RDF.type, _VCARD.Kind)
        self.add(contact, _VCARD.fn, Literal(self.publication.name))
        issues = f"{self.publication.repository.rstrip('/')}/issues"
        self.add(contact, _VCARD.hasURL, URIRef(issues))
        return contact

    def _service(self, dataset: URIRef) -> URIRef:
        service = self.node("api")
        self.add(service, RDF.type, DCAT.DataService)
        for code, words in self.publication.words.items():
            self.add(service, DCTERMS.title, Literal(words.t("data.api"), lang=code))
        root, description = (address(self.publication, name) for name in ("", "openapi.json"))
        for predicate, url in ((DCAT.endpointURL, root), (DCAT.endpointDescription, description)):
            self.add(service, predicate, self._resource(url))
        self.add(service, DCTERMS.license, self.licence)
        self.add(service, DCAT.servesDataset, dataset)
        return service

    def _distribution(self, path: str, output: Output | Collection, content: bytes) -> URIRef:
        url = self._resource(self.publication.absolute(path))
        node = self.node(path)
        self.add(node, RDF.type, DCAT.Distribution)
        for code, words in self.publication.words.items():
            name = words.t(f"output.{output.name}")
            several = "{" in output.path
            title = f"{name}: {path.rpartition('/')[2]}" if several else name
            self.add(node, DCTERMS.title, Literal(title, lang=code))
            about = words.t(f"output.{output.name}.about")
            self.add(node, DCTERMS.description, Literal(about, lang=code))
        for predicate in (DCAT.accessURL, DCAT.downloadURL):
            self.add(node, predicate, url)
        media = URIRef(f"{_MEDIA}/{output.media_type}")
        self.add(node, DCAT.mediaType, media)
        self.add(media, RDF.type, DCTERMS.MediaType)
        self.add(node, DCTERMS.license, self.licence)
        self.add(node, DCTERMS.modified, self.modified)
        size = Literal(str(len(content)), datatype=XSD.nonNegativeInteger)
        self.add(node, DCAT.byteSize, size)
        self._checksum(node, path, content)
        return node

    def _checksum(self, node: URIRef, path: str, content: bytes) -> None:
        checksum = self.node(f"checksum-{path}")
        value = Literal(sha256(content).hexdigest(), datatype=XSD.hexBinary)
        self.add(checksum, RDF.type, _SPDX.Checksum)
        self.add(checksum, _SPDX.algorithm, _SPDX.checksumAlgorithm_sha256)
        self.add(_SPDX.checksumAlgorithm_sha256, RDF.type, _SPDX.ChecksumAlgorithm)
        self.add(checksum, _SPDX.checksumValue, value)
        self.add(node, _SPDX.checksum, checksum)


def _distributed(
    outputs: Outputs, made: Mapping[str, bytes]
) -> Iterator[tuple[str, Output | Collection]]:
    """The files that a portal lists; of those that a service describes, only the single ones."""
    for output in outputs:
        pattern = output_pattern(output.path)
        if "{" in output.path and output.format in _SERVED:
            continue
        if output.path.startswith(f"{API}/"):
            continue
        yield from ((path, output) for path in made if pattern.fullmatch(path))
