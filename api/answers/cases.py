"""Answers about cases: the list, one case."""

from typing import Final

from api.answers.answer import Answer, paged, record
from api.ordering import Keys
from api.paging import Page
from graph.answers import CaseSummary
from graph.as_of import AsOf
from graph.case_days import date_of
from graph.case_facets import CaseFilter, case_facets
from graph.cases import case_detail, search_cases
from graph.store import PrecedentStore

CASE_KEYS: Final[Keys[CaseSummary]] = {
    "name": lambda case: case.name.casefold(),
    "year": lambda case: case.year,
    "decided": date_of,
    "court": lambda case: case.court,
    "citation": lambda case: case.citation,
}


def case_list(
    store: PrecedentStore, text: str, wanted: CaseFilter, as_of: AsOf, page: Page
) -> Answer:
    """Return the cases that a citation, words of a name and filters fit, with facets."""
    found = search_cases(store, text, wanted=wanted, limit=None, as_of=as_of)
    return paged(
        store,
        found,
        CaseSummary,
        page,
        as_of,
        asked=("cases", text, wanted),
        keys=CASE_KEYS,
        facets=case_facets(store, found.items),
    )


def one_case(store: PrecedentStore, key: str, as_of: AsOf) -> Answer:
    """Return all that is recorded about one case."""
    detail = case_detail(store, key, as_of)
    return record(store, detail, as_of, iri=detail.case.iri)
