"""Every answer under /api/v1 is asked for alike: pages, order, fields, forms, caching, links."""

import csv
import io
import re
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.paging import Page
from graph.store import PrecedentStore

LISTS = [
    "/api/v1/cases",
    "/api/v1/cases/us/521/898/lineage",
    "/api/v1/cases/us/505/144/progeny",
    "/api/v1/cases/us/521/898/laws",
    "/api/v1/chains?from=505 U.S. 144&to=murphy-v-ncaa",
    "/api/v1/laws",
    "/api/v1/candidates",
    "/api/v1/elements",
    "/api/v1/authority",
    "/api/v1/claims",
    "/api/v1/search?q=fugitive slave",
    "/api/v1/stats",
    "/api/v1/questions",
]
RECORDS = [
    "/api/v1/cases/printz-v-united-states",
    "/api/v1/cases/printz-v-united-states/status",
    "/api/v1/laws/us-ca-sb54-california-values-act",
    "/api/v1/laws/us-ca-sb54-california-values-act/footing",
    "/api/v1/beside/laws?one=us-mo-sapa-2021&other=us-ky-hb153-2023",
    "/api/v1/beside/places?one=CA&other=TX",
    "/api/v1/elements/no-balancing",
    "/api/v1/exposure?case=printz-v-united-states",
    "/api/v1/claims/confederation-essay/07",
    "/api/v1/cite?q=521 us 898",
    "/api/v1/questions/history?case=printz-v-united-states",
]


def get(client: httpx.Client, path: str, **query: Any) -> Any:  # noqa: ANN401 - JSON
    """Return the JSON that a path answers with."""
    answer = client.get(httpx.URL(path).copy_merge_params(query))
    assert answer.status_code == 200, answer.text
    return answer.json()


def told(client: httpx.Client, path: str, **query: Any) -> tuple[int, str, str]:  # noqa: ANN401
    """Return status, kind and detail of the problem that a path answers with."""
    answer = client.get(httpx.URL(path).copy_merge_params(query))
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    body = answer.json()
    return answer.status_code, body["type"].rpartition("/")[2], body["detail"]


def test_every_route_is_among_these() -> None:
    """A new route under /api/v1 is held to the same rules."""
    paths = create_app().openapi()["paths"]
    patterns = {
        path: re.compile(re.sub(r"\{[a-z]+\}", "[^?]+", path) + "$")
        for path in paths
        if path.startswith("/api/v1/") and "get" in paths[path]
    }
    tried = [path.partition("?")[0] for path in LISTS + RECORDS]

    assert len(patterns) >= 18
    assert [p for p, shape in patterns.items() if not any(map(shape.match, tried))] == []


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_one_envelope(client: httpx.Client, path: str) -> None:
    """Items, their total, the next page, the day and the dataset, whatever is listed."""
    answer = get(client, path, limit=1)

    assert {"items", "total", "next", "as_of", "dataset"} <= answer.keys()
    assert len(answer["items"]) == 1
    assert (answer["next"] is None) == (answer["total"] == 1)
    assert len(answer["dataset"]) == 64


@pytest.mark.parametrize("path", LISTS)
def test_pages_follow_one_another_without_gap_or_repetition(
    client: httpx.Client, path: str
) -> None:
    """Two pages of two are the first four; the Link header leads there as well."""
    whole = get(client, path, limit=4)["items"]
    first = client.get(httpx.URL(path).copy_merge_params({"limit": 2}))
    pages = first.json()["items"]
    if cursor := first.json()["next"]:
        pages += get(client, path, limit=2, cursor=cursor)["items"]
        (address,) = re.findall(r'<([^>]+)>; rel="next"', first.headers["link"])
        assert client.get(address).json()["items"] == pages[2:]

    assert pages == whole


def test_a_cursor_of_another_question_is_refused(client: httpx.Client) -> None:
    """Its place would mean another place; more or fewer at a time mean the same."""
    cursor = get(client, "/api/v1/laws", topic="firearms", limit=2)["next"]

    assert told(client, "/api/v1/laws", topic="cannabis", cursor=cursor)[:2] == (
        422,
        "foreign-cursor",
    )
    assert told(client, "/api/v1/cases", cursor=cursor)[:2] == (422, "foreign-cursor")
    assert told(client, "/api/v1/laws", topic="firearms", sort="title", cursor=cursor)[0] == 422
    assert len(get(client, "/api/v1/laws", topic="firearms", limit=3, cursor=cursor)["items"]) == 3


