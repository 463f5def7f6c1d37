"""The SHACL shapes of ``ontology/shapes.ttl`` as a rule: each result at the field it is about."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from graph.curated import NESTED, PLACES, graph_of, nested_names
from graph.fields import words
from graph.iri import thing_iri
from graph.reading import Path, Record
from graph.validation.facts import Facts
from graph.validation.places import Entry, Place
from ontology.loading import load_schemes, load_shapes

Told = tuple[Place, str]


def conforms_to_its_shape(facts: Facts) -> Iterator[Told]:
    """A record has the fields that its shape asks for, as often and of the kind that it says."""
    from pyshacl import validate  # noqa: PLC0415 - loads slowly; only this rule needs it

    owners = {iri: found for entry in facts.checked for iri, found in _nodes(entry)}
    _, report, _ = validate(_graph(facts), shacl_graph=load_shapes())
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL gave no report but {report!r}")
    for result in report.subjects(SH.focusNode):
        entry, path = owners.get(str(report.value(result, SH.focusNode)), (None, ()))
        if entry is not None:
            key = _key_of(report.value(result, SH.resultPath))
            place = entry.at(*path, *([key] if key else []))
            yield place, _told(report, result)


def _told(report: Graph, result: Node) -> str:
    """Return what a result says, without the IRIs that the place says better."""
    asked = report.value(result, SH.sourceConstraintComponent)
    if asked == SH.MinCountConstraintComponent:
        return "missing: such a record needs it"
    if asked == SH.MaxCountConstraintComponent:
        return "given more than once"
    message = str(report.value(result, SH.resultMessage))
    return re.sub(r"\s+(?:on )?<[^>]*>(?:->\S+)?", "", message)


def _graph(facts: Facts) -> Graph:
    """Return the checked records as RDF with all that they may name."""
    by_kind: dict[str, list[Record]] = {kind: [] for kind in PLACES}
    for entry in facts.checked:
        by_kind[entry.kind].append(entry.record)
    graph = graph_of(by_kind, [entry.record for entry in facts.every if entry.kind == "cases"])
    return graph + load_schemes()


def _nodes(entry: Entry) -> Iterator[tuple[str, tuple[Entry, Path]]]:
    """Yield the IRI of a record and of each nested one with its path."""
    yield entry.iri, (entry, ())
    for key, (place, _) in NESTED.items():
        for number, name in enumerate(nested_names(key, entry.record.get(key) or [])):
            yield thing_iri(place, str(entry.record["id"]), name), (entry, (key, number))


def _key_of(path: object) -> str | None:
    """Return the field that stands for a property; some have their own word in the context."""
    if not isinstance(path, URIRef):
        return None
    by_property: dict[str, list[str]] = defaultdict(list)
    for key, word in words().items():
        by_property[word.prop].append(key)
    return (by_property.get(str(path)) or [str(path).rpartition("#")[2]])[0]
