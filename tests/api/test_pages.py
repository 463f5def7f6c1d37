"""The pages: whole without JavaScript, with links that lead somewhere and doubts that show."""

import re
from html.parser import HTMLParser

import httpx
import pytest

from ingest.evaluation.published import load_accuracy
from ingest.evaluation.wording import table

PAGES = [
    "/",
    "/search",
    "/search?q=pritnz",
    "/search?q=nothing+at+all&kind=law",
    "/cases",
    "/cases?q=new+york&as_of=1999-01-01",
    "/exposure",
    "/exposure?case=printz-v-united-states",
    "/exposure?case=New+York+v.+United+States",
    "/exposure?element=no-commandeering-executives&topic=firearms",
    "/beside",
    "/beside?one=CA&other=TX",
    "/beside?one=us-mo-sapa-2021&other=us-ky-hb153-2023",
    "/beside?one=us-mo-sapa-2021&other=nothing-known-by-this",
    "/about",
    "/cases/printz-v-united-states",
    "/cases/us/326/572",
    "/laws",
    "/laws?relies_on=printz-v-united-states&topic=firearms",
    "/laws/us-ca-sb54-california-values-act",
    "/chain",
    "/chain?from=New+York+v.+United+States&to=printz",
    "/chain?from=nobody&to=printz",
    "/about/accuracy",
    "/chain?from=printz&to=printz",
    "/sparql",
    "/doctrine",
    "/claims",
    "/claims?verdict=outdated",
    "/claims/confederation-essay/07",
    "/claims/confederation-essay/33",
    "/doctrine/spending-coercion",
    "/doctrine/anti-commandeering",
    "/ns",
    "/dataset.html",
    "/dumps",
    "/scheme/verdict.html",
]


class Links(HTMLParser):
    """Collects links, labels and fields of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fields: set[str] = set()
        self.labels: set[str] = set()
        self.headings: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters."""
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag in ("input", "select", "textarea"):
            self.fields.add(str(given.get("id")))
        if tag == "label":
            self.labels.add(str(given.get("for")))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(tag)


def page(client: httpx.Client, path: str) -> tuple[str, Links]:
    """Return a page's text and what was collected from it."""
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, path
    found = Links()
    found.feed(answer.text)
    return answer.text, found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_without_scripts(client: httpx.Client, path: str) -> None:
    """One first heading, every field labelled, no script in it, and the standing caution."""
    text, found = page(client, path)

    assert found.headings.count("h1") == 1
    assert found.fields <= found.labels
    assert "<script" not in re.sub(r'<script src="/static/[^"]+" defer></script>', "", text)
    assert "never advice" in text


@pytest.mark.slow
def test_every_link_of_the_main_pages_leads_somewhere(client: httpx.Client) -> None:
    """No link of this server is broken."""
    wanted = {
        link.partition("#")[0]
        for path in PAGES
        for link in page(client, path)[1].links
        if link.startswith("/")
    }
    browser = {"Accept": "text/html,*/*;q=0.1"}
    broken = [
        link
        for link in sorted(wanted)
        if client.get(link, headers=browser, follow_redirects=True).status_code != 200
    ]

    assert len(wanted) > 50
    assert broken == []


def test_a_law_shows_what_nobody_has_verified(client: httpx.Client) -> None:
    """The doubt stands on the page, with the kind of evidence and its source."""
    text, _ = page(client, "/laws/us-ca-sb54-california-values-act")

    assert "Nobody has verified" in text
    assert "Type 2" in text
    assert "as of 2019-04-18" in text


def test_an_ambiguous_name_on_the_chain_page_lists_the_choices(client: httpx.Client) -> None:
    """Both decisions are offered with the citation to write instead."""
    text, _ = page(client, "/chain?from=New+York+v.+United+States&to=printz")

    assert "505 U.S. 144" in text
    assert "326 U.S. 572" in text


