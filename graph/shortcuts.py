"""Say directly what curated records say with their evidence: one triple for easy questions.

Each shortcut follows from a reified record and from nothing else, so that a reader of the one can
always find the other.
"""

from functools import cache
from importlib.resources import files

from rdflib import RDF, SKOS, Graph, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from graph.bluebook import parse_reporter_citation
from graph.errors import CuratedFactError
from graph.iri import case_iri
from ontology.concepts import treatment_property
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

CITED = URIRef(PREFIXES["cito"] + "hasCitedEntity")
CITING = URIRef(PREFIXES["cito"] + "hasCitingEntity")


def add_shortcuts(graph: Graph) -> None:
    """Add to the curated facts what follows from them.

    Raises:
        CuratedFactError: a citation or an assertion lacks what its shortcut needs.
    """
    for citation in list(graph.subjects(RDF.type, AC.Citation)):
        _cite(graph, citation)
    for source, element in list(graph.subject_objects(AC.ofElement)):
        if str(graph.value(source, AC.stance)) in ("states", "applies"):
            graph.add((_one(graph, source, AC.statingCase), AC.states, element))
    for assertion, law in list(graph.subject_objects(AC.relyingLaw)):
        _rely(graph, assertion, law)
    for event, decision in list(graph.subject_objects(AC.historyOf)):
        _happen(graph, event, decision)
    for outcome, law in list(graph.subject_objects(AC.challengedLaw)):
        _decide(graph, outcome, law)
    for later, earlier in list(graph.subject_objects(AC.answers)):
        graph.add((earlier, AC.answeredBy, later))


def _one(graph: Graph, subject: Node, predicate: URIRef) -> Node:
    found = graph.value(subject, predicate)
    if found is None:
        raise CuratedFactError(f"{subject} lacks its {predicate.rpartition('#')[2]}")
    return found


def _cite(graph: Graph, citation: Node) -> None:
    """The citing opinion treats what it cites; the opinion is one of the citing case."""
    treatment = str(graph.value(citation, AC.treatment)).rpartition("/")[2]
    opinion, cited = graph.value(citation, CITING), graph.value(citation, CITED)
    case, part = graph.value(citation, AC.citingCase), graph.value(citation, AC.opinionType)
    if opinion is None or cited is None or case is None or part is None:
        raise CuratedFactError(f"{citation} lacks its opinion, part, citing or cited case")
    try:
        graph.add((opinion, treatment_property(treatment), cited))
    except KeyError as error:
        raise CuratedFactError(f"{citation}: {treatment!r} is no treatment") from error
    graph.add((case, AC.hasOpinion, opinion))
    graph.add((opinion, RDF.type, AC.Opinion))
    graph.add((opinion, AC.opinionType, part))
    author = graph.value(citation, AC.opinionAuthor)
    if author is not None:
        graph.add((opinion, AC.opinionAuthor, author))


def _rely(graph: Graph, assertion: Node, law: Node) -> None:
    """A law rests on a precedent, or is limited by it, as the assertion says."""
    precedent = _one(graph, assertion, AC.precedent)
    bearing = str(graph.value(assertion, AC.bearing)).rpartition("/")[2]
    if bearing in ("supports", "mixed"):
        graph.add((law, AC.reliesOn, precedent))
    if bearing in ("limits", "mixed"):
        graph.add((law, AC.limitedBy, precedent))


def _happen(graph: Graph, event: Node, decision: Node) -> None:
    """One decision affirms, reverses or vacates another, whichever of them records it."""
    other, action = graph.value(event, AC.otherDecision), graph.value(event, AC.historyAction)
    if other is None:
        return
    actions = history_scheme()
    for done, doer, sufferer in (
        (action, decision, other),
        (actions.value(action, AC.converse), other, decision),
    ):
        shortcut = actions.value(done, AC.shortcut)
        if isinstance(shortcut, URIRef):
            graph.add((doer, shortcut, sufferer))


def _decide(graph: Graph, outcome: Node, law: Node) -> None:
    """A suit that is cited as a recorded case is that case, and the law was before its court."""
    citation = parse_reporter_citation(str(graph.value(outcome, DCTERMS.bibliographicCitation)))
    case = graph.value(outcome, AC.outcomeCase)
    if case is None and citation is not None:
        case = URIRef(case_iri(citation))
    if case is not None and (case, RDF.type, AC.Case) in graph:
        graph.add((outcome, AC.outcomeCase, case))
        graph.add((case, AC.lawAtIssue, law))


@cache
def history_scheme() -> Graph:
    """Return the actions of history with their converses and shortcuts."""
    text = (files("ontology") / "schemes" / "history.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def label_of(action: str) -> str:
    """Return the words for an action of history, by its IRI."""
    return str(history_scheme().value(URIRef(action), SKOS.prefLabel) or action)
