"""The HTTP API over a real server: answers, errors as problems, and lists in one envelope."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from graph.home import open_reader

PRINTZ = "printz-v-united-states"
KEYS = [
    pytest.param(PRINTZ, id="slug"),
    pytest.param("521 U.S. 898", id="citation"),
    pytest.param("us/521/898", id="path"),
    pytest.param("https://w3id.org/anticommandeering/id/case/us/521/898", id="IRI"),
    pytest.param("117 S. Ct. 2365", id="parallel citation"),
    pytest.param("printz", id="word of the name"),
]


def get(client: httpx.Client, path: str, **query: Any) -> Any:  # noqa: ANN401 - JSON
    """Return the JSON that a path answers with."""
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("key", KEYS)
def test_a_case_answers_to_each_of_its_names(client: httpx.Client, key: str) -> None:
    """Slug, citation, path, IRI, parallel citation and name lead to one case."""
    answer = get(client, f"/api/v1/cases/{key}")

    assert answer["case"]["citation"] == "521 U.S. 898"
    assert answer["as_of"] >= "2026-11-22"
    assert len(answer["dataset"]) == 64


def test_search_pages_through_what_fits(client: httpx.Client) -> None:
    """``next`` leads from page to page until all have been seen."""
    first = get(client, "/api/v1/cases", q="united states", limit=5)
    seen = [case["iri"] for case in first["items"]]
    cursor = first["next"]
    while cursor:
        page = get(client, "/api/v1/cases", q="united states", limit=5, cursor=cursor)
        seen += [case["iri"] for case in page["items"]]
        cursor = page["next"]

    assert len(seen) == len(set(seen)) == first["total"] > 5


def test_a_case_without_words_to_search_lists_the_curated(client: httpx.Client) -> None:
    """The start page's list is that of the curated decisions."""
    answer = get(client, "/api/v1/cases", limit=1000)

    assert answer["total"] >= 100
    assert all(case["curated"] for case in answer["items"])


def test_lineage_and_progeny_are_inverse(client: httpx.Client) -> None:
    """Printz rests on New York, and New York is rested on by Printz, with the same evidence."""
    back = get(client, f"/api/v1/cases/{PRINTZ}/lineage", limit=1000)
    on = get(client, "/api/v1/cases/505 U.S. 144/progeny", limit=1000)
    one = [s for s in back["items"] if s["cited"]["citation"] == "505 U.S. 144"]
    other = [s for s in on["items"] if s["citing"]["citation"] == "521 U.S. 898"]

    assert one == other
    assert len(one[0]["evidence"]) > 5


def test_chain_shows_treatment_part_pin_and_evidence(client: httpx.Client) -> None:
    """Each step of New York -> Printz -> Murphy can be checked."""
    answer = get(client, "/api/v1/chains", **{"from": "505 U.S. 144", "to": "murphy-v-ncaa"})
    lines = [[case["slug"] for case in line["cases"]] for line in answer["items"]]
    steps = [step for line in answer["items"] for step in line["steps"]]
    evidence = [e for step in steps for e in step["evidence"]]

    assert ["new-york-v-united-states", PRINTZ, "murphy-v-ncaa"] in lines
    assert all(s["treatment"] and s["opinion_type"] and s["evidence"] for s in steps)
    assert all(e["provenance"] and e["as_of"] for e in evidence)
    assert sum(e["pin"] is not None for e in evidence) > 5


def test_laws_of_a_case_are_the_laws_that_rely_on_it(client: httpx.Client) -> None:
    """Both routes answer alike; structure alone is folded away and counted."""
    one = get(client, f"/api/v1/cases/{PRINTZ}/laws")
    other = get(client, "/api/v1/laws", relies_on=PRINTZ)
    every = get(client, "/api/v1/laws", relies_on=PRINTZ, evidence_max=8)
    topics = {topic for law in one["items"] for topic in law["topics"]}

    assert one["items"] == other["items"]
    assert one["folded"] == every["total"] - one["total"] > 0
    assert list(one["folded_by_type"]) == ["8"]
    assert len(topics) >= 8
    assert len({law["jurisdiction"] for law in one["items"]}) >= 15


def test_facets_narrow_a_list_of_laws(client: httpx.Client) -> None:
    """Topic, jurisdiction and status each hold for all that is listed."""
    answer = get(client, "/api/v1/laws", topic="firearms", jurisdiction="MO", status="struck-down")

    assert answer["total"] == 1
    assert answer["items"][0]["jurisdiction"] == "US-MO"


