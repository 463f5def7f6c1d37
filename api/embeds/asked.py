"""Which picture is asked for: the parameters of each kind, read before anything is drawn."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, TypeAlias
from urllib.parse import urlencode

from fastapi import Depends, Query

from api.answers.chains import MOST_LINES
from api.dependencies import AsOfDay, StepsWanted, Store
from api.faults import AskedTwice
from api.routes.laws import EvidenceMax, LawFilters
from graph.errors import NothingAsked
from graph.pictures.drawing import (
    draw_case_timeline,
    draw_chain,
    draw_doctrine,
    draw_laws_timeline,
    draw_map,
    draw_members,
    draw_neighbourhood,
)
from graph.pictures.lawlists import LawsWanted
from graph.pictures.model import HARD_CAP, MOST_NODES, Picture

Draw: TypeAlias = Callable[[], Picture]
MostNodes: TypeAlias = Annotated[
    int, Query(ge=2, le=HARD_CAP, description="How many cases or events are drawn at most")
]
Case: TypeAlias = Annotated[str, Query(description="Slug, citation or name")]
RelyingOn: TypeAlias = Annotated[
    str | None, Query(description="Laws that rely on this case: slug, citation or name")
]


def asked_chain(
    store: Store,
    start: Annotated[str, Query(alias="from", description="Slug, citation or name")],
    end: Annotated[str, Query(alias="to", description="Slug, citation or name")],
    wanted: StepsWanted,
    max_hops: Annotated[int, Query(ge=1, le=8, description="Longest line, in steps")] = 4,
    limit: Annotated[int, Query(ge=1, le=MOST_LINES, description="How many lines")] = 3,
    max_nodes: MostNodes = MOST_NODES,
) -> Draw:
    """Return what draws the strongest lines between two cases."""
    return lambda: draw_chain(
        store, start, end, wanted=wanted, max_hops=max_hops, limit=limit, most=max_nodes
    )


def asked_neighbourhood(
    store: Store, case: Case, wanted: StepsWanted, max_nodes: MostNodes = MOST_NODES
) -> Draw:
    """Return what draws a case between those that it cites and those that cite it."""
    return lambda: draw_neighbourhood(store, case, wanted=wanted, most=max_nodes)


def asked_doctrine(store: Store, as_of: AsOfDay) -> Draw:
    """Return what draws the map of the doctrine."""
    return lambda: draw_doctrine(store, as_of)


def asked_laws(
    facets: LawFilters,
    relies_on: RelyingOn = None,
    element: Annotated[
        str | None, Query(description="Laws whose tie is about this element, or a narrower one")
    ] = None,
    evidence_max: EvidenceMax = None,
) -> LawsWanted:
    """Return which laws a picture is of."""
    return LawsWanted(facets, relies_on, element, evidence_max)


LawsAsked: TypeAlias = Annotated[LawsWanted, Depends(asked_laws)]


def asked_timeline(
    store: Store,
    steps: StepsWanted,
    wanted: LawsAsked,
    case: Annotated[
        str | None, Query(description="How later decisions treat this case: slug, citation or name")
    ] = None,
    max_nodes: MostNodes = MOST_NODES,
) -> Draw:
    """Return what draws how a case was treated, or laws with what courts did with them.

    Raises:
        NothingAsked: neither a case nor laws are asked for.
        AskedTwice: both are.
    """
    if case is not None and replace(wanted, element=None) != LawsWanted():
        raise AskedTwice("a timeline is of a case or of laws: leave out case, or what narrows laws")
    if case is not None:
        return lambda: draw_case_timeline(store, case, wanted=steps, most=max_nodes)
    if wanted == LawsWanted():
        raise NothingAsked("case, topic, relies_on, or another filter of laws")
    return lambda: draw_laws_timeline(store, wanted, steps.as_of, most=max_nodes)


def asked_map(
    store: Store,
    wanted: LawsAsked,
    as_of: AsOfDay,
    law: Annotated[
        str | None, Query(description="Who belongs to this compact or network: slug or IRI")
    ] = None,
) -> Draw:
    """Return what draws how many laws each State has, or who belongs to a compact.

    Raises:
        AskedTwice: both are asked for.
    """
    if law is not None and wanted != LawsWanted():
        raise AskedTwice("a map is of laws or of members: leave out law, or what narrows laws")
    if law is not None:
        return lambda: draw_members(store, law, as_of)
    facets = wanted.facets
    given = {
        "relies_on": wanted.relies_on,
        "element": wanted.element,
        "topic": facets.topic,
        "status": facets.status,
        "kind": facets.kind,
        "mechanism": facets.mechanism,
        "disposition": facets.disposition,
        "as_of": as_of.day,
    }
    query = urlencode({name: value for name, value in given.items() if value})
    return lambda: draw_map(store, wanted, as_of, query=query)


ChainAsked: TypeAlias = Annotated[Draw, Depends(asked_chain)]
DoctrineAsked: TypeAlias = Annotated[Draw, Depends(asked_doctrine)]
MapAsked: TypeAlias = Annotated[Draw, Depends(asked_map)]
NeighbourhoodAsked: TypeAlias = Annotated[Draw, Depends(asked_neighbourhood)]
TimelineAsked: TypeAlias = Annotated[Draw, Depends(asked_timeline)]
