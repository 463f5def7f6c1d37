"""Answers that stay the same as long as the graph does, kept as they were sent.

An answer is kept under the dataset that it was computed from, its address and what the client
accepts. What is kept goes when a new snapshot is published, and the longest unused goes first when
there is too much. Only a route that asks for it is kept: ``keep`` for answers that bring their own
ETag, ``kept_page`` for pages and pictures, which get the hash of what they show as theirs. Errors
are not kept, and nothing that was sent with POST comes here.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

from fastapi import FastAPI, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.dependencies import Store
from api.shelf import MEGABYTE, Key, Sent, Shelf
from graph.errors import NotBuilt
from graph.home import SnapshotReader
from graph.store import PrecedentStore

CACHE_CONTROL: Final = "public, no-cache"  # may be kept, and asked for again by its ETag
OK: Final = 200
WISH: Final = "precedent.kept"
STILL_TOLD: Final = (b"etag", b"cache-control", b"vary", b"content-location")


@dataclass(slots=True)
class Wish:
    """What a route says of its answer: from which dataset it is; None where it is not to be kept.

    ``page`` tells that the answer has no ETag of its own.
    """

    dataset: str | None = None
    page: bool = False


def keep(request: Request, store: PrecedentStore) -> None:
    """Let the answer to a request be kept: it has an ETag and follows from store and address."""
    wish: Wish | None = request.scope.get(WISH)
    if wish is not None:
        wish.dataset = store.dataset_hash()


async def kept_page(request: Request, store: Store) -> None:
    """Let a page be kept: it follows from the store and its address alone, and gets an ETag."""
    keep(request, store)
    if WISH in request.scope:
        request.scope[WISH].page = True


def matches(if_none_match: str | None, etag: str) -> bool:
    """Tell whether a client has got what it asks for (RFC 9110, section 13.1.2).

    >>> matches('"a", W/"b"', '"b"'), matches("*", '"b"'), matches(None, '"b"')
    (True, True, False)
    """
    known = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    return etag in known or "*" in known


class Kept:
    """Answers GET from the shelf where it can, and puts there what routes let it keep."""

    def __init__(self, app: ASGIApp, *, reader: SnapshotReader, most: int) -> None:
        self.app, self.reader = app, reader
        self.shelf = Shelf(most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no GET, or what comes before there is anything to read."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        try:
            self.shelf.move_to(self.reader.path().name)  # the start of its dataset's hash
        except NotBuilt:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        key, known = _key(scope, headers), headers.get("if-none-match")
        if (found := self.shelf.get(key)) is not None:
            await _again(found, known, send)
            return
        wish = Wish()
        answer = _Answer(wish, known, send)
        await self.app({**scope, WISH: wish}, receive, answer.send)
        if answer.sent is not None and wish.dataset is not None:
            self.shelf.put(key, wish.dataset, answer.sent)


def _key(scope: Scope, headers: Headers) -> Key:
    """Return all that an answer may follow from; pages may tell the address of this server."""
    asked = (scope.get("root_path", ""), scope["path"], scope["query_string"].decode("latin-1"))
    return (scope["scheme"], headers.get("host", ""), *asked, headers.get("accept", ""))


class _Answer:
    """Sends an answer on; ``sent`` is what of it can be sent again, or None.

    A page is held back until its ETag is known.
    """

    def __init__(self, wish: Wish, known: str | None, send: Send) -> None:
        self.sent: Sent | None = None
        self._wish, self._known, self._send = wish, known, send
        self._headers: list[tuple[bytes, bytes]] | None = None
        self._body: list[bytes] = []

    async def send(self, message: Message) -> None:
        """Take one part of the answer."""
        if message["type"] == "http.response.start":
            wanted = self._wish.dataset is not None and message["status"] == OK
            # A copy: what stands around this adds its own to the headers.
            self._headers = list(message["headers"]) if wanted else None
        if self._headers is None:
            await self._send(message)
            return
        if not self._wish.page:
            await self._send(message)
        if message["type"] != "http.response.body":
            return
        self._body.append(message.get("body", b""))
        if not message.get("more_body", False):
            await self._end(MutableHeaders(raw=self._headers), b"".join(self._body))

    async def _end(self, headers: MutableHeaders, body: bytes) -> None:
        if self._wish.page:
            headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
            headers["Cache-Control"] = CACHE_CONTROL
        if "etag" in headers:
            self.sent = Sent(headers.raw, body)
            if self._wish.page:
                await _again(self.sent, self._known, self._send)


async def _again(sent: Sent, known: str | None, send: Send) -> None:
    """Send an answer, or tell a client that has it so."""
    headers, body, status = sent.headers, sent.body, OK
    if known is not None and matches(known, Headers(raw=list(headers))["etag"]):
        headers, body = [(name, value) for name, value in headers if name in STILL_TOLD], b""
        status = 304
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": body})


def add_kept(app: FastAPI, reader: SnapshotReader, megabytes: float) -> None:
    """Let the application keep so many megabytes of answers; with 0 pages still get an ETag."""
    app.add_middleware(Kept, reader=reader, most=round(megabytes * MEGABYTE))
