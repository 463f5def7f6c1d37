"""Load the curated facts: YAML records, mapped to RDF by the JSON-LD context beside them.

What a key means is written in ``facts/context.jsonld`` and nowhere else. Here records only get what
a person would have to write again and again: the type and IRI of nested records, the datatype of
a date by its precision, and the names of cases as terms.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import yaml
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from graph.bluebook import parse_reporter_citation
from graph.doubts import fields_meant
from graph.errors import CuratedFactError
from graph.iri import BASE, case_key, opinion_name, thing_iri
from graph.model import KnownLaw, ReporterCitation
from graph.reading import Record, completed, read_records
from graph.shortcuts import add_shortcuts
from ontology.concepts import SCHEMES, concept_iri
from ontology.loading import load_schemes
from ontology.namespace import AC
from ontology.prefixes import PREFIXES, bind_prefixes

# Where each kind of record gets its IRI, and what it is unless it says so itself.
PLACES: Final = {
    "cases": ("case", "Case"),
    "laws": ("law", None),
    "jurisdictions": ("jurisdiction", "Jurisdiction"),
    "doctrine": ("scheme/doctrine", None),  # what they are is said in the scheme
    "apportionments": ("apportionment", "Apportionment"),
    "articles": ("article", "Article"),
    "claims": ("claim", "Claim"),
}
NESTED: Final = {
    "edges": ("citation/curated", "Citation"),
    "opinions": ("opinion", "Opinion"),
    "procedural_history": ("history", "HistoryEvent"),
    "relies_on": ("reliance", "RelianceAssertion"),
    "litigation": ("litigation", "LitigationOutcome"),
    "stated_in": ("element-source", "ElementSource"),
    "statuses": ("status-interval", "StatusInterval"),
    "members": ("membership", "Membership"),
    "electors": ("electors", "ElectoralVotes"),
}
NUMBERED: Final = frozenset({"evidence"})  # concepts whose notation is a number
# What has a text in force that others may cite; a proposal or an aggregate has none.
ONE_TEXT: Final = frozenset({"law", "resolution", "compact", "judicial-rule"})
DATED: Final = frozenset(
    {
        "decided",
        "enacted",
        "effective",
        "as_of",
        "from",
        "until",
        "seen",
        "dated",
        "once",
        "published",
    }
)
PRECISION: Final = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
DEFAULT_BASE: Final = "https://w3id.org/anticommandeering/"


def curated_graph() -> Graph:
    """Return all curated facts as one graph without blank nodes.

    Raises:
        CuratedFactError: a record names a case, concept, jurisdiction or property that does not
            exist, has no IRI of its own, or is there twice.
    """
    records = {kind: list(_records(kind)) for kind in PLACES}
    _unique([r for kind in PLACES for r in records[kind]])
    _dates_are_dates([r for kind in PLACES for r in records[kind]])
    graph = graph_of(records, records["cases"])
    add_shortcuts(graph)
    _check(graph)
    return graph


def graph_of(records: Mapping[str, list[Record]], cases: list[Record]) -> Graph:
    """Return records, by their kind, as RDF, whatever they say.

    The ``cases`` and the laws among the records may be named by slug.
    """
    context = _context(cases, records.get("laws", []))
    graph = bind_prefixes(Graph())
    for kind, found in records.items():
        folder, default = PLACES[kind]
        nodes = [_node(_doubting(record, kind), folder, default) for record in found]
        document = {"@context": context, "@graph": nodes}
        graph.parse(data=json.dumps(document), format="json-ld")
    return graph


@cache
def known_parallels() -> dict[str, ReporterCitation]:
    """Return {key of a citation: official citation} of every case whose parallels are recorded."""
    groups = [record.get("citations", []) for record in _records("cases")]
    text = (files("graph") / "facts" / "parallels.yaml").read_text(encoding="utf-8")
    groups += [[official, parallel] for parallel, official in yaml.safe_load(text).items()]
    known: dict[str, ReporterCitation] = {}
    for group in groups:
        citations = [parse_reporter_citation(text) for text in group]
        found = [citation for citation in citations if citation is not None]
        known |= {case_key(citation): found[0] for citation in found}
    return known


@cache
def known_laws() -> tuple[KnownLaw, ...]:
    """Return how each recorded law is named and cited, for finding it in texts."""
    places = {record["id"]: record["name"] for record in _records("jurisdictions")}
    return tuple(
        KnownLaw(
            iri=thing_iri("law", record["id"]),
            path=record["id"],
            slug=record["slug"],
            title=record["title"],
            citation=record.get("citation", ""),
            state=record["jurisdiction"],
            state_name=places[record["jurisdiction"]],
            enacted=str(record.get("enacted", "")),
            cite_checked=record.get("citation_checked") != "no",
        )
        for record in _records("laws")
        if record["record_kind"] in ONE_TEXT
    )


@cache
def known_cases() -> frozenset[str]:
    """Return the IRIs of the precedents of the doctrine: the recorded cases but its neighbours."""
    return frozenset(
        thing_iri("case", record["id"])
        for record in _records("cases")
        if record["role"] != "neighbour"
    )


def _records(kind: str) -> Iterator[Record]:
    facts = files("graph") / "facts"
    one = facts / f"{kind}.yaml"
    entries = [one] if one.is_file() else sorted((facts / kind).iterdir(), key=lambda e: e.name)
    for entry in entries:
        if entry.name.endswith(".yaml"):
            for record in read_records(entry.name, entry.read_text(encoding="utf-8")):
                yield completed(kind, record)


def _unique(records: list[Record]) -> None:
    for key in ("id", "slug"):
        seen: set[str] = set()
        for value in (record[key] for record in records if key in record):
            if value in seen:
                raise CuratedFactError(f"{value}: two records have this {key}")
            seen.add(value)


def _context(cases: list[Record], laws: list[Record]) -> Record:
    """Return the context with the slug of every case and law as a term for its IRI."""
    text = (files("graph") / "facts" / "context.jsonld").read_text(encoding="utf-8")
    context: Record = json.loads(text.replace(DEFAULT_BASE + "id/", BASE + "id/"))["@context"]
    for place, records in (("law", laws), ("case", cases)):
        context |= {r["slug"]: thing_iri(place, r["id"]) for r in records if "slug" in r}
    return context


def _node(record: Record, folder: str, default: str | None) -> Record:
    """Return a record as a JSON-LD node, its nested records with IRIs that count them."""
    node = _dated(record) | {"id": record_iri(folder, record["id"])}
    if default:
        node.setdefault("type", default)
    for key, (place, kind) in NESTED.items():
        if key in record:
            node[key] = [
                _dated(nested) | {"id": thing_iri(place, record["id"], name), "type": kind}
                for nested, name in zip(record[key], nested_names(key, record[key]), strict=True)
            ]
    for edge in node.get("edges", []):
        edge["provenance"] = "curated"
    return node


def _doubting(record: Record, kind: str) -> Record:
    """Return a record, and its nested ones, with the names of the fields that they doubt."""

    def doubting(one: Record) -> Record:
        meant = {
            field for entry in one.get("unverified", []) for field in fields_meant(entry, kind, one)
        }
        return one | ({"doubtful": sorted(meant)} if meant else {})

    nested = {key: [doubting(part) for part in record[key]] for key in NESTED if key in record}
    return doubting(record) | nested


def nested_names(key: str, nested: list[Record]) -> list[str]:
    """Return the last segments of the IRIs of nested records: opinions have names, others count."""
    if key == "opinions":
        return [opinion_name(str(one.get("part")), one.get("author")) for one in nested]
    return [str(number) for number, _ in enumerate(nested, 1)]


def record_iri(folder: str, name: str) -> str:
    """Return the IRI of a record: a concept's where a scheme defines it, else one under ``id/``."""
    kind, _, scheme = folder.partition("/")
    return concept_iri(scheme, name) if kind == "scheme" else thing_iri(folder, name)


