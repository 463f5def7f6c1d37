"""What the dataset is, counted, for catalogues and crawlers: VoID (2011) and DCAT 3 (2024)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import RDF
from rdflib.namespace import DCTERMS

from graph.dump.release import ABOUT, FILES, LICENSE, TITLE, Release
from graph.iri import BASE, thing_iri
from graph.store import CONTENT_HASH, PACKAGED_HASH, PrecedentStore
from ontology.concepts import SCHEMES
from ontology.prefixes import PREFIXES

DATASET: Final = BASE + "dataset"
MORE_PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
}
VOID: Final = MORE_PREFIXES["void"]
DCAT: Final = MORE_PREFIXES["dcat"]
SPDX: Final = MORE_PREFIXES["spdx"]
XSD: Final = PREFIXES["xsd"]
DCT: Final = str(DCTERMS)
IANA: Final = "https://www.iana.org/assignments/media-types/"
FORMAT: Final = "http://www.w3.org/ns/formats/"
FEATURES: Final = ("Turtle", "JSON-LD", "N-Triples", "RDF_XML")
RDF_FORMS: Final = frozenset({"nquads", "turtle", "trig", "jsonld"})
# The stamps that the store sets for itself are no part of the dataset.
SAID: Final = f"?s ?p ?o FILTER(?p NOT IN ({CONTENT_HASH}, {PACKAGED_HASH}))"
Value = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the dataset holds: in all, things by class, and statements by property.

    ``classes`` and ``properties`` are pairs of an IRI and a number, sorted by IRI.
    """

    triples: int
    subjects: int
    objects: int
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int], ...]


def dataset_counts(store: PrecedentStore) -> Counts:
    """Return the counts of the merge of all graphs, each triple once; read once for a snapshot."""
    (counts,) = store.kept("counts", [DATASET], lambda _: {DATASET: (_count(store),)})[DATASET]
    return counts


def _count(store: PrecedentStore) -> Counts:
    ends = {
        end: int(store.select(f"SELECT (COUNT(DISTINCT ?{end}) AS ?n) {{ {SAID} }}")[0]["n"])
        for end in ("s", "o")
    }
    kinds = "SELECT ?key (COUNT(*) AS ?n) {{ {} }} GROUP BY ?key ORDER BY ?key"
    props = _pairs(store, kinds.format(SAID + " BIND(?p AS ?key)"))
    return Counts(
        triples=sum(n for _, n in props),
        subjects=ends["s"],
        objects=ends["o"],
        classes=_pairs(store, kinds.format(f"?s <{RDF.type}> ?key")),
        properties=props,
    )


def _pairs(store: PrecedentStore, query: str) -> tuple[tuple[str, int], ...]:
    return tuple((row["key"], int(row["n"])) for row in store.select(query))


def dataset_triples(store: PrecedentStore, host: str, release: Release | None) -> list[ox.Triple]:
    """Return the description of the dataset, sorted.

    ``host`` is the address of this server, with a slash at its end: where SPARQL is answered and,
    if there is a ``release`` of this very dataset, where its files are.
    """
    counts = dataset_counts(store)
    found = [*_about(store), *_counted(counts), *_access(host)]
    if release is not None:
        found += _distributions(host, release)
    return sorted(dict.fromkeys(found), key=str)


def _say(subject: str, prop: str, value: Value | str | int) -> ox.Triple:
    term = value if isinstance(value, ox.NamedNode | ox.Literal) else ox.Literal(value)
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(prop), term)


def _about(store: PrecedentStore) -> Iterator[ox.Triple]:
    for kind in (VOID + "Dataset", DCAT + "Dataset"):
        yield _say(DATASET, str(RDF.type), ox.NamedNode(kind))
    yield _say(DATASET, DCT + "title", ox.Literal(TITLE, language="en"))
    yield _say(DATASET, DCT + "description", ox.Literal(ABOUT, language="en"))
    yield _say(DATASET, DCT + "license", ox.NamedNode(LICENSE))
    yield _say(DATASET, DCT + "identifier", f"sha256:{store.dataset_hash()}")
    yield _say(DATASET, DCAT + "version", store.dataset_hash()[:16])
    day = ox.Literal(store.as_of(), datatype=ox.NamedNode(XSD + "date"))
    yield _say(DATASET, DCT + "modified", day)
    yield _say(DATASET, VOID + "uriSpace", thing_iri(""))
    yield _say(DATASET, VOID + "exampleResource", ox.NamedNode(thing_iri("case", "us/521/898")))
    yield _say(DATASET, VOID + "rootResource", ox.NamedNode(SCHEMES + "doctrine"))
    yield _say(DATASET, DCT + "conformsTo", ox.NamedNode(PREFIXES["ac"].rstrip("#")))
    for word in ("anti-commandeering", "federalism", "Tenth Amendment", "precedent", "state law"):
        yield _say(DATASET, DCAT + "keyword", ox.Literal(word, language="en"))
    for feature in FEATURES:
        yield _say(DATASET, VOID + "feature", ox.NamedNode(FORMAT + feature))


