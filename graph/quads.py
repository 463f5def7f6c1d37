"""Turn what a document says into quads: the one place that writes predicates for extracted facts.

Curated facts get theirs from the JSON-LD context ``graph/facts/context.jsonld``.
"""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import RDF, URIRef
from rdflib.namespace import DCTERMS

from graph.iri import (
    authority_iri,
    candidate_iri,
    citation_iri,
    document_iri,
    mention_iri,
    official,
    opinion_iri,
)
from graph.model import (
    THIS,
    Authority,
    CitingReference,
    DocumentRecord,
    Mention,
    Opinion,
    OpinionType,
    RelianceCandidate,
)
from ontology.concepts import concept_iri, treatment_property
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

XSD = "http://www.w3.org/2001/XMLSchema#"
HAS_CITING = URIRef(PREFIXES["cito"] + "hasCitingEntity")
HAS_CITED = URIRef(PREFIXES["cito"] + "hasCitedEntity")
CLASSES = {
    "case": AC.Case,
    "statute": AC.Statute,
    "session_law": AC.SessionLaw,
    "constitution": AC.ConstitutionalProvision,
    "federalist": AC.FederalistPaper,
    "journal": AC.JournalArticle,
    "treatise": AC.Treatise,
}

Value = str | int | bool | None


def quads_of(record: DocumentRecord) -> Iterator[ox.Quad]:
    """Yield the quads of one document, all in the graph named by the document's IRI.

    A citation whose authority is not known stays in the graph as an ``ac:UnresolvedCitation``
    with the reason and the candidates; nothing is guessed and nothing is dropped. A reference to
    another page of the same decision has no authority to find and is an ``ac:InternalReference``.
    """
    graph = _Graph(document_iri(record.case, record.kind))
    yield from _document(graph, record)
    for opinion in record.opinions:
        yield from _opinion(graph, record.case, opinion)
    seen: set[str] = set()
    ends = {reference.start: reference.end for reference in record.references}
    for reference in (*record.references, *record.named):
        for authority in (reference.authority, *reference.candidates):
            if authority is not None and (iri := authority_iri(authority)) not in seen:
                seen.add(iri)
                yield from _authority(graph, authority)
        yield from _citation(graph, record, reference)
        first = reference.parallel_to
        if first is not None and first in ends:
            yield _tie(graph, record.sha256, reference, AC.parallelTo, (first, ends[first]))
        first = reference.string_to
        if first is not None and first in ends:
            yield _tie(graph, record.sha256, reference, AC.inStringWith, (first, ends[first]))
    for candidate in record.candidates:
        yield from _candidate(graph, record, candidate)


