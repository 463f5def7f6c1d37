"""The elements of the doctrine, and the map of them as a picture."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.dependencies import AsOfDay, Store
from api.schemas import Listing, dataset_of, with_dataset
from graph.doctrine_map import doctrine_svg
from graph.element_answers import ElementSummary
from graph.elements import element_detail, elements, read_doctrine

router = APIRouter(tags=["elements"])


@router.get("/api/v1/elements", response_model=Listing[ElementSummary])
def find_elements(
    store: Store,
    as_of: AsOfDay,
    kind: Annotated[str | None, Query(description="rule, exception, open-question, ...")] = None,
    side: Annotated[str | None, Query(description="rule, limit or open")] = None,
    status: Annotated[str | None, Query(description="settled, contested, open, ...")] = None,
) -> dict[str, Any]:
    """Return the elements of the doctrine, broader ones before narrower ones."""
    answer = elements(store, kind=kind, side=side, status=status, as_of=as_of)
    return dataset_of(store, as_of) | {"items": answer.items, "total": answer.total, "next": None}


@router.get("/api/v1/elements/{key:path}")
def one_element(key: str, store: Store, as_of: AsOfDay) -> dict[str, Any]:
    """Return one element by slug, label or IRI: sources with pins, limits, cases and laws."""
    return with_dataset(store, element_detail(store, key, as_of), as_of)


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
