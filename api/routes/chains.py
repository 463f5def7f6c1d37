"""How the doctrine runs from one case to a later one, as data and as a picture."""

from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query, Response

from api.dependencies import StepsWanted, Store
from api.schemas import with_dataset
from graph.chain import chain
from graph.picture import chain_svg

router = APIRouter(tags=["chains"])

From: TypeAlias = Annotated[str, Query(alias="from", description="Slug, citation or name")]
To: TypeAlias = Annotated[str, Query(alias="to", description="Slug, citation or name")]
Hops: TypeAlias = Annotated[int, Query(ge=1, le=8)]
Lines: TypeAlias = Annotated[int, Query(ge=1, le=50, description="How many lines")]


@router.get("/api/v1/chains")
def find_chains(
    store: Store,
    start: From,
    end: To,
    wanted: StepsWanted,
    max_hops: Hops = 4,
    limit: Lines = 5,
) -> dict[str, Any]:
    """Return the lines of cases between two cases, the strongest first, with all evidence."""
    answer = chain(store, start, end, max_hops=max_hops, limit=limit, wanted=wanted)
    return with_dataset(store, answer, wanted.as_of)


@router.get("/embed/chain.svg", response_class=Response)
def chain_picture(
    store: Store, start: From, end: To, wanted: StepsWanted, max_hops: Hops = 4, limit: Lines = 3
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