def _dated(record: Record) -> Record:
    """Return a record with typed dates, and with numbers as words where they name a concept."""

    def typed(key: str, value: object) -> object:
        if key in DATED:
            return {"@value": str(value), "@type": date_type(value)}
        return str(value) if key in NUMBERED else value

    return {key: typed(key, value) for key, value in record.items()}


def date_type(value: object) -> str:
    """Return the datatype of a date by its precision; what is no date is text.

    >>> date_type("2018-05-14"), date_type("2018-05"), date_type(2018), date_type("May 2018")
    ('xsd:date', 'xsd:gYearMonth', 'xsd:gYear', 'xsd:string')
    >>> date_type("2018-02-30"), date_type("20180514")
    ('xsd:string', 'xsd:string')
    """
    text = str(value)
    if len(text) not in PRECISION:
        return "xsd:string"
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return "xsd:string"
    return PRECISION[len(text)]


def _dates_are_dates(records: list[Record]) -> None:
    nested = [part for r in records for key in NESTED for part in r.get(key, [])]
    for record in [*records, *nested]:
        for key in DATED & record.keys():
            if date_type(record[key]) == "xsd:string":
                name = record.get("id", record)
                raise CuratedFactError(f"{name}: {key} {record[key]!r} is no ISO 8601 date")


def _check(graph: Graph) -> None:
    """Every property is of the vocabulary or well known; every thing named exists.

    A word that no context knows expands into the vocabulary's namespace, where it is found out.
    """
    terms = {value for value in vars(AC).values() if isinstance(value, URIRef)}
    concepts = set(load_schemes().subjects())
    described = set(graph.subjects())
    for subject, predicate, value in graph:
        if str(predicate).startswith(PREFIXES["ac"]) and predicate not in terms:
            raise CuratedFactError(f"{subject}: {_word(predicate)!r} is no property")
        if isinstance(value, Literal) or predicate == DCTERMS.source:
            continue
        if str(value).startswith(SCHEMES) and value not in concepts:
            raise CuratedFactError(f"{subject}: {_word(value)!r} is no {_word(predicate)}")
        if str(value).startswith(PREFIXES["ac"]) and value not in terms:
            raise CuratedFactError(f"{subject}: {_word(predicate)} {_word(value)!r} is not known")
        if str(value).startswith(BASE + "id/") and value not in described:
            raise CuratedFactError(f"{subject}: {_word(predicate)} {value} is not recorded")


def _word(iri: object) -> str:
    return re.split(r"[/#]", str(iri))[-1]
