"""What every route is given: the newest snapshot, and the pool that runs strangers' queries.

What only reads the question is ``async``: handing it to a thread would take longer than it does.
"""

from typing import Annotated, TypeAlias, cast

from fastapi import Depends, Query, Request
from fastapi.concurrency import run_in_threadpool

from graph.as_of import AsOf
from graph.home import SnapshotReader
from graph.query_pool import QueryPool
from graph.step_filter import StepFilter
from graph.store import PrecedentStore


def get_reader(request: Request) -> SnapshotReader:
    """Return the reader that the application was made with."""
    return cast(SnapshotReader, request.app.state.reader)


async def get_store(request: Request) -> PrecedentStore:
    """Return the store of the newest snapshot; a new one is opened in a thread of its own."""
    reader, state = get_reader(request), request.app.state
    newest = reader.path()
    if getattr(state, "opened", None) != newest:
        await run_in_threadpool(lambda: reader.store().dataset_hash())
        state.opened = newest
    return reader.store()


async def get_pool(request: Request) -> QueryPool:
    """Return the pool of query processes."""
    return cast(QueryPool, request.app.state.pool)


async def get_as_of(
    as_of: Annotated[
        str | None,
        Query(description="Only what had happened by this day", examples=["2018-05-14"]),
    ] = None,
) -> AsOf:
    """Return the day as of which a question is asked; without one everything counts."""
    return AsOf.read(as_of)


async def get_steps(
    as_of: Annotated[AsOf, Depends(get_as_of)],
    treatment: Annotated[
        list[str] | None, Query(description="Only steps that treat a case so; may be repeated")
    ] = None,
    court: Annotated[
        list[str] | None,
        Query(description="Only what this court decided: scotus, ca9; may be repeated"),
    ] = None,
    depth: Annotated[
        str | None, Query(description="At least so deep: mentioned, cited, discussed, examined")
    ] = None,
    element: Annotated[
        str | None, Query(description="Only cases that state this element: slug or label")
    ] = None,
    dissents: Annotated[bool, Query(description="Count separate opinions too")] = False,
) -> StepFilter:
    """Return which steps of a line of precedent count."""
    return StepFilter(tuple(treatment or ()), tuple(court or ()), depth, element, dissents, as_of)


StepsWanted: TypeAlias = Annotated[StepFilter, Depends(get_steps)]
AsOfDay: TypeAlias = Annotated[AsOf, Depends(get_as_of)]
Store: TypeAlias = Annotated[PrecedentStore, Depends(get_store)]
Pool: TypeAlias = Annotated[QueryPool, Depends(get_pool)]
