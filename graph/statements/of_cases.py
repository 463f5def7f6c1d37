"""How records about cases and the doctrine are said in RDF."""

from typing import Final

from rdflib import SKOS
from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary, Evidence
from graph.case_answers import CaseDetail, CaseElement, CaseOpinion, HistoryEvent, LawAtIssue
from graph.element_answers import (
    ElementDetail,
    ElementLimit,
    ElementSource,
    ElementSummary,
    LawsByEvidence,
)
from graph.statements.terms import Shape, concept, day, label, link, owner, text, thing
from ontology.namespace import AC

CASE_SHAPES: Final[dict[type, Shape]] = {
    CaseSummary: Shape(
        kind=AC.Case,
        terms={
            "slug": text(AC.slug),
            "court": text(AC.court),
            "year": text(AC.year),
            "decided": day(AC.decided),
        },
        silent=frozenset({"name", "citation", "curated"}),  # said by their own rules
    ),
    Evidence: Shape(
        kind=AC.Citation,
        terms={
            "treatment": concept(AC.treatment, "treatment"),
            "opinion_type": concept(AC.opinionType, "opinion-type"),
            "provenance": concept(AC.provenance, "provenance"),
            "author": text(AC.opinionAuthor),
            "pin": text(AC.pinCite),
            "cue": text(AC.treatmentCue),
            "rule": text(AC.treatmentRule),
            "treated_by": text(AC.treatedBy),
            "depth": concept(AC.depth, "depth"),
            "quoted": text(AC.quotesAuthority),
            "kind": text(AC.kind),
            "basis": text(AC.basis),
            "verified": text(AC.verified),
            "document": link(AC.sourceDocument),
            "source_sha256": text(AC.sourceSha256),
            "start": text(AC.start),
            "end": text(AC.end),
            "page": text(AC.onPage),
            "in_footnote": text(AC.inFootnote),
            "text": text(AC.citationText),
            "extractor": text(AC.extractor),
        },
        # The day is of the citing case, the source of the document; not every record has a signal.
        silent=frozenset({"as_of", "source", "signal"}),
    ),
    CaseOpinion: Shape(
        kind=AC.Opinion,
        terms={
            "type": concept(AC.opinionType, "opinion-type"),
            "author": text(AC.opinionAuthor),
            "posture": text(AC.posture),
            "joined_by": text(AC.joinedBy),
            "joined_in_part_by": text(AC.joinedInPartBy),
            "gist": text(AC.gist),
            "note": text(AC.note),
            "verified": text(AC.verified),
            "unverified_fields": text(AC.unverifiedField),
        },
    ),
    HistoryEvent: Shape(
        kind=AC.HistoryEvent,
        terms={
            "action": concept(AC.historyAction, "history"),
            "other": thing(AC.otherDecision),
            "citation": text(DCTERMS.bibliographicCitation),
            "date": day(AC.historyDate),
            "note": text(AC.note),
            "verified": text(AC.verified),
            "as_of": day(AC.asOf),
        },
        # An event told from its other end has the converse action, so its IRI is not used.
        silent=frozenset({"iri", "label", "abbreviation"}),
    ),
    CaseElement: Shape(
        kind=AC.ElementSource,
        terms={
            "slug": concept(AC.ofElement, "doctrine"),
            "stance": text(AC.stance),
            "pin": text(AC.pinCite),
            "opinion_type": concept(AC.opinionType, "opinion-type"),
            "author": text(AC.opinionAuthor),
            "verified": text(AC.verified),
        },
        silent=frozenset({"label"}),
    ),
    LawAtIssue: Shape(
        terms={"slug": text(AC.slug), "title": text(DCTERMS.title)},
        silent=frozenset({"jurisdiction"}),
    ),
    CaseDetail: Shape(
        about="case",
        terms={
            "parallel_citations": text(AC.reporterCitation),
            "dockets": text(AC.docket),
            "sitting": text(AC.sitting),
            "panel": text(AC.panelMember),
            "vote": text(AC.vote),
            "holding": text(AC.holding),
            "role": concept(AC.role, "role"),
            "elements": owner(AC.statingCase),
            "opinions": thing(AC.hasOpinion),
            "history": owner(AC.historyOf),
            "subsequent_history": text(AC.subsequentHistory),
            "state_laws_at_issue": text(AC.stateLawAtIssue),
            "laws_at_issue": thing(AC.lawAtIssue),
            "outcome_for_state_law": text(AC.outcomeForStateLaw),
            "note": text(AC.note),
            "sources": text(DCTERMS.source),
            "verified": text(AC.verified),
            "unverified_fields": text(AC.unverifiedField),
            "doubtful_fields": text(AC.doubtfulField),
            "checked": day(AC.asOf),
        },
        silent=frozenset({"cites", "cited_by", "laws", "unresolved", "documents"}),
    ),
    ElementSummary: Shape(
        kind=AC.DoctrineElement,
        terms={
            "slug": text(SKOS.notation),
            "label": label(SKOS.prefLabel),
            "kind": concept(AC.elementKind, "element-kind"),
            "side": concept(AC.elementSide, "element-side"),
            "status": concept(AC.elementStatus, "element-status"),
            "definition": label(SKOS.definition),
            "broader": concept(SKOS.broader, "doctrine"),
        },
        silent=frozenset({"cases", "laws", "laws_limited"}),
    ),
    ElementSource: Shape(
        kind=AC.ElementSource,
        terms={
            "case": thing(AC.statingCase),
            "stance": text(AC.stance),
            "pin": text(AC.pinCite),
            "verified": text(AC.verified),
            "opinion_type": concept(AC.opinionType, "opinion-type"),
            "author": text(AC.opinionAuthor),
            "note": text(AC.note),
            "as_of": day(AC.asOf),
        },
    ),
    ElementLimit: Shape(
        about="element",
        terms={},
        silent=frozenset({"of", "of_label"}),  # what it limits may be a broader element
    ),
    LawsByEvidence: Shape(terms={}, silent=frozenset({"evidence_type", "label", "laws"})),
    ElementDetail: Shape(
        about="element",
        terms={
            "alt_labels": label(SKOS.altLabel),
            "note": label(SKOS.scopeNote),
            "narrower": thing(SKOS.narrower),
            "related": thing(SKOS.related),
            "limited": thing(AC.limitsElement),
            "sources": owner(AC.ofElement),
            "cases": owner(AC.states),
        },
        # Each says its own place: the line upwards, what limits which, the ties of each law.
        silent=frozenset({"broader", "limits", "laws", "laws_limited", "as_of"}),
    ),
}
