"""An answer as linked data: Turtle, and JSON-LD with the prefixes that the vocabulary uses."""

import json
from collections.abc import Callable, Iterable
from typing import Any, Final

import pyoxigraph as ox
from rdflib import RDF

from api.answers.answer import Answer
from graph.statements.say import SCHEMA, SHAPES, Node, Statements
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

XSD: Final = PREFIXES["xsd"]
NATIVE: Final[dict[str, Callable[[str], bool | int]]] = {
    XSD + "boolean": lambda text: text == "true",
    XSD + "integer": int,
}
# What is said in other words, or counts what a list can be narrowed by.
NOT_REPEATED: Final = frozenset({"as_of", "dataset", "total", "next", "items", "facets"})


def statements(answer: Answer) -> Statements:
    """Return the triples of an answer, the answer itself first: its day, its dataset, its parts."""
    said = Statements()
    body = answer.body
    if answer.listed:
        node: Node = said.sequence(body["items"])
        said.value(node, SCHEMA + "numberOfItems", body["total"])
    else:
        node = said.blank(SCHEMA + "StructuredValue")
    said.value(node, AC.asOf, ox.Literal(body["as_of"], datatype=ox.NamedNode(XSD + "date")))
    said.value(node, AC.contentSha256, body["dataset"])
    if not answer.listed and answer.shape in SHAPES:
        said.link(node, SCHEMA + "about", said.thing(answer.found))
    else:
        beside = {name: part for name, part in body.items() if name not in NOT_REPEATED}
        said.properties(node, beside)
    return said


def turtle_of(answer: Answer) -> bytes:
    """Return an answer as Turtle."""
    said = list(statements(answer))
    return ox.serialize(said, format=ox.RdfFormat.TURTLE, prefixes=_used(said)) or b""


def _used(said: Iterable[ox.Triple]) -> dict[str, str]:
    """Return the prefixes that some triples need."""
    kinds = (triple.object.datatype for triple in said if isinstance(triple.object, ox.Literal))
    ends = (triple.object for triple in said if isinstance(triple.object, ox.NamedNode))
    iris = {node.value for nodes in (kinds, ends, (t.predicate for t in said)) for node in nodes}
    return {p: base for p, base in PREFIXES.items() if any(i.startswith(base) for i in iris)}


def jsonld_of(answer: Answer) -> bytes:
    """Return an answer as JSON-LD 1.1: a context of prefixes, and one node object a subject."""
    nodes: dict[str, dict[str, Any]] = {}
    said = list(statements(answer))
    for triple in said:
        node = nodes.setdefault(_name(triple.subject), {"@id": _name(triple.subject)})
        typed = triple.predicate.value == str(RDF.type)
        name = "@type" if typed else _compact(triple.predicate.value)
        value = _value(triple.object)
        node.setdefault(name, []).append(value["@id"] if typed else value)
    graph = [{key: _alone(value) for key, value in node.items()} for node in nodes.values()]
    return json.dumps({"@context": _used(said), "@graph": graph}, ensure_ascii=False).encode()


def _alone(value: Any) -> Any:  # noqa: ANN401 - JSON
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Any:  # noqa: ANN401 - JSON
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    if kind in NATIVE:
        return NATIVE[kind](term.value)
    return term.value if kind == XSD + "string" else {"@value": term.value, "@type": _compact(kind)}


def _name(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return _compact(node.value) if isinstance(node, ox.NamedNode) else str(node)


def _compact(iri: str) -> str:
    """Return an IRI by its prefix where the rest is a plain name.

    >>> _compact("http://purl.org/spar/cito/hasCitedEntity"), _compact("https://schema.org/a/b")
    ('cito:hasCitedEntity', 'https://schema.org/a/b')
    """
    for prefix, base in PREFIXES.items():
        rest = iri.removeprefix(base)
        if rest != iri and rest.isalnum():
            return f"{prefix}:{rest}"
    return iri
