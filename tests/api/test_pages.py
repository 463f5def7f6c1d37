"""The pages: whole without JavaScript, with links that lead somewhere and doubts that show."""

import re
from html.parser import HTMLParser

import httpx
import pytest

from ingest.evaluation.published import load_accuracy
from ingest.evaluation.wording import table

PAGES = [
    "/",
    "/?q=printz",
    "/?q=nothing+at+all",
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
    """One first heading, every field labelled, no script, and the standing caution."""
    text, found = page(client, path)

    assert found.headings.count("h1") == 1
    assert found.fields <= found.labels
    assert "<script" not in text
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
    text, _ = page(client, "/?q=%3Cscript%3Ealert(1)%3C/script%3E")

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
