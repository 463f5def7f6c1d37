"""The measuring of an attack: what others notice is told beside what they had alone."""

from pathlib import Path

import pytest

from api.bench import hostile
from graph.errors import QueryRefused
from graph.sparql import check_query


def test_what_is_measured_is_hostile() -> None:
    """Most of it passes the checks, and has to be stopped; some is refused at once."""
    refused = 0
    for query in hostile.HOSTILE:
        try:
            check_query(query)
        except QueryRefused:
            refused += 1

    assert len(set(hostile.HOSTILE)) == len(hostile.HOSTILE) > 8
    assert 1 < refused < len(hostile.HOSTILE) / 2


@pytest.mark.slow
def test_others_are_answered_beside_hostile_queries(filled_home: Path, tmp_path: Path) -> None:
    """By the real server: each is answered, and far sooner than a hostile query ends."""
    found = hostile.measure(filled_home, tmp_path, seconds=1, progress=lambda *_: None)

    assert set(found["hostile"]) <= {"400", "403", "503"}
    assert [one["asked"] for one in found["others"]] == ["one hop at /sparql", "a case at /api/v1"]
    for one in found["others"]:
        assert 0 < one["alone_p50"] <= one["alone_p95"]
        assert one["beside_p50"] < 500  # a hostile query runs for ten seconds; tests share cores
    assert all("ms" in line for line in hostile.report_lines(found)[1:3])
