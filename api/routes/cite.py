"""Citations in the form of The Bluebook."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers.cited import cited
from api.reply import TableReply
from api.schemas import CitedRecord

router = APIRouter(prefix="/api/v1", tags=["cases"])


@router.get("/cite", response_model=CitedRecord)
def cite(
    reply: TableReply,
    q: Annotated[
        str,
        Query(
            description="A citation of a case or law, however typed; a case by any name; a slug",
            examples=["521 us 898, 935"],
        ),
    ],
) -> Response:
    """Cite a decision or a law as The Bluebook does.

    A citation is put into its standard form, with the name, court and year of the decision where
    the graph knows it; a page after the comma is kept. `source` tells whether a person wrote the
    citation down, or it is put together from what is known.
    """
    return reply(cited(reply.store, q))
