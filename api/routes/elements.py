"""The elements of the doctrine."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.answers.doctrine import element_list, one_element
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.schemas import ElementListing, ElementRecord

router = APIRouter(tags=["elements"])


@router.get("/api/v1/elements", response_model=ElementListing)
def list_elements(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    kind: Annotated[str | None, Query(description="rule, exception, open-question, ...")] = None,
    side: Annotated[str | None, Query(description="rule, limit or open")] = None,
    status: Annotated[str | None, Query(description="settled, contested, open, ...")] = None,
) -> Response:
    """List what the doctrine says: its rules, limits, exceptions and open questions.

    Broader elements come before narrower ones. `side` tells whether an element restrains Congress
    (rule), leaves it free (limit) or is undecided (open).
    """
    return reply(element_list(reply.store, kind, side, status, as_of, page))


@router.get("/api/v1/elements/{key:path}", response_model=ElementRecord)
def get_element(
    reply: ThingReply,
    key: Annotated[str, Path(description="Slug, label or IRI of an element")],
    as_of: AsOfDay,
) -> Response:
    """Show one element of the doctrine, with what stands against it.

    Which decisions state it, on which page, and whether somebody saw it there; the limits beside
    it; the decisions that apply it; and the laws that rest on it or are bounded by it, by evidence.
    """
    return reply(one_element(reply.store, key, as_of))
