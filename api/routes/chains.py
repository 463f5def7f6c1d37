"""How the doctrine runs: between two cases, back from one, on from one; and the picture of it."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Response

from api.answers.chains import LINES, MOST_LINES, chains, steps_around
from api.dependencies import StepsWanted, Store
from api.paging import Page
from api.reply import DrawnReply, Paged
from api.routes.cases import Key
from api.schemas import ChainListing, StepListing
from graph.chain import chain
from graph.picture import chain_svg

router = APIRouter(tags=["chains"])

From: TypeAlias = Annotated[str, Query(alias="from", description="Slug, citation or name")]
To: TypeAlias = Annotated[str, Query(alias="to", description="Slug, citation or name")]
LineHops: TypeAlias = Annotated[int, Query(ge=1, le=8, description="Longest line, in steps")]
Hops: TypeAlias = Annotated[int, Query(ge=1, le=6, description="Steps away from the case")]


def get_lines(
    limit: Annotated[int, Query(ge=1, le=MOST_LINES, description="How many lines at most")] = LINES,
    cursor: Annotated[
        str | None, Query(description="The `next` of the page before; the first page has none")
    ] = None,
) -> Page:
    """Return which lines are wanted; they are always in the order of their strength."""
    return Page(limit, cursor)


@router.get("/api/v1/chains", response_model=ChainListing)
def find_chains(
    reply: DrawnReply,
    start: From,
    end: To,
    wanted: StepsWanted,
    page: Annotated[Page, Depends(get_lines)],
    max_hops: LineHops = 4,
) -> Response:
    """Return the lines of cases between two cases, the strongest first, with all evidence."""
    return reply(chains(reply.store, start, end, max_hops, wanted, page))


@router.get("/api/v1/cases/{key:path}/lineage", response_model=StepListing, tags=["cases"])
def lineage(
    reply: DrawnReply, key: Key, wanted: StepsWanted, page: Paged, max_hops: Hops = 1
) -> Response:
    """Return the cases a case rests on, the strongest ties first, with all evidence."""
    return reply(steps_around(reply.store, key, "lineage", max_hops, wanted, page))


@router.get("/api/v1/cases/{key:path}/progeny", response_model=StepListing, tags=["cases"])
def progeny(
    reply: DrawnReply, key: Key, wanted: StepsWanted, page: Paged, max_hops: Hops = 1
) -> Response:
    """Return the cases that rest on a case, the strongest ties first, with all evidence."""
    return reply(steps_around(reply.store, key, "progeny", max_hops, wanted, page))


@router.get("/embed/chain.svg", response_class=Response)
def chain_picture(
    store: Store,
    start: From,
    end: To,
    wanted: StepsWanted,
    max_hops: LineHops = 4,
    limit: Annotated[int, Query(ge=1, le=MOST_LINES, description="How many lines")] = 3,
) -> Response:
    """Draw the strongest lines between two cases; at most 25 cases are drawn."""
    svg = chain_svg(chain(store, start, end, max_hops=max_hops, limit=limit, wanted=wanted))
    return Response(
        svg,
        media_type="image/svg+xml",
        headers={
            "ETag": f'"{store.dataset_hash()[:16]}"',
            # An SVG opened on its own may run nothing and fetch nothing.
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
            "X-Content-Type-Options": "nosniff",
        },
    )