def test_one_law_shows_all_its_ties_and_suits(client: httpx.Client) -> None:
    """By slug and by path under id/law/."""
    by_slug = get(client, "/api/v1/laws/us-ca-sb54-california-values-act")
    by_path = get(client, "/api/v1/laws/us-ca/gov/7284")

    assert by_slug == by_path
    assert by_slug["law"]["litigation"]
    assert by_slug["law"]["unverified_fields"]


def test_candidates_are_marked_and_show_their_words(client: httpx.Client) -> None:
    """Each has document, offsets and words; by law and by case the same ones are found."""
    every = get(client, "/api/v1/candidates")
    (found,) = get(client, "/api/v1/candidates", law="us-nj-sports-wagering-act-2014")["items"]
    of_case = get(client, "/api/v1/candidates", relies_on=found["precedent"]["slug"])

    assert every["review"] == "extracted, not reviewed"
    assert {item["review"] for item in every["items"]} == {"extracted, not reviewed"}
    assert found["iri"] in [item["iri"] for item in of_case["items"]]
    assert {words["kind"] for words in found["words"]} >= {"law", "citation", "outcome"}
    assert all(found["start"] <= w["start"] < w["end"] <= found["end"] for w in found["words"])
    assert found["document"].endswith("id/document/us/584/453/note")


def test_a_candidate_is_no_law_that_relies_on_the_case(client: httpx.Client) -> None:
    """What nobody reviewed is not counted among what people recorded."""
    (found,) = get(client, "/api/v1/candidates", law="us-nj-sports-wagering-act-2014")["items"]
    case = found["precedent"]["slug"]
    relying = get(client, "/api/v1/laws", relies_on=case, evidence_max=8, limit=1000)
    detail = get(client, f"/api/v1/laws/{found['law_slug']}")
    ties = {tie["iri"] for tie in detail["law"]["reliance"]}

    assert found["law_iri"] not in [law["iri"] for law in relying["items"]]
    assert found["iri"] not in ties
    assert all("/id/reliance/" in iri for iri in ties)


PROBLEMS = [
    pytest.param("/api/v1/candidates?relies_on=nobody", 404, "nobody", id="candidates of nobody"),
    pytest.param("/api/v1/candidates?law=no-such-law", 404, "no-such-law", id="candidates, law"),
    pytest.param("/api/v1/cases/nobody-v-nothing", 404, "nobody-v-nothing", id="unknown case"),
    pytest.param("/api/v1/cases/New York v. United States", 409, "fits 3", id="ambiguous"),
    pytest.param("/api/v1/laws/no-such-law", 404, "no-such-law", id="unknown law"),
    pytest.param("/api/v1/laws?topic=gardening", 404, "gardening", id="unknown topic"),
    pytest.param("/api/v1/laws?limit=0", 422, "limit", id="limit too small"),
    pytest.param("/api/v1/laws?evidence_max=9", 422, "evidence_max", id="evidence too large"),
    pytest.param("/api/v1/chains?from=printz", 422, "to", id="missing parameter"),
    pytest.param("/embed/chain.svg?from=printz&to=nobody", 404, "nobody", id="picture"),
    pytest.param("/api/v1/chains?from=printz&to=521 U.S. 898", 422, "different", id="same case"),
    pytest.param("/embed/chain.svg?from=printz&to=printz", 422, "different", id="same, drawn"),
    pytest.param("/id/case/us/1/1", 404, "us/1/1", id="unknown IRI"),
    pytest.param("/nowhere", 404, "/nowhere", id="unknown path"),
]


@pytest.mark.parametrize(("path", "status", "said"), PROBLEMS)
def test_errors_are_problems_that_name_the_value(
    client: httpx.Client, path: str, status: int, said: str
) -> None:
    """RFC 9457: type, title, status, detail; never a stack trace."""
    answer = client.get(path)
    body = answer.json()

    assert answer.status_code == status == body["status"]
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in body["detail"]
    assert body["type"].startswith("https://")


def test_an_ambiguous_name_offers_its_candidates(client: httpx.Client) -> None:
    """Each candidate carries a key that can be asked for next."""
    body = client.get("/api/v1/cases/New York v. United States").json()
    keys = [candidate["key"] for candidate in body["candidates"]]

    assert {"505 U.S. 144", "326 U.S. 572"} <= {c["citation"] for c in body["candidates"]}
    assert {client.get(f"/api/v1/cases/{key}").status_code for key in keys} == {200}


def test_a_value_that_no_law_of_a_case_has_is_an_empty_list(client: httpx.Client) -> None:
    """The topic exists; only no law that relies on Printz has it."""
    answer = get(client, "/api/v1/laws", relies_on=PRINTZ, topic="sports betting")

    assert (answer["items"], answer["total"]) == ([], 0)


