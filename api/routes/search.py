"""Search over cases, laws, elements of the doctrine and claims at once."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers.search import search_list
from api.dependencies import AsOfDay
from api.reply import Paged, ThingReply
from api.schemas import SearchListing

router = APIRouter(prefix="/api/v1/search", tags=["search"])


@router.get("", response_model=SearchListing)
def search(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    q: Annotated[str, Query(description="Words, a nickname, or a citation such as 521 U.S. 898")],
    kind: Annotated[
        str | None, Query(description="Only hits of this kind: case, law, element, claim")
    ] = None,
) -> Response:
    """Search cases, laws, elements of the doctrine and claims at once, by whatever words.

    A citation finds its case. Words may be misspelt (`understood` tells how they were taken), and
    names in common use are known. Where nothing has all the words, `missing` says which are left.
    """
    return reply(search_list(reply.store, q, kind, as_of, page))