@pytest.mark.parametrize("cursor", ["x", "WzFd", "bm9uc2Vuc2U", "é", "WyJhIiwiYiIsLTFd"])
def test_what_is_no_cursor_is_told_so(client: httpx.Client, cursor: str) -> None:
    """It is named, with where to take one from."""
    status, kind, detail = told(client, "/api/v1/laws", cursor=cursor)

    assert (status, kind) == (422, "invalid-cursor")
    assert repr(cursor) in detail
    assert "next" in detail


def test_a_cursor_of_another_dataset_is_told_so(client: httpx.Client) -> None:
    """410: that list is gone; both datasets are named."""
    other = PrecedentStore.memory()
    cursor = Page(limit=1).window(other, "laws").after(2)
    status, kind, detail = told(client, "/api/v1/laws", cursor=cursor)

    assert (status, kind) == (410, "stale-cursor")
    assert other.dataset_hash()[:16] in detail
    assert get(client, "/api/v1/laws", limit=1)["dataset"][:16] in detail


ORDERS = [
    ("/api/v1/cases", "-year", lambda item: -item["year"]),
    ("/api/v1/laws", "jurisdiction,-title", lambda item: item["jurisdiction"]),
    ("/api/v1/elements", "-laws", lambda item: -item["laws"]),
    ("/api/v1/authority", "-hub", lambda item: -item["hub"]),
    ("/api/v1/claims", "verdict", lambda item: item["verdict"]),
    (
        "/api/v1/cases/us/505/144/progeny",
        "citing_decided",
        lambda item: item["citing"]["decided"] or str(item["citing"]["year"]),
    ),
]


@pytest.mark.parametrize(("path", "sort", "key"), ORDERS)
def test_a_list_comes_in_the_order_asked_for(
    client: httpx.Client,
    path: str,
    sort: str,
    key: Any,  # noqa: ANN401 - a key of JSON
) -> None:
    """Over all pages, not within each; what has no value stands last."""
    items = get(client, path, sort=sort, limit=1000)["items"]
    known = [item for item in items if "year" not in item or item["year"]]

    assert len(known) > 10
    assert known == sorted(known, key=key)
    assert items[: len(known)] == known


def test_an_order_or_a_field_that_is_not_there_is_refused_with_those_that_are(
    client: httpx.Client,
) -> None:
    """The value is named, and what there is stands in the problem as data too."""
    for query in ({"sort": "colour"}, {"fields": "colour"}, {"fields": "slug.colour"}):
        status, kind, detail = told(client, "/api/v1/laws", **query)
        assert (status, kind) == (422, "unknown-name")
        assert "colour" in detail
    body = client.get("/api/v1/laws", params={"sort": "colour"}).json()
    assert {"title", "-enacted"} <= set(body["known"])


@pytest.mark.parametrize("path", [*LISTS, *RECORDS])
def test_a_parameter_that_is_not_there_is_refused(client: httpx.Client, path: str) -> None:
    """A misspelt filter would otherwise look like an answer to it."""
    status, kind, detail = told(client, path, topik="firearms")

    assert (status, kind) == (422, "unknown-name")
    assert "topik" in detail
    assert "format" in detail


def test_only_the_fields_asked_for_are_given(client: httpx.Client) -> None:
    """Of items and of what is within them; the day and the dataset stay."""
    answer = get(client, "/api/v1/laws", fields="title,reliance.precedent.name", limit=3)
    record = get(client, "/api/v1/cases/printz-v-united-states", fields="holding,case.citation")

    assert {tuple(item) for item in answer["items"]} == {("title", "reliance")}
    assert all(tie.keys() == {"precedent"} for law in answer["items"] for tie in law["reliance"])
    assert answer["facets"]
    assert record.keys() == {"as_of", "dataset", "holding", "case"}
    assert record["case"] == {"citation": "521 U.S. 898"}


@pytest.mark.parametrize("path", [*LISTS, *RECORDS])
def test_an_answer_is_not_sent_again_to_whom_has_it(client: httpx.Client, path: str) -> None:
    """304 without a body, with the same ETag; another form of it has another one."""
    first = client.get(path)
    etag = first.headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", W/{etag}'})
    other = client.get(path, headers={"If-None-Match": etag, "Accept": "text/csv"})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    assert (other.status_code, other.headers["etag"] != etag) == (200, True)
    assert first.headers["vary"].partition(",")[0] == "Accept"
    assert first.headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize("path", [*LISTS, *RECORDS])
def test_links_lead_to_the_description_and_the_other_forms(client: httpx.Client, path: str) -> None:
    """Each alternate answers with the type that it is said to have."""
    answer = client.get(path)
    links = re.findall(r'<([^>]+)>; rel="([a-z-]+)"(?:; type="([^"]+)")?', answer.headers["link"])
    others = [(target, media) for target, relation, media in links if relation == "alternate"]

    assert ("/openapi.json", "describedby", "application/json") in links
    assert others
    for target, media in others:
        other = client.get(target)
        assert other.status_code == 200, other.text
        assert other.headers["content-type"].partition(";")[0] == media