def ask(app: FastAPI, path: str, *, accept: str = "*/*", raised: bool = False) -> httpx.Response:
    """Return an application's answer without a server between, which would only log what is raised."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=raised)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get(path, headers={"Accept": accept})

    return asyncio.run(asked())


def test_a_fault_of_ours_is_a_problem_without_its_inside(filled_home: Path) -> None:
    """The client hears that something failed; the exception goes to the server's log."""
    app = create_app(open_reader(filled_home))

    @app.get("/fails")
    def fails() -> float:
        return 1 / len("")

    answer = ask(app, "/fails")

    assert (answer.status_code, answer.json()["status"]) == (500, 500)
    assert answer.headers["content-type"] == "application/problem+json"
    assert "ZeroDivision" not in answer.text
    assert "Traceback" not in answer.text
    assert "<h1>" in ask(app, "/fails", accept="text/html").text
    with pytest.raises(ZeroDivisionError):
        ask(app, "/fails", raised=True)


@pytest.mark.parametrize(
    "path", ["/", f"/api/v1/cases/{PRINTZ}", "/healthz", "/sparql?query=ASK{}", "/static/style.css"]
)
def test_head_answers_as_get_without_a_body(client: httpx.Client, path: str) -> None:
    """The same status and headers (RFC 9110, section 9.3.2)."""
    head, full = client.head(path), client.get(path)

    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length"):
        assert head.headers[name] == full.headers[name]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/sparql", "GET, HEAD, POST, OPTIONS"),
        (f"/api/v1/cases/{PRINTZ}", "GET, HEAD, OPTIONS"),
        ("/", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_path_tells_what_it_allows(client: httpx.Client, path: str, allowed: str) -> None:
    """By OPTIONS, and where a method is refused."""
    asked, refused = client.options(path), client.delete(path)

    assert (asked.status_code, asked.headers["allow"]) == (204, allowed)
    assert (refused.status_code, refused.headers["allow"]) == (405, allowed)
    assert client.options("/nowhere").status_code in (404, 405)


def test_pages_of_other_origins_may_ask(client: httpx.Client) -> None:
    """What is public and read only is open to every origin, before a POST too."""
    origin = {"Origin": "https://example.org"}
    plain = client.get("/healthz", headers=origin)
    asked = client.options("/sparql", headers=origin | {"Access-Control-Request-Method": "POST"})

    assert plain.headers["access-control-allow-origin"] == "*"
    assert asked.status_code == 200
    assert "POST" in asked.headers["access-control-allow-methods"]


def test_a_wrong_method_is_refused(client: httpx.Client) -> None:
    """The graph is read only over HTTP."""
    answer = client.delete(f"/api/v1/cases/{PRINTZ}")

    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_health_and_readiness(client: httpx.Client) -> None:
    """The process lives, and the graph it answers from is named."""
    assert get(client, "/healthz") == {"status": "ok"}
    assert get(client, "/readyz")["quads"] > 10_000


def test_the_documentation_needs_no_network(client: httpx.Client) -> None:
    """The page and its script come from this server."""
    page = client.get("/docs").text

    assert "http://" not in page
    assert "https://" not in page
    assert client.get("/docs/static/swagger-ui-bundle.js").status_code == 200
    assert len(get(client, "/openapi.json")["paths"]) >= 10


def test_a_thing_sends_people_to_its_page_and_programs_to_its_data(client: httpx.Client) -> None:
    """303 by Accept, and what it leads to is there."""
    page = client.get("/id/case/us/521/898", headers={"Accept": "text/html"})
    data = client.get("/id/case/us/521/898", headers={"Accept": "text/turtle"})

    assert (page.status_code, data.status_code) == (303, 303)
    assert client.get(page.headers["location"]).status_code == 200
    turtle = client.get(data.headers["location"], headers={"Accept": "text/turtle"})
    assert '"521 U.S. 898"' in turtle.text


def test_the_vocabulary_is_served(client: httpx.Client) -> None:
    """The namespace document answers at its local path."""
    assert "skos:definition" in client.get("/ns").text


def test_the_picture_is_svg_that_may_run_nothing(client: httpx.Client) -> None:
    """Its policy forbids scripts, and its type is fixed."""
    answer = client.get("/embed/chain.svg", params={"from": "505 U.S. 144", "to": "murphy-v-ncaa"})

    assert answer.headers["content-type"] == "image/svg+xml"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.text.startswith("<svg")
