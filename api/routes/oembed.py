"""oEmbed (https://oembed.com): how other sites turn an address of ours into a picture."""

import re
from html import unescape
from typing import Annotated, Any, Final
from urllib.parse import parse_qsl, urlsplit
from xml.sax.saxutils import escape

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse

from api.embeds.addresses import embed_of
from api.embeds.asking_itself import ask_itself
from api.embeds.frame import WIDEST, frame_size, iframe
from api.faults import NotEmbeddable
from graph.pictures.card import CARD, NAME

router = APIRouter(tags=["pictures"])

DAY: Final = 86_400
Side = Annotated[int | None, Query(ge=1, description="The frame is not larger, in pixels")]


@router.get("/oembed")
async def get_oembed(
    request: Request,
    url: Annotated[str, Query(description="An address of a page or picture of this server")],
    form: Annotated[str, Query(alias="format", description="json or xml")] = "json",
    maxwidth: Side = None,
    maxheight: Side = None,
) -> Response:
    """Tell how a page or a picture of this server is shown on another site (oEmbed 1.0, rich)."""
    if form not in ("json", "xml"):
        raise HTTPException(501, f"format {form!r} is not offered; there are: json, xml")
    embed = own_embed(request, url)
    svg = await drawn(request, url, embed)
    told = _told(request, embed, svg, maxwidth, maxheight)
    headers = {"Cache-Control": f"public, max-age={DAY}"}
    if form == "xml":
        return Response(_xml(told), media_type="text/xml", headers=headers)
    return JSONResponse(told, headers=headers)


def own_embed(request: Request, url: str) -> str:
    """Return the picture that an address of this server stands for.

    Raises:
        NotEmbeddable: the address is of another server, or of a page that has no picture.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or parts.netloc != request.url.netloc:
        raise NotEmbeddable(url, f"it is not an address of {request.url.netloc}")
    embed = embed_of(parts.path, parse_qsl(parts.query))
    if embed is None:
        raise NotEmbeddable(url, "no picture stands for this page")
    return embed


async def drawn(request: Request, url: str, embed: str) -> str:
    """Return the SVG of a picture.

    Raises:
        NotEmbeddable: it cannot be drawn, for example because there is no such case.
    """
    path, _, query = embed.partition("?")
    status, body = await ask_itself(request, f"{path}.svg", query)
    if status != 200:  # noqa: PLR2004 - OK
        raise NotEmbeddable(url, f"the picture cannot be drawn: {body}")
    return body


def _told(
    request: Request, embed: str, svg: str, maxwidth: int | None, maxheight: int | None
) -> dict[str, Any]:
    base = str(request.base_url).rstrip("/")
    title = re.search(r"<title[^>]*>(.*?)</title>", svg, re.S)
    name = unescape(title[1]) if title else NAME
    width, height = frame_size(svg, maxwidth or WIDEST, maxheight)
    told: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": name,
        "provider_name": NAME,
        "provider_url": f"{base}/",
        "cache_age": DAY,
        "width": width,
        "height": height,
        "html": iframe(name, base + embed, width, height),
    }
    if (maxwidth or CARD[0]) >= CARD[0] and (maxheight or CARD[1]) >= CARD[1]:
        path, _, query = embed.partition("?")
        told["thumbnail_url"] = f"{base}{path}.card.png?{query}"
        told["thumbnail_width"], told["thumbnail_height"] = CARD
    return told


def _xml(told: dict[str, Any]) -> str:
    members = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in told.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{members}</oembed>\n'
