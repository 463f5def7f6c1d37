"""Which picture is asked for: the parameters of each kind, read before anything is drawn."""

from collections.abc import Callable
from typing import Annotated, TypeAlias

from fastapi import Depends, Query

from api.answers.chains import MOST_LINES
from api.dependencies import AsOfDay, StepsWanted, Store
from graph.as_of import AsOf
from graph.chain import chain
from graph.elements import read_doctrine
from graph.lineage import lineage, progeny
from graph.pictures.chain import chain_picture
from graph.pictures.doctrine import doctrine_picture
from graph.pictures.model import HARD_CAP, MOST_NODES, Picture, Source
from graph.pictures.neighbourhood import neighbourhood_picture
from graph.step_filter import StepFilter
from graph.store import PrecedentStore

Draw: TypeAlias = Callable[[], Picture]
MostNodes: TypeAlias = Annotated[
    int, Query(ge=2, le=HARD_CAP, description="How many cases, laws or events are drawn at most")
]
Case: TypeAlias = Annotated[str, Query(description="Slug, citation or name")]


def source_of(store: PrecedentStore, as_of: AsOf) -> Source:
    """Return where the facts of a picture come from."""
    return Source(store.as_of(), store.dataset_hash(), as_of.day)


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

    def draw() -> Picture:
        found = chain(store, start, end, max_hops=max_hops, limit=limit, wanted=wanted)
        return chain_picture(found, source_of(store, wanted.as_of), most=max_nodes)

    return draw


def asked_neighbourhood(
    store: Store, case: Case, wanted: StepsWanted, max_nodes: MostNodes = MOST_NODES
) -> Draw:
    """Return what draws a case between those that it cites and those that cite it."""
    return lambda: draw_neighbourhood(store, case, wanted, max_nodes)


def asked_doctrine(store: Store, as_of: AsOfDay) -> Draw:
    """Return what draws the map of the doctrine."""
    return lambda: doctrine_picture(read_doctrine(store, as_of), source_of(store, as_of))


def draw_neighbourhood(
    store: PrecedentStore, case: str, wanted: StepFilter, most: int, *, linked: bool = True
) -> Picture:
    """Draw a case between the strongest ties of both directions."""
    sides = [
        read(store, case, max_hops=1, limit=HARD_CAP, wanted=wanted) for read in (lineage, progeny)
    ]
    source = source_of(store, wanted.as_of)
    return neighbourhood_picture(sides[0], sides[1], source, most=most, linked=linked)


ChainAsked: TypeAlias = Annotated[Draw, Depends(asked_chain)]
DoctrineAsked: TypeAlias = Annotated[Draw, Depends(asked_doctrine)]
NeighbourhoodAsked: TypeAlias = Annotated[Draw, Depends(asked_neighbourhood)]
