"""Claims over HTTP: as data and as pages, with the query and its live result."""

import re
from html import unescape

import httpx


def test_the_list_says_how_many_have_each_verdict(client: httpx.Client) -> None:
    """The numbers add up, also for one verdict."""
    every = client.get("/api/v1/claims").json()
    outdated = client.get("/api/v1/claims", params={"verdict": "outdated"}).json()

    counted = {found["value"]: found["count"] for found in every["facets"]["verdict"]}

    assert every["total"] == sum(counted.values()) == len(every["items"])
    assert outdated["total"] == counted["outdated"]
    assert client.get("/api/v1/claims", params={"verdict": "true"}).status_code == 404


def test_a_claim_shows_its_query_and_what_that_answers(client: httpx.Client) -> None:
    """The page gives the same figures as the data, and the query runs at the endpoint."""
    data = client.get("/api/v1/claims/confederation-essay/07").json()
    page = client.get("/claims/confederation-essay/07").text
    rows = client.get(
        "/sparql", params={"query": data["query"]}, headers={"Accept": "text/csv"}
    ).text

    assert (data["then"]["value"], data["now"]["value"]) == ("209", "222")
    assert data["verdict_by_data"] == data["claim"]["verdict"] == "outdated"
    assert rows.splitlines()[1].startswith("222,")
    assert "<strong>222</strong>" in page
    assert "<strong>209</strong>" in page
    assert "SELECT (SUM(?votes) AS ?value)" in unescape(page)


def test_the_page_leads_to_the_endpoint_with_the_query(client: httpx.Client) -> None:
    """Whoever doubts can ask it again."""
    page = client.get("/claims/confederation-essay/21").text
    link = re.search(r'<a href="(/sparql\?query=[^"]+)">', page)

    assert link is not None
    answer = client.get(unescape(link[1]), headers={"Accept": "text/csv"})
    assert answer.text.splitlines()[1].startswith("24,")


def test_the_list_page_names_each_claim_with_its_verdict(client: httpx.Client) -> None:
    """All claims, by article."""
    total = client.get("/api/v1/claims").json()["total"]
    page = client.get("/claims").text

    assert len(re.findall(r'<a href="/claims/[a-z-]+/\d\d">', page)) == total
    assert client.get("/claims/nobody/1").status_code == 404


def test_the_iri_of_a_claim_leads_to_its_page(client: httpx.Client) -> None:
    """A browser that follows the IRI sees the claim."""
    answer = client.get("/id/claim/confederation-essay/07", headers={"Accept": "text/html"})

    assert answer.headers["location"] == "/claims/confederation-essay/07"
