"""What the graph holds is counted alike by the command, the API and SPARQL."""

import json
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias, TypedDict

import httpx
import pytest
from typer.testing import CliRunner

from api.cli import app

ENDING = {"stats-memberships", "stats-status-intervals"}
DAYS = [None, "2018-05-14", "1860-01-01"]
Numbers: TypeAlias = dict[str, list[tuple[str, int]]]


class Count(TypedDict):
    """One count of an answer."""

    name: str
    n: int
    of: int | None


class Counts(TypedDict):
    """The answer to one question."""

    question: str
    asks: str
    counts: list[Count]


class Stats(TypedDict):
    """The whole answer."""

    as_of: str
    dataset: str
    items: list[Counts]


def by_command(home: Path, day: str | None) -> Stats:
    """Return the answer of ``precedent stats``."""
    words = ["stats", "--json", "--home", str(home), *(["--as-of", day] if day else [])]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    answer: Stats = json.loads(done.stdout)
    return answer


def by_api(client: httpx.Client, day: str | None) -> Stats:
    """Return the answer of ``/api/v1/stats``."""
    answer: Stats = client.get("/api/v1/stats", params={"as_of": day} if day else {}).json()
    return answer


def by_sparql(client: httpx.Client, name: str, day: str | None) -> list[tuple[str, int]]:
    """Return the rows that ``/sparql`` gives to the query of a named question."""
    asked = client.get(f"/api/v1/questions/{name}", params={"as_of": day} if day else {}).json()
    found = client.get("/sparql", params={"query": asked["query"]}).json()["results"]["bindings"]
    return [(row["name"]["value"], int(row["n"]["value"])) for row in found if "name" in row]


def numbers(answer: Stats) -> Numbers:
    """Return {question: [(name, count)]} of an answer."""
    return {
        item["question"]: [(count["name"], count["n"]) for count in item["counts"]]
        for item in answer["items"]
    }


@pytest.mark.parametrize("day", DAYS)
def test_the_command_the_api_and_sparql_count_alike(
    filled_home: Path, client: httpx.Client, day: str | None
) -> None:
    """Each number comes from a named question, whoever asks it and as of whatever day."""
    told = by_api(client, day)

    assert told == by_command(filled_home, day)
    assert len(told["items"]) >= 12
    for name, counts in numbers(told).items():
        assert by_sparql(client, name, day) == counts, name


def test_the_counts_are_those_of_the_lists(client: httpx.Client) -> None:
    """What is listed by topic, place and kind is what is counted there."""
    counted = numbers(by_api(client, None))
    every = client.get("/api/v1/laws", params={"kind": "all", "limit": 1000}).json()
    elements = client.get("/api/v1/elements").json()
    cases = client.get("/api/v1/cases").json()

    assert sum(n for _, n in counted["stats-laws"]) == every["total"]
    assert dict(counted["stats-cases"])["recorded"] == cases["total"]
    assert sum(n for _, n in counted["stats-elements"]) == elements["total"]
    for name, n in counted["stats-laws-by-jurisdiction"]:
        assert sum(law["jurisdiction_name"] == name for law in every["items"]) == n, name
    assert sum(n for _, n in counted["stats-laws-by-topic"]) == sum(
        len(law["topics"]) for law in every["items"]
    )
    assert sum(n for _, n in counted["stats-reliance"]) == sum(
        len(law["reliance"]) for law in every["items"]
    )


def test_every_question_counts_something(client: httpx.Client) -> None:
    """An empty table would be a question that asks for what the graph does not call so."""
    assert [name for name, counts in numbers(by_api(client, None)).items() if not counts] == []


def test_later_days_hold_no_less(client: httpx.Client) -> None:
    """What had happened by a day had happened by every later one; what has an end may end."""
    totals = [
        {name: sum(n for _, n in counts) for name, counts in numbers(by_api(client, day)).items()}
        for day in ("1860-01-01", "1997-06-26", "1997-06-27", "2018-05-14")
    ]

    for earlier, later in pairwise(totals):
        assert all(earlier[name] <= later[name] for name in earlier.keys() - ENDING)
    assert totals[1]["stats-cases"] < totals[2]["stats-cases"]


def test_an_answer_says_as_of_when_it_is(client: httpx.Client) -> None:
    """The day asked about, else the newest to which a fact was checked."""
    assert by_api(client, "1997-06-27")["as_of"] == "1997-06-27"
    assert by_api(client, None)["as_of"] > "2026"


def test_a_share_says_of_how_many(client: httpx.Client) -> None:
    """Verified is a share, and never more than there is."""
    items = {item["question"]: item["counts"] for item in by_api(client, None)["items"]}
    shares = items["stats-verification"]

    assert {share["name"] for share in shares} >= {"cases", "laws and instruments"}
    assert all(0 < share["n"] <= (share["of"] or 0) for share in shares)


def test_a_day_that_is_none_is_refused(client: httpx.Client, filled_home: Path) -> None:
    """By the API as a problem, by the command with the exit code for wrong words."""
    told = client.get("/api/v1/stats", params={"as_of": "2018-02-30"})
    done = CliRunner().invoke(app, ["stats", "--as-of", "2018-02-30", "--home", str(filled_home)])

    assert told.status_code == 422
    assert told.json()["type"].endswith("/invalid-date")
    assert "2018-02-30" in told.json()["detail"]
    assert done.exit_code == 2
    assert "2018-02-30" in done.stderr


def test_the_named_questions_are_listed_with_what_they_ask(client: httpx.Client) -> None:
    """Each can be asked at its address; those that take pieces of SPARQL are not among them."""
    listed = client.get("/api/v1/questions", params={"limit": 1000}).json()["items"]
    free = [question["url"] for question in listed if set(question["parameters"]) <= {"as_of"}]
    names = {question["name"] for question in listed}

    assert {"stats-laws", "laws", "history", "claims/rggi-states"} <= names
    assert "cases-named" not in names
    assert all(question["asks"].endswith("?") for question in listed)
    assert client.get("/api/v1/questions/cases-named").status_code == 404
    assert len(free) > 30
    assert [url for url in free if client.get(url).status_code != 200] == []


def test_a_named_question_is_asked_from_the_command_line(filled_home: Path) -> None:
    """By its name or by its file, as of a day."""
    file = Path(__file__).parents[2] / "graph" / "questions" / "stats-cases.rq"
    answers = [
        CliRunner().invoke(
            app, ["query", words, "--as-of", "1997-06-27", "--home", str(filled_home)]
        )
        for words in ("stats-cases", str(file))
    ]

    assert answers[0].stdout == answers[1].stdout
    assert "recorded," in answers[0].stdout
