"""HEAD wherever GET is, OPTIONS everywhere, and pages of other origins may read."""

from typing import Final

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

EXPOSED: Final = ("ETag", "Link", "Retry-After", "X-Truncated")
ORDER: Final = ("GET", "HEAD", "POST", "OPTIONS")


def allowed_methods(app: FastAPI, scope: Scope) -> list[str]:
    """Return the methods that a path answers to; none where nothing is there."""
    found = {
        method
        for method in ("GET", "POST")
        if any(
            route.matches({**scope, "method": method})[0] is Match.FULL
            for route in app.router.routes
        )
    }
    if found:
        found |= {"OPTIONS"} | ({"HEAD"} if "GET" in found else set())
    return [method for method in ORDER if method in found]


class Methods:
    """Answers OPTIONS by what a path allows, and HEAD as GET without its body (RFC 9110)."""

    def __init__(self, app: ASGIApp, *, routes: FastAPI) -> None:
        self.app = app
        self.routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is neither."""
        method = scope.get("method")
        if method == "OPTIONS" and (allowed := allowed_methods(self.routes, scope)):
            answer = Response(status_code=204, headers={"Allow": ", ".join(allowed)})
            await answer(scope, receive, send)
        elif method == "HEAD":
            await self.app({**scope, "method": "GET"}, receive, _bodiless(send))
        else:
            await self.app(scope, receive, send)


def _bodiless(send: Send) -> Send:
    async def without_body(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return without_body


def add_methods(app: FastAPI) -> None:
    """Let the application answer HEAD, OPTIONS and the questions of browsers about other origins.

    All that it tells is public and nothing can be written, so every origin may read.
    """
    app.add_middleware(Methods, routes=app)
    app.add_middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=ORDER, expose_headers=EXPOSED
    )
