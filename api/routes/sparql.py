"""The SPARQL 1.1 endpoint, read only: GET and both POST forms (Protocol, section 2.1)."""

import json
from typing import Annotated, Final

from fastapi import APIRouter, HTTPException, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from api.dependencies import Pool
from api.negotiation import choose
from api.pages.render import render
from graph.query_pool import QueryPool
from graph.sparql import MOST_BYTES, check_query, media_types

router = APIRouter(tags=["sparql"])

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
HTML: Final = "text/html"
MOST_ROWS: Final = 500
EXAMPLE: Final = """\
SELECT ?case ?name (COUNT(?law) AS ?laws) WHERE {
  ?law ac:reliesOn ?case .
  ?case rdfs:label ?name .
} GROUP BY ?case ?name ORDER BY DESC(?laws)
"""
MOST_BODY = 4 * MOST_BYTES  # percent-encoding makes a form up to three times as long


async def answer(
    request: Request, pool: QueryPool, text: str, default: list[str], named: list[str]
) -> Response:
    """Run a query and return its answer in the media type that the client prefers."""
    form = check_query(text)
    offered = media_types(form)
    chosen = choose(request.headers.get("accept"), [*offered, "application/json", HTML])
    if chosen == HTML:
        rows = form in ("SELECT", "ASK")
        shown = offered[0] if rows else "text/turtle"
        data = await run_in_threadpool(
            pool.run, text, media_type=shown, default_graphs=default, named_graphs=named
        )
        return Response(page(text, data, rows=rows), media_type=HTML, headers={"Vary": "Accept"})
    if chosen is None:
        raise HTTPException(406, f"a {form} query is answered in {', '.join(offered)}")
    media_type = offered[0] if chosen == "application/json" else chosen
    if chosen == "application/json" and form in ("CONSTRUCT", "DESCRIBE"):
        media_type = "application/ld+json"
    data = await run_in_threadpool(
        pool.run, text, media_type=media_type, default_graphs=default, named_graphs=named
    )
    return Response(data, media_type=media_type, headers={"Vary": "Accept"})


def page(query: str, data: bytes | None = None, *, rows: bool = True) -> str:
    """Return the page on which people ask, with the answer to what they asked."""
    found = json.loads(data) if data and rows else {}
    names = found.get("head", {}).get("vars") if "results" in found else None
    bindings = found["results"]["bindings"] if "results" in found else []
    return render(
        "sparql.html",
        query=query,
        formats=[*media_types("SELECT"), *media_types("CONSTRUCT")],
        truth=found.get("boolean"),
        text=data.decode() if data is not None and not rows else None,
        names=names,
        rows=[[row.get(name, {}).get("value", "") for name in names or []] for row in bindings],
        most=MOST_ROWS,
    )


@router.get("/sparql", response_class=Response)
async def query_by_get(
    request: Request,
    pool: Pool,
    query: Annotated[str, Query(description="SELECT, ASK, CONSTRUCT or DESCRIBE")] = "",
    default_graph_uri: Annotated[list[str] | None, Query(alias="default-graph-uri")] = None,
    named_graph_uri: Annotated[list[str] | None, Query(alias="named-graph-uri")] = None,
) -> Response:
    """Run a query given in the address; without one, show people a page to ask on."""
    if not query:
        if choose(request.headers.get("accept"), [*media_types("SELECT"), HTML]) == HTML:
            return Response(page(EXAMPLE), media_type=HTML, headers={"Vary": "Accept"})
        raise HTTPException(400, "the address has no parameter named query")
    return await answer(request, pool, query, default_graph_uri or [], named_graph_uri or [])


@router.post("/sparql", response_class=Response)
async def query_by_post(request: Request, pool: Pool) -> Response:
    """Run a query given as a form (``query=``) or as the body itself."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (FORM, QUERY):
        raise HTTPException(415, f"{kind or 'no content type'}: send {QUERY}, or a form as {FORM}")
    body = await _body(request)
    if kind == QUERY:
        asked = request.query_params
        return await answer(
            request,
            pool,
            body,
            asked.getlist("default-graph-uri"),
            asked.getlist("named-graph-uri"),
        )
    form = await request.form()
    if "update" in form:
        raise HTTPException(403, "an update is refused: this endpoint only reads")
    query = form.get("query")
    if not isinstance(query, str):
        raise HTTPException(400, "the form has no field named query")
    default = [str(iri) for iri in form.getlist("default-graph-uri")]
    return await answer(
        request, pool, query, default, [str(iri) for iri in form.getlist("named-graph-uri")]
    )


async def _body(request: Request) -> str:
    """Return the body as text; it stays at hand for reading as a form."""
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > MOST_BODY:
        raise HTTPException(413, f"{length} bytes; {MOST_BODY} are allowed")
    data = await request.body()
    if len(data) > MOST_BODY:
        raise HTTPException(413, f"{len(data)} bytes; {MOST_BODY} are allowed")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the body is not UTF-8 at byte {error.start}") from error
