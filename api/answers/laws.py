"""Answers about laws: the list, one law, passages that may show reliance."""

from typing import Final

from api.answers.answer import Answer, paged, record
from api.answers.shapes import ThroughRecord, limiting
from api.ordering import Keys
from api.paging import Page
from graph.answers import NOT_REVIEWED, Candidate, CaseSummary, LawSummary, LawThrough
from graph.as_of import AsOf
from graph.candidates import candidates
from graph.case_days import date_of
from graph.facets import LawFilter
from graph.law_detail import law_detail
from graph.law_facets import law_facets
from graph.reliance import laws
from graph.store import PrecedentStore

LAW_KEYS: Final[Keys[LawSummary]] = {
    "title": lambda law: law.title.casefold(),
    "jurisdiction": lambda law: law.jurisdiction,
    "enacted": lambda law: law.enacted,
    "status": lambda law: law.status_on.status if law.status_on else law.status,
    "kind": lambda law: law.record_kind,
    "evidence": lambda law: law.reliance[0].evidence_type if law.reliance else None,
}
CANDIDATE_KEYS: Final[Keys[Candidate]] = {
    "law": lambda found: found.law_title.casefold(),
    "jurisdiction": lambda found: found.jurisdiction,
    "precedent": lambda found: found.precedent.name.casefold(),
    "decided": lambda found: date_of(found.found_in),
    "treatment": lambda found: found.treatment,
}


def law_list(
    store: PrecedentStore,
    relies_on: str | None,
    wanted: LawFilter,
    evidence_max: int | None,
    as_of: AsOf,
    page: Page,
    *,
    element: str | None = None,
    through: bool = False,
) -> Answer:
    """Return laws with their evidence, facets, what limits them, and what is left out and why."""
    found = laws(
        store,
        relies_on=relies_on,
        element=element,
        through=through,
        wanted=wanted,
        as_of=as_of,
        evidence_max=evidence_max,
        limit=None,
    )
    case: CaseSummary | None = found.relies_on
    return paged(
        store,
        found,
        LawSummary,
        page,
        as_of,
        asked=("laws", case and case.iri, wanted, evidence_max, element, through),
        keys=LAW_KEYS,
        relies_on=case,
        facets=law_facets(found.items),
        folded=found.folded,
        folded_by_type=dict(found.folded_by_type),
        other_kinds=dict(found.other_kinds),
        limited=found.limited,
        uncertain=found.uncertain,
        limits=limiting(found.limits),
        counters=found.counters,
        through=[_through(one) for one in found.through],
    )


def _through(found: LawThrough) -> ThroughRecord:
    tie, line = found.tie, reversed(found.line)
    return ThroughRecord(
        law=found.law,
        precedent=tie.precedent,
        evidence_type=tie.evidence_type,
        element=tie.element,
        line=[f"{step.citing.name} {step.treatment} {step.cited.name}" for step in line],
    )


def one_law(store: PrecedentStore, key: str, as_of: AsOf) -> Answer:
    """Return all that is recorded about one law, its status and members being those of the day."""
    detail = law_detail(store, key, as_of)
    return record(store, detail, as_of, iri=detail.law.iri)


def candidate_list(
    store: PrecedentStore, relies_on: str | None, law: str | None, as_of: AsOf, page: Page
) -> Answer:
    """Return passages that may show a law resting on a precedent; nobody has reviewed them."""
    found = candidates(store, relies_on=relies_on, law=law, limit=None, as_of=as_of)
    case: CaseSummary | None = found.relies_on
    return paged(
        store,
        found,
        Candidate,
        page,
        as_of,
        asked=("candidates", case and case.iri, found.law),
        keys=CANDIDATE_KEYS,
        review=NOT_REVIEWED,
        relies_on=case,
        law=found.law,
    )
