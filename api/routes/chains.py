"""How the doctrine runs: between two cases, back from one, on from one."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Response

from api.answers.chains import LINES, MOST_LINES, chains, steps_around
from api.dependencies import StepsWanted
from api.paging import Page
from api.reply import DrawnReply, Paged
from api.routes.cases import Key
from api.schemas import ChainListing, StepListing

router = APIRouter(tags=["chains"])

From: TypeAlias = Annotated[str, Query(alias="from", description="Slug, citation or name")]
To: TypeAlias = Annotated[str, Query(alias="to", description="Slug, citation or name")]
LineHops: TypeAlias = Annotated[int, Query(ge=1, le=8, description="Longest line, in steps")]
Hops: TypeAlias = Annotated[int, Query(ge=1, le=6, description="Steps away from the case")]


async def get_lines(
    limit: Annotated[int, Query(ge=1, le=MOST_LINES, description="How many lines at most")] = LINES,
    cursor: Annotated[
        str | None, Query(description="The `next` of the page before; the first page has none")
    ] = None,
) -> Page:
    """Return which lines are wanted; they are always in the order of their strength."""
    return Page(limit, cursor)


@router.get("/api/v1/chains", response_model=ChainListing)
def list_chains(
    reply: DrawnReply,
    start: From,
    end: To,
    wanted: StepsWanted,
    page: Annotated[Page, Depends(get_lines)],
    max_hops: LineHops = 4,
) -> Response:
    """List the lines of decisions that run from an earlier case to a later one.

    The strongest comes first: a line is as strong as its weakest step. Each step says how the later
    case treats the earlier one, with every citing reference that shows it. Only what courts said
    counts, unless `dissents` is set. `main_path` is the line that most lines run along.
    """
    return reply(chains(reply.store, start, end, max_hops, wanted, page))


@router.get("/api/v1/cases/{key:path}/lineage", response_model=StepListing, tags=["cases"])
def list_lineage(
    reply: DrawnReply, key: Key, wanted: StepsWanted, page: Paged, max_hops: Hops = 1
) -> Response:
    """List the decisions that a case rests on, the strongest ties first.

    `max_hops` goes further back, to the decisions that those rest on. Each tie comes with every
    citing reference that shows it: in which opinion, on which page, by which signal.
    """
    return reply(steps_around(reply.store, key, "lineage", max_hops, wanted, page))


@router.get("/api/v1/cases/{key:path}/progeny", response_model=StepListing, tags=["cases"])
def list_progeny(
    reply: DrawnReply, key: Key, wanted: StepsWanted, page: Paged, max_hops: Hops = 1
) -> Response:
    """List the later decisions that rest on a case, the strongest ties first.

    The reverse of its lineage. `facets` counts the ties by how the later case treats this one.
    """
    return reply(steps_around(reply.store, key, "progeny", max_hops, wanted, page))