def _counted(counts: Counts) -> Iterator[ox.Triple]:
    totals = {
        "triples": counts.triples,
        "distinctSubjects": counts.subjects,
        "distinctObjects": counts.objects,
        "classes": len(counts.classes),
        "properties": len(counts.properties),
    }
    for name, number in totals.items():
        yield _say(DATASET, VOID + name, number)
    used = (*counts.classes, *counts.properties)
    for namespace in PREFIXES.values():
        if any(iri.startswith(namespace) for iri, _ in used):
            yield _say(DATASET, VOID + "vocabulary", ox.NamedNode(namespace))
    parts = (("class", "entities", counts.classes), ("property", "triples", counts.properties))
    for what, measure, pairs in parts:
        for iri, number in pairs:
            part = f"{DATASET}#{what}-{_name(iri)}"
            yield _say(DATASET, f"{VOID}{what}Partition", ox.NamedNode(part))
            yield _say(part, VOID + what, ox.NamedNode(iri))
            yield _say(part, VOID + measure, number)


def _name(iri: str) -> str:
    """Return a term's name within its vocabulary, with the prefix of that: ac-Case."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return iri.rstrip("/#").rpartition("/")[2].replace("#", "-")


def _access(host: str) -> Iterator[ox.Triple]:
    endpoint = ox.NamedNode(host + "sparql")
    service = f"{DATASET}#sparql"
    yield _say(DATASET, VOID + "sparqlEndpoint", endpoint)
    yield _say(service, str(RDF.type), ox.NamedNode(DCAT + "DataService"))
    yield _say(service, DCT + "title", ox.Literal("SPARQL 1.1 endpoint, read only", language="en"))
    yield _say(service, DCAT + "endpointURL", endpoint)
    yield _say(service, DCAT + "servesDataset", ox.NamedNode(DATASET))
    yield _say(DATASET, DCAT + "landingPage", ox.NamedNode(host + "dataset.html"))


def _distributions(host: str, release: Release) -> Iterator[ox.Triple]:
    for file in release.files:
        part = f"{DATASET}#file-{file.name}"
        address = ox.NamedNode(f"{host}dumps/{release.dataset[:16]}/{file.name}")
        sum_of = f"{part}-sha256"
        yield _say(DATASET, DCAT + "distribution", ox.NamedNode(part))
        yield _say(part, str(RDF.type), ox.NamedNode(DCAT + "Distribution"))
        yield _say(part, DCT + "title", ox.Literal(file.title, language="en"))
        yield _say(part, DCT + "license", ox.NamedNode(LICENSE))
        yield _say(part, DCAT + "downloadURL", address)
        media_type = file.media_type.partition(";")[0]
        yield _say(part, DCAT + "mediaType", ox.NamedNode(IANA + media_type))
        if file.name.endswith(".gz"):
            yield _say(part, DCAT + "compressFormat", ox.NamedNode(IANA + "application/gzip"))
        size = ox.Literal(str(file.size), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))
        yield _say(part, DCAT + "byteSize", size)
        yield _say(part, SPDX + "checksum", ox.NamedNode(sum_of))
        yield _say(sum_of, str(RDF.type), ox.NamedNode(SPDX + "Checksum"))
        algorithm = ox.NamedNode(SPDX + "checksumAlgorithm_sha256")
        yield _say(sum_of, SPDX + "algorithm", algorithm)
        digest = ox.Literal(file.sha256, datatype=ox.NamedNode(XSD + "hexBinary"))
        yield _say(sum_of, SPDX + "checksumValue", digest)
        if FILES[file.name][0] in RDF_FORMS:
            yield _say(DATASET, VOID + "dataDump", address)
