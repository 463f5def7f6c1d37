"""Say on every page that a picture stands for how others may show it: oEmbed, card, frame.

The Link header and the head of the page lead to the oEmbed endpoint, and the head names the card
that stands for the page where a link to it is shared. Which picture stands for a page follows from
its address alone, so no page has to know.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode

from fastapi import FastAPI, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.embeds.addresses import embed_of
from graph.pictures.card import CARD

OK: Final = 200


@dataclass(frozen=True, slots=True)
class Sharing:
    """The addresses by which others show a page: its own, its picture's, its description's."""

    page: str
    embed: str
    json: str
    xml: str
    card: str
    card_size: tuple[int, int] = CARD

    def file(self, form: str) -> str:
        """Return the address of the picture as a file."""
        path, _, query = self.embed.partition("?")
        return f"{path}.{form}?{query}" if query else f"{path}.{form}"

    def link(self) -> str:
        """Return what the Link header says."""
        return ", ".join(
            f'<{address}>; rel="alternate"; type="{media}"'
            for address, media in (
                (self.json, "application/json+oembed"),
                (self.xml, "text/xml+oembed"),
            )
        )


_now: ContextVar[Sharing | None] = ContextVar("sharing", default=None)


def shared() -> Sharing | None:
    """Return how the page that is being answered is shared; None where it has no picture."""
    return _now.get()


def sharing_of(request: Request) -> Sharing | None:
    """Return how the page of a request is shared."""
    embed = embed_of(request.url.path, parse_qsl(request.url.query))
    if embed is None:
        return None
    base = str(request.base_url).rstrip("/")
    page = str(request.url)
    path, _, query = embed.partition("?")
    asked = [("url", page)]
    return Sharing(
        page,
        base + embed,
        f"{base}/oembed?{urlencode([*asked, ('format', 'json')])}",
        f"{base}/oembed?{urlencode([*asked, ('format', 'xml')])}",
        f"{base}{path}.card.png?{query}",
    )


class Shares:
    """Lets pages say how they are shared, and says it in the Link header."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no page with a picture."""
        sharing = sharing_of(Request(scope)) if scope["type"] == "http" else None
        if sharing is None:
            await self.app(scope, receive, send)
            return

        async def with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == OK:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Link", sharing.link())
            await send(message)

        token = _now.set(sharing)
        try:
            await self.app(scope, receive, with_link)
        finally:
            _now.reset(token)


def add_sharing(app: FastAPI) -> None:
    """Let the application's pages say how others may show them."""
    app.add_middleware(Shares)
