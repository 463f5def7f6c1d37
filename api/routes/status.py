"""The weight of cases: what became of one, what is exposed without it, which carry most."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.dependencies import AsOfDay, Store
from api.routes.cases import Dissents, Key
from api.schemas import with_dataset
from graph.authority import authority
from graph.exposure import exposure
from graph.facets import LawFilter
from graph.treatment_status import treatment_status

router = APIRouter(prefix="/api/v1", tags=["status"])


@router.get("/cases/{key:path}/status")
def case_status(
    key: Key,
    store: Store,
    as_of: AsOfDay,
    max_hops: Annotated[
        int, Query(ge=1, le=4, description="How far back overruled authority is looked for")
    ] = 2,
) -> dict[str, Any]:
    """Return how later cases treat a case: counts, by whom, in which words, and on what it rests.

    That nothing negative is found does not say that a case is good law.
    """
    answer = treatment_status(store, key, as_of=as_of, max_hops=max_hops)
    return with_dataset(store, answer, as_of)


def _narrowed(
    topic: Annotated[str | None, Query(description="Only laws of this topic")] = None,
    jurisdiction: Annotated[str | None, Query(description="US-CA, or CA")] = None,
    status: Annotated[
        str | None, Query(description="Only laws of this status; else those in force")
    ] = None,
) -> LawFilter:
    return LawFilter(topic=topic, jurisdiction=jurisdiction, status=status)


@router.get("/exposure")
def what_is_exposed(
    store: Store,
    as_of: AsOfDay,
    wanted: Annotated[LawFilter, Depends(_narrowed)],
    case: Annotated[str | None, Query(description="Slug, citation or name of a case")] = None,
    element: Annotated[str | None, Query(description="Slug or label of an element")] = None,
) -> dict[str, Any]:
    """Return which laws and cases rest on a case, an element, or a case for one element.

    Each law comes with the support that would be lost or weakened, by which path, and with what
    would remain. Nothing is ever said to fall.
    """
    answer = exposure(store, case=case, element=element, wanted=wanted, as_of=as_of)
    return with_dataset(store, answer, as_of)


@router.get("/authority")
def most_authority(
    store: Store,
    as_of: AsOfDay,
    element: Annotated[
        str | None, Query(description="Only cases that state this element: slug or label")
    ] = None,
    dissents: Dissents = False,
    limit: Annotated[int, Query(ge=1, le=1000)] = 25,
) -> dict[str, Any]:
    """Return the cases that carry most authority in the doctrine: PageRank, HITS and citations."""
    answer = authority(store, element=element, dissents=dissents, as_of=as_of, limit=limit)
    return with_dataset(store, answer, as_of) | {"next": None}
