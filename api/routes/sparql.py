"""The SPARQL 1.1 endpoint, read only: GET and both POST forms (Protocol, section 2.1)."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import parse_qsl

from fastapi import APIRouter, HTTPException, Query, Request, Response
from starlette.types import Receive, Scope, Send

from api.dependencies import Pool, Store
from api.negotiation import choose
from api.pages.render import has_editor, render
from api.pages.ways import ways
from api.service_description import service_description
from graph.query_pool import QueryPool
from graph.sparql import MOST_BYTES, NAMES, QueryForm, check_query, media_types
from graph.sparql import MOST_ROWS as CAP

router = APIRouter(tags=["sparql"])

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
NO_UPDATE: Final = "an update is refused: this endpoint only reads"
HTML: Final = "text/html"
# The editor writes styles into its elements and has its images in its own stylesheet.
OWN_ONLY: Final = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; frame-ancestors 'self'"
)
MOST_ROWS: Final = 500
EXAMPLE: Final = """\
SELECT ?case ?name (COUNT(?law) AS ?laws) WHERE {
  ?law ac:reliesOn ?case .
  ?case rdfs:label ?name .
} GROUP BY ?case ?name ORDER BY DESC(?laws)
"""
A_PART: Final = 1 << 16  # bytes of a long answer that are sent at once
MOST_BODY = 4 * MOST_BYTES  # percent-encoding makes a form up to three times as long


@dataclass(frozen=True, slots=True)
class Asked:
    """One query operation of the protocol: the query, its dataset, and ``format=``."""

    query: str
    default: list[str]
    named: list[str]
    name: str | None

    @classmethod
    def read(cls, query: str | None, given: str) -> "Asked":
        """Return what an address or a form asks; the query may stand elsewhere.

        Raises:
            HTTPException: it asks for an update, for no query, or for several (section 2.1.4).
        """
        fields: dict[str, list[str]] = {}
        for name, value in parse_qsl(given, keep_blank_values=True):
            fields.setdefault(name, []).append(value)
        if "update" in fields:
            raise HTTPException(403, NO_UPDATE)
        queries = fields.get("query", []) + ([query] if query is not None else [])
        if len(queries) != 1 or not queries[0]:
            raise HTTPException(400, f"one parameter named query is needed, not {len(queries)}")
        return cls(
            queries[0],
            fields.get("default-graph-uri", []),
            fields.get("named-graph-uri", []),
            fields.get("format", [""])[0] or None,  # some clients go on with other spellings
        )


class FileAnswer(Response):
    """An answer that is read from its file while it is sent, so that it needs no memory."""

    def __init__(
        self, pool: QueryPool, file: Path, media_type: str, headers: dict[str, str]
    ) -> None:
        length = {"Content-Length": str(file.stat().st_size)}
        super().__init__(None, media_type=media_type, headers=headers | length)
        self._pool, self._file = pool, file

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it, as fast as the client takes it, and remove the file."""
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        try:
            await send(start)
            with self._file.open("rb") as data:
                while part := data.read(A_PART):
                    await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._pool.remove(self._file)


async def answer(request: Request, pool: QueryPool, asked: Asked) -> Response:
    """Run a query and return its answer in the media type that the client prefers."""
    form = check_query(asked.query)
    chosen = media_type(request.headers.get("accept"), asked.name, form)
    rows = form in ("SELECT", "ASK")
    shown = (media_types(form)[0] if rows else "text/turtle") if chosen == HTML else chosen
    found = await pool.answer(
        asked.query,
        media_type=shown,
        default_graphs=asked.default,
        named_graphs=asked.named,
        client=request.client.host if request.client else "",
    )
    headers = {"Vary": "Accept"} | ({"X-Truncated": str(CAP)} if found.truncated else {})
    if found.file is not None and chosen != HTML:
        return FileAnswer(pool, found.file, chosen, headers)
    data = found.data
    if found.file is not None:
        data = found.file.read_bytes()
        pool.remove(found.file)
    if chosen == HTML:
        here = str(request.url.replace(query=""))
        told = page(asked.query, here, data, rows=rows, truncated=found.truncated)
        headers["Content-Security-Policy"] = OWN_ONLY
        return Response(told, media_type=chosen, headers=headers)
    return Response(data, media_type=chosen, headers=headers)


@lru_cache(256)
def media_type(accept: str | None, name: str | None, form: QueryForm) -> str:
    """Return the media type of an answer: that which ``format=`` names, else ``Accept`` prefers.

    Raises:
        HTTPException: an answer of this form has none of those (406).
    """
    offered = media_types(form)
    if name is not None:
        column = 0 if form in ("SELECT", "ASK") else 1
        named = next((t for t in (*offered, HTML) if t == name), None) or (
            HTML if name == "html" else NAMES.get(name, (None, None))[column]
        )
        if named is None:
            names = ", ".join(n for n, types in NAMES.items() if types[column])
            raise HTTPException(406, f"a {form} query has no format {name!r}; there are: {names}")
        return named
    also = {"application/json": offered[0] if "json" in offered[0] else "application/ld+json"}
    chosen = choose(accept, [*offered, *also, HTML])
    if chosen is None:
        raise HTTPException(406, f"a {form} query is answered in {', '.join(offered)}")
    return also.get(chosen, chosen)


def page(
    query: str,
    endpoint: str,
    data: bytes | None = None,
    *,
    rows: bool = True,
    truncated: bool = False,
) -> str:
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
        cap=CAP if truncated else None,
        ways=ways(endpoint, query),
        editor=has_editor(),
    )


@router.get("/sparql", response_class=Response)
async def query_by_get(
    request: Request,
    pool: Pool,
    store: Store,
    query: Annotated[str, Query(description="SELECT, ASK, CONSTRUCT or DESCRIBE")] = "",
    default_graph_uri: Annotated[list[str] | None, Query(alias="default-graph-uri")] = None,
    named_graph_uri: Annotated[list[str] | None, Query(alias="named-graph-uri")] = None,
    form: Annotated[str | None, Query(alias="format", description="json, csv, ttl, ...")] = None,
) -> Response:
    """Run a query given in the address; without one, describe the endpoint."""
    if not request.query_params:
        graphs = media_types("CONSTRUCT")
        chosen = choose(request.headers.get("accept"), [*graphs, HTML])
        if chosen == HTML:
            here = str(request.url.replace(query=""))
            headers = {"Vary": "Accept", "Content-Security-Policy": OWN_ONLY}
            return Response(page(EXAMPLE, here), media_type=HTML, headers=headers)
        if chosen is None:
            raise HTTPException(406, f"the endpoint is described in {', '.join(graphs)}")
        told = service_description(store, str(request.url), chosen)
        return Response(told, media_type=chosen, headers={"Vary": "Accept"})
    return await answer(request, pool, Asked.read(None, request.url.query))


@router.post("/sparql", response_class=Response)
async def query_by_post(request: Request, pool: Pool) -> Response:
    """Run a query given as a form (``query=``) or as the body itself."""
    return await answer(request, pool, await posted(request))


async def posted(request: Request) -> Asked:
    """Return what a POST asks.

    Raises:
        HTTPException: its body is neither a form nor a query, or too large.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise HTTPException(403, NO_UPDATE)
    if kind not in (FORM, QUERY):
        raise HTTPException(415, f"{kind or 'no content type'}: send {QUERY}, or a form as {FORM}")
    body = await body_of(request)
    return Asked.read(body, request.url.query) if kind == QUERY else Asked.read(None, body)


async def body_of(request: Request) -> str:
    """Return the body as text.

    Raises:
        HTTPException: it is too large, or no UTF-8.
    """
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
