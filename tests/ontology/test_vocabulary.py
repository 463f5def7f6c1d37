"""The vocabulary defines, labels and shows every term, and the generated class follows it."""

import subprocess
import sys

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ontology.generate import TARGET, rendered, terms
from ontology.loading import load_vocabulary
from ontology.namespace import AC
from ontology.prefixes import PREFIXES, turtle_prologue

VOCABULARY = load_vocabulary()
TERMS = sorted(terms(VOCABULARY))


def test_the_vocabulary_has_its_terms() -> None:
    """The collection below is not empty by accident."""
    assert len(TERMS) > 100


def test_the_generated_namespace_is_current() -> None:
    """The committed module is what the generator would write."""
    assert TARGET.read_text(encoding="utf-8") == rendered(VOCABULARY)


def test_the_check_tells_drift_by_its_exit_code() -> None:
    """``--check`` passes on the committed file."""
    command = [sys.executable, "-m", "ontology.generate", "--check"]

    assert subprocess.run(command, check=False, cwd=TARGET.parents[1]).returncode == 0


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_labelled_defined_and_shown(name: str) -> None:
    """One label, one definition, and an example that parses and uses the term."""
    term = URIRef(PREFIXES["ac"] + name)
    labels = list(VOCABULARY.objects(term, RDFS.label))
    definitions = list(VOCABULARY.objects(term, SKOS.definition))
    examples = list(VOCABULARY.objects(term, SKOS.example))
    shown = Graph().parse(data=turtle_prologue() + "\n".join(map(str, examples)), format="turtle")

    assert (len(labels), len(definitions), len(examples)) == (1, 1, 1)
    assert str(definitions[0]).endswith(".")
    assert any(term in triple for triple in shown)


def test_a_term_without_a_definition_is_refused() -> None:
    """The generator does not name what nobody has defined."""
    graph = Graph().add((AC.NS.nothing, RDF.type, OWL.Class))

    with pytest.raises(ValueError, match=r"has no skos:definition"):
        terms(graph)


def test_a_term_that_python_cannot_name_is_refused() -> None:
    """A hyphen in a term would make an attribute that cannot be written."""
    graph = Graph().add((AC.NS["not-a-name"], RDF.type, OWL.Class))

    with pytest.raises(ValueError, match="cannot be named"):
        terms(graph)


def test_every_outside_term_is_of_a_known_vocabulary() -> None:
    """Super-classes and super-properties come from the vocabularies whose prefixes are declared."""
    outside = {
        str(term)
        for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range)
        for term in VOCABULARY.objects(None, predicate)
    }

    assert len(outside) > 20
    assert [t for t in outside if not t.startswith(tuple(PREFIXES.values()))] == []


def test_every_term_of_ours_that_is_referred_to_exists() -> None:
    """A range or super-class that nobody defined would be a typing error."""
    referred = {
        str(term).removeprefix(PREFIXES["ac"])
        for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range)
        for term in VOCABULARY.objects(None, predicate)
        if str(term).startswith(PREFIXES["ac"])
    }

    assert referred - set(TERMS) == set()
