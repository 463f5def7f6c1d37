"""How every route under ``/api/v1`` answers: the form that is asked for, with its headers.

A route takes a ``Reply``, computes an ``Answer`` and hands it to the reply. What a client has got
already (``If-None-Match``) and what it cannot be given (``Accept``, ``format=``, an unknown
parameter) is told before anything is computed.
"""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Annotated, Final, TypeAlias

from fastapi import Depends, FastAPI, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from api.answers.answer import Answer
from api.dependencies import Store
from api.faults import UnknownName
from api.kept import CACHE_CONTROL, keep, matches
from api.paging import LIMIT, MOST, Page
from api.rendering.formats import DRAWN, MEDIA, TABLES, THINGS, choose_format
from api.rendering.render import render
from graph.store import PrecedentStore

LICENCE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"


class NotModified(Exception):
    """The client has the answer already; raised before it is computed a second time."""

    def __init__(self, headers: dict[str, str]) -> None:
        self.headers = headers
        super().__init__()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client wants of an answer, and from which state of the graph."""

    request: Request
    store: PrecedentStore
    form: str
    fields: str | None
    offered: Sequence[str]
    headers: dict[str, str]

    def __call__(self, answer: Answer) -> Response:
        """Return an answer in the form that is wanted, with links to what stands around it."""
        shown = render(answer, self.form, self.fields)
        links = ", ".join(self._links(answer))
        return Response(
            shown.data, headers=self.headers | {"Link": links}, media_type=shown.media_type
        )

    def _links(self, answer: Answer) -> list[str]:
        """Return the links of an answer (RFC 8288): next page, other forms, IRI, description."""
        found = [
            _link("/openapi.json", "describedby", "application/json"),
            _link(LICENCE, "license"),
        ]
        if self.request.method == "POST":
            return found
        if answer.next:
            found.append(_link(self._address(cursor=answer.next), "next"))
        if answer.iri:
            found.append(_link(answer.iri, "cite-as"))
        others = (form for form in self.offered if form != self.form)
        return found + [_link(self._address(format=f), "alternate", MEDIA[f]) for f in others]

    def _address(self, **changed: str) -> str:
        url = self.request.url.include_query_params(**changed)
        return f"{url.path}?{url.query}"


def _link(target: str, relation: str, media_type: str | None = None) -> str:
    kind = f'; type="{media_type}"' if media_type else ""
    return f'<{target}>; rel="{relation}"{kind}'


def replying(offered: Sequence[str]) -> Callable[..., Awaitable[Reply]]:
    """Return the dependency that gives the ``Reply`` of a route that has these forms."""
    said = f"The form of the answer: {', '.join(offered)}; else that which Accept prefers"

    async def get_reply(
        request: Request,
        store: Store,
        form: Annotated[str | None, Query(alias="format", description=said)] = None,
        fields: Annotated[
            str | None,
            Query(
                description="Only these fields of each item (or of the record), as JSON or CSV,"
                " parted by commas; a field within a field as case.name. Clients with types leave"
                " this out, for they expect every field",
            ),
        ] = None,
    ) -> Reply:
        if request.app.openapi_schema is None:  # a second's work, once
            await run_in_threadpool(request.app.openapi)
        refuse_unknown(request)
        chosen = choose_format(form, request.headers.get("accept"), offered)
        if request.method == "POST":  # what was sent is forgotten, here and on the way
            kept = {"Cache-Control": "no-store", "Vary": "Accept"}
            return Reply(request, store, chosen, fields, offered, kept)
        headers = {
            "ETag": _etag(request, store, chosen),
            "Cache-Control": CACHE_CONTROL,
            "Vary": "Accept",
        }
        if matches(request.headers.get("if-none-match"), headers["ETag"]):
            raise NotModified(headers)
        keep(request, store)
        return Reply(request, store, chosen, fields, offered, headers)

    return get_reply


def _etag(request: Request, store: PrecedentStore, form: str) -> str:
    """Return a strong validator: what is answered depends on nothing else."""
    query = "&".join(
        sorted(f"{name}={value}" for name, value in request.query_params.multi_items())
    )
    parts = (_program(), store.dataset_hash(), request.url.path, query, form)
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


@cache
def _program() -> str:
    return version("anticommandeering")


def refuse_unknown(request: Request) -> None:
    """Refuse a parameter that a route does not have: a filter that is ignored misleads.

    Raises:
        UnknownName: naming the parameter and those there are.
    """
    known = _parameters(request.app, request.scope["route"].path_format, request.method)
    for name in request.query_params:
        if name not in known:
            raise UnknownName("parameter", name, known)


@cache
def _parameters(app: FastAPI, path: str, method: str) -> tuple[str, ...]:
    told = app.openapi()["paths"][path][method.lower()].get("parameters", [])
    return tuple(parameter["name"] for parameter in told if parameter["in"] == "query")


async def get_page(
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many items at most")] = LIMIT,
    cursor: Annotated[
        str | None, Query(description="The `next` of the page before; the first page has none")
    ] = None,
    sort: Annotated[
        str | None,
        Query(description="Order: fields parted by commas, - before one for the greatest first"),
    ] = None,
) -> Page:
    """Return which part of a list is wanted."""
    return Page(limit, cursor, sort)


Paged: TypeAlias = Annotated[Page, Depends(get_page)]
TableReply: TypeAlias = Annotated[Reply, Depends(replying(TABLES))]
ThingReply: TypeAlias = Annotated[Reply, Depends(replying(THINGS))]
DrawnReply: TypeAlias = Annotated[Reply, Depends(replying(DRAWN))]
