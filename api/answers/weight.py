"""Answers about what became of cases, and what is exposed without one."""

from dataclasses import dataclass

from api.answers.answer import Answer, record
from api.answers.shapes import limiting
from graph.answers import Step
from graph.as_of import AsOf
from graph.exposure import ExposureAnswer, exposure
from graph.facets import LawFilter
from graph.store import PrecedentStore
from graph.treatment_status import treatment_status


@dataclass(frozen=True, slots=True)
class ExposureRow:
    """A law or a case that is exposed, as a table of the answer lists it."""

    kind: str
    exposure: str
    key: str
    name: str
    jurisdiction: str | None
    year: int | None
    loses: tuple[str, ...]
    weakened: tuple[str, ...]
    remaining: tuple[str, ...]
    iri: str


def case_status(store: PrecedentStore, key: str, as_of: AsOf, max_hops: int) -> Answer:
    """Return how later cases treat a case; the rows are their acts that bear on its standing."""
    found = treatment_status(store, key, as_of=as_of, max_hops=max_hops)
    rows = (*found.negative, *found.reported, *found.separate)
    return record(store, found, as_of, rows=rows, row=Step, iri=found.case.iri)


def exposed(
    store: PrecedentStore,
    case: str | None,
    element: str | None,
    wanted: LawFilter,
    as_of: AsOf,
) -> Answer:
    """Return which laws and cases rest on a case, an element, or a case for one element."""
    found = exposure(store, case=case, element=element, wanted=wanted, as_of=as_of)
    about = found.case.iri if found.case else found.element.iri if found.element else None
    return record(
        store,
        found,
        as_of,
        rows=_rows(found),
        row=ExposureRow,
        iri=about,
        laws_by_class=dict(found.laws_by_class),
        cases_by_class=dict(found.cases_by_class),
        limits=limiting(found.limits),
    )


def _rows(found: ExposureAnswer) -> list[ExposureRow]:
    laws = [
        ExposureRow(
            kind="law",
            exposure=one.exposure,
            key=one.law.slug,
            name=one.law.title,
            jurisdiction=one.law.jurisdiction,
            year=int(one.law.enacted[:4]) if one.law.enacted else None,
            loses=tuple(tie.precedent.name for tie in one.lost),
            weakened=tuple(weak.reliance.precedent.name for weak in one.weakened),
            remaining=tuple(tie.precedent.name for tie in one.remaining),
            iri=one.law.iri,
        )
        for one in found.laws
    ]
    cases = [
        ExposureRow(
            kind="case",
            exposure=one.exposure,
            key=one.case.key,
            name=one.case.name,
            jurisdiction=None,
            year=one.case.year,
            loses=(),
            weakened=tuple(step.citing.name for step in one.line),
            remaining=tuple(case.name for case in one.remaining),
            iri=one.case.iri,
        )
        for one in found.cases
    ]
    return laws + cases
