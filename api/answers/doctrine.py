"""Answers about the doctrine: its elements, one element, the weight of its cases."""

from dataclasses import replace
from typing import Final

from api.answers.answer import Answer, listing, paged, record
from api.ordering import Keys, ordered
from api.paging import Page
from graph.as_of import AsOf
from graph.authority import CaseAuthority, authority
from graph.element_answers import ElementSummary
from graph.elements import element_detail, elements
from graph.store import PrecedentStore

ELEMENT_KEYS: Final[Keys[ElementSummary]] = {
    "label": lambda element: element.label.casefold(),
    "kind": lambda element: element.kind,
    "side": lambda element: element.side,
    "status": lambda element: element.status,
    "cases": lambda element: element.cases,
    "laws": lambda element: element.laws,
}
AUTHORITY_KEYS: Final[Keys[CaseAuthority]] = {
    "rank": lambda found: found.rank,
    "name": lambda found: found.case.name.casefold(),
    "year": lambda found: found.case.year,
    "pagerank": lambda found: found.pagerank,
    "authority": lambda found: found.authority,
    "hub": lambda found: found.hub,
    "cited_in": lambda found: found.cited_in,
    "cites": lambda found: found.cites,
    "cited_by_all": lambda found: found.cited_by_all,
}


def element_list(
    store: PrecedentStore,
    kind: str | None,
    side: str | None,
    status: str | None,
    as_of: AsOf,
    page: Page,
) -> Answer:
    """Return the elements of the doctrine, broader ones before narrower ones."""
    return paged(
        store,
        elements(store, kind=kind, side=side, status=status, as_of=as_of),
        ElementSummary,
        page,
        as_of,
        asked=("elements", kind, side, status),
        keys=ELEMENT_KEYS,
    )


def one_element(store: PrecedentStore, key: str, as_of: AsOf) -> Answer:
    """Return one element: sources with pins, limits beside it, cases and laws."""
    detail = element_detail(store, key, as_of)
    return record(store, detail, as_of, iri=detail.element.iri)


def authority_list(
    store: PrecedentStore, element: str | None, dissents: bool, as_of: AsOf, page: Page
) -> Answer:
    """Return the cases that carry most authority, with the size of the network they stand in."""
    window = page.window(store, "authority", element, dissents, as_of.day)
    # How often all cases cite one is read for those shown, unless another order needs it of all.
    most = None if page.sort else window.stop
    found = authority(store, element=element, dissents=dissents, as_of=as_of, limit=most)
    items = tuple(ordered(found.items, page.sort, AUTHORITY_KEYS)[window.start : window.stop])
    return listing(
        store,
        replace(found, items=items),
        items,
        CaseAuthority,
        window,
        as_of,
        total=found.total,
        element=found.element,
        citations=found.citations,
    )
