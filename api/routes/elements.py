"""The elements of the doctrine, and the map of them as a picture."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.answers.doctrine import element_list, one_element
from api.dependencies import AsOfDay, Store
from api.reply import Paged, ThingReply
from api.schemas import ElementListing, ElementRecord
from graph.doctrine_map import doctrine_svg
from graph.elements import read_doctrine

router = APIRouter(tags=["elements"])


@router.get("/api/v1/elements", response_model=ElementListing)
def find_elements(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    kind: Annotated[str | None, Query(description="rule, exception, open-question, ...")] = None,
    side: Annotated[str | None, Query(description="rule, limit or open")] = None,
    status: Annotated[str | None, Query(description="settled, contested, open, ...")] = None,
) -> Response:
    """Return the elements of the doctrine, broader ones before narrower ones."""
    return reply(element_list(reply.store, kind, side, status, as_of, page))


@router.get("/api/v1/elements/{key:path}", response_model=ElementRecord)
def one(
    reply: ThingReply,
    key: Annotated[str, Path(description="Slug, label or IRI of an element")],
    as_of: AsOfDay,
) -> Response:
    """Return one element by slug, label or IRI: sources with pins, limits, cases and laws."""
    return reply(one_element(reply.store, key, as_of))


@router.get("/embed/doctrine.svg", response_class=Response)
def doctrine_picture(store: Store, as_of: AsOfDay) -> Response:
    """Draw the map of the doctrine: rules to the left, limits to the right."""
    return Response(
        doctrine_svg(read_doctrine(store, as_of)),
        media_type="image/svg+xml",
        headers={
            "ETag": f'"{store.dataset_hash()[:16]}"',
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
            "X-Content-Type-Options": "nosniff",
        },
    )
