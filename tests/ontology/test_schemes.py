"""The concept schemes are complete, and the treatments match what the code says."""

from typing import get_args

import pytest
from rdflib import DCTERMS, RDF, RDFS, SKOS, URIRef

from graph.model import Depth, OpinionType, Treatment
from ontology.concepts import SCHEMES, concept_iri, treatment_property
from ontology.loading import load_schemes, load_vocabulary, ontology_texts
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

GRAPH = load_schemes()
CONCEPTS = sorted(map(str, GRAPH.subjects(RDF.type, SKOS.Concept)))


def notations(scheme: str) -> set[str]:
    """Return the notations of a scheme's concepts."""
    members = GRAPH.subjects(SKOS.inScheme, URIRef(SCHEMES + scheme))
    return {str(GRAPH.value(member, SKOS.notation)) for member in members}


def test_every_file_of_schemes_holds_one() -> None:
    """One file a scheme, each titled and described."""
    schemes = list(GRAPH.subjects(RDF.type, SKOS.ConceptScheme))

    assert len(schemes) == len(list(ontology_texts())) - 1 >= 18
    assert all(
        GRAPH.value(s, DCTERMS.title) and GRAPH.value(s, DCTERMS.description) for s in schemes
    )


def test_every_concept_is_complete() -> None:
    """Label, definition, notation and scheme; the IRI follows from the notation."""
    assert len(CONCEPTS) > 170
    for iri in CONCEPTS:
        concept = URIRef(iri)
        scheme = str(GRAPH.value(concept, SKOS.inScheme)).removeprefix(SCHEMES)
        notation = GRAPH.value(concept, SKOS.notation)
        assert GRAPH.value(concept, SKOS.prefLabel), concept
        assert GRAPH.value(concept, SKOS.definition), concept
        assert concept_iri(scheme, str(notation)) == str(concept)


def test_the_links_between_concepts_lead_somewhere() -> None:
    """Broader and related concepts exist."""
    linked = {*GRAPH.objects(None, SKOS.broader), *GRAPH.objects(None, SKOS.related)}

    assert len(linked) > 5
    assert set(map(str, linked)) - set(CONCEPTS) == set()


def test_the_treatments_are_those_of_the_records() -> None:
    """The scheme has each treatment that code may give, and abrogation, which people record."""
    assert notations("treatment") == {*get_args(Treatment), "abrogates"}


def test_the_depths_are_those_of_the_records() -> None:
    """The scheme has each depth that code may give."""
    assert notations("depth") == set(get_args(Depth))


def test_the_opinion_types_are_those_of_the_records() -> None:
    """Nothing is read as a type that the scheme does not have."""
    assert notations("opinion-type") == set(get_args(OpinionType))


@pytest.mark.parametrize("treatment", sorted(get_args(Treatment)))
def test_a_treatment_has_a_property_of_cito(treatment: str) -> None:
    """Its shortcut is ours, and in the end a sub-property of cito:cites."""
    shortcut = treatment_property(treatment)
    above = set(load_vocabulary().transitive_objects(shortcut, RDFS.subPropertyOf))

    assert AC.cites in above
    assert any(str(term).startswith(PREFIXES["cito"]) for term in above)


def test_an_unknown_treatment_is_refused() -> None:
    """A word that the scheme lacks never becomes a property."""
    with pytest.raises(KeyError):
        treatment_property("praises")


def test_evidence_runs_from_one_to_eight() -> None:
    """The scale has eight steps and no other."""
    assert notations("evidence") == {str(n) for n in range(1, 9)}
