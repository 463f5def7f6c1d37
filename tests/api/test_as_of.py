"""Every question can be asked as of a day, by command, by the API and on the pages."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app

DAY = "1997-06-27"
BEFORE = "1997-06-26"
# How the same is asked by command and by the API.
ASKED: list[tuple[list[str], str, dict[str, str]]] = [
    (["chain", "505 U.S. 144", "521 U.S. 898"], "/api/v1/chains", {"from": "505 U.S. 144", "to": "521 U.S. 898"}),
    (["lineage", "521 U.S. 898"], "/api/v1/cases/us/521/898/lineage", {}),
    (["progeny", "505 U.S. 144"], "/api/v1/cases/us/505/144/progeny", {}),
    (["case", "521 U.S. 898"], "/api/v1/cases/us/521/898", {}),
    (["cases", "United States"], "/api/v1/cases", {"q": "United States"}),
    (["elements"], "/api/v1/elements", {}),
    (["element", "no-balancing"], "/api/v1/elements/no-balancing", {}),
]  # fmt: skip


def command(home: Path, words: list[str], day: str) -> Any:  # noqa: ANN401 - any answer
    """Return the exit code and the JSON that a command answers as of a day."""
    done = CliRunner().invoke(app, [*words, "--as-of", day, "--json", "--home", str(home)])
    return done.exit_code, json.loads(done.stdout)


@pytest.mark.parametrize(("words", "url", "params"), ASKED, ids=[row[0][0] for row in ASKED])
def test_the_command_and_the_api_answer_alike_as_of_a_day(
    client: httpx.Client, filled_home: Path, words: list[str], url: str, params: dict[str, str]
) -> None:
    """The same cases, the same counts, and the day on each."""
    code, told = command(filled_home, words, DAY)
    page = client.get(url, params=params | {"as_of": DAY}).json()

    assert code == 0
    assert told["as_of"] == page["as_of"] == DAY
    assert told == page


@pytest.mark.parametrize(("words", "url", "params"), ASKED, ids=[row[0][0] for row in ASKED])
def test_nothing_decided_later_is_in_an_answer(
    client: httpx.Client, filled_home: Path, words: list[str], url: str, params: dict[str, str]
) -> None:
    """Whatever the answer, each case in it had been decided by the day."""
    found: list[dict[str, Any]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "curated" in value and "iri" in value:
                found.append(value)
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    walk(client.get(url, params=params | {"as_of": DAY}).json())
    dates = [
        case["decided"] or str(case["year"]) for case in found if case["decided"] or case["year"]
    ]

    assert not dates or max(dates) <= DAY
    assert dates or url.endswith("/elements")


def test_ties_of_laws_are_those_of_the_day(client: httpx.Client, filled_home: Path) -> None:
    """A law of 1850 is listed for 1997 without what a later decision says of it."""
    code, told = command(filled_home, ["laws", "--limit", "100"], DAY)
    page = client.get("/api/v1/laws", params={"as_of": DAY}).json()
    ties = [tie["precedent"]["year"] for law in page["items"] for tie in law["reliance"]]

    assert code == 0
    assert told["as_of"] == page["as_of"] == DAY
    assert told["items"] == page["items"]
    assert ties
    assert max(ties) <= 1997


def test_a_claim_is_held_against_the_graph_as_of_a_day(
    client: httpx.Client, filled_home: Path
) -> None:
    """What is outdated now may have been right on an earlier day; later articles are not there."""
    listed = client.get("/api/v1/claims", params={"verdict": "outdated"}).json()["items"]
    dated = [client.get(f"/api/v1/claims/{claim['key']}").json() for claim in listed]
    claim = next(c for c in dated if c["then"] and c["then"]["value"] != c["now"]["value"])
    day = claim["claim"]["article"]["published"]
    key = claim["claim"]["key"]
    then = client.get(f"/api/v1/claims/{key}", params={"as_of": day}).json()

    assert then["now"] == claim["then"]
    assert then["verdict_by_data"] == "supported"
    assert command(filled_home, ["claim", key], day)[1]["now"] == then["now"]
    early = client.get("/api/v1/claims", params={"as_of": "2025-01-01"}).json()
    assert all(item["article"]["published"] <= "2025-01-01" for item in early["items"])
    assert early["total"] < client.get("/api/v1/claims").json()["total"]


ABOUT_ONE = [
    ["case"],
    ["lineage"],
    ["progeny"],
    ["chain", "505 U.S. 144"],
    ["laws", "--relies-on"],
]


@pytest.mark.parametrize("words", ABOUT_ONE)
def test_a_case_that_had_not_been_decided_is_not_found(filled_home: Path, words: list[str]) -> None:
    """Exit code 3, with the date of the decision."""
    code, told = command(filled_home, [*words, "521 U.S. 898"], BEFORE)

    assert code == 3
    assert "was decided 1997-06-27, and as of 1997-06-26 it is not there" in told["detail"]


def test_the_api_says_so_with_404(client: httpx.Client) -> None:
    """And a page says it in words."""
    told = client.get("/api/v1/cases/us/521/898", params={"as_of": BEFORE})
    page = client.get("/chain", params={"as_of": BEFORE, "to": "521 U.S. 898"})

    assert told.status_code == 404
    assert "1997-06-27" in told.json()["detail"]
    assert "was decided 1997-06-27" in page.text


PAGES = [
    "/search?q=printz",
    "/cases",
    "/exposure",
    "/laws/us-mo-sapa-2021",
    "/chain",
    "/cases/us/505/144",
    "/doctrine",
    "/doctrine/no-balancing",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_the_day_and_keeps_it_in_its_form(client: httpx.Client, path: str) -> None:
    """The reader sees that later decisions are missing."""
    page = client.get(path, params={"as_of": "2020-01-01"}).text

    assert 'As of <time datetime="2020-01-01">' in page
    assert 'name="as_of" value="2020-01-01"' in page


def test_the_page_of_a_case_leaves_out_later_decisions(client: httpx.Client) -> None:
    """Murphy cites Printz, and did not before it was decided."""
    now = client.get("/cases/us/521/898").text
    then = client.get("/cases/us/521/898", params={"as_of": "2018-05-13"}).text

    assert "Murphy" in now.partition("Cited by</h2>")[2].partition("<h2>Laws")[0]
    assert "Murphy" not in then.partition("Cited by</h2>")[2].partition("<h2>Laws")[0]


def test_what_a_note_says_in_its_own_voice_is_no_citation_of_its_case(client: httpx.Client) -> None:
    """The notes on Prigg and on New York name Printz, which neither of these decisions cites."""
    now = client.get("/api/v1/cases/us/521/898").json()
    then = client.get("/api/v1/cases/us/521/898", params={"as_of": DAY}).json()

    assert then["cites"] == now["cites"] > 0
    assert then["cited_by"] == 0 < now["cited_by"]


def test_a_picture_is_of_the_day(client: httpx.Client) -> None:
    """A line through a later case is not drawn."""
    asked = {"from": "505 U.S. 144", "to": "521 U.S. 898", "as_of": DAY}

    assert client.get("/embed/chain.svg", params=asked).status_code == 200
    assert client.get("/embed/chain.svg", params=asked | {"as_of": BEFORE}).status_code == 404


def test_every_route_that_answers_takes_a_day(client: httpx.Client) -> None:
    """A day that is none is refused by all of them, so none of them ignores it."""
    paths = create_app().openapi()["paths"]
    dated = {
        path
        for path, methods in paths.items()
        for method in ("get", "post")
        for parameter in methods.get(method, {}).get("parameters", [])
        if parameter["name"] == "as_of"
    }

    asked = {path for path in paths if path.startswith("/api/v1/")}
    assert len(dated) >= 10
    assert asked - dated == {"/api/v1/questions", "/api/v1/cite"}  # the same on every day


def test_a_question_that_is_the_same_on_every_day_takes_none(
    client: httpx.Client, filled_home: Path
) -> None:
    """Rather than answer as if it had been asked about the day."""
    told = client.get("/api/v1/questions/laws", params={"as_of": DAY})
    done = CliRunner().invoke(app, ["query", "laws", "--as-of", DAY, "--home", str(filled_home)])

    assert told.status_code == 422
    assert "takes no as_of" in told.json()["detail"]
    assert done.exit_code == 2
