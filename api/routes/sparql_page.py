"""What stands beside the SPARQL page: short addresses, snippets for programs, words to complete."""

from dataclasses import asdict
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse

from api.dependencies import Store
from api.kept import kept_page
from api.pages.tools import address
from api.pages.ways import ways
from api.permalink import unpack
from graph.competency import competencies, filled
from graph.sparql import MOST_BYTES
from ontology.loading import load_vocabulary
from ontology.prefixes import PREFIXES

router = APIRouter(include_in_schema=False)


@router.get("/q/{packed}")
def open_permalink(packed: str) -> RedirectResponse:
    """Lead from the short address of a query to the page that asks it."""
    return RedirectResponse(address("/sparql", {"query": unpack(packed, MOST_BYTES)}), 303)


@router.get("/sparql/ways")
def show_ways(
    request: Request, query: Annotated[str, Query(max_length=MOST_BYTES)]
) -> JSONResponse:
    """Tell how programs ask a query, and its short address."""
    return JSONResponse(asdict(ways(str(request.url.replace(path="/sparql", query="")), query)))


@router.get("/sparql/words", dependencies=[Depends(kept_page)])
def show_words(store: Store) -> JSONResponse:
    """List what an editor completes: prefixes, classes, properties; and queries to begin with."""
    examples = [
        {"asks": one.asks, "query": filled(store, name, {})} for name, one in competencies().items()
    ]
    return JSONResponse(_terms() | {"examples": examples})


@cache
def _terms() -> dict[str, Any]:
    own = PREFIXES["ac"]
    vocabulary = load_vocabulary()
    terms: dict[bool, list[str]] = {True: [], False: []}
    for subject in sorted({str(s) for s in vocabulary.subjects() if str(s).startswith(own)}):
        name = subject.removeprefix(own)
        if name:
            terms[name[:1].isupper()].append(subject)
    return {"prefixes": PREFIXES, "classes": terms[True], "properties": terms[False]}
