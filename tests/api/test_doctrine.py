"""The doctrine over HTTP: as data, as a page and as a picture, all saying the same."""

import re

import httpx


def test_the_page_lists_every_element_once_with_its_counts(client: httpx.Client) -> None:
    """Rules and limits side by side, without JavaScript, and the picture below them."""
    items = client.get("/api/v1/elements").json()["items"]
    text = client.get("/doctrine").text
    lists, _, picture = text.partition("<figure")
    linked = re.findall(r'<a href="/doctrine/([a-z-]+)"', lists)

    assert sorted(linked) == sorted(item["slug"] for item in items)
    assert "<script" not in text
    assert 'role="graphics-document document"' in picture
    assert lists.count("<ul") == lists.count("</ul>")
    assert lists.count("<li>") == lists.count("</li>") == len(items)


def test_the_home_page_leads_to_the_doctrine(client: httpx.Client) -> None:
    """A reader who is new finds it at once."""
    assert 'href="/doctrine"' in client.get("/").text.partition("<main")[2]


def test_an_element_is_found_by_its_label(client: httpx.Client) -> None:
    """The same record under slug and label; a word that names none is not found."""
    by_slug = client.get("/api/v1/elements/spending-coercion").json()
    by_label = client.get("/api/v1/elements/Money may not become compulsion").json()

    assert by_slug == by_label
    assert by_slug["as_of"]
    assert client.get("/api/v1/elements/phlogiston").status_code == 404


def test_the_iri_of_an_element_leads_to_its_page_or_its_data(client: httpx.Client) -> None:
    """A browser sees the page, a program the triples."""
    path = "/scheme/doctrine/no-nullification"
    page = client.get(path, headers={"Accept": "text/html"})
    data = client.get(path, headers={"Accept": "text/turtle"})

    assert page.status_code == data.status_code == 303
    assert page.headers["location"] == "/doctrine/no-nullification"
    shown = client.get(data.headers["location"], headers={"Accept": "text/turtle"})
    assert "ac:limitsElement" in shown.text
    assert client.get("/scheme/doctrine/phlogiston").status_code == 404


def test_the_map_is_a_picture_of_its_own(client: httpx.Client) -> None:
    """It may run nothing and fetch nothing."""
    answer = client.get("/embed/doctrine.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.text.startswith("<svg")
