"""Answers about what a law stands on, and about two laws or two places side by side."""

from dataclasses import dataclass

from api.answers.answer import Answer, record
from graph.answers import LawSummary
from graph.as_of import AsOf
from graph.beside import laws_beside, places_beside
from graph.facets import LawFilter
from graph.footing import Pillar, footing
from graph.store import PrecedentStore


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What both sides have, or one of them, as a table of the answer lists it."""

    what: str
    value: str
    who: str


def law_footing(store: PrecedentStore, key: str, as_of: AsOf) -> Answer:
    """Return what a law stands on; the rows are the precedents, those that bound it last."""
    found = footing(store, key, as_of)
    rows = (*found.pillars, *found.bounds)
    return record(store, found, as_of, rows=rows, row=Pillar, iri=found.law.iri)


def two_laws(store: PrecedentStore, one: str, other: str, as_of: AsOf) -> Answer:
    """Return two laws side by side; the rows are what both have and what one alone has."""
    found = laws_beside(store, one, other, as_of)
    rows = [
        ShareRow(what, value, who)
        for what in ("mechanisms", "topics", "precedents", "elements")
        for who in ("both", "only_one", "only_other")
        for value in getattr(getattr(found, what), who)
    ]
    return record(store, found, as_of, rows=rows, row=ShareRow)


def two_places(
    store: PrecedentStore, one: str, other: str, wanted: LawFilter, as_of: AsOf
) -> Answer:
    """Return the laws of two places side by side; the rows are all these laws."""
    found = places_beside(store, one, other, wanted=wanted, as_of=as_of)
    return record(store, found, as_of, rows=(*found.one.laws, *found.other.laws), row=LawSummary)
