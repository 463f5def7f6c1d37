"""Answers over HTTP are measured from outside, by questions that every server is asked alike."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from api.bench.load import load
from api.bench.served.measure import measure, report_lines
from api.bench.served.questions import Question, questions
from api.bench.servers import KEPT, OURS, RDFLIB
from graph.home import open_reader
from ingest.corpus import quiet


def test_a_server_is_asked_in_turn_and_every_answer_counts(address: str) -> None:
    """Times, statuses and bytes are of whole answers; what is not there is counted by its status."""
    port = int(address.rpartition(":")[2])
    asked = [
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for path in ("/healthz", "/no")
    ]
    told = load(("127.0.0.1", port), asked, lines=3, seconds=0.3)

    assert len(told["times"]) == sum(told["statuses"].values()) > 4
    assert abs(told["statuses"]["200"] - told["statuses"]["404"]) <= 3
    assert min(told["times"]) > 0
    assert told["seconds"] >= 0.3


def test_the_queries_find_what_our_answers_tell(filled_home: Path) -> None:
    """Each finds something over the packaged graph, all of them as fast as they can be read."""
    store = open_reader(filled_home).store()
    found = {
        question.name: [sum(1 for _ in answer) for answer in map(store.query, question.queries)
                        if isinstance(answer, ox.QuerySolutions)]
        for question in questions()
    }  # fmt: skip

    assert [len(rows) for rows in found.values()] == [len(q.queries) for q in questions()]
    assert all(sum(rows) > 20 for rows in found.values() if rows)


@pytest.mark.slow
def test_servers_are_measured_side_by_side(filled_home: Path) -> None:
    """Ours twice, and the peer where it is installed; otherwise the reason is said."""
    one = Question("one case", ["/api/v1/cases/us/521/898"], ["ASK { <urn:a> ?p ?o }"])
    report = measure(filled_home, 0.5, quiet, [one])
    lines = list(report_lines(report))

    assert [row.server for row in report.rows][:2] == [OURS, KEPT]
    assert all(row.asked and not row.errors for row in report.rows)
    assert (report.missing is None) == (RDFLIB in [row.server for row in report.rows])
    assert lines[0].startswith(f"{report.triples:,} triples, 16 connections")
    assert len(lines) == 2 + len(report.rows) + (report.missing is not None)