def test_what_a_reader_types_stays_text(client: httpx.Client) -> None:
    """Markup in a question is escaped on the page that answers it."""
    text, _ = page(client, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E")

    assert "&lt;script&gt;" in text
    assert "<script>" not in text


def test_an_error_is_a_page_for_people(client: httpx.Client) -> None:
    """A browser gets the problem as HTML."""
    answer = client.get("/cases/nobody-v-nothing", headers={"Accept": "text/html"})

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "nobody-v-nothing" in answer.text


def test_the_accuracy_page_says_what_its_figures_are_worth(client: httpx.Client) -> None:
    """Figure, interval and n of each line, beside how few eyes stand behind them."""
    text, _ = page(client, "/about/accuracy")
    figures = load_accuracy().figures

    assert len(figures) > 10
    assert "One person annotated" in text
    assert "with these windows in view" in text
    for line in table(load_accuracy()):
        assert f"<td>{line.figure}</td><td>{line.interval}</td><td>{line.n}</td>" in text


def test_home_has_one_search_and_a_way_in_for_each_reader(client: httpx.Client) -> None:
    """Staff, researchers and authors each find where to begin; rules and limits stand beside."""
    text, found = page(client, "/")

    assert found.fields == {"q"}
    for heading in ("Staff", "Researchers", "Authors", "Its rules", "Its limits"):
        assert f">{heading}</h" in text
    assert len(text) < 20_000


def test_a_search_leads_to_things_of_every_kind(client: httpx.Client) -> None:
    """Each hit is a link to its own page, and a word taken for another is told."""
    _, found = page(client, "/search?q=fugitive+slave")

    for path in ("/cases/prigg-v-pennsylvania", "/laws/", "/doctrine/", "/claims/"):
        assert any(link.startswith(path) for link in found.links), path
    assert "“pritnz” was taken for “printz”" in page(client, "/search?q=pritnz")[0]


def test_an_overruled_case_says_so_at_its_head(client: httpx.Client) -> None:
    """With who did it, before what it held."""
    text, _ = page(client, "/cases/national-league-of-cities-v-usery")
    head = text[: text.index("What it held</h2>")]

    assert '<span class="badge grave">overruled</span>' in head
    assert "Garcia v. San Antonio" in head


def test_a_law_stands_beside_its_like_and_what_counters_it(client: httpx.Client) -> None:
    """Siblings of other states, what courts did with them, and the way to see both."""
    text, found = page(client, "/laws/us-mo-sapa-2021")

    assert "Like it in other states" in text
    assert "/laws/us-ky-hb153-2023" in found.links
    assert "/beside?one=us-mo-sapa-2021&other=us-ky-hb153-2023" in found.links
    assert "It is answered by" in page(client, "/laws/us-ca-sb54-california-values-act")[0]


def test_a_long_list_of_laws_comes_in_parts_that_lose_none(client: httpx.Client) -> None:
    """Following the link to the next part leads through all of them, each once."""
    path, seen = "/laws", list[str]()
    total = client.get("/api/v1/laws?limit=1").json()["total"]
    while path:
        text, _ = page(client, path)
        assert len(text) < 150_000
        seen += re.findall(r'<h2><a href="/laws/([^"]+)"', text)
        following = re.search(r'<a href="([^"]+)" rel="next"', text)
        path = following[1].replace("&amp;", "&") if following else ""

    assert len(seen) == len(set(seen)) == total


@pytest.mark.parametrize(
    "path",
    [
        "/cases/printz-v-united-states?as_of=2018-05-14",
        "/laws/us-mo-sapa-2021?as_of=2022-01-01",
        "/laws?topic=firearms&as_of=2022-01-01",
        "/chain?from=505+U.S.+144&to=printz-v-united-states&as_of=2018-05-14",
        "/exposure?case=printz-v-united-states&as_of=2018-05-14",
        "/search?q=printz&as_of=2018-05-14",
    ],
)
def test_a_page_can_be_taken_along(client: httpx.Client, path: str) -> None:
    """As data of the same day, by an address that keeps the day, with a citation that names it."""
    text, found = page(client, path)
    data = [link for link in found.links if link.startswith("/api/v1/") and "format=" in link]
    day = path[-10:]

    assert {link.rpartition("format=")[2] for link in data} == {"json", "csv", "ttl", "jsonld"}
    assert all(f"as_of={day}" in link for link in data)
    assert client.get(data[0]).json()["as_of"] == day
    assert any(f"as_of={day}" in link and "/api/" not in link for link in found.links)
    assert f"facts as of {day}" in text


@pytest.mark.parametrize("path", ["/doctrine", "/doctrine/no-balancing", "/claims", "/about"])
def test_pages_of_one_subject_lead_to_their_data(client: httpx.Client, path: str) -> None:
    """The data answers, and a page that speaks of the newest day says which that is."""
    text, found = page(client, path)
    data = [link for link in found.links if link.startswith("/api/v1/") and "format=" in link]

    assert {link.rpartition("format=")[2] for link in data} >= {"json", "csv"}
    assert all(client.get(link).status_code == 200 for link in data)
    assert "Cite this page" in text


def test_claims_are_those_made_by_the_day(client: httpx.Client) -> None:
    """What was said later is not there."""
    every = client.get("/claims").text
    then = client.get("/claims", params={"as_of": "2010-01-01"}).text

    assert re.search(r"(\d+) claims:", every)
    assert len(then) < len(every)
