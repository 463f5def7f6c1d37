"""A short way to ``/sparql`` for programs, past what only pages and browsers need.

What is asked again is answered from a shelf: a snapshot never changes, and neither does the answer
of a query over it. An answer that was cut or is long is computed anew each time.
"""

from typing import Final

from fastapi import FastAPI, HTTPException, Request, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import on_http_error, on_precedent_error
from api.routes.sparql import Asked, answer, body_of, posted
from api.shelf import MEGABYTE, Key, Sent, Shelf
from graph.errors import PrecedentError

PATH: Final = "/sparql"
OK: Final = 200


class SparqlDoor:
    """Answers queries of programs; what else comes is passed on.

    Without the address of a page from which it is asked (``Origin``), no header is due that says
    who may read.
    """

    def __init__(self, app: ASGIApp, *, service: FastAPI, most: int) -> None:
        self.app, self.service = app, service
        self.shelf = Shelf(most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take what asks a query."""
        if scope["type"] != "http" or scope["path"] != PATH or not _is_query(scope):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            await self._answer(request, send)
        except PrecedentError as error:
            await (await on_precedent_error(request, error))(scope, receive, send)
        except HTTPException as error:
            await (await on_http_error(request, error))(scope, receive, send)

    async def _answer(self, request: Request, send: Send) -> None:
        """Send an answer that was given before, or give it and keep it."""
        dataset = self.service.state.reader.path().name  # the start of its hash
        self.shelf.move_to(dataset)
        key = await _key(request)
        sent = self.shelf.get(key)
        if sent is None:
            posts = request.method == "POST"
            asked = await posted(request) if posts else Asked.read(None, key[-2])
            response = await answer(request, self.service.state.pool, asked)
            if type(response) is not Response:
                await response(request.scope, request.receive, send)
                return
            sent = Sent(response.raw_headers, bytes(response.body))
            if "x-truncated" not in response.headers:
                self.shelf.put(key, dataset, sent)
        headers = list(sent.headers)
        await send({"type": "http.response.start", "status": OK, "headers": headers})
        await send({"type": "http.response.body", "body": sent.body})


async def _key(request: Request) -> Key:
    """Return all that an answer follows from, as it was sent."""
    posts = request.method == "POST"
    told = (b"accept", b"content-type") if posts else (b"accept",)
    heads = [name + b":" + value for name, value in request.scope["headers"] if name in told]
    body = await body_of(request) if posts else ""
    return (
        b"\n".join(heads).decode("latin-1"),
        request.scope["query_string"].decode("latin-1"),
        body,
    )


def _is_query(scope: Scope) -> bool:
    asks = scope["method"] == "POST" or (scope["method"] == "GET" and scope["query_string"])
    return bool(asks) and all(name != b"origin" for name, _ in scope["headers"])


def add_sparql_door(app: FastAPI, megabytes: float) -> None:
    """Let programs ask ``/sparql`` the short way; so many megabytes of answers are kept."""
    app.add_middleware(SparqlDoor, service=app, most=round(megabytes * MEGABYTE))
