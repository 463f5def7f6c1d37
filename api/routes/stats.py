"""What the graph holds, counted, and the named questions that anybody may ask."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Path, Query, Response

from api.answers.held import counts, one_question, question_list
from api.dependencies import AsOfDay
from api.reply import Paged, TableReply
from api.schemas import CountsListing, QuestionListing, QuestionRecord

router = APIRouter(prefix="/api/v1", tags=["stats"])


async def get_given(
    case: Annotated[str | None, Query(description="A case: slug, citation or name")] = None,
    cases: Annotated[str | None, Query(description="Cases, parted by commas")] = None,
    citing: Annotated[str | None, Query(description="Citing cases, parted by commas")] = None,
    law: Annotated[str | None, Query(description="A law: slug or IRI")] = None,
    laws: Annotated[str | None, Query(description="Laws, parted by commas")] = None,
    element: Annotated[str | None, Query(description="An element: slug or label")] = None,
    identifier: Annotated[str | None, Query(description="A slug, citation, docket, ...")] = None,
    jurisdiction: Annotated[str | None, Query(description="US-CA, CA or California")] = None,
    topic: Annotated[str | None, Query(description="A topic of laws: firearms")] = None,
    court: Annotated[str | None, Query(description="A court: scotus, ca9")] = None,
    day: Annotated[str | None, Query(description="A day: 2022-06-30")] = None,
    since: Annotated[str | None, Query(description="The first day, or year, that counts")] = None,
    until: Annotated[str | None, Query(description="The last day, or year, that counts")] = None,
) -> dict[str, str]:
    """Return what a named question is given, by parameter."""
    found = {
        "case": case,
        "cases": cases,
        "citing": citing,
        "law": law,
        "laws": laws,
        "element": element,
        "identifier": identifier,
        "jurisdiction": jurisdiction,
        "topic": topic,
        "court": court,
        "day": day,
        "since": since,
        "until": until,
    }
    return {name: words for name, words in found.items() if words is not None}


Given: TypeAlias = Annotated[dict[str, str], Depends(get_given)]


@router.get("/stats", response_model=CountsListing)
def list_counts(reply: TableReply, page: Paged, as_of: AsOfDay) -> Response:
    """Count what the graph holds, and how much of it has been checked.

    Each number is the answer to a named question, which can be asked by itself.
    """
    return reply(counts(reply.store, as_of, page))


@router.get("/questions", response_model=QuestionListing)
def list_questions(reply: TableReply, page: Paged) -> Response:
    """List the questions that can be asked by name, with what each has to be given."""
    return reply(question_list(reply.store, page))


@router.get("/questions/{name:path}", response_model=QuestionRecord)
def ask_question(
    reply: TableReply,
    name: Annotated[str, Path(description="The name of a question", examples=["history"])],
    given: Given,
    as_of: AsOfDay,
) -> Response:
    """Ask a question by its name, and get its answer with the query that was run.

    What it takes stands in the list of questions; anything else is refused. `query` is SPARQL, and
    can be asked again, or changed, at `/sparql`.
    """
    return reply(one_question(reply.store, name, given, as_of))
