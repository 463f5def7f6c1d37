"""What narrows a list of cases: court, year, decade, area of law, element of the doctrine."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import SKOS

from graph.answers import CaseSummary
from graph.counting import Facets, facet
from graph.elements import find_element
from graph.errors import UnknownConcept
from graph.projection import describe, first, notation
from graph.store import PrecedentStore
from ontology.namespace import AC


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a case must have; an empty field asks nothing.

    ``court`` is an id of courts-db (scotus, ca9), ``decade`` its first year (1990), ``area`` the
    field of law or fact (firearms); ``element`` holds of cases that state it or a narrower one.
    """

    court: str | None = None
    year: int | None = None
    decade: int | None = None
    area: str | None = None
    element: str | None = None

    def among(self, store: PrecedentStore, cases: Iterable[CaseSummary]) -> Iterator[CaseSummary]:
        """Yield the cases that have all that is asked.

        Raises:
            UnknownConcept, UnknownElement: no case has this court or area, or there is no such
                element.
        """
        self._check(store)
        element = notation(find_element(store, self.element)) if self.element else None
        for case in cases:
            if (
                self.court in (None, case.court)
                and self.year in (None, case.year)
                and self.decade in (None, decade_of(case))
                and (self.area is None or self.area in _areas(store, case))
                and (element is None or element in _elements(store, case))
            ):
                yield case

    def _check(self, store: PrecedentStore) -> None:
        court = ox.Literal(self.court or "")
        if self.court is not None and not store.query(f"ASK {{ ?c <{AC.court}> {court} }}"):
            raise UnknownConcept("court", self.court, tuple(sorted(_every(store, AC.court))))
        if self.area is not None:
            areas = {area for value in _every(store, AC.area) for area in _parted(value)}
            if self.area not in areas:
                raise UnknownConcept("area", self.area, tuple(sorted(areas)))


EVERY_CASE: Final = CaseFilter()


def case_facets(store: PrecedentStore, cases: Sequence[CaseSummary]) -> Facets:
    """Return how many of some cases are of each court, year, decade, area and element.

    An element is counted for each case that states it or a narrower one.
    """
    elements = [_elements(store, case) for case in cases]
    return {
        "court": facet([case.court] for case in cases if case.court),
        "year": facet(([str(case.year)] for case in cases if case.year), by_value=True),
        "decade": facet(
            ([str(decade)] for case in cases if (decade := decade_of(case))), by_value=True
        ),
        "area": facet(_areas(store, case) for case in cases),
        "element": facet(
            elements, {slug: label for found in elements for slug, label in found.items()}
        ),
    }


def decade_of(case: CaseSummary) -> int | None:
    """Return the first year of the decade in which a case was decided.

    >>> decade_of(CaseSummary("urn:x", "Printz v. United States", year=1997))
    1990
    """
    return case.year // 10 * 10 if case.year else None


def _every(store: PrecedentStore, predicate: str) -> list[str]:
    return [row["v"] for row in store.select(f"SELECT DISTINCT ?v {{ ?c <{predicate}> ?v }}")]


def _areas(store: PrecedentStore, case: CaseSummary) -> list[str]:
    said = describe(store, [case.iri])[case.iri].get(str(AC.area), [])
    return [area for value in said for area in _parted(value)]


def _parted(value: str) -> list[str]:
    """Return the areas of a record that names several: "sovereign immunity; wages"."""
    return [area.strip() for area in value.split(";") if area.strip()]


def _elements(store: PrecedentStore, case: CaseSummary) -> dict[str, str]:
    """Return {slug: label} of the elements that a case states, and of all broader ones."""
    found: dict[str, str] = {}
    waiting = list(describe(store, [case.iri])[case.iri].get(str(AC.states), []))
    while waiting:
        iri = waiting.pop()
        if notation(iri) not in found:
            about = describe(store, [iri])[iri]
            found[notation(iri)] = first(about, str(SKOS.prefLabel)) or notation(iri)
            waiting += about.get(str(SKOS.broader), [])
    return found