def test_a_thing_is_cited_by_its_iri(client: httpx.Client) -> None:
    """Whatever word it was asked for by."""
    link = client.get("/api/v1/cases/printz-v-united-states/status").headers["link"]

    assert '/id/case/us/521/898>; rel="cite-as"' in link


@pytest.mark.parametrize("path", [*LISTS, *RECORDS])
def test_a_form_that_is_not_offered_is_refused_with_those_that_are(
    client: httpx.Client, path: str
) -> None:
    """By name and by Accept alike: 406, and what there is as data."""
    by_name = client.get(httpx.URL(path).copy_merge_params({"format": "docx"}))
    by_type = client.get(path, headers={"Accept": "image/png"})

    assert by_name.status_code == by_type.status_code == 406
    assert by_name.json()["offered"]["csv"] == by_type.json()["offered"]["csv"] == "text/csv"
    assert "'docx'" in by_name.json()["detail"]


@pytest.mark.parametrize("path", [*LISTS, *RECORDS])
def test_a_table_has_the_same_columns_whatever_is_in_it(client: httpx.Client, path: str) -> None:
    """Each row as many cells as the head, and the day and the dataset of the answer."""
    text = client.get(httpx.URL(path).copy_merge_params({"format": "csv"})).text
    head, *rows = csv.reader(io.StringIO(text))
    body = client.get(path).json()

    assert head[-2:] == ["answered_as_of", "answered_from"]
    assert len(head) == len(set(head))
    assert {len(row) for row in rows} <= {len(head)}
    assert {tuple(row[-2:]) for row in rows} <= {(body["as_of"], body["dataset"])}
    assert rows or path.endswith("/status")  # nothing was done to Printz


def test_a_table_of_nothing_has_its_head(client: httpx.Client) -> None:
    """A program that reads it need not know that nothing was found."""
    some = client.get("/api/v1/laws", params={"format": "csv", "limit": 1}).text.splitlines()
    none = client.get(
        "/api/v1/laws",
        params={"format": "csv", "topic": "sports betting", "relies_on": "reno-v-condon"},
    ).text.splitlines()

    assert none == some[:1]


def test_a_table_has_the_fields_asked_for(client: httpx.Client) -> None:
    """A record within a row by its fields."""
    answer = client.get(
        "/api/v1/authority", params={"format": "csv", "fields": "rank,case.name", "limit": 1}
    )

    assert answer.text.splitlines()[0] == "rank,case.name,answered_as_of,answered_from"


FACETS = [
    ("/api/v1/cases", "court"),
    ("/api/v1/cases", "decade"),
    ("/api/v1/cases", "year"),
    ("/api/v1/cases", "area"),
    ("/api/v1/cases", "element"),
    ("/api/v1/laws", "topic"),
    ("/api/v1/laws", "jurisdiction"),
    ("/api/v1/laws", "status"),
    ("/api/v1/laws", "instrument"),
    ("/api/v1/laws", "mechanism"),
    ("/api/v1/laws", "bearing"),
    ("/api/v1/laws", "disposition"),
    ("/api/v1/laws", "kind"),
    ("/api/v1/claims", "verdict"),
    ("/api/v1/search?q=fugitive slave", "kind"),
]


@pytest.mark.parametrize(("path", "facet"), FACETS)
def test_a_facet_counts_what_its_value_narrows_the_list_to(
    client: httpx.Client, path: str, facet: str
) -> None:
    """Given back as a filter, a value lists just as many."""
    counted = get(client, path)["facets"][facet]

    assert counted
    for found in (counted[0], counted[-1]):
        assert get(client, path, **{facet: found["value"]})["total"] == found["count"], found


def test_evidence_is_counted_as_the_best_that_a_law_has(client: httpx.Client) -> None:
    """Up to the weakest shown, the counts add up to the list."""
    every = get(client, "/api/v1/laws", relies_on="printz-v-united-states", evidence_max=8)
    counted = {int(e["value"]): e["count"] for e in every["facets"]["evidence"]}
    some = get(client, "/api/v1/laws", relies_on="printz-v-united-states", evidence_max=2)

    assert sum(counted.values()) == every["total"]
    assert some["total"] == counted[1] + counted[2]


@pytest.mark.parametrize("facet", ["court", "area", "element"])
def test_a_filter_that_fits_no_case_at_all_names_those_that_do(
    client: httpx.Client, facet: str
) -> None:
    """A wrong word is no empty list."""
    status, _, detail = told(client, "/api/v1/cases", **{facet: "gardening"})

    assert status == 404
    assert "gardening" in detail
