"""Say records as triples: known things in the vocabulary's words, computed ones as values.

What an answer computes (a rank, a class of exposure) is no fact about a thing; it is said of the
answer, as a ``schema:PropertyValue`` with the field's name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import Any, Final, TypeAlias

import pyoxigraph as ox
from rdflib import RDF, RDFS, URIRef
from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary, Chain, Evidence, LawDetail, LawSummary, Step
from graph.bluebook import parse_reporter_citation
from graph.curated import date_type
from graph.element_answers import ElementDetail
from graph.iri import slug
from graph.statements.of_cases import CASE_SHAPES
from graph.statements.of_laws import LAW_SHAPES, PLACES
from graph.statements.terms import Shape, Term
from ontology.concepts import SCHEMES, concept_iri
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

Node: TypeAlias = ox.NamedNode | ox.BlankNode
SHAPES: Final = CASE_SHAPES | LAW_SHAPES
SCHEMA: Final = PREFIXES["schema"]
XSD: Final = PREFIXES["xsd"]
CITED: Final = PREFIXES["cito"] + "hasCitedEntity"


class Statements:
    """The triples said so far, each once."""

    def __init__(self) -> None:
        self._said: dict[Node, dict[ox.Triple, None]] = {}
        self._blank = 0
        # Records are kept, lest another one is told by the number of one that is gone.
        self._known: dict[int, tuple[Node, object]] = {}

    def __iter__(self) -> Iterator[ox.Triple]:
        """Yield the triples of each node together."""
        return chain.from_iterable(self._said.values())

    def blank(self, kind: str | None = None) -> ox.BlankNode:
        """Return a new node without a name; the same answer numbers its nodes alike."""
        self._blank += 1
        node = ox.BlankNode(f"b{self._blank}")
        if kind:
            self.link(node, RDF.type, kind)
        return node

    def link(self, subject: Node, prop: str | URIRef, target: Node | str) -> None:
        """Say that a property leads from a node to another."""
        end = ox.NamedNode(target) if isinstance(target, str) else target
        self._say(subject, prop, end)

    def value(self, subject: Node, prop: str | URIRef, value: ox.Literal | str | float) -> None:
        """Say that a property has a literal value."""
        literal = value if isinstance(value, ox.Literal) else plain(value)
        self._say(subject, prop, literal)

    def _say(self, subject: Node, prop: str | URIRef, end: Node | ox.Literal) -> None:
        triple = ox.Triple(subject, ox.NamedNode(str(prop)), end)
        self._said.setdefault(subject, {})[triple] = None

    def thing(self, record: Any) -> Node:  # noqa: ANN401 - a record that has a shape
        """Say a record, and return its node."""
        if id(record) in self._known:
            return self._known[id(record)][0]
        shape = SHAPES[type(record)]
        node = self._node(record, shape)
        self._known[id(record)] = node, record
        if shape.kind is not None:
            self.link(node, RDF.type, str(shape.kind))
        for name, term in shape.terms.items():
            for value in several(getattr(record, name)):
                self._term(node, term, value)
        self._beside(node, record)
        return node

    def _node(self, record: Any, shape: Shape) -> Node:  # noqa: ANN401 - a record
        if shape.about:
            return self.thing(getattr(record, shape.about))
        iri = None if "iri" in shape.silent else getattr(record, "iri", None)
        return ox.NamedNode(iri) if iri else self.blank()

    def _term(self, node: Node, term: Term, value: Any) -> None:  # noqa: ANN401 - of a field
        match term.kind:
            case "thing":
                self.link(node, term.prop, self.thing(value))
            case "owner":
                self.link(self.thing(value), term.prop, node)
            case "link":
                self.link(node, term.prop, str(value))
            case "word":
                self.link(node, term.prop, term.base + _word(term.base, str(value)))
            case "day":
                prefix, _, name = date_type(value).partition(":")
                kind = ox.NamedNode(PREFIXES[prefix] + name)
                self.value(node, term.prop, ox.Literal(str(value), datatype=kind))
            case "label":
                self.value(node, term.prop, ox.Literal(str(value), language="en"))
            case _:
                self.value(node, term.prop, value)

    def _beside(self, node: Node, record: Any) -> None:  # noqa: ANN401 - a record
        """Say what no table can: what depends on two fields, or stands on another thing."""
        match record:
            case CaseSummary():
                self._name(node, record)
            case Evidence():
                if record.signal != "none":
                    self.link(node, AC.signal, concept_iri("signal", record.signal))
                if record.as_of and record.provenance == "curated":
                    self._term(node, Term(str(AC.asOf), "day"), record.as_of)
                if record.source and record.document:
                    self.value(ox.NamedNode(record.document), DCTERMS.source, record.source)
            case LawSummary():
                self._law(node, record)
            case LawDetail() if record.members:
                for member in (*record.members.members, *record.members.uncertain):
                    self.link(self.thing(member), AC.membershipIn, node)
            case ElementDetail():
                self._element(record)

    def _name(self, node: Node, case: CaseSummary) -> None:
        if case.curated:
            self.value(node, RDFS.label, case.name)
        elif not case.iri.endswith(f"/{case.name}"):
            self.value(node, AC.nameAsCited, case.name)
        if case.citation and parse_reporter_citation(case.citation):
            self.value(node, AC.reporterCitation, case.citation)

    def _law(self, node: Node, law: LawSummary) -> None:
        on = law.status_on
        status = law.status if on is None else on.status if on.certain else None
        if status:
            self.link(node, AC.status, concept_iri("status", status))
        for tie in law.reliance:
            precedent = self.thing(tie.precedent)
            if tie.bearing in ("supports", "mixed"):
                self.link(node, AC.reliesOn, precedent)
            if tie.bearing in ("limits", "mixed"):
                self.link(node, AC.limitedBy, precedent)

    def _element(self, detail: ElementDetail) -> None:
        for element in detail.broader:
            self.thing(element)
        for limit in detail.limits:
            self.thing(limit)
        for group in (*detail.laws, *detail.laws_limited):
            for law in group.laws:
                self.thing(law)

    def step(self, step: Step) -> Node:
        """Say each reference of a step, and return the node of the strongest."""
        citing, cited = self.thing(step.citing), self.thing(step.cited)
        for evidence in step.evidence:
            self.link(self.thing(evidence), AC.citingCase, citing)
            self.link(self.thing(evidence), CITED, cited)
        return self.thing(step.evidence[0])

    def computed(self, record: Any) -> Node:  # noqa: ANN401 - any part of an answer
        """Say a part of an answer, and return its node."""
        if isinstance(record, Step):
            return self.step(record)
        if isinstance(record, Chain):
            for step in record.steps:
                self.step(step)
            return self.sequence(record.cases)
        if type(record) in SHAPES:
            return self.thing(record)
        node = self.blank(SCHEMA + "StructuredValue")
        self.properties(node, _parts(record))
        return node

    def properties(self, node: Node, parts: Mapping[str, Any]) -> None:
        """Say the parts of something computed, each with its name."""
        for name, part in parts.items():
            for value in several(part):
                said = self.blank(SCHEMA + "PropertyValue")
                self.link(node, SCHEMA + "additionalProperty", said)
                self.value(said, SCHEMA + "name", name)
                if isinstance(value, str | int | float):
                    self.value(said, SCHEMA + "value", value)
                else:
                    self.link(said, SCHEMA + "valueReference", self.computed(value))

    def sequence(self, items: Iterable[Any]) -> ox.BlankNode:
        """Say a list in its order, and return its node."""
        node = self.blank(SCHEMA + "ItemList")
        for place, item in enumerate(items, 1):
            at = self.blank(SCHEMA + "ListItem")
            self.link(node, SCHEMA + "itemListElement", at)
            self.value(at, SCHEMA + "position", place)
            self.link(at, SCHEMA + "item", self.computed(item))
        return node


def several(value: Any) -> list[Any]:  # noqa: ANN401 - of a field
    """Return the values of a field: none, one or many; a mapping's as records of name and value."""
    if value is None:
        return []
    if isinstance(value, Mapping):
        return [{"name": name, "value": part} for name, part in value.items()]
    return list(value) if isinstance(value, tuple | list) else [value]


def plain(value: str | float) -> ox.Literal:
    """Return a value as a literal; a fraction keeps its digits.

    >>> plain(0.05).value, plain(0.0).value, plain(3).value
    ('0.05', '0.0', '3')
    """
    if isinstance(value, float):
        digits = f"{value:f}".rstrip("0")
        shown = digits + "0" if digits.endswith(".") else digits
        return ox.Literal(shown, datatype=ox.NamedNode(XSD + "decimal"))
    return ox.Literal(value)


def _parts(record: Any) -> Mapping[str, Any]:  # noqa: ANN401 - any part of an answer
    if is_dataclass(record):
        return {f.name: getattr(record, f.name) for f in fields(record)}
    if isinstance(record, Mapping):
        return record
    return {str(place): part for place, part in enumerate(record)}


def _word(base: str, value: str) -> str:
    if base == PLACES:
        return value.lower()
    return concept_iri("", value).rpartition("/")[2] if base.startswith(SCHEMES) else slug(value)
