"""The shapes accept a sound record and name each fault of a bad one."""

import pyshacl
import pytest
from rdflib import SH, Graph

from ontology.loading import load_schemes, load_shapes
from ontology.prefixes import turtle_prologue

RELIANCE = """
<urn:r> a ac:RelianceAssertion ; ac:relyingLaw <urn:law> ; ac:precedent <urn:case> ;
    ac:evidenceType <https://w3id.org/anticommandeering/scheme/evidence/2> ;
    ac:bearing <https://w3id.org/anticommandeering/scheme/bearing/supports> ;
    ac:evidenceSource "921 F.3d 865" ; ac:asOf "2019-04-18"^^xsd:date ;
    ac:confidence <https://w3id.org/anticommandeering/scheme/confidence/high> .
"""
CITATION = """
<urn:c> a ac:Citation ; cito:hasCitingEntity <urn:opinion> ; cito:hasCitedEntity <urn:case> ;
    ac:citingCase <urn:other> ; ac:treatment <urn:t> ; ac:opinionType <urn:o> ;
    ac:provenance <urn:p> ; ac:pinCite "935" .
"""

CANDIDATE = """
<urn:k> a ac:RelianceCandidate ; ac:candidateLaw <urn:law> ; ac:candidatePrecedent <urn:case> ;
    ac:candidateCitation <urn:c> ; ac:hasMention <urn:m1> , <urn:m2> ; ac:statedOutcome "upheld" ;
    ac:opinionType <urn:o> ; ac:provenance <urn:p> ; ac:start 5 ; ac:end 90 ;
    ac:sourceDocument <urn:d> ; ac:extractor "test/1" ;
    ac:sourceSha256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" .
"""


def faults(turtle: str) -> list[str]:
    """Return the property that each violation is about, sorted."""
    data = Graph().parse(data=turtle_prologue() + turtle, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=load_shapes())
    assert isinstance(report, Graph)
    paths = report.objects(None, SH.resultPath)
    return sorted(str(path).rpartition("#")[2].rpartition("/")[2] for path in paths)


@pytest.mark.parametrize(
    "record", [RELIANCE, CITATION, CANDIDATE], ids=["reliance", "citation", "candidate"]
)
def test_a_sound_record_is_accepted(record: str) -> None:
    """No violation."""
    assert faults(record) == []


def test_a_bare_assertion_is_refused_for_all_it_lacks() -> None:
    """Law, case, bearing, evidence, source, confidence and date are all required."""
    assert faults("<urn:r> a ac:RelianceAssertion .") == [
        "asOf",
        "bearing",
        "confidence",
        "evidenceSource",
        "evidenceType",
        "precedent",
        "relyingLaw",
    ]


def test_a_candidate_may_not_speak_as_an_assertion() -> None:
    """The terms of assertions are not for what nobody reviewed."""
    mixed = CANDIDATE + "<urn:k> ac:relyingLaw <urn:law> ; ac:precedent <urn:case> ."

    assert faults(mixed) == ["precedent", "relyingLaw"]


def test_an_outcome_that_no_court_gives_is_refused() -> None:
    """Only the outcomes of the list are stated."""
    assert faults(CANDIDATE.replace("upheld", "liked")) == ["statedOutcome"]


def test_a_citation_of_two_authorities_is_refused() -> None:
    """One citing reference has one authority; two candidates mean it is unresolved."""
    two = CITATION + "<urn:c> cito:hasCitedEntity <urn:second> ."

    assert faults(two) == ["hasCitedEntity"]


def test_an_unresolved_citation_may_not_name_an_authority() -> None:
    """What is not known is not stated."""
    bad = (
        "<urn:u> a ac:UnresolvedCitation ;"
        " cito:hasCitingEntity <urn:o> ; cito:hasCitedEntity <urn:c> ."
    )

    assert faults(bad) == ["hasCitedEntity"]


def test_an_offset_without_its_source_is_refused() -> None:
    """A place in a text is nothing without the text's hash."""
    assert "sourceSha256" in faults(CITATION + "<urn:c> ac:start 5 ; ac:end 9 .")


def test_the_packaged_schemes_conform() -> None:
    """Every concept satisfies the shape of concepts."""
    conforms, _, text = pyshacl.validate(load_schemes(), shacl_graph=load_shapes())

    assert conforms, text
