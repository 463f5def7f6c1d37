"""Pages lead to oEmbed, and oEmbed leads to frames: the rules of https://oembed.com."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

PAGES = [
    "/chain?from=505+U.S.+144&to=murphy-v-ncaa",
    "/cases/printz-v-united-states",
    "/doctrine",
    "/laws?topic=firearms",
    "/embed/timeline?case=printz-v-united-states",
]


def ask(client: httpx.Client, address: str, url: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - parameters
    """Return what the endpoint answers about a page of this server."""
    return client.get("/oembed", params={"url": f"{address}{url}", **more})


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_told_as_a_frame_that_shows_its_picture(
    client: httpx.Client, address: str, page: str
) -> None:
    """Type rich, with html, width and height; the frame's address answers and may be framed."""
    told = ask(client, address, page).json()
    source = re.search(r'src="([^"]+)"', told["html"])
    assert source is not None
    framed = client.get(unescape(source[1]))

    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert f'width="{told["width"]}" height="{told["height"]}"' in told["html"]
    assert framed.status_code == 200
    assert "frame-ancestors *" in framed.headers["content-security-policy"]
    assert client.get(told["thumbnail_url"]).headers["content-type"] == "image/png"
    assert (told["thumbnail_width"], told["thumbnail_height"]) == (1200, 630)


@pytest.mark.parametrize(("width", "height"), [(400, None), (None, 300), (320, 200), (4000, 4000)])
def test_no_frame_is_larger_than_it_may_be(
    client: httpx.Client, address: str, width: int | None, height: int | None
) -> None:
    """What is told as maxwidth and maxheight holds for the frame and for the thumbnail."""
    limits = {name: v for name, v in (("maxwidth", width), ("maxheight", height)) if v}
    told = ask(client, address, PAGES[0], **limits).json()

    for kind in ("", "thumbnail_"):
        assert told.get(f"{kind}width", 0) <= (width or 10_000)
        assert told.get(f"{kind}height", 0) <= (height or 10_000)


def test_xml_says_the_same_as_json(client: httpx.Client, address: str) -> None:
    """Of type text/xml, each member an element."""
    told = ask(client, address, PAGES[0]).json()
    answer = ask(client, address, PAGES[0], format="xml")
    root = ET.fromstring(answer.text)  # noqa: S314 - of our own server

    assert answer.headers["content-type"].startswith("text/xml")
    assert root.tag == "oembed"
    assert {member.tag: member.text for member in root} == {k: str(v) for k, v in told.items()}


@pytest.mark.parametrize(
    ("url", "form", "status"),
    [
        ("https://elsewhere.example/chain?from=a&to=b", "json", 404),
        ("file:///etc/passwd", "json", 404),
        ("{own}/about/accuracy", "json", 404),
        ("{own}/cases/nobody-v-nobody", "json", 404),
        ("{own}/embed/../api/v1/stats", "json", 404),
        ("{own}/doctrine", "yaml", 501),
    ],
)
def test_what_cannot_be_embedded_is_refused_as_the_rules_say(
    client: httpx.Client, address: str, url: str, form: str, status: int
) -> None:
    """404 for what is not here or has no picture, 501 for another format; nothing is fetched."""
    answer = client.get("/oembed", params={"url": url.format(own=address), "format": form})

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("page", PAGES[:4])
def test_a_page_leads_to_its_description_and_its_card(
    client: httpx.Client, address: str, page: str
) -> None:
    """By links in its head and in the Link header, with an absolute address; by a card for links."""
    answer = client.get(page)
    head = answer.text.partition("</head>")[0]
    found = re.findall(r'type="(application/json\+oembed|text/xml\+oembed)" href="([^"]+)"', head)
    card = re.search(r'og:image" content="([^"]+)"', head)

    assert {media for media, _ in found} == {"application/json+oembed", "text/xml+oembed"}
    for media, link in found:
        assert unescape(link).startswith(f"{address}/oembed?")
        assert (
            client.get(unescape(link)).headers["content-type"].startswith(media.partition("+")[0])
        )
        assert parse_qs(urlsplit(unescape(link)).query)["url"] == [f"{address}{page}"]
    assert "application/json+oembed" in answer.headers["link"]
    assert card is not None
    assert client.get(unescape(card[1])).headers["content-type"] == "image/png"


def test_a_page_without_a_picture_leads_nowhere(client: httpx.Client) -> None:
    """No link that would be refused."""
    answer = client.get("/about/accuracy")

    assert "oembed" not in answer.text + answer.headers.get("link", "")
    assert "og:image" not in answer.text
