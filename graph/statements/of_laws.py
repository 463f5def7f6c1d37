"""How records about laws, claims and candidates are said in RDF."""

from typing import Final

from rdflib.namespace import DCTERMS

from graph.answers import Candidate, LawDetail, LawSummary, Litigation, Reliance, Words
from graph.claims import Article, ClaimDetail, ClaimSummary, Concern
from graph.iri import thing_iri
from graph.law_days import Interval, LawRef, Member
from graph.statements.terms import Shape, concept, day, link, owner, text, thing, word
from ontology.namespace import AC

PLACES: Final = thing_iri("jurisdiction", "")

LAW_SHAPES: Final[dict[type, Shape]] = {
    Reliance: Shape(
        kind=AC.RelianceAssertion,
        terms={
            "precedent": thing(AC.precedent),
            "evidence_type": concept(AC.evidenceType, "evidence"),
            "bearing": concept(AC.bearing, "bearing"),
            "element": concept(AC.onElement, "doctrine"),
            "source": text(AC.evidenceSource),
            "confidence": concept(AC.confidence, "confidence"),
            "as_of": day(AC.asOf),
        },
        silent=frozenset({"evidence_label", "element_label"}),
    ),
    Litigation: Shape(
        kind=AC.LitigationOutcome,
        terms={
            "case_name": text(AC.caseName),
            "outcome": text(AC.outcome),
            "disposition": concept(AC.disposition, "disposition"),
            "citation": text(DCTERMS.bibliographicCitation),
            "source": text(DCTERMS.source),
            "case_iri": link(AC.outcomeCase),
        },
    ),
    Interval: Shape(
        kind=AC.StatusInterval,
        terms={
            "status": concept(AC.status, "status"),
            "since": day(AC.validFrom),
            "until": day(AC.validUntil),
            "sources": text(DCTERMS.source),
            "unverified_fields": text(AC.unverifiedField),
        },
    ),
    Member: Shape(
        kind=AC.Membership,
        terms={
            "jurisdiction": word(AC.member, PLACES),
            "since": day(AC.validFrom),
            "until": day(AC.validUntil),
            "seen": day(AC.seenOn),
            "citation": text(DCTERMS.bibliographicCitation),
            "note": text(AC.note),
            "unverified_fields": text(AC.unverifiedField),
            "sources": text(DCTERMS.source),
        },
        silent=frozenset({"name", "electoral_votes"}),
    ),
    LawRef: Shape(
        terms={
            "slug": text(AC.slug),
            "title": text(DCTERMS.title),
            "jurisdiction": word(AC.jurisdiction, PLACES),
            "record_kind": concept(AC.recordKind, "record-kind"),
            "enacted": day(AC.enacted),
        },
        silent=frozenset({"status"}),
    ),
    LawSummary: Shape(
        kind=AC.Measure,
        terms={
            "title": text(DCTERMS.title),
            "slug": text(AC.slug),
            "record_kind": concept(AC.recordKind, "record-kind"),
            "jurisdiction": word(AC.jurisdiction, PLACES),
            "citation": text(DCTERMS.bibliographicCitation),
            "instrument": concept(AC.instrument, "instrument"),
            "as_of": day(AC.asOf),
            "enacted": day(AC.enacted),
            "topics": concept(AC.topic, "topic"),
            "mechanisms": concept(AC.mechanism, "mechanism"),
            "verified": text(AC.verified),
            "effective": day(AC.effective),
            "statuses": thing(AC.hasStatusInterval),
            "litigation": owner(AC.challengedLaw),
            "unverified_fields": text(AC.unverifiedField),
            "doubtful_fields": text(AC.doubtfulField),
            "reliance": owner(AC.relyingLaw),
        },
        # The status is that of the day where one is asked about; see there.
        silent=frozenset({"jurisdiction_name", "status", "status_on"}),
    ),
    LawDetail: Shape(
        about="law",
        terms={
            "summary": text(AC.summary),
            "federal_law_resisted": text(AC.federalLawResisted),
            "verification": text(AC.verification),
            "citation_checked": text(AC.citationChecked),
            "note": text(AC.note),
            "sources": text(DCTERMS.source),
            "votes": text(AC.legislativeVote),
            "code": text(AC.codeCitation),
            "session_law": text(AC.sessionLaw),
            "bill": text(AC.billNumber),
            "answers": thing(AC.answers),
            "answered_by": thing(AC.answeredBy),
            "consent": concept(AC.congressionalConsent, "consent"),
            "consent_citation": text(AC.consentCitation),
            "consent_note": text(AC.consentNote),
        },
        silent=frozenset({"members"}),
    ),
    Words: Shape(
        kind=AC.Mention,
        terms={
            "kind": text(AC.mentionKind),
            "text": text(AC.mentionText),
            "start": text(AC.start),
            "end": text(AC.end),
        },
    ),
    Candidate: Shape(
        kind=AC.RelianceCandidate,
        terms={
            "law_iri": link(AC.candidateLaw),
            "precedent": thing(AC.candidatePrecedent),
            "found_in": thing(AC.citingCase),
            "opinion_type": concept(AC.opinionType, "opinion-type"),
            "provenance": concept(AC.provenance, "provenance"),
            "document": link(AC.sourceDocument),
            "start": text(AC.start),
            "end": text(AC.end),
            "words": thing(AC.hasMention),
            "citation_iri": link(AC.candidateCitation),
            "source_sha256": text(AC.sourceSha256),
            "extractor": text(AC.extractor),
            "author": text(AC.opinionAuthor),
            "element": concept(AC.candidateElement, "doctrine"),
            "outcome": text(AC.statedOutcome),
            "review": text("http://www.w3.org/2000/01/rdf-schema#comment"),
        },
        silent=frozenset({"law_slug", "law_title", "jurisdiction", "treatment", "element_label"}),
    ),
    Article: Shape(
        kind=AC.Article,
        terms={
            "title": text(DCTERMS.title),
            "published": day(DCTERMS.issued),
            "author": text(DCTERMS.creator),
            "publisher": text(DCTERMS.publisher),
            "note": text(AC.note),
            "unverified_fields": text(AC.unverifiedField),
        },
        silent=frozenset({"slug"}),
    ),
    Concern: Shape(terms={"slug": text(AC.slug)}, silent=frozenset({"kind", "name"})),
    ClaimSummary: Shape(
        kind=AC.Claim,
        terms={
            "claim": text(AC.claimText),
            "value_claimed": text(AC.valueClaimed),
            "value_found": text(AC.valueFound),
            "verdict": concept(AC.verdict, "verdict"),
            "article": thing(AC.inArticle),
            "as_of": day(AC.asOf),
            "question": text(AC.claimQuestion),
            "claimed": text(AC.claimedAnswer),
            "note": text(AC.note),
            "sources": text(DCTERMS.source),
            "unverified_fields": text(AC.unverifiedField),
        },
        silent=frozenset({"key"}),
    ),
    ClaimDetail: Shape(
        about="claim",
        terms={
            "expected": text(AC.expectedAnswer),
            "expected_then": text(AC.expectedThen),
            "concerns": thing(AC.concerns),
        },
        # What the query answers now is computed; the query itself can be asked at /sparql.
        silent=frozenset({"asks", "query", "then", "now", "once", "verdict_by_data"}),
    ),
}
