"""Each public question is reachable as page, JSON, CSV, file and command, with one answer."""

import csv
import html
import io
import shlex
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from graph.competency import competencies
from tests.program import run

CASE = {"case": "new-york-v-united-states"}
RGGI = {"law": "interstate-rggi", "day": "2024-06-30"}


def links(page: str) -> dict[str, str]:
    """Return {words of a link: its address} of a page."""
    parts = page.split('<a href="')[1:]
    return {
        html.unescape(part.partition(">")[2].partition("<")[0]): html.unescape(
            part.partition('"')[0]
        )
        for part in parts
    }


def test_the_index_leads_to_every_question(client: httpx.Client) -> None:
    """By the sentence that it asks."""
    page = client.get("/questions").text

    for question in competencies().values():
        assert links(page)[question.asks] == f"/questions/{question.name}"


@pytest.mark.parametrize("name", sorted(competencies()))
def test_a_page_has_form_answer_query_and_other_forms(client: httpx.Client, name: str) -> None:
    """And each of the addresses on it answers."""
    page = client.get(f"/questions/{name}")
    found = links(page.text)

    assert page.status_code == 200
    assert "<script" not in page.text
    assert "SELECT" in page.text
    for parameter in competencies()[name].parameters:
        assert f'name="{parameter.name}"' in page.text
    permalink = dict(parse_qsl(urlsplit(found["permalink"]).query))
    assert permalink == {p.name: p.default for p in competencies()[name].parameters}
    for form in ("permalink", "CSV", "JSON", "SPARQL file"):
        assert client.get(found[form]).status_code == 200, form


@pytest.mark.parametrize(
    ("name", "given"),
    [("precedents-of-case", CASE), ("members-of-compact", RGGI), ("cases-overruled", {})],
)
def test_page_json_csv_file_and_command_agree(
    client: httpx.Client, filled_home: Path, name: str, given: dict[str, str]
) -> None:
    """One answer, whoever asks for it in whatever form."""
    address = f"/api/v1/questions/{name}"
    told = client.get(address, params=given).json()
    columns = told["columns"]
    rows = [[row.get(column, "") for column in columns] for row in told["rows"]]
    table = list(
        csv.reader(io.StringIO(client.get(address, params=given | {"format": "csv"}).text))
    )
    file = client.get(f"/questions/{name}.rq", params=given)
    sparql = client.get("/sparql", params={"query": file.text}, headers={"Accept": "text/csv"})
    words = [word for key, value in given.items() for word in ("--param", f"{key}={value}")]
    done = run(filled_home, "query", name, *words)
    page = client.get(f"/questions/{name}", params=given).text

    assert rows
    assert [row[: len(columns)] for row in table[1:]] == rows
    assert list(csv.reader(io.StringIO(sparql.text)))[1:] == rows
    assert list(csv.reader(io.StringIO(done.stdout))) == [columns, *rows]
    assert f"{len(rows)} row" in page
    assert file.headers["content-type"].startswith("application/sparql-query")


def test_a_page_tells_how_a_program_asks(client: httpx.Client, filled_home: Path) -> None:
    """What can be copied gives the rows of the page: by curl, pandas or R, and by the command."""
    page = html.unescape(client.get("/questions/members-of-compact", params=RGGI).text)
    table = page.partition("curl '")[2].partition("'")[0]
    words = page.partition("<code>precedent ")[2].partition("<")[0]
    rows = list(csv.DictReader(io.StringIO(client.get(table).text)))
    done = run(filled_home, *shlex.split(words))

    assert page.count(table) == 3
    assert [row["place"] for row in rows] == [
        row["place"] for row in csv.DictReader(io.StringIO(done.stdout))
    ]
    assert len(rows) == 10


def test_a_file_without_parameters_has_them_open(client: httpx.Client) -> None:
    """It can be stored and filled elsewhere."""
    text = client.get("/questions/members-of-compact.rq").text

    assert "# @param day: date = 2022-06-30" in text
    assert "$day" in text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/questions/nothing", 404, "nothing"),
        ("/questions/nothing.rq", 404, "nothing"),
        ("/questions/case-record?law=x", 422, "law"),
        ("/questions/case-record?case=zzzz", 422, "zzzz"),
        ("/api/v1/questions/case-record?law=x", 422, "law"),
        ("/api/v1/questions/cases-of-court?since=MCM", 422, "MCM"),
        ("/api/v1/questions/laws-by-jurisdiction?topic=golf", 404, "golf"),
    ],
)
def test_what_a_question_cannot_be_asked_is_told(
    client: httpx.Client, path: str, status: int, said: str
) -> None:
    """The problem names the value; a page shows it above the form that it came from."""
    answer = client.get(path)

    assert answer.status_code == status
    assert said in answer.text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("case-record", "--param", "case"), 2, "NAME=WORDS"),
        (("case-record", "--param", "law=x"), 2, "'law'"),
        (("case-record", "--param", "case=zzzz"), 3, "zzzz"),
        (("cases-of-court", "--param", "since=MCM"), 2, "MCM"),
        (("case-record", "--as-of", "2018-05-14"), 2, "as_of"),
        (("ASK {}", "--param", "case=x"), 2, "'case'"),
        (("laws-at-issue-in-case", "--param", "case=testa-v-katt"), 3, "found nothing"),
    ],
)
def test_a_command_says_what_is_wrong_with_a_parameter(
    filled_home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """Exit code 2 for words that are off, 3 for what is not there."""
    done = run(filled_home, "query", *words)

    assert done.returncode == code, done.stderr
    assert said in done.stderr


def test_the_list_tells_which_questions_have_pages(client: httpx.Client) -> None:
    """Those that the program itself asks have none."""
    listed = client.get("/api/v1/questions", params={"limit": 500}).json()["items"]
    pages = {question["name"]: question["page"] for question in listed}

    assert pages["case-record"] == "/questions/case-record"
    assert pages["history"] is None
    assert {name for name, page in pages.items() if page} == set(competencies())