class _Graph:
    """Builds quads of one named graph from IRIs and plain values."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.name = ox.NamedNode(iri)

    def link(self, subject: str, predicate: URIRef, target: str) -> ox.Quad:
        node = ox.NamedNode(target)
        return ox.Quad(ox.NamedNode(subject), ox.NamedNode(str(predicate)), node, self.name)

    def value(self, subject: str, predicate: URIRef, value: Value) -> Iterator[ox.Quad]:
        if value is None or value == "":
            return
        # Pages and pins stay strings: typed numbers would lose their printed form in the store.
        literal = ox.Literal(value)
        yield ox.Quad(ox.NamedNode(subject), ox.NamedNode(str(predicate)), literal, self.name)


def _document(graph: _Graph, record: DocumentRecord) -> Iterator[ox.Quad]:
    iri = graph.iri
    yield graph.link(iri, RDF.type, AC.SourceDocument)
    yield graph.link(iri, AC.about, authority_iri(record.case))
    yield from graph.value(iri, AC.documentKind, record.kind)
    yield from graph.value(iri, AC.sourceSha256, record.sha256)
    yield from graph.value(iri, AC.origin, record.origin)
    yield from graph.value(iri, AC.extractor, record.extractor)
    yield from graph.value(iri, DCTERMS.source, record.source_url)
    yield from _authority(graph, record.case)
    yield from graph.value(authority_iri(record.case), AC.slug, record.slug)
    if record.decided:
        day = ox.Literal(record.decided, datatype=ox.NamedNode(XSD + "date"))
        case, decided = ox.NamedNode(authority_iri(record.case)), ox.NamedNode(str(AC.decided))
        yield ox.Quad(case, decided, day, graph.name)


def _opinion(graph: _Graph, case: Authority, opinion: Opinion) -> Iterator[ox.Quad]:
    iri = opinion_iri(case, opinion)
    yield graph.link(authority_iri(case), AC.hasOpinion, iri)
    yield graph.link(iri, RDF.type, AC.Opinion)
    yield graph.link(iri, AC.opinionType, concept_iri("opinion-type", opinion.type))
    yield from graph.value(iri, AC.opinionAuthor, opinion.author)
    for name in opinion.joined_by:
        yield from graph.value(iri, AC.joinedBy, name)


def _authority(graph: _Graph, authority: Authority) -> Iterator[ox.Quad]:
    iri = authority_iri(authority)
    yield graph.link(iri, RDF.type, CLASSES[authority.kind])
    yield from graph.value(iri, AC.nameAsCited, authority.name)
    if authority.kind != "case":
        place = (authority.volume, authority.reporter, authority.page)
        yield from graph.value(iri, AC.reporterCitation, _joined(*place))
        yield from graph.value(iri, AC.section, authority.section)
        return
    if authority.citation:
        yield from graph.value(iri, AC.reporterCitation, str(official(authority.citation)))
    elif authority.volume and authority.reporter:
        yield from graph.value(
            iri, AC.reporterCitation, f"{authority.volume} {authority.reporter} ___"
        )
    for parallel in authority.parallels:
        yield from graph.value(iri, AC.reporterCitation, str(parallel))
    yield from graph.value(iri, AC.year, authority.year)
    yield from graph.value(iri, AC.court, authority.court)
    yield from graph.value(iri, AC.docket, authority.docket)


def _joined(*words: str | None) -> str | None:
    return " ".join(word for word in words if word) or None


def _citation(graph: _Graph, record: DocumentRecord, ref: CitingReference) -> Iterator[ox.Quad]:
    iri = citation_iri(record.sha256, ref.start, ref.end)
    source = opinion_iri(record.case, Opinion(ref.part, ref.author))
    if ref.authority is None and ref.kind == "internal":
        yield graph.link(iri, RDF.type, AC.InternalReference)
    elif ref.authority is None:
        yield graph.link(iri, RDF.type, AC.UnresolvedCitation)
        yield from graph.value(iri, AC.unresolvedReason, ref.unresolved_reason)
        for candidate in ref.candidates:
            yield graph.link(iri, AC.candidate, authority_iri(candidate))
    else:
        cited = authority_iri(ref.authority)
        yield graph.link(iri, RDF.type, AC.Citation)
        yield graph.link(iri, HAS_CITED, cited)
        done = ref.treatment if ref.treated_by == THIS else "mentions"
        yield graph.link(source, treatment_property(done), cited)
    yield graph.link(iri, HAS_CITING, source)
    yield graph.link(iri, AC.citingCase, authority_iri(record.case))
    yield from _evidence(graph, iri, record, ref)


def _tie(
    graph: _Graph, sha256: str, ref: CitingReference, how: URIRef, first: tuple[int, int]
) -> ox.Quad:
    """Lead a citation to the first of its company."""
    iri = citation_iri(sha256, ref.start, ref.end)
    return graph.link(iri, how, citation_iri(sha256, *first))


def _evidence(
    graph: _Graph, iri: str, record: DocumentRecord, ref: CitingReference
) -> Iterator[ox.Quad]:
    yield from _source(graph, iri, record, ref.part)
    yield graph.link(iri, AC.treatment, concept_iri("treatment", ref.treatment))
    yield graph.link(iri, AC.signal, concept_iri("signal", ref.signal))
    if ref.depth:
        yield graph.link(iri, AC.depth, concept_iri("depth", ref.depth))
    values: dict[URIRef, Value] = {
        AC.opinionAuthor: ref.author,
        AC.kind: ref.kind,
        AC.citationText: ref.text,
        AC.pinCite: ref.pin,
        AC.onPage: ref.on_page,
        AC.start: ref.start,
        AC.end: ref.end,
        AC.inFootnote: ref.in_footnote,
        AC.parentheticalFollows: ref.parenthetical,
        AC.quotesAuthority: ref.quoted,
        AC.treatmentCue: ref.treatment_key,
        AC.treatmentRule: ref.treatment_rule,
        AC.treatedBy: None if ref.treated_by == THIS else ref.treated_by,
    }
    for predicate, value in values.items():
        yield from graph.value(iri, predicate, value)


def _candidate(
    graph: _Graph, record: DocumentRecord, candidate: RelianceCandidate
) -> Iterator[ox.Quad]:
    """Say what a passage may show, in terms that no question about reliance asks for."""
    iri = candidate_iri(record.sha256, candidate)
    yield graph.link(iri, RDF.type, AC.RelianceCandidate)
    yield graph.link(iri, AC.candidateLaw, candidate.law)
    yield graph.link(iri, AC.candidatePrecedent, candidate.precedent)
    if candidate.element:
        yield graph.link(iri, AC.candidateElement, candidate.element)
    cited = citation_iri(record.sha256, *candidate.citation)
    yield graph.link(iri, AC.candidateCitation, cited)
    yield graph.link(iri, AC.citingCase, authority_iri(record.case))
    yield from graph.value(iri, AC.statedOutcome, candidate.outcome)
    yield from _place(graph, record, iri, candidate)
    for mention in candidate.mentions:
        at = mention_iri(record.sha256, mention)
        yield graph.link(iri, AC.hasMention, at)
        yield graph.link(at, RDF.type, AC.Mention)
        if mention.iri:
            yield graph.link(at, AC.mentionsThing, mention.iri)
        yield from graph.value(at, AC.mentionKind, mention.kind)
        yield from graph.value(at, AC.mentionText, mention.text)
        yield from _place(graph, record, at, mention)


def _place(
    graph: _Graph, record: DocumentRecord, iri: str, at: RelianceCandidate | Mention
) -> Iterator[ox.Quad]:
    """Say where something stands, in whose opinion, and how it is known."""
    yield from _source(graph, iri, record, at.part)
    yield from graph.value(iri, AC.opinionAuthor, at.author)
    yield from graph.value(iri, AC.start, at.start)
    yield from graph.value(iri, AC.end, at.end)


def _source(
    graph: _Graph, iri: str, record: DocumentRecord, part: OpinionType
) -> Iterator[ox.Quad]:
    provenance = "extracted-note" if record.kind == "note" else "extracted-opinion"
    yield graph.link(iri, AC.provenance, concept_iri("provenance", provenance))
    yield graph.link(iri, AC.opinionType, concept_iri("opinion-type", part))
    yield graph.link(iri, AC.sourceDocument, graph.iri)
    yield from graph.value(iri, AC.sourceSha256, record.sha256)
    yield from graph.value(iri, AC.extractor, record.extractor)


def own_voice(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Return a note's quads without what it reports of the opinions it digests.

    Once the full text of a case is in the store, the opinion speaks for itself; what the note says
    in its own voice, such as its account of what came after, stays.
    """
    voice = concept_iri("opinion-type", "note")
    reported = {
        quad.subject
        for quad in quads
        if quad.predicate.value == str(AC.opinionType)
        and isinstance(quad.object, ox.NamedNode)
        and quad.object.value != voice
    }
    return [quad for quad in quads if quad.subject not in reported and quad.object not in reported]
